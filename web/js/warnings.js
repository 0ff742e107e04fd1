// The list of warnings, what was seen of them, and their acknowledgement.
import { store, on, tell, select, engineNow } from './store.js';
import { order } from './session.js';
import { standing } from './presence.js';
import { $, el, put } from './dom.js';
import { map } from './basemap.js';
import * as words from './words.js';

const GRAVE = { EXTREME: 0, SEVERE: 1, MODERATE: 2, MINOR: 3, UNKNOWN: 4 };
const ENDED_SHOWN = 20;
const rows = new Map();
const announced = new Map();
// Acknowledged at this screen without the right to give orders: it silences here only.
const hushed = new Set();

/** Whether a warning still calls for somebody: also after its end, until it was seen. */
export function latched(warning) {
  return warning.seenRevision === undefined && !hushed.has(warning.id);
}

export function beginWarnings() {
  on('warnings', (news) => { announce(news); list(); });
  on('complete', list);
  on('line', list);
  setInterval(times, 1000);
  $('ack-all').addEventListener('click', acknowledgeAll);
}

export const latchedOnes = () => [...store.warnings.values()].filter(latched);
export const activeOnes = () => [...store.warnings.values()].filter((warning) => !warning.ended);

function sorted() {
  const all = [...store.warnings.values()];
  const key = (w) => (w.ended ? 100 : 0) + (latched(w) ? 0 : 10) + GRAVE[w.severity];
  all.sort((a, b) => key(a) - key(b) || b.at - a.at);
  let past = 0;
  return all.filter((w) => !w.ended || latched(w) || past++ < ENDED_SHOWN);
}

function list() {
  const box = $('warning-list');
  const focused = document.activeElement?.closest?.('.warning')?.dataset.id;
  const wanted = sorted();
  for (const [id, row] of rows) {
    if (!wanted.some((w) => w.id === id)) { row.remove(); rows.delete(id); }
  }
  wanted.forEach((warning, i) => {
    const old = rows.get(warning.id);
    const mark = `${warning.revision} ${warning.seenRevision} ${latched(warning)} ${store.mayOrder}`;
    let row = old;
    if (!old || old.dataset.mark !== mark) {
      row = build(warning);
      row.dataset.mark = mark;
      old?.replaceWith(row);
      rows.set(warning.id, row);
    }
    if (box.children[i] !== row) box.insertBefore(row, box.children[i] ?? null);
  });
  box.querySelector('.empty')?.remove();
  if (wanted.length === 0) box.append(el('li', { class: 'empty' }, 'No warnings.'));
  if (focused) rows.get(focused)?.focus({ preventScroll: true });
  tallies();
  times();
}

function tallies() {
  const open = latchedOnes().length;
  const active = activeOnes().length;
  put($('warnings-tally'), active || open ? `${active} active${open ? `, ${open} unseen` : ''}` : '');
  $('warnings-tally').classList.toggle('hot', open > 0);
  $('ack-all').hidden = open < 2;
  put($('count-warnings'), String(active));
  $('count-warnings').className = active ? 'bad' : '';
}

function build(warning) {
  const tracks = warning.tracks.map((id) => { const t = store.tracks.get(id); return t ? words.called(t) : `#${id}`; });
  const meta = [words.plain(warning.confidence), `rev ${warning.revision}`, warning.sources.join(', ')].filter(Boolean).join(' · ');
  return el('li', {
    class: `warning${warning.ended ? ' ended' : ''}${latched(warning) ? ' latched' : ''}`,
    data: { id: warning.id, severity: warning.severity }, tabindex: '0',
    onclick: () => show(warning.id),
    onkeydown: (event) => { if (event.key === 'Enter' && event.target === event.currentTarget) show(warning.id); },
  },
  el('span', { class: 'kind' }, `${words.plain(warning.kind).toUpperCase()} · ${stageWord(warning)}`),
  el('span', { class: 'when' }, words.utc(warning.at)),
  el('h3', {}, warning.headline),
  el('span', { class: 'countdown', data: { onset: warning.onset } }),
  el('p', {}, warning.why || tracks.join(', ')),
  warning.advice && !warning.ended ? el('p', {}, warning.advice) : null,
  el('footer', {}, el('span', { title: meta }, meta), seen(warning)));
}

function stageWord(warning) {
  return { DRAFTED: 'DRAFT, NOT RELEASED', ALL_CLEAR: 'ALL CLEAR', PREALERT: 'PRE-ALERT' }[warning.stage] ?? warning.stage;
}

function seen(warning) {
  if (latched(warning)) {
    return el('button', {
      class: 'mini strong', type: 'button',
      onclick: (event) => { event.stopPropagation(); acknowledge(warning.id); },
    }, store.mayOrder ? 'Acknowledge' : 'Silence here');
  }
  return el('span', {}, warning.seenBy ? `✓ ${warning.seenBy} ${words.utc(warning.seenAt)}` : '✓ silenced here');
}

/** Says that a warning was seen. */
export async function acknowledge(id) {
  const warning = store.warnings.get(id);
  if (!warning || !latched(warning)) return;
  if (!store.mayOrder || store.node?.replay) {
    hushed.add(id);
    tell('warnings', []);
    return;
  }
  // Whoever has to prove first who they are shall not do so under the noise.
  if (standing().lapsed) {
    hushed.add(id);
    tell('warnings', []);
  }
  const wrong = await order({ act: 'acknowledge', warning: id, revision: warning.revision });
  if (wrong) tell('trouble', wrong);
}

/** The one the reader is at, or else the gravest. */
export function acknowledgeNext() {
  const here = document.activeElement?.closest?.('.warning')?.dataset.id;
  const next = here && latched(store.warnings.get(here)) ? here : sorted().find(latched)?.id;
  if (next) acknowledge(next);
}

export function acknowledgeAll() {
  latchedOnes().forEach((warning) => acknowledge(warning.id));
}

/** Moves among the rows: +1 down, −1 up. */
export function walkWarnings(step) {
  const all = [...$('warning-list').querySelectorAll('.warning')];
  const at = all.indexOf(document.activeElement?.closest?.('.warning'));
  (all[at + step] ?? all[at] ?? all[0] ?? $('warnings')).focus();
}

function show(id) {
  const warning = store.warnings.get(id);
  const track = warning?.tracks.map((t) => store.tracks.get(t)).find(Boolean);
  if (track) {
    select(track.id);
    if (!map.getBounds().contains([track.lon, track.lat])) map.easeTo({ center: [track.lon, track.lat] });
  } else if (warning?.polygon.length) {
    map.easeTo({ center: warning.polygon[0] });
  }
}

// Read aloud once a warning, and again when its stage changes.
function announce(news) {
  for (const warning of news) {
    if (announced.get(warning.id) !== warning.stage && (store.complete || !warning.ended)) {
      put($('announce'), `${store.node?.domain === 'LIVE' ? '' : `${words.plain(store.node?.domain)}: `}${words.plain(warning.kind)}, ${stageWord(warning).toLowerCase()}: ${warning.headline}`);
    }
    announced.set(warning.id, warning.stage);
  }
}

function times() {
  const now = engineNow();
  for (const span of document.querySelectorAll('.countdown')) {
    const warning = store.warnings.get(span.closest('.warning').dataset.id);
    const seconds = (Number(span.dataset.onset) - now) / 1000;
    put(span, !warning || warning.ended || Math.abs(seconds) > 86400 ? '' : words.countdown(seconds));
  }
}
