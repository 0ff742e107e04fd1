// What peers told us: their warnings and notices, each with its origin. Nothing of it is ours.
import { store, on } from './store.js';
import { $, el, put } from './dom.js';
import { map } from './basemap.js';
import * as words from './words.js';

const SHOWN = 50;
const ORDER = { CURRENT: 0, OVER: 1, HISTORY: 2 };

export function beginNeighbours() {
  on('neighbours', list);
  on('complete', list);
}

function list() {
  const all = [...store.neighbours.values()].filter((item) => item.what !== 'TRACK' && item.item);
  all.sort((a, b) => ORDER[a.standing] - ORDER[b.standing] || b.at - a.at);
  $('neighbours').hidden = all.length === 0;
  put($('neighbours-tally'), String(all.filter((item) => item.standing === 'CURRENT').length));
  $('neighbour-list').replaceChildren(...all.slice(0, SHOWN).map(row));
}

function row(item) {
  const what = item.what === 'NOTICE' ? 'LAUNCH NOTICE' : `${words.plain(item.kind).toUpperCase()} · ${item.stage === 'DRAFTED' ? 'DRAFT, NOT RELEASED' : `${item.stage}${item.released ? '' : ', NOT RELEASED'}`}`;
  const title = item.headline ?? item.matter ?? `${words.plain(item.kind)} told by ${item.node}`;
  const way = `from ${item.path.join(' → ')} · issue ${item.issue}${item.standing === 'CURRENT' ? '' : ` · ${item.standing.toLowerCase()}`}`;
  return el('li', {
    class: `warning${item.standing === 'CURRENT' ? '' : ' ended'}`, data: { severity: item.severity ?? 'UNKNOWN' }, tabindex: '0',
    onclick: () => show(item),
    onkeydown: (event) => { if (event.key === 'Enter') show(item); },
  },
  el('span', { class: 'kind' }, `${item.domain === 'LIVE' ? '' : `${item.domain} · `}${item.node}: ${what}`),
  el('span', { class: 'when' }, words.utc(item.at)),
  el('h3', {}, title),
  el('footer', {}, el('span', { title: way }, way)));
}

function show(item) {
  const corner = (item.impactArea ?? item.launchArea)?.coordinates?.[0]?.[0]?.[0];
  if (corner) map.easeTo({ center: corner });
}

/** Peers' tracks that are none of ours: hollow, with who tells of them. */
export function drawNeighbours(pen, screen, colour) {
  pen.save();
  pen.font = '11px sans-serif';
  for (const item of store.neighbours.values()) {
    if (item.what !== 'TRACK' || item.standing !== 'CURRENT' || item.track || !item.place) continue;
    const [x, y] = screen(item.place[0], item.place[1]);
    pen.strokeStyle = pen.fillStyle = colour({ affiliation: item.ours?.affiliation ?? item.affiliation });
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.arc(x, y, 6, 0, 2 * Math.PI);
    pen.stroke();
    pen.fillText(`${item.node} ${item.callsign ?? item.item}`, x + 9, y + 4);
  }
  pen.restore();
}
