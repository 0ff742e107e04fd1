// The list of objects that burn, fly and fall: who has seen what, what it may be, when and where it comes down; raids;
// and the places with their time left.
import { store, on, engineNow } from './store.js';
import { $, el, put } from './dom.js';
import { map } from './basemap.js';
import { placeState, secondsLeft, shownMissiles } from './flights.js';
import { many } from './raids.js';
import * as words from './words.js';

const MOST_ROWS = 40;
const MOST_PLACES = 60;
const STEPS = ['UNCONFIRMED', 'PROBABLE', 'CONFIRMED'];
const GRAVE = { cover: 0, warned: 1, ready: 2, clear: 3 };
let asked = false;

export function beginFlights() {
  for (const kind of ['missiles', 'raids', 'places', 'complete', 'line']) on(kind, ask);
  setInterval(list, 1000);
  list();
}

// Many news make one list.
function ask() {
  if (asked) return;
  asked = true;
  setTimeout(() => { asked = false; list(); }, 250);
}

function list() {
  const missiles = shownMissiles().sort((a, b) => Number(a.ended) - Number(b.ended) || GRAVITY(a) - GRAVITY(b) || b.id - a.id);
  const told = [...store.places.values()].map((p) => ({ p, state: placeState(p) })).filter(({ state }) => state)
    .sort((a, b) => GRAVE[a.state] - GRAVE[b.state] || a.p.earliest - b.p.earliest);
  const raids = [...store.raids.values()].filter((raid) => raid.flying > 0 && (raid.air || raid.count > 1));
  $('flights').hidden = missiles.length === 0 && told.length === 0 && raids.length === 0;
  if ($('flights').hidden) return;
  const flying = missiles.filter((m) => !m.ended).length + raids.reduce((sum, raid) => sum + (raid.air ? raid.flying : 0), 0);
  put($('flights-tally'), `${flying} flying${told.length ? `, ${told.length} ${told.length === 1 ? 'place' : 'places'}` : ''}`);
  const top = $('flight-body').scrollTop;
  $('flight-body').replaceChildren(
    ...raids.map(raidRow),
    ...missiles.slice(0, MOST_ROWS).map(row),
    ...(told.length ? [el('h4', {}, 'Places'), el('ul', { class: 'place-list' }, ...told.slice(0, MOST_PLACES).map(placeRow),
      told.length > MOST_PLACES ? el('li', { class: 'empty' }, `and ${told.length - MOST_PLACES} more`) : null)] : []));
  $('flight-body').scrollTop = top;
}

const GRAVITY = (m) => ['ATTACK', 'LAUNCH', 'DEBRIS', 'SPACE_LAUNCH', 'SATELLITE', 'METEOR', 'CLUTTER'].indexOf(m.verdict);

function row(m) {
  const step = STEPS.indexOf(m.confidence);
  return el('section', { class: `flight${m.ended ? ' ended' : ''}`, data: { verdict: m.verdict, missile: String(m.id) }, onclick: () => go(m) },
    el('header', {}, el('b', {}, `M${m.id}`), el('span', { class: 'verdict' }, words.plain(m.verdict).toUpperCase()),
      el('span', {}, words.plain(m.phase)), el('span', { class: 'countdown-to' }, window_(m))),
    el('ol', { class: 'ladder', title: 'How independent the evidence is' },
      ...STEPS.map((name, i) => el('li', { class: i <= step ? 'on' : '' }, words.plain(name)))),
    el('p', { class: 'support' }, ...m.support.map((s) =>
      el('span', { class: s.infrared ? 'ir' : 'radar', title: s.infrared ? 'sees heat' : 'radar' }, `${s.sensor} ${s.looks}`))),
    m.ended ? null : el('ul', { class: 'odds' }, ...m.odds.filter((o) => o.p >= 0.01).sort((a, b) => b.p - a.p).slice(0, 4).map((o) =>
      el('li', { title: o.evidence }, el('span', {}, words.plain(o.verdict)), el('meter', { min: '0', max: '1', value: String(o.p) }),
        el('span', { class: 'num' }, `${Math.round(o.p * 100)} %`), el('i', {}, o.evidence)))),
    m.launch?.notice ? el('p', { class: 'notice' }, `As notified: ${m.launch.notice}`) : null,
    el('p', {}, m.why));
}

function window_(m) {
  if (m.phase === 'DOWN') return 'down';
  if (!m.impact || m.ended) return '';
  return `${words.utc(m.impact.earliest)}–${words.utc(m.impact.latest)} (${words.countdown((m.impact.earliest - engineNow()) / 1000)})`;
}

// A raid that a net of listening nodes hears: how many, which way, and who must expect it when.
function airRaidRow(raid) {
  return el('section', { class: 'flight raid', onclick: () => map.easeTo({ center: raid.place }) },
    el('header', {}, el('b', {}, `Raid ${raid.id}: ${many(raid)}`), el('span', {}, `course ${raid.courseDeg}°, ${raid.speedMps} m/s`)),
    ...raid.ahead.map((a) => el('p', {}, `${store.places.get(a.place)?.name ?? a.place} ${percent(a.p)}, ${words.utc(a.earliest)}–${words.utc(a.latest)}`)),
    el('p', {}, raid.why));
}

function raidRow(raid) {
  if (raid.air) return airRaidRow(raid);
  return el('section', { class: 'flight raid' },
    el('header', {}, el('b', {}, `Raid of ${raid.count}`), el('span', {}, `${raid.flying} flying`)),
    el('p', { class: 'support' }, ...raid.counts.map((c) =>
      el('span', { class: `${c.infrared ? 'ir' : 'radar'}${c.objects === raid.count ? '' : ' differs'}` }, `${c.sensor} ${c.objects}`))),
    raid.differs ? el('p', { class: 'differs' }, 'The counts of the sensors differ from the count of all together.') : null,
    el('p', {}, `Down in this order: ${raid.arrivals.slice(0, 12).map((a) => `M${a.missile}${a.down ? ' (down)' : a.at ? ` ${words.utc(a.at)}` : ''}`).join(', ')}`));
}

function placeRow({ p, state }) {
  const label = { cover: 'TAKE COVER', warned: 'WARNED', ready: 'BE READY', clear: 'ALL CLEAR' }[state];
  return el('li', { class: `place ${state}`, data: { place: p.id }, onclick: () => p.place && map.easeTo({ center: p.place, zoom: Math.max(map.getZoom(), 7) }) },
    el('b', {}, p.name ?? p.id), el('span', { class: 'mark' }, label),
    el('span', { class: 'num' }, state === 'clear' ? '' : words.countdown(secondsLeft(p))),
    el('i', {}, state === 'clear' ? words.utc(p.at) : `${percent(p.probability)}${p.population ? ` · ${words.count(p.population)} people` : ''}`));
}

const percent = (p) => (p >= 0.1 ? `${Math.round(p * 100)} %` : `${(p * 100).toPrecision(2)} %`);

function go(m) {
  const at = m.place ?? m.impact?.place ?? m.launch?.place;
  if (at) map.easeTo({ center: at });
}
