// The release desk: what goes to the public, who has signed it, and which channel has it.
import { store, on, tell } from './store.js';
import { order } from './session.js';
import { ask } from './dialogs.js';
import { $, el, put } from './dom.js';
import { map } from './basemap.js';
import { near } from './geo.js';
import * as words from './words.js';

const RANK = { HALF: 0, WAITING: 1, TAKEN_BACK: 2, PUBLIC: 3 };
const SHOWN = 30;
const WORDS = {
  WAITING: 'NOT RELEASED · two people must sign',
  HALF: 'NOT RELEASED · waiting for a second person',
  TAKEN_BACK: 'TAKEN BACK · two people must sign to release it again',
  PUBLIC: 'PUBLIC',
};
const rows = new Map();
const announced = new Map();

export function beginReleases() {
  on('releases', (news) => { announce(news); list(); });
  on('warnings', list);
  on('complete', list);
  on('line', list);
}

/** To the first release that waits, or the desk itself. */
export function walkReleases() {
  ($('release-list').querySelector('button') ?? $('releases')).focus();
}

const open = (state) => state !== 'PUBLIC';

function list() {
  const all = [...store.releases.values()].filter((release) => release.state in RANK && store.warnings.has(release.id));
  all.sort((a, b) => RANK[a.state] - RANK[b.state] || store.warnings.get(b.id).at - store.warnings.get(a.id).at);
  const wanted = all.slice(0, SHOWN);
  $('releases').hidden = all.length === 0;
  const waiting = all.filter((release) => open(release.state)).length;
  put($('releases-tally'), waiting ? `${waiting} not released` : `${all.length} public`);
  $('releases-tally').classList.toggle('hot', waiting > 0);
  const box = $('release-list');
  const focused = document.activeElement?.closest?.('.release')?.dataset.id;
  const act = document.activeElement?.dataset?.release;
  for (const [id, row] of rows) {
    if (!wanted.some((release) => release.id === id)) { row.remove(); rows.delete(id); }
  }
  wanted.forEach((release, i) => {
    const row = current(release);
    if (box.children[i] !== row) box.insertBefore(row, box.children[i] ?? null);
  });
  if (focused && act && document.activeElement === document.body) {
    const row = rows.get(focused);
    (row?.querySelector(`[data-release="${act}"]`) ?? row?.querySelector('button'))?.focus({ preventScroll: true });
  }
}

function current(release) {
  const warning = store.warnings.get(release.id);
  const troubles = store.channels.map(({ channel, fault, givenUp }) => [channel, fault, givenUp]);
  const mark = JSON.stringify([release, warning.revision, store.mayRelease, store.operator, troubles]);
  const old = rows.get(release.id);
  if (old?.dataset.mark === mark) return old;
  const row = build(release, warning);
  row.dataset.mark = mark;
  old?.replaceWith(row);
  rows.set(release.id, row);
  return row;
}

function build(release, warning) {
  const live = store.node?.domain === 'LIVE';
  return el('li', { class: 'release', data: { id: release.id, state: release.state } },
    el('span', { class: 'kind' }, `${live ? '' : `${warning.domain} · `}${words.plain(warning.kind).toUpperCase()} · ${WORDS[release.state]}`),
    el('h3', {}, warning.headline),
    warning.why ? el('p', {}, warning.why) : null,
    warning.advice ? el('p', {}, warning.advice) : null,
    el('p', { class: 'area' }, area(warning), ' ', warning.polygon.length ? button('area', 'Show the area', warning, () => map.easeTo({ center: warning.polygon[0] })) : null),
    el('p', { class: 'rule' }, `Rule: ${release.rule} · revision ${release.revision}${release.issue ? ` · issue ${release.issue} is out` : ''}`),
    signatures(release),
    acts(release, warning),
    channels(release));
}

function area(warning) {
  if (!warning.polygon.length) return 'No area.';
  const lons = warning.polygon.map((corner) => near(corner[0], warning.polygon[0][0]));
  const lats = warning.polygon.map((corner) => corner[1]);
  const from = words.position(Math.min(...lons), Math.min(...lats));
  const to = words.position(Math.max(...lons), Math.max(...lats));
  return `Area: ${warning.polygon.length} corners, ${from} to ${to}`;
}

function signatures(release) {
  if (!release.signed?.length) return null;
  return el('ul', { class: 'signed', 'aria-label': 'Signed by' }, release.signed.map(({ name, revision, at }) =>
    el('li', {}, `✓ ${name}, revision ${revision}, ${words.utc(at)}`)));
}

const same = (a, b) => a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase();

function acts(release, warning) {
  if (!store.mayRelease) return open(release.state) ? el('p', { class: 'rule' }, 'Releasing takes the role releaser (K).') : null;
  const mine = release.signed?.some(({ name }) => same(name, store.operator));
  if (release.state === 'PUBLIC') {
    return el('footer', {}, button('takeBack', 'Take back', warning, () => takeBack(release, warning)));
  }
  return el('footer', {},
    mine ? el('span', {}, 'You have signed. Another person must sign too.') : null,
    mine ? button('withdraw', 'Withdraw my signature', warning, () => give({ act: 'withdraw', warning: release.id })) : null,
    !mine && warning.revision === release.revision ? button('approve', 'Release …', warning, () => sign(release, warning), true) : null,
    !mine && warning.revision !== release.revision ? el('span', {}, 'The text is changing …') : null);
}

function button(act, text, warning, onclick, strong) {
  return el('button', {
    type: 'button', class: `mini${strong ? ' strong' : ''}`, data: { release: act }, onclick, 'aria-label': `${text}: ${warning.headline}`,
  }, text);
}

// The order names what was on the screen when the button was pressed, not what came while the question was read.
async function sign(release, warning) {
  const last = release.signed?.length ? 'It goes out with your signature.' : 'A second person must sign before it goes out.';
  const yes = await ask('Release to the public?', `You sign as “${store.operator}”: “${warning.headline}” ${warning.advice} ${last}`, []);
  if (yes) give({ act: 'approve', warning: release.id, revision: release.revision, shown: release.shown });
}

async function takeBack(release, warning) {
  const answer = await ask('Take this warning back?', `“${warning.headline}” is cancelled towards everybody it went to, at once, on your word alone (“${store.operator}”).`, [
    { name: 'why', label: 'Reason, one sentence (may stay empty)' },
  ]);
  if (answer) give({ act: 'takeBack', warning: release.id, why: answer.why.trim() });
}

async function give(act) {
  const wrong = await order(act);
  if (wrong) tell('trouble', wrong);
}

function channels(release) {
  if (!release.receipts?.length) return null;
  return el('table', { class: 'receipts' }, el('caption', {}, 'Channels'),
    el('thead', {}, el('tr', {}, ['Channel', 'Has', 'Since', 'Line'].map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, release.receipts.map(({ channel, issue, at }) => el('tr', { class: issue < release.issue ? 'late' : '' },
      el('th', { scope: 'row' }, channel),
      el('td', {}, issue === 0 ? 'nothing yet' : issue < release.issue ? `issue ${issue}, not ${release.issue} yet` : `issue ${issue}`),
      el('td', {}, issue === 0 ? `sent ${words.utc(at)}` : words.utc(at)),
      el('td', {}, line(channel))))));
}

// How the line to a channel is, and what it has not got at all.
function line(name) {
  const state = store.channels.find(({ channel }) => channel === name);
  if (!state) return '';
  const dead = state.givenUp ? `, ${state.givenUp} given up (${state.dead[0]?.parcel ?? ''})` : '';
  const there = state.audience
    ? `, ${state.audience.connected} connected${state.audience.dropped ? `, ${state.audience.dropped} gone (${state.audience.last?.why ?? ''})` : ''}`
    : '';
  return (state.fault ? `${state.fault}, since ${words.utc(state.faultSince)}` : state.well ? 'open' : 'broken') + there + dead;
}

// Read aloud when it comes to stand otherwise.
function announce(news) {
  for (const { id, state } of news) {
    const before = announced.get(id);
    announced.set(id, state);
    if (before !== state && state in RANK && store.complete) put($('announce'), `Release: ${store.warnings.get(id)?.headline ?? id}: ${WORDS[state].toLowerCase()}`);
  }
}
