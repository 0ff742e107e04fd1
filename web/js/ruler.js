// Range and bearing between two ends; an end laid on a track goes with it.
import { store, tell } from './store.js';
import { map } from './basemap.js';
import { bearingDeg, distanceM } from './geo.js';
import { colour } from './theme.js';
import * as words from './words.js';

/** @typedef {{track?:number, lon?:number, lat?:number}} End */
export const ruler = { active: false, /** @type {End|null} */ from: null, /** @type {End|null} */ to: null, /** @type {End|null} */ hover: null };

/** Starts anew, from the chosen track if there is one; or ends. */
export function toggleRuler() {
  const start = !ruler.active && !ruler.to;
  ruler.active = start;
  ruler.from = start && store.selected !== null ? { track: store.selected } : null;
  ruler.to = null;
  ruler.hover = null;
  tell('ruler');
}

/** Ends, keeping nothing. Returns whether there was anything to end. */
export function clearRuler() {
  const was = ruler.active || ruler.to !== null;
  Object.assign(ruler, { active: false, from: null, to: null, hover: null });
  tell('ruler');
  return was;
}

/** Lays the next end. */
export function layEnd(end) {
  if (!ruler.from) ruler.from = end;
  else { ruler.to = end; ruler.active = false; }
  tell('ruler');
}

export function hoverEnd(end) {
  ruler.hover = end;
  if (ruler.active) tell('ruler');
}

function place(end) {
  if (!end) return null;
  if (end.track !== undefined) {
    const track = store.tracks.get(end.track);
    return track ? [track.lon, track.lat] : null;
  }
  return [end.lon, end.lat];
}

function free() {
  if (ruler.hover) return ruler.hover;
  const centre = map.getCenter();
  return { lon: centre.lng, lat: centre.lat };
}

/** What the two ends say, or what to do next. */
export function measured() {
  if (!ruler.active && !ruler.to) return '';
  const from = place(ruler.from);
  if (!from) return 'Range and bearing: click the first point, or press Enter at the cross';
  const to = place(ruler.to ?? free());
  if (!to) return 'Range and bearing: the track has ended';
  const there = bearingDeg(...from, ...to);
  const range = distanceM(...from, ...to);
  return `${name(ruler.from)} → ${name(ruler.to ?? free())}   ${words.distance(range)}   ${words.bearing(there)} / ${words.bearing(there + 180)}${time(range)}`;
}

function name(end) {
  const track = end?.track !== undefined ? store.tracks.get(end.track) : null;
  return track ? words.called(track) : '+';
}

// How long the first end's track would take.
function time(range) {
  const track = ruler.from?.track !== undefined ? store.tracks.get(ruler.from.track) : null;
  return track && track.speedMps > 1 ? `   ${words.span(range / track.speedMps)}` : '';
}

export function drawRuler(pen, screen, view) {
  if (ruler.active && !ruler.hover) cross(pen, view);
  const from = place(ruler.from);
  if (!from) return;
  const to = place(ruler.to ?? (ruler.active ? free() : null));
  if (!to) return;
  const a = screen(...from);
  const b = screen(...to);
  pen.strokeStyle = colour('accent');
  pen.fillStyle = colour('accent');
  pen.lineWidth = 1.6;
  pen.setLineDash(ruler.to ? [] : [6, 4]);
  pen.beginPath();
  pen.moveTo(...a);
  pen.lineTo(...b);
  pen.stroke();
  pen.setLineDash([]);
  for (const [x, y] of [a, b]) {
    pen.beginPath();
    pen.arc(x, y, 3.5, 0, 2 * Math.PI);
    pen.fill();
  }
}

function cross(pen, view) {
  pen.strokeStyle = colour('accent');
  pen.lineWidth = 1.2;
  pen.beginPath();
  pen.moveTo(view.w / 2 - 14, view.h / 2);
  pen.lineTo(view.w / 2 + 14, view.h / 2);
  pen.moveTo(view.w / 2, view.h / 2 - 14);
  pen.lineTo(view.w / 2, view.h / 2 + 14);
  pen.stroke();
}
