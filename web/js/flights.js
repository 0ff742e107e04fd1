// What burns, flies and falls, on the map: where it began, its line, which way it goes, where and when it comes down,
// and the places whose people are told. Warnings outrank taste: none of it can be switched off.
import { store, engineNow } from './store.js';
import { colour } from './theme.js';
import { distanceM, edges, offset } from './geo.js';
import * as words from './words.js';

const ELLIPSE_95 = 2.4477;
const SIGMAS_95 = 1.96;
const CORRIDOR_M = 400000; // so far the corridor of a launch is drawn while no impact is known
const NAMES_ZOOM_PIXELS = 26; // places nearer than this on the screen share a name: the graver one's
const CLEARED_MS = 120000; // an all-clear stays marked so long
const GONE_MS = 600000; // an object that has ended is drawn so long

/** What was drawn last: the browser test reads it. */
export let flightsDrawn = { missiles: 0, areas: 0, places: 0, cover: 0 };

/** Objects that are shown: those that fly, and those that ended a short while ago. */
export function shownMissiles() {
  const now = engineNow();
  return [...store.missiles.values()].filter((m) => !m.ended || now - m.at < GONE_MS);
}

/** What a place is marked as: cover, warned, ready, clear, or nothing. */
export function placeState(place) {
  if (!place.stage) return '';
  if (place.stage === 'ALL_CLEAR') return engineNow() - place.at < CLEARED_MS ? 'clear' : '';
  if (place.stage === 'PREALERT') return 'ready';
  return place.takeCover ? 'cover' : 'warned';
}

/** Seconds until something comes down there at the earliest, less the time the warning takes. */
export const secondsLeft = (place) => (place.earliest - engineNow()) / 1000 - (place.deliveryS ?? 0);

export const STATE_COLOUR = { cover: 'red', warned: 'red', ready: 'amber', clear: 'green', '': 'dim' };
const GRAVITY = { cover: 4, warned: 3, ready: 2, clear: 1, '': 0 };

/** The colour of an object: what it is held to be. */
export function missileColour(m) {
  if (m.ended) return colour('faint');
  return colour({ ATTACK: 'red', LAUNCH: 'amber', DEBRIS: 'blue', SATELLITE: 'blue', SPACE_LAUNCH: 'green' }[m.verdict] ?? 'dim');
}

/**
 * Draws everything of this room.
 * @param {CanvasRenderingContext2D} pen
 * @param {{w:number,h:number,world:number}} view
 * @param {(lon:number,lat:number)=>number[]} screen
 */
export function drawFlights(pen, view, screen) {
  const done = { missiles: 0, areas: 0, places: 0, cover: 0 };
  pen.save();
  pen.lineJoin = 'round';
  const missiles = shownMissiles().sort((a, b) => Number(a.ended) - Number(b.ended) || a.id - b.id);
  for (const m of missiles) if (m.impact && !m.ended) done.areas += areas(pen, m, screen);
  places(pen, screen, view, done);
  const taken = [];
  for (const m of missiles) {
    if (m.launch) launch(pen, m, screen);
    line(pen, m, screen);
    done.missiles += body(pen, m, screen, view, taken);
  }
  pen.restore();
  flightsDrawn = done;
}

function areas(pen, m, screen) {
  let count = 0;
  for (const area of m.impact.areas) {
    const inner = Math.abs(area.share - 0.5) < 0.01;
    if (!inner && Math.abs(area.share - 0.95) > 0.005) continue;
    pen.beginPath();
    for (const polygon of area.geometry.coordinates) for (const ring of polygon) trace(pen, ring, screen);
    pen.fillStyle = pen.strokeStyle = missileColour(m);
    pen.globalAlpha = inner ? 0.2 : 0.1;
    pen.fill('evenodd');
    pen.globalAlpha = inner ? 0.55 : 0.9;
    pen.lineWidth = inner ? 1 : 1.8;
    pen.setLineDash(inner ? [4, 3] : []);
    border(pen, area.geometry, screen);
    count++;
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
  const [x, y] = screen(...m.impact.place);
  pen.strokeStyle = missileColour(m);
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.moveTo(x - 5, y); pen.lineTo(x + 5, y); pen.moveTo(x, y - 5); pen.lineTo(x, y + 5);
  pen.stroke();
  return count;
}

function trace(pen, ring, screen) {
  ring.forEach(([lon, lat], i) => {
    const [x, y] = screen(lon, lat);
    if (i === 0) pen.moveTo(x, y); else pen.lineTo(x, y);
  });
  pen.closePath();
}

// What was cut at the antimeridian has no edge there.
function border(pen, geometry, screen) {
  pen.beginPath();
  for (const line of edges(geometry).coordinates) {
    line.forEach(([lon, lat], i) => {
      const [x, y] = screen(lon, lat);
      if (i === 0) pen.moveTo(x, y); else pen.lineTo(x, y);
    });
  }
  pen.stroke();
}

// The ellipse that holds the launch point with 95 %, and the way it went with 95 %.
function launch(pen, m, screen) {
  const [lon, lat] = m.launch.place;
  const [major, minor, turn] = m.launch.ellipse;
  pen.strokeStyle = pen.fillStyle = missileColour(m);
  pen.globalAlpha = 0.85;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (let i = 0; i <= 48; i++) {
    const angle = (i / 48) * 2 * Math.PI;
    const along = major * ELLIPSE_95 * Math.cos(angle);
    const across = minor * ELLIPSE_95 * Math.sin(angle);
    const deg = turn + (Math.atan2(across, along) * 180) / Math.PI;
    const [x, y] = screen(...offset(lon, lat, deg, Math.hypot(along, across)));
    if (i === 0) pen.moveTo(x, y); else pen.lineTo(x, y);
  }
  pen.stroke();
  const [x, y] = screen(lon, lat);
  pen.beginPath();
  pen.moveTo(x, y - 6); pen.lineTo(x + 5.5, y + 4); pen.lineTo(x - 5.5, y + 4); pen.closePath();
  pen.fill();
  if (!m.ended) corridor(pen, m, screen);
  pen.globalAlpha = 1;
}

function corridor(pen, m, screen) {
  const [lon, lat] = m.launch.place;
  const far = m.impact ? distanceM(lon, lat, ...m.impact.place) : CORRIDOR_M;
  const half = Math.min(90, m.launch.azimuthSigmaDeg * SIGMAS_95);
  pen.globalAlpha = 0.5;
  pen.setLineDash([6, 5]);
  pen.beginPath();
  for (const side of [-half, half]) {
    for (let i = 0; i <= 24; i++) {
      const [x, y] = screen(...offset(lon, lat, m.launch.azimuthDeg + side, (far * i) / 24));
      if (i === 0) pen.moveTo(x, y); else pen.lineTo(x, y);
    }
  }
  pen.stroke();
  pen.setLineDash([]);
}

function line(pen, m, screen) {
  if (!m.trail?.length) return;
  pen.strokeStyle = missileColour(m);
  pen.lineWidth = 2;
  pen.globalAlpha = m.ended ? 0.4 : 0.9;
  pen.beginPath();
  m.trail.forEach(([, lon, lat], i) => {
    const [x, y] = screen(lon, lat);
    if (i === 0) pen.moveTo(x, y); else pen.lineTo(x, y);
  });
  if (m.place) pen.lineTo(...screen(...m.place));
  pen.stroke();
  pen.globalAlpha = 1;
}

// The object itself: a diamond, and its name with what it is held to be.
function body(pen, m, screen, view, taken) {
  const at = m.place ?? (m.ended ? m.impact?.place : m.launch?.place);
  if (!at) return 0;
  const [x, y] = screen(...at);
  if (x < -50 || y < -50 || x > view.w + 50 || y > view.h + 50) return 0;
  pen.fillStyle = missileColour(m);
  pen.strokeStyle = colour('track-halo');
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(x, y - 8); pen.lineTo(x + 7, y); pen.lineTo(x, y + 8); pen.lineTo(x - 7, y); pen.closePath();
  pen.stroke();
  pen.fill();
  // Of objects that lie on each other on the screen the first alone has a name.
  if (taken.some(([tx, ty]) => Math.abs(tx - x) < 110 && Math.abs(ty - y) < 28)) return 1;
  taken.push([x, y]);
  text(pen, `M${m.id} ${words.plain(m.verdict)}`, x + 11, y - 12, missileColour(m), true);
  const detail = m.ended ? words.plain(m.phase)
    : [words.plain(m.phase), m.heightM !== undefined ? `${Math.round(m.heightM / 1000)} km high` : ''].filter(Boolean).join(' · ');
  text(pen, detail, x + 11, y + 3, colour('track'), false);
  return 1;
}

function places(pen, screen, view, done) {
  const now = performance.now();
  const all = [...store.places.values()].filter((p) => p.place)
    .map((p) => ({ p, state: placeState(p) }))
    .sort((a, b) => GRAVITY[a.state] - GRAVITY[b.state]);
  const named = [];
  for (const { p, state } of all) {
    const [x, y] = screen(...p.place);
    if (x < -80 || y < -80 || x > view.w + 80 || y > view.h + 80) continue;
    const ink = colour(STATE_COLOUR[state]);
    if (state && state !== 'clear') outline(pen, p, screen, ink, state === 'cover');
    pen.fillStyle = ink;
    pen.globalAlpha = state ? 1 : 0.75;
    pen.beginPath();
    pen.arc(x, y, state ? 4.5 : 2.5, 0, 2 * Math.PI);
    pen.fill();
    if (state === 'cover') {
      pen.strokeStyle = ink;
      pen.lineWidth = 2.5;
      pen.globalAlpha = 0.5 + 0.5 * Math.sin(now / 180);
      pen.beginPath();
      pen.arc(x, y, 11, 0, 2 * Math.PI);
      pen.stroke();
      done.cover++;
    }
    pen.globalAlpha = 1;
    if (state) done.places++;
    named.push({ p, state, x, y, ink });
  }
  names(pen, named.reverse());
}

function outline(pen, p, screen, ink, filled) {
  pen.strokeStyle = pen.fillStyle = ink;
  pen.lineWidth = 1.4;
  pen.beginPath();
  for (const polygon of p.geometry.coordinates) for (const ring of polygon) trace(pen, ring, screen);
  pen.globalAlpha = filled ? 0.3 : 0.12;
  pen.fill('evenodd');
  pen.globalAlpha = 0.9;
  border(pen, p.geometry, screen);
  pen.globalAlpha = 1;
}

// The gravest first; who finds no room stays without a name.
function names(pen, items) {
  const taken = [];
  for (const { p, state, x, y, ink } of items) {
    if (taken.some(([tx, ty]) => Math.abs(tx - x) < 120 && Math.abs(ty - y) < NAMES_ZOOM_PIXELS)) continue;
    taken.push([x, y]);
    text(pen, p.name ?? p.id, x + 9, y - 7, state ? ink : colour('dim'), Boolean(state));
    const below = state === 'cover' ? `TAKE COVER ${words.countdown(secondsLeft(p))}`
      : state === 'warned' || state === 'ready' ? words.countdown(secondsLeft(p)) : state === 'clear' ? 'all clear' : '';
    if (below) text(pen, below, x + 9, y + 7, state === 'cover' ? colour('red') : colour('track'), state === 'cover');
  }
}

function text(pen, line, x, y, ink, strong) {
  pen.font = strong ? '600 12px "Noto Sans"' : '400 11.5px "Noto Sans"';
  pen.textBaseline = 'top';
  pen.lineWidth = 3;
  pen.strokeStyle = colour('track-halo');
  pen.fillStyle = ink;
  pen.strokeText(line, x, y);
  pen.fillText(line, x, y);
}
