// Labels that do not cover each other: the important ones choose first; who finds no room stays without.
import { store } from './store.js';
import { colour } from './theme.js';
import * as words from './words.js';

const CELL = 6; // pixels; small enough that two lines of text do not touch
const LINE = 14;
const FONT = '600 11.5px "Noto Sans"';
const SMALL = '400 11.5px "Noto Sans Mono"';
const LATE_S = 10; // a plot older than this is told in the label

// Where a label may stand: direction from the symbol.
const PLACES = [[1, -1], [1, 1], [-1, -1], [-1, 1], [1, 0], [-1, 0], [0, -1], [0, 1]];
const lastPlace = new Map();
const widths = new Map();

export function placeLabels(pen, view, items, wanted, now) {
  const room = new Room(view.w, view.h);
  for (const item of items) room.take(item.x - item.half, item.y - item.half, item.half * 2, item.half * 2);
  if (lastPlace.size > 20000) lastPlace.clear();
  pen.textBaseline = 'top';
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    const must = item.track.id === store.selected || item.track.id === store.hovered || item.warned;
    if (wanted || must) label(pen, room, item, must, now);
  }
}

function label(pen, room, item, must, now) {
  const lines = text(item.track, now);
  const w = Math.max(width(pen, FONT, lines[0]), ...lines.slice(1).map((line) => width(pen, SMALL, line))) + 4;
  const h = LINE * lines.length + 2;
  const gap = item.half + 4;
  const order = lastPlace.has(item.track.id) ? [lastPlace.get(item.track.id), ...PLACES.keys()] : PLACES.keys();
  for (const place of order) {
    const [sx, sy] = PLACES[place];
    const x = sx > 0 ? item.x + gap : sx < 0 ? item.x - gap - w : item.x - w / 2;
    const y = sy > 0 ? item.y + gap * 0.4 : sy < 0 ? item.y - gap * 0.4 - h : item.y - h / 2;
    const box = { x, y: sx === 0 ? item.y + (sy > 0 ? gap : -gap - h) : y, w, h };
    if (room.free(box)) {
      lastPlace.set(item.track.id, place);
      room.take(box.x, box.y, w, h);
      write(pen, item, lines, box);
      return;
    }
  }
  if (must) write(pen, item, lines, { x: item.x + gap, y: item.y - gap * 0.4 - h, w, h });
}

function text(track, now) {
  const parts = [`${words.height(track)}${words.arrow(track.climbMps)}`, words.speed(track.speedMps, track.kind)];
  const lines = [words.called(track), parts.filter(Boolean).join(' ')];
  if (track.emergency) lines.push(words.plain(track.emergency).toUpperCase());
  const age = (now - track.plotAt) / 1000;
  if (track.stage === 'COASTING') lines.push(`coasting ${words.span(age)}`);
  else if (age > LATE_S && age < 86400) lines.push(`plot ${words.span(age)}`);
  return lines;
}

function width(pen, font, line) {
  const key = font + line;
  let w = widths.get(key);
  if (w === undefined) {
    if (widths.size > 30000) widths.clear();
    pen.font = font;
    w = pen.measureText(line).width;
    widths.set(key, w);
  }
  return w;
}

function write(pen, item, lines, box) {
  item.box = box;
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = colour('track-halo');
  const dim = item.track.stage === 'COASTING' && item.track.id !== store.selected;
  pen.globalAlpha = dim ? 0.7 : 1;
  lines.forEach((line, i) => {
    pen.font = i === 0 ? FONT : SMALL;
    pen.fillStyle = i >= 2 ? colour(item.track.emergency && i === 2 ? 'red' : 'amber') : colour('track');
    pen.strokeText(line, box.x + 2, box.y + 1 + i * LINE);
    pen.fillText(line, box.x + 2, box.y + 1 + i * LINE);
  });
  pen.globalAlpha = 1;
}

// Which parts of the screen are taken, in cells.
class Room {
  constructor(w, h) {
    this.columns = Math.ceil(w / CELL) + 1;
    this.rows = Math.ceil(h / CELL) + 1;
    this.cells = new Uint8Array(this.columns * this.rows);
  }

  free({ x, y, w, h }) {
    if (x < 0 || y < 0) return false;
    const right = Math.ceil((x + w) / CELL);
    const bottom = Math.ceil((y + h) / CELL);
    if (right > this.columns || bottom > this.rows) return false;
    for (let row = Math.floor(y / CELL); row < bottom; row++) {
      for (let column = Math.floor(x / CELL); column < right; column++) {
        if (this.cells[row * this.columns + column]) return false;
      }
    }
    return true;
  }

  take(x, y, w, h) {
    const right = Math.min(this.columns, Math.ceil((x + w) / CELL));
    const bottom = Math.min(this.rows, Math.ceil((y + h) / CELL));
    for (let row = Math.max(0, Math.floor(y / CELL)); row < bottom; row++) {
      for (let column = Math.max(0, Math.floor(x / CELL)); column < right; column++) {
        this.cells[row * this.columns + column] = 1;
      }
    }
  }
}
