// Where the operators of drones are, and where these took off: a small square on the ground, joined to its drone. Only
// operators of this node get these places.
import { store, engineNow } from './store.js';
import { colour } from './theme.js';

const LOST_MS = 30000; // told longer ago, a place is drawn faint
const SIZE = 4;
const WORDS = { TAKE_OFF: 'take-off point', OPERATOR_LIVE: 'operator', OPERATOR_FIXED: 'operator (declared)' };

/** What was drawn last: the browser test reads it. */
export let operatorsDrawn = 0;

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {(lon:number,lat:number)=>number[]} screen
 */
export function drawOperators(pen, screen) {
  let count = 0;
  pen.save();
  pen.font = '11px "Noto Sans", sans-serif';
  for (const flight of store.uas.values()) {
    if (flight.ended || !flight.stations) continue;
    const track = store.tracks.get(flight.track);
    for (const station of flight.stations) count += one(pen, screen, station, track);
  }
  pen.restore();
  operatorsDrawn = count;
}

function one(pen, screen, station, track) {
  const [x, y] = screen(station.lon, station.lat);
  pen.globalAlpha = engineNow() - station.at > LOST_MS ? 0.35 : 0.9;
  pen.strokeStyle = pen.fillStyle = colour('amber');
  if (track) {
    pen.beginPath();
    pen.setLineDash([2, 4]);
    pen.moveTo(x, y);
    pen.lineTo(...screen(track.lon, track.lat));
    pen.stroke();
  }
  pen.setLineDash([]);
  if (station.kind === 'TAKE_OFF') pen.strokeRect(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
  else pen.fillRect(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
  if (track && track.id === store.selected) pen.fillText(WORDS[station.kind] ?? '', x + 8, y + 4);
  return 1;
}
