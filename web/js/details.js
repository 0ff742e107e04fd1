// The chosen track: who it is, what speaks for it, where it was, what people said of it.
import { store, on, tell, engineNow, select } from './store.js';
import { order, trackDetails } from './session.js';
import { $, el, put } from './dom.js';
import { symbol } from './symbols.js';
import { map } from './basemap.js';
import { ask } from './dialogs.js';
import * as words from './words.js';

const REFRESH_MS = 2000;
let details = null;
let detailsOf = null;
let following = false;

export function beginDetails() {
  on('select', chosen);
  on('picture', () => { if (store.selected !== null) facts(); });
  on('picture', follow);
  on('units', () => { if (store.selected !== null) build(); });
  on('theme', () => { if (store.selected !== null) build(); });
  on('line', () => { if (store.selected !== null) build(); });
  on('beat', age);
  setInterval(refresh, REFRESH_MS);
}

async function chosen(id) {
  following = false;
  details = null;
  detailsOf = null;
  $('track').hidden = id === null;
  if (id === null) return;
  build();
  await refresh();
}

async function refresh() {
  const id = store.selected;
  if (id === null || document.hidden || !store.connected) return;
  const told = await trackDetails(id);
  if (store.selected !== id) return;
  if (told && JSON.stringify(told) !== JSON.stringify(details)) {
    details = told;
    detailsOf = id;
    build();
  }
}

function current() {
  const live = store.tracks.get(store.selected);
  return live ?? (detailsOf === store.selected ? details : null);
}

const fact = (name, id) => [name, el('dd', { id: `fact-${id}` })];

function build() {
  const track = current();
  const body = $('track-body');
  if (!track) {
    body.replaceChildren(el('p', { class: 'empty' }, 'This track is no more.'));
    return;
  }
  const focused = document.activeElement?.id;
  const top = body.scrollTop;
  body.replaceChildren(
    el('div', { class: 'track-top' }, picture(track),
      el('div', {}, el('h3', {}, words.called(track)), el('p', {}, `${words.title(track.affiliation)} · ${track.undecided ? 'undecided, ' : ''}${words.plain(track.kind)} ${Math.round(track.kindP * 100)} %`)),
      el('div', { class: 'stage', id: 'stage', data: { stage: track.stage } }, el('b', {}), el('span', {}))),
    undecided(track), factsList(), ...evidence(), ...history(), ...said(), acts(track));
  body.scrollTop = top;
  if (focused?.startsWith('act-')) $(focused)?.focus({ preventScroll: true });
  facts();
}

// It may be a drone and may be none: where nobody is warned of it, that must not look like knowledge.
function undecided(track) {
  return track.undecided
    ? el('p', { class: 'undecided' }, 'It may be a drone, and may be none: no zone warns of it until more is seen, or until you say what it is.')
    : '';
}

function picture(track) {
  const canvas = el('canvas', { width: '84', height: '84', 'aria-hidden': 'true' });
  const drawn = symbol(track, 28);
  const pen = canvas.getContext('2d');
  const scale = Math.min(84 / drawn.canvas.width, 84 / drawn.canvas.height, 2);
  const w = drawn.canvas.width * scale;
  const h = drawn.canvas.height * scale;
  pen.drawImage(drawn.canvas, (84 - w) / 2, (84 - h) / 2, w, h);
  return canvas;
}

function factsList() {
  const all = [
    fact('Squawk', 'squawk'), fact('Address', 'address'), fact('Track no.', 'number'),
    fact('Height', 'height'), fact('Speed', 'speed'), fact('Course', 'course'),
    fact('Climb', 'climb'), fact('Accuracy 95 %', 'accuracy'), fact('Existence', 'existence'),
  ];
  return el('dl', { class: 'facts' }, all.map(([name, dd]) => el('div', {}, el('dt', {}, name), dd)));
}

function facts() {
  const track = current();
  if (!track || !$('fact-height')) return;
  const set = (id, text) => put($(`fact-${id}`), text || '–');
  set('squawk', track.squawk ? `${track.squawk}${track.emergency ? ` ${words.plain(track.emergency)}` : ''}` : '');
  set('address', track.address);
  set('number', track.number !== undefined ? `${track.number} / ${track.id}` : `${track.id}`);
  set('height', track.altitudeM === undefined ? 'unknown' : words.height(track));
  $('fact-height').title = track.datum ? `${words.DATUM[track.datum] ?? ''}: ${Math.round(track.altitudeM)} m` : '';
  set('speed', words.speed(track.speedMps, track.kind));
  set('course', track.speedMps > 0.5 ? words.bearing(track.courseDeg) : '');
  set('climb', words.climb(track.climbMps, track.kind));
  set('accuracy', `± ${Math.round(track.ellipse[0] * 2.45)} m`);
  set('existence', `${(track.existence * 100).toFixed(track.existence > 0.99 ? 1 : 0)} %`);
  age();
}

function age() {
  const track = store.selected === null ? null : current();
  const stage = $('stage');
  if (!track || !stage) return;
  stage.dataset.stage = track.stage;
  put(stage.children[0], track.stage);
  const seconds = (engineNow() - track.plotAt) / 1000;
  put(stage.children[1], `last plot ${words.span(seconds)} ago`);
}

function evidence() {
  if (!details || detailsOf !== store.selected) return [];
  const sources = details.sources.map((name) => {
    const health = store.sensors.get(name);
    return el('li', { class: health?.state && health.state !== 'OK' ? 'hot' : '' }, el('span', {}, name), el('span', {}, health?.state?.toLowerCase() ?? ''));
  });
  const zones = details.intrusions.map((i) => el('li', { class: i.relation === 'INSIDE' ? 'hot' : '', title: i.why },
    el('span', {}, `${words.title(i.relation)} ${zoneTitle(i.zone)}${i.heightTested ? '' : ' (height not known)'}`),
    el('span', {}, i.entryAt ? `${i.entryAt.slice(11, 19)} ± ${Math.round(i.entrySigmaS)} s` : `${Math.round(i.probability * 100)} %`)));
  const kinds = details.kinds.length > 1 ? details.kinds.slice(0, 4).map((k) =>
    el('div', { class: 'bar-p' }, el('span', {}, words.title(k.kind)), el('meter', { min: '0', max: '1', value: String(k.p) }), el('span', { class: 'num' }, `${Math.round(k.p * 100)} %`))) : [];
  return [
    zones.length ? el('h4', {}, 'Zones') : null, zones.length ? el('ul', { class: 'lines' }, zones) : null,
    kinds.length ? el('h4', {}, 'What it may be') : null, ...kinds,
    details.why?.length ? el('ul', { class: 'lines' }, details.why.map((words) => el('li', {}, el('span', {}, words)))) : null,
    el('h4', {}, 'Seen by'), el('ul', { class: 'lines' }, sources),
  ].filter(Boolean);
}

const zoneTitle = (id) => store.zones.features.find((zone) => zone.properties.id === id)?.properties.title ?? id;

function history() {
  const places = details && detailsOf === store.selected ? details.history : [];
  const heights = places.filter((place) => place.altitudeM !== undefined);
  const head = details ? el('h4', {}, `History · since ${details.startedAt.slice(11, 19)}`) : null;
  if (heights.length < 3) return head ? [head, el('p', { class: 'num' }, `${places.length} places`)] : [];
  const first = Date.parse(heights[0].at);
  const last = Date.parse(heights.at(-1).at);
  const low = Math.min(...heights.map((p) => p.altitudeM));
  const high = Math.max(...heights.map((p) => p.altitudeM));
  const spread = Math.max(60, high - low); // a metre up and down is no climb
  const floor = (low + high - spread) / 2;
  const d = heights.map((p, i) => `${i ? 'L' : 'M'}${(((Date.parse(p.at) - first) / Math.max(1, last - first)) * 300).toFixed(1)} ${(42 - ((p.altitudeM - floor) / spread) * 38).toFixed(1)}`).join('');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 300 46');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', 'profile');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `Height from ${Math.round(low)} to ${Math.round(high)} metres`);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', d);
  svg.append(path);
  const sample = current() ?? details;
  const text = (m) => words.height({ ...sample, altitudeM: m });
  return [head, svg, el('div', { class: 'profile-ends' }, el('span', {}, words.utc(first)), el('span', {}, `height ${text(low)} – ${text(high)}`), el('span', {}, words.utc(last)))];
}

function said() {
  const orders = details && detailsOf === store.selected ? details.orders : [];
  if (!orders.length) return [];
  return [el('h4', {}, 'Orders and notes'), el('ul', { class: 'lines' }, orders.map((o) => el('li', {},
    el('span', {}, { identity: `identity ${words.plain(o.affiliation)}`, note: o.text, inhibit: `no warnings for ${zoneTitle(o.zone)} until ${o.until?.slice(11, 19)}` }[o.act] ?? o.act),
    el('span', {}, `${o.operator} ${o.at.slice(11, 19)}`))))];
}

function acts(track) {
  const button = (id, text, key, action) => el('button', { class: 'mini', type: 'button', id: `act-${id}`, title: key, onclick: action }, text);
  const may = store.mayOrder && !store.node?.replay;
  return el('div', { class: 'acts' },
    button('centre', 'Centre', 'C', centreSelected),
    button('follow', following ? 'Following' : 'Follow', 'Shift C', toggleFollow),
    may ? button('identity', 'Identity…', 'I', () => setIdentity()) : null,
    may ? button('note', 'Note…', 'X', () => writeNote()) : null,
    may && (details?.intrusions.length ?? 0) > 0 ? button('inhibit', 'Inhibit 15 min', '', () => inhibit()) : null,
    button('close', 'Close', 'Esc', () => select(null)));
}

export function centreSelected() {
  const track = current();
  if (track) map.easeTo({ center: [track.lon, track.lat], zoom: Math.max(map.getZoom(), 8) });
}

export function toggleFollow() {
  following = !following && store.selected !== null;
  follow();
  if (store.selected !== null) build();
}

function follow() {
  const track = following ? store.tracks.get(store.selected) : null;
  if (track) map.easeTo({ center: [track.lon, track.lat], duration: 400 });
}

async function give(act) {
  const wrong = await order(act);
  if (wrong) tell('trouble', wrong);
}

export async function setIdentity() {
  const track = current();
  if (!track || !store.mayOrder) return;
  const names = ['UNKNOWN', 'PENDING', 'ASSUMED_FRIEND', 'FRIEND', 'NEUTRAL', 'SUSPECT', 'HOSTILE'];
  const kinds = ['', 'AEROPLANE', 'HELICOPTER', 'DRONE', 'MULTIROTOR', 'FIXED_WING_DRONE', 'ONE_WAY_ATTACK_DRONE', 'CRUISE_MISSILE', 'BALLISTIC', 'BIRD', 'SPACE_OBJECT'];
  const answer = await ask(`Identity of ${words.called(track)}`, 'It is recorded under your name.', [
    { name: 'affiliation', label: 'Standard identity', options: names.map((n) => [n, words.title(n)]), value: track.affiliation },
    { name: 'kind', label: 'What it is', options: kinds.map((n) => [n, n ? words.title(n) : 'as assessed']), value: '' },
  ]);
  if (answer) give({ act: 'identity', track: track.id, affiliation: answer.affiliation, ...(answer.kind ? { kind: answer.kind } : {}) });
}

export async function writeNote() {
  const track = current();
  if (!track || !store.mayOrder) return;
  const answer = await ask(`Note to ${words.called(track)}`, 'It goes into the record under your name.', [{ name: 'text', label: 'Note, up to 500 characters', long: true }]);
  if (answer?.text.trim()) give({ act: 'note', track: track.id, text: answer.text.trim().slice(0, 500) });
}

function inhibit() {
  for (const intrusion of details?.intrusions ?? []) {
    give({ act: 'inhibit', track: store.selected, zone: intrusion.zone, forS: 900 });
  }
}
