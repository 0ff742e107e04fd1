// The alarm: two tones again and again until every warning was acknowledged. It is latched: a warning that ends unseen
// goes on sounding. A browser gives no sound before somebody touches the page: until then the page says so, loudly.
import { store, on, tell } from './store.js';
import { $, put } from './dom.js';
import { latchedOnes } from './warnings.js';

const EVERY_MS = 1600;
/** @type {AudioContext|null} */ let audio = null;
let timer = 0;

export function beginAlarm() {
  for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, wake, { capture: true });
  on('warnings', sound);
  on('complete', sound);
  on('line', sound);
  $('sound').addEventListener('click', () => chime());
  show();
}

function wake() {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') audio.resume().then(show);
  else show();
}

const audible = () => audio?.state === 'running';

export const alarm = () => ({ sounding: timer !== 0, audible: audible() });

function grave() {
  return latchedOnes().filter((warning) => warning.kind !== 'SENSOR' || warning.severity !== 'MINOR');
}

function sound() {
  const wanted = grave().length > 0;
  if (wanted && !timer) {
    ring();
    timer = window.setInterval(ring, EVERY_MS);
  } else if (!wanted && timer) {
    clearInterval(timer);
    timer = 0;
  }
  show();
}

function ring() {
  if (audible()) {
    tone(880, 0, 0.22);
    tone(660, 0.26, 0.3);
  }
  show();
}

/** One short sound, to know that it works. */
export function chime() {
  wake();
  if (audible()) { tone(660, 0, 0.12); tone(990, 0.14, 0.2); }
}

function tone(hertz, afterS, forS) {
  const at = audio.currentTime + afterS;
  const source = audio.createOscillator();
  const gain = audio.createGain();
  source.frequency.value = hertz;
  source.type = 'triangle';
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.35, at + 0.015);
  gain.gain.setValueAtTime(0.35, at + forS - 0.05);
  gain.gain.linearRampToValueAtTime(0, at + forS);
  source.connect(gain).connect(audio.destination);
  source.start(at);
  source.stop(at + forS);
}

function show() {
  const ringing = timer !== 0;
  document.body.classList.toggle('alarm', ringing);
  $('sound').dataset.state = ringing ? 'bad' : audible() ? 'good' : 'poor';
  put($('sound'), ringing ? (audible() ? 'Alarm' : 'Alarm: no sound') : audible() ? 'Sound' : 'Sound off');
  const count = grave().length;
  document.title = count ? `(${count}) WARNING – ${store.node?.title ?? 'Vedette'}` : store.node?.title ?? 'Vedette';
  tell('alarm');
}
