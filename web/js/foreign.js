// Others' alerts (CAP): each with who gave it out. None of them is ours, and none of them sounds here.
import { store, on } from './store.js';
import { $, el, put } from './dom.js';
import { map } from './basemap.js';
import * as words from './words.js';

const SHOWN = 50;
const METRES_A_DEGREE = 111_320;

export function beginForeign() {
  on('foreign', list);
  on('complete', list);
}

function list() {
  $('foreign').hidden = store.foreign.length === 0;
  put($('foreign-tally'), String(store.foreign.length));
  $('foreign-list').replaceChildren(...store.foreign.slice(0, SHOWN).map(row));
}

// In a rehearsal what is in earnest says so: the frame around the page does not speak for it.
const status = (alert) => (alert.status === 'ACTUAL' && store.node?.domain === 'LIVE' ? '' : `${alert.status} · `);

function row(alert) {
  const kind = `${status(alert)}FOREIGN · ${alert.type === 'CANCEL' ? 'CANCELLED · ' : ''}${alert.severity.toUpperCase()}`;
  const from = `from ${alert.sender} by ${alert.feed} · ${alert.proven ? alert.proven : 'signature not proven'}`;
  return el('li', {
    class: `warning${alert.type === 'CANCEL' ? ' ended' : ''}`, data: { severity: alert.severity.toUpperCase() }, tabindex: '0',
    onclick: () => show(alert),
    onkeydown: (event) => { if (event.key === 'Enter') show(alert); },
  },
  el('span', { class: 'kind' }, kind),
  el('span', { class: 'when' }, words.utc(alert.sent)),
  el('h3', {}, alert.headline || alert.event || alert.identifier),
  el('p', {}, alert.area),
  el('footer', {}, el('span', { title: alert.advice || from }, from)));
}

function show(alert) {
  const corner = alert.polygons[0]?.[0] ?? alert.circles[0]?.centre;
  if (corner) map.easeTo({ center: corner });
}

/** The ground of others' alerts: dashed, and never filled as ours is. */
export function drawForeign(pen, screen, colour) {
  pen.save();
  pen.setLineDash([3, 5]);
  pen.lineWidth = 1.2;
  pen.strokeStyle = pen.fillStyle = colour;
  pen.font = '11px sans-serif';
  for (const alert of store.foreign) {
    if (alert.type === 'CANCEL') continue;
    for (const ring of alert.polygons) {
      pen.beginPath();
      ring.forEach(([lon, lat], i) => {
        const [x, y] = screen(lon, lat);
        if (i === 0) pen.moveTo(x, y); else pen.lineTo(x, y);
      });
      pen.closePath();
      pen.stroke();
    }
    for (const { centre: [lon, lat], radiusM } of alert.circles) {
      const [x, y] = screen(lon, lat);
      const [, edge] = screen(lon, Math.max(-85, Math.min(85, lat + (lat > 0 ? -1 : 1) * (radiusM / METRES_A_DEGREE))));
      pen.beginPath();
      pen.arc(x, y, Math.abs(edge - y), 0, 2 * Math.PI);
      pen.stroke();
    }
    const first = alert.polygons[0]?.[0] ?? alert.circles[0]?.centre;
    if (first) {
      const [x, y] = screen(first[0], first[1]);
      pen.fillText(`${status(alert)}FOREIGN ${alert.event}`.slice(0, 60), x + 4, y - 4);
    }
  }
  pen.restore();
}
