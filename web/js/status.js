// What must always be visible: the domain, the clock, whether the picture is alive and being recorded.
import { store, on, replayEnded, stale, tell } from './store.js';
import { $, el, put } from './dom.js';
import { standingBanner } from './presence.js';
import * as words from './words.js';

let trouble = '';
let troubleUntil = 0;
let wasStale = false;

export function beginStatus() {
  for (const kind of ['node', 'beat', 'line', 'picture', 'alarm']) on(kind, show);
  on('trouble', (text) => { trouble = text; troubleUntil = performance.now() + 8000; show(); });
  setInterval(show, 250);
}

function show() {
  domain();
  clock();
  life();
  banners();
}

function domain() {
  const node = store.node;
  if (!node) return;
  document.body.dataset.domain = node.domain;
  document.body.dataset.replay = node.replay;
  const box = $('domain');
  const words = [node.domain, ...(node.replay ? ['REPLAY'] : [])];
  if (box.textContent !== words.join('')) {
    box.replaceChildren(...words.map((word) => el('b', { data: { is: word } }, word)));
    box.setAttribute('aria-label', `Domain: ${words.join(', ')}`);
  }
  put($('title'), node.title);
}

function clock() {
  if (!store.beat) return;
  put($('time'), words.utc(store.beat.at));
  put($('date'), words.day(store.beat.at));
  put($('count-tracks'), words.count(store.tracks.size));
  put($('count-seq'), words.count(store.beat.seq));
}

function life() {
  const dead = stale();
  document.body.classList.toggle('stale', dead);
  $('veil').hidden = !dead;
  if (dead) {
    const seconds = Math.floor((performance.now() - store.beatSeenAt) / 1000);
    put($('veil-head'), `No heartbeat for ${seconds} s`);
    const at = store.beat ? ` The picture stands still at ${words.utc(store.beat.at)} UTC.` : '';
    put($('veil-text'), store.connected ? `The engine is silent.${at}` : `The line to the node is cut; trying again.${at}`);
  }
  if (dead !== wasStale) {
    wasStale = dead;
    put($('announce'), dead ? 'No heartbeat. The picture stands still.' : 'The picture is alive again.');
    tell('stale');
  }
  const chip = $('line');
  chip.dataset.state = dead ? 'bad' : store.connected ? 'good' : 'poor';
  put(chip, dead ? 'No heartbeat' : store.connected ? 'Connected' : replayEnded() ? 'Ended' : 'Connecting');
  record();
}

function record() {
  const chip = $('recording');
  const recording = store.node?.recording;
  chip.dataset.state = { RECORDED: 'good', UNRECORDED: 'bad' }[recording] ?? '';
  put(chip, { RECORDED: 'Recorded', UNRECORDED: 'UNRECORDED', NOT_KEPT: 'No record' }[recording] ?? '');
  const operator = $('operator');
  operator.dataset.state = store.mayOrder ? 'good' : '';
  put(operator, store.node?.replay ? 'Replay: no orders' : store.mayOrder ? store.operator : 'View only');
}

function banners() {
  const wanted = [];
  const node = store.node;
  if (node?.recording === 'UNRECORDED') wanted.push(['hazard', 'UNRECORDED', node.words.join(' ') || 'Events are not being written down. Warnings go on.']);
  else if (node?.words.length) wanted.push(['caution', 'CAUTION', node.words.join(' ')]);
  if (replayEnded()) wanted.push(['notice', 'REPLAY ENDED', 'The picture stands as it was at the end.']);
  if (node && !node.running && !node.replay) wanted.push(['hazard', 'THE NODE DOES NOT RUN', 'No new events are taken. Look at the process.']);
  if (document.body.classList.contains('alarm') && $('sound').textContent === 'Alarm: no sound') {
    wanted.push(['hazard', 'ALARM WITHOUT SOUND', 'This browser gives no sound before you press a key or click somewhere.']);
  }
  const session = standingBanner();
  if (session) wanted.push(session);
  if (performance.now() < troubleUntil) wanted.push(['caution', 'NOT DONE', trouble]);
  const box = $('banners');
  const mark = JSON.stringify(wanted);
  if (box.dataset.mark === mark) return;
  box.dataset.mark = mark;
  box.replaceChildren(...wanted.map(([kind, head, text]) => el('div', { class: `banner ${kind}` }, el('strong', {}, head), el('span', {}, text))));
}
