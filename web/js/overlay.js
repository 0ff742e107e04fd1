// The picture above the map: graticule, trails, ellipses, vectors, symbols, labels, ruler.
//
// One canvas, drawn with the map's own frame. North is up and the map is flat, so that a place on the screen is one
// multiplication away from its Mercator place: thousands of tracks with their trails cost a few milliseconds.
import { store, on, engineNow } from './store.js';
import { map } from './basemap.js';
import { mercatorX, mercatorY, offset } from './geo.js';
import { colour } from './theme.js';
import { symbol, forgetPictures } from './symbols.js';
import { shown } from './layers.js';
import { placeLabels } from './labels.js';
import { drawGrid } from './grid.js';
import { drawRuler } from './ruler.js';
import { drawFlights } from './flights.js';
import { drawRaids } from './raids.js';
import { drawForeign } from './foreign.js';
import { drawNeighbours } from './neighbours.js';
import { drawOperators } from './operators.js';
import * as words from './words.js';

const VECTOR_S = 60;
const ELLIPSE_95 = 2.4477; // of one standard deviation, two dimensions
const SLOW_MS = 40;
const CROWD = 600; // so many tracks have shorter trails: they would cover each other
const CROWD_TRAIL = 15;
const SEEN = 24; // pixels beyond the edge that still count

let canvas;
let pen;
let view;
let asked = false;
/** What was drawn last: the browser test reads it. */
export let drawn = [];
export let frameCount = 0;
/** Milliseconds that the latest frame took. */
export let frameMs = 0;

export function beginOverlay() {
  canvas = document.getElementById('overlay');
  pen = canvas.getContext('2d');
  map.on('render', draw);
  for (const kind of ['picture', 'select', 'layers', 'theme', 'units', 'ruler', 'warnings', 'beat', 'complete', 'hover', 'missiles', 'places', 'neighbours', 'foreign']) on(kind, redraw);
  on('theme', forgetPictures);
  on('node', forgetPictures);
  draw();
}

/** Asks for a new frame; many askings make one. */
export function redraw() {
  if (asked) return;
  asked = true;
  // A slow machine gets fewer frames, and time for its hands between them.
  if (frameMs > SLOW_MS) setTimeout(() => requestAnimationFrame(draw), 2 * frameMs);
  else requestAnimationFrame(draw);
}

/** Where a place is on the screen, nearest copy of the world. */
export function screen(lon, lat) {
  let dx = mercatorX(lon) - view.cx;
  dx -= Math.round(dx);
  return [dx * view.world + view.w / 2, (mercatorY(lat) - view.cy) * view.world + view.h / 2];
}

/** The track nearest to a place on the screen, within reach. */
export function trackAt(x, y, reach = 18) {
  let best = null;
  let least = reach * reach;
  for (const item of drawn) {
    const d = (item.x - x) ** 2 + (item.y - y) ** 2;
    if (d < least) { least = d; best = item; }
  }
  if (best) return best.track.id;
  const label = drawn.find(({ box }) => box && x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h);
  return label ? label.track.id : null;
}

function look() {
  const ratio = window.devicePixelRatio || 1;
  const w = canvas.clientWidth;
  const h = canvas.clientHeight;
  if (canvas.width !== Math.round(w * ratio) || canvas.height !== Math.round(h * ratio)) {
    canvas.width = Math.round(w * ratio);
    canvas.height = Math.round(h * ratio);
  }
  const centre = map.getCenter();
  view = { w, h, ratio, cx: mercatorX(centre.lng), cy: mercatorY(centre.lat), world: 512 * 2 ** map.getZoom(), lat: centre.lat };
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, w, h);
  return view;
}

function draw() {
  asked = false;
  if (!map || !pen) return;
  const begun = performance.now();
  look();
  if (shown('grid')) drawGrid(pen, view, map, screen);
  drawRaids(pen, view, screen);
  drawFlights(pen, view, screen);
  drawOperators(pen, screen);
  drawNeighbours(pen, screen, lineColour);
  drawForeign(pen, screen, lineColour({ affiliation: 'UNKNOWN' }));
  const items = visible();
  if (shown('trails')) trails(items);
  if (shown('ellipses')) ellipses(items);
  if (shown('vectors')) vectors(items);
  symbols(items);
  highlights(items);
  for (const item of items) item.box = null;
  placeLabels(pen, view, items, shown('labels'), engineNow());
  drawRuler(pen, screen, view);
  drawn = items;
  frameCount++;
  frameMs = performance.now() - begun;
}

function visible() {
  const items = [];
  const warned = new Set();
  for (const warning of store.warnings.values()) {
    if (!warning.ended) warning.tracks.forEach((id) => warned.add(id));
  }
  for (const track of store.tracks.values()) {
    const [x, y] = screen(track.lon, track.lat);
    if (x > -SEEN && y > -SEEN && x < view.w + SEEN && y < view.h + SEEN) {
      items.push({ track, x, y, warned: warned.has(track.id), rank: rank(track, warned), box: null });
    }
  }
  // The important ones are drawn last, above the others, and get their labels first.
  items.sort((a, b) => a.rank - b.rank || b.track.id - a.track.id);
  return items;
}

const RANK = { HOSTILE: 40, SUSPECT: 30, UNKNOWN: 8, PENDING: 6 };
function rank(track, warned) {
  if (track.id === store.selected) return 1000;
  return (warned.has(track.id) ? 200 : 0) + (track.emergency ? 100 : 0) + (RANK[track.affiliation] ?? 0)
    + (track.kind === 'BIRD' ? -20 : 0) + (track.stage === 'COASTING' ? -2 : 0);
}

/** The line colour of a track. */
export function lineColour(track) {
  const name = {
    FRIEND: 'track-friend', ASSUMED_FRIEND: 'track-friend', HOSTILE: 'track-hostile', SUSPECT: 'track-suspect',
    NEUTRAL: 'track-neutral', UNKNOWN: 'track-unknown', PENDING: 'track-unknown',
  }[track.affiliation] ?? 'track';
  return colour(name);
}

// Lines of one look are one path: two thousand trails are ten strokes, not four thousand.
function byColour(items, wanted) {
  const groups = new Map();
  for (const item of items) {
    if (!wanted(item)) continue;
    const key = lineColour(item.track);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

function trails(items) {
  pen.lineWidth = 1.3;
  pen.lineJoin = 'round';
  for (const [stroke, group] of byColour(items, ({ track }) => track.trail?.length > 0)) {
    pen.strokeStyle = stroke;
    // The older half is fainter.
    if (items.length < CROWD) {
      pen.globalAlpha = 0.22;
      pen.beginPath();
      for (const { track } of group) trace(track.trail, 0, (track.trail.length >> 1) + 1);
      pen.stroke();
    }
    pen.globalAlpha = 0.5;
    pen.beginPath();
    for (const { track, x, y } of group) {
      const n = track.trail.length;
      trace(track.trail, items.length < CROWD ? n >> 1 : Math.max(0, n - CROWD_TRAIL), n);
      pen.lineTo(x, y);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function trace(trail, from, to) {
  for (let i = from; i < to && i < trail.length; i++) {
    const [x, y] = screen(trail[i][1], trail[i][2]);
    if (i === from) pen.moveTo(x, y); else pen.lineTo(x, y);
  }
}

function metresToPixels(lat, world = view.world) {
  return world / (40075016.7 * Math.cos((lat * Math.PI) / 180));
}

function ellipses(items) {
  pen.lineWidth = 1;
  const seen = ({ track }) => {
    const pixels = track.ellipse[0] * metresToPixels(track.lat) * ELLIPSE_95;
    return pixels >= 9 && pixels <= 4000;
  };
  for (const [stroke, group] of byColour(items, seen)) {
    pen.strokeStyle = stroke;
    pen.fillStyle = stroke;
    pen.beginPath();
    for (const { track, x, y } of group) {
      const scale = metresToPixels(track.lat) * ELLIPSE_95;
      const turn = ((track.ellipse[2] - 90) * Math.PI) / 180;
      const major = track.ellipse[0] * scale;
      pen.moveTo(x + major * Math.cos(turn), y + major * Math.sin(turn));
      pen.ellipse(x, y, major, Math.max(0.5, track.ellipse[1] * scale), turn, 0, 2 * Math.PI);
    }
    pen.globalAlpha = 0.05;
    pen.fill();
    pen.globalAlpha = 0.5;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function vectors(items) {
  pen.lineWidth = 1.4;
  for (const coasting of [true, false]) {
    pen.globalAlpha = coasting ? 0.45 : 0.9;
    pen.setLineDash(coasting ? [3, 3] : []);
    const wanted = ({ track }) => track.speedMps >= 0.5 && (track.stage === 'COASTING') === coasting;
    for (const [stroke, group] of byColour(items, wanted)) {
      pen.strokeStyle = stroke;
      pen.beginPath();
      for (const { track, x, y } of group) {
        pen.moveTo(x, y);
        pen.lineTo(...screen(...offset(track.lon, track.lat, track.courseDeg, track.speedMps * VECTOR_S)));
      }
      pen.stroke();
    }
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

function symbols(items) {
  const size = items.length > 800 ? 11 : items.length > 250 ? 14 : 17;
  for (const item of items) {
    const picture = symbol(item.track, item.track.kind === 'BIRD' ? size * 0.7 : size);
    item.half = picture.half;
    pen.globalAlpha = item.track.stage === 'COASTING' ? 0.5 : 1;
    pen.drawImage(picture.canvas, item.x - picture.x, item.y - picture.y, picture.w, picture.h);
  }
  pen.globalAlpha = 1;
}

function highlights(items) {
  const pulse = 0.5 + 0.5 * Math.sin(performance.now() / 260);
  for (const item of items) {
    if (item.warned) {
      ring(item, item.half + 5, item.track.relation === 'INSIDE' ? colour('map-zone-hot') : colour('map-zone'), 2.2, 0.6 + 0.4 * pulse);
    } else if (item.track.emergency) {
      ring(item, item.half + 4, colour('map-zone-hot'), 1.6, 0.9);
    }
    if (item.track.id === store.selected) corners(item, item.half + 9);
  }
}

function ring(item, radius, stroke, width, alpha) {
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.globalAlpha = alpha;
  pen.beginPath();
  pen.arc(item.x, item.y, radius, 0, 2 * Math.PI);
  pen.stroke();
  pen.globalAlpha = 1;
}

function corners(item, half) {
  const arm = half * 0.45;
  pen.strokeStyle = colour('select');
  pen.lineWidth = 2;
  pen.beginPath();
  for (const [sx, sy] of [[-1, -1], [1, -1], [1, 1], [-1, 1]]) {
    pen.moveTo(item.x + sx * half, item.y + sy * (half - arm));
    pen.lineTo(item.x + sx * half, item.y + sy * half);
    pen.lineTo(item.x + sx * (half - arm), item.y + sy * half);
  }
  pen.stroke();
}

/** How the ground scale is: a round distance for the width of a bar, and its pixels. */
export function scaleBar(niceValue) {
  const unit = words.distanceUnitM();
  const pixels = metresToPixels(map.getCenter().lat, 512 * 2 ** map.getZoom()) * unit;
  const value = niceValue(110 / pixels);
  return { text: `${value} ${words.distanceUnit()}`, pixels: value * pixels };
}
