// The keyboard: everything that the mouse does, and quicker.
import { store, select, tell } from './store.js';
import { map, fitAll } from './basemap.js';
import { $ } from './dom.js';
import { LAYERS, toggleLayer } from './layers.js';
import { otherTheme } from './theme.js';
import { acknowledgeAll, acknowledgeNext, walkWarnings } from './warnings.js';
import { walkReleases } from './releases.js';
import { centreSelected, setIdentity, toggleFollow, writeNote } from './details.js';
import { clearRuler, layEnd, ruler, toggleRuler } from './ruler.js';
import { asking, showKeys } from './dialogs.js';
import { chime } from './alarm.js';
import { drawn } from './overlay.js';
import { askKey } from './operator.js';
import * as words from './words.js';

const PAN = { ArrowLeft: [-120, 0], ArrowRight: [120, 0], ArrowUp: [0, -120], ArrowDown: [0, 120] };

export const HELP = [
  [['A'], 'acknowledge the warning at hand, or the gravest'], [['Shift', 'A'], 'acknowledge all'],
  [['W'], 'to the warnings; ↑ ↓ among them, Enter shows one'], [['P'], 'to the release desk'], [['S'], 'to the sensors'],
  [['N'], 'next track (Shift N: the one before)'], [['/'], 'find a track'],
  [['C'], 'centre the chosen track'], [['Shift', 'C'], 'follow it'],
  [['I'], 'set its identity'], [['X'], 'write a note to it'],
  [['R'], 'range and bearing; Enter lays an end'], [['Esc'], 'end the tool, leave the track'],
  [['←↑→↓'], 'move the map'], [['+'], 'closer'], [['−'], 'farther'], [['F'], 'show everything'],
  ...LAYERS.map(({ key, name }) => [[key], `${name.toLowerCase()} on or off`]),
  [['D'], 'dark or light'], [['U'], 'units: mixed, aviation, metric'],
  [['M'], 'test the alarm sound'], [['K'], 'who gives orders here'], [['?'], 'this page'],
];

const ACTS = {
  a: acknowledgeNext, A: acknowledgeAll,
  w: () => walkWarnings(0), s: () => $('sensors').focus(), p: () => walkReleases(),
  n: () => nextTrack(1), N: () => nextTrack(-1), c: centreSelected, C: toggleFollow,
  i: setIdentity, x: writeNote, r: toggleRuler, f: () => fitAll(), d: otherTheme, u: changeUnits, m: chime, k: askKey,
  '+': () => map.zoomIn(), '=': () => map.zoomIn(), '-': () => map.zoomOut(), '−': () => map.zoomOut(),
  '?': () => showKeys(HELP),
  '/': () => $('find').focus(),
  Escape: leave,
};
for (const { id, key } of LAYERS) ACTS[key.toLowerCase()] = () => toggleLayer(id);

export function beginKeys() {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || asking()) return;
    // A field keeps the focus for a moment after its dialog was closed.
    if (event.target.matches?.('input, textarea, select') && !event.target.closest('dialog:not([open])')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (pressed(event)) event.preventDefault();
  });
}

function pressed(event) {
  if (event.key in PAN) return arrow(event);
  if (event.key === 'Enter' && ruler.active && !event.target.closest?.('button, .warning')) {
    const centre = map.getCenter();
    layEnd(ruler.hover ?? { lon: centre.lng, lat: centre.lat });
    return true;
  }
  const act = ACTS[event.key];
  if (act) act();
  return Boolean(act);
}

function arrow(event) {
  if (event.target.closest?.('#warnings') && PAN[event.key][0] === 0) {
    walkWarnings(Math.sign(PAN[event.key][1]));
  } else {
    ruler.hover = null;
    map.panBy(PAN[event.key], { duration: 120 });
  }
  return true;
}

function leave() {
  if (!clearRuler()) select(null);
  document.activeElement?.blur?.();
}

// From left to right and top to bottom as they stand on the screen.
function nextTrack(step) {
  const inView = [...drawn].sort((a, b) => a.x - b.x || a.y - b.y).map((item) => item.track.id);
  const all = inView.length ? inView : [...store.tracks.keys()];
  if (!all.length) return;
  const at = all.indexOf(store.selected);
  select(all[(at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step + all.length) % all.length]);
}

export function changeUnits() {
  words.nextUnits();
  tell('units');
}

/** The first track whose callsign, code, address or number begins with, or holds, a text. */
export function find(text) {
  const wanted = text.trim().toUpperCase().replace(/^#/, '');
  if (!wanted) return null;
  const names = (track) => [track.callsign, track.squawk, track.address, track.number, track.id].filter((n) => n !== undefined).map((n) => String(n).toUpperCase());
  const all = [...store.tracks.values()];
  return all.find((t) => names(t).includes(wanted)) ?? all.find((t) => names(t).some((n) => n.startsWith(wanted)))
    ?? all.find((t) => names(t).some((n) => n.includes(wanted))) ?? null;
}
