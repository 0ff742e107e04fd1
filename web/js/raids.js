// Raids that a net of listening nodes hears, on the map: the ground under each, those that are told apart in it, the way
// it goes, and the places ahead of it. Warnings outrank taste: none of it can be switched off.
import { store } from './store.js';
import { colour } from './theme.js';
import { offset } from './geo.js';

const AXIS_S = 600; // the arrow reaches as far as it flies in ten minutes
const LIKELY = 0.3; // places less likely to be reached have no line

/** What was drawn last: the browser test reads it. */
export let raidsDrawn = { raids: 0, members: 0, ahead: 0 };

/** Raids of nets that fly. */
export const flyingRaids = () => [...store.raids.values()].filter((raid) => raid.air && raid.flying > 0);

/** How many attackers, as people say it. */
export const many = (raid) => (raid.least === raid.count ? `${raid.count}` : `${raid.least}–${raid.count}`);

/**
 * Draws the raids.
 * @param {CanvasRenderingContext2D} pen
 * @param {{w:number,h:number}} view
 * @param {(lon:number,lat:number)=>number[]} screen
 */
export function drawRaids(pen, view, screen) {
  const done = { raids: 0, members: 0, ahead: 0 };
  pen.save();
  pen.lineJoin = 'round';
  pen.strokeStyle = pen.fillStyle = colour('red');
  const raids = flyingRaids().sort((a, b) => a.count - b.count);
  for (const raid of raids) ground(pen, raid, screen);
  for (const raid of raids) {
    done.ahead += ahead(pen, raid, screen);
    done.members += members(pen, raid, screen, view);
    axis(pen, raid, screen);
    done.raids++;
  }
  const taken = [];
  for (const raid of raids.reverse()) name(pen, raid, screen, taken);
  pen.restore();
  raidsDrawn = done;
}

function ground(pen, raid, screen) {
  if (raid.outline.length < 3) return;
  pen.beginPath();
  raid.outline.forEach(([lon, lat], i) => {
    const [x, y] = screen(lon, lat);
    if (i === 0) pen.moveTo(x, y); else pen.lineTo(x, y);
  });
  pen.closePath();
  pen.globalAlpha = 0.12;
  pen.fill();
  pen.globalAlpha = 0.9;
  pen.lineWidth = 1.6;
  pen.stroke();
}

// A member is drawn as well as it is known: the fainter, the less sure that it exists.
function members(pen, raid, screen, view) {
  let count = 0;
  for (const each of raid.members) {
    const [x, y] = screen(...each.place);
    if (x < -20 || y < -20 || x > view.w + 20 || y > view.h + 20) continue;
    pen.globalAlpha = 0.35 + 0.65 * each.p;
    pen.beginPath();
    pen.moveTo(x, y - 4); pen.lineTo(x + 3.5, y); pen.lineTo(x, y + 4); pen.lineTo(x - 3.5, y); pen.closePath();
    pen.fill();
    count++;
  }
  pen.globalAlpha = 1;
  return count;
}

function axis(pen, raid, screen) {
  const [x, y] = screen(...raid.place);
  const [tx, ty] = screen(...offset(raid.place[0], raid.place[1], raid.courseDeg, raid.speedMps * AXIS_S));
  const turn = Math.atan2(ty - y, tx - x);
  pen.globalAlpha = 0.9;
  pen.lineWidth = 2.2;
  pen.beginPath();
  pen.moveTo(x, y); pen.lineTo(tx, ty);
  for (const side of [-0.45, 0.45]) {
    pen.moveTo(tx, ty);
    pen.lineTo(tx - 11 * Math.cos(turn + side), ty - 11 * Math.sin(turn + side));
  }
  pen.stroke();
  pen.globalAlpha = 1;
}

function ahead(pen, raid, screen) {
  let count = 0;
  const [x, y] = screen(...raid.place);
  pen.lineWidth = 1;
  pen.setLineDash([2, 5]);
  for (const each of raid.ahead) {
    const place = store.places.get(each.place)?.place;
    if (!place || each.p < LIKELY) continue;
    pen.globalAlpha = 0.3 + 0.6 * each.p;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(...screen(...place));
    pen.stroke();
    count++;
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
  return count;
}

// The largest first; who finds no room stays without a name, and stands in the list.
function name(pen, raid, screen, taken) {
  const [x, y] = screen(...raid.place);
  if (taken.some(([tx, ty]) => Math.abs(tx - x) < 120 && Math.abs(ty - y) < 30)) return;
  taken.push([x, y]);
  text(pen, `Raid ${raid.id}: ${many(raid)}`, x + 9, y + 6, colour('red'), true);
  text(pen, `${raid.speedMps} m/s, ${raid.courseDeg}°`, x + 9, y + 20, colour('track'), false);
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
