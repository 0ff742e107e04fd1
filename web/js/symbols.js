// Symbols of APP-6(D) / MIL-STD-2525D, drawn once each and kept as pictures.
/* global ms */
import { store } from './store.js';
import { theme } from './theme.js';

const IDENTITY = {
  PENDING: '0', UNKNOWN: '1', ASSUMED_FRIEND: '2', FRIEND: '3', NEUTRAL: '4', SUSPECT: '5', HOSTILE: '6',
};
// Symbol set, entity and the first modifier: air 01 (civilian 12…, military 11…), missile 02, space 05.
const ENTITY = {
  UNKNOWN: ['01', '000000', '00'],
  AEROPLANE: ['01', '120100', '00'],
  HELICOPTER: ['01', '120200', '00'],
  DRONE: ['01', '120300', '00'],
  ONE_WAY_ATTACK_DRONE: ['01', '110300', '01'],
  CRUISE_MISSILE: ['02', '110000', '07'],
  BALLISTIC: ['02', '110000', '06'],
  BIRD: ['01', '000000', '00'],
  SPACE_OBJECT: ['05', '110700', '00'],
};
const CONTEXT = { LIVE: '0', EXERCISE: '1', TEST: '1', SIMULATION: '2' };
const pictures = new Map();

/** The identification code of a symbol, twenty digits (APP-6(D) annex A). */
export function sidc(kind, affiliation, domain) {
  const [set, entity, modifier] = ENTITY[kind] ?? ENTITY.UNKNOWN;
  return `10${CONTEXT[domain] ?? '0'}${IDENTITY[affiliation] ?? '1'}${set}0000${entity}${modifier}00`;
}

/** The picture of a track's symbol, with the point in it that stands on the map. */
export function symbol(track, size = 17) {
  const code = sidc(track.kind, track.affiliation, store.node?.domain);
  const ratio = window.devicePixelRatio || 1;
  const key = `${code} ${size} ${ratio} ${theme()}`;
  let picture = pictures.get(key);
  if (!picture) {
    const drawn = new ms.Symbol(code, {
      size: size * ratio,
      civilianColor: false, // the colour tells the identity, nothing else
      strokeWidth: 5,
      outlineWidth: 4,
      outlineColor: theme() === 'dark' ? 'rgba(8, 12, 16, .75)' : 'rgba(255, 255, 255, .8)',
      infoFields: false,
    });
    const canvas = drawn.asCanvas();
    const anchor = drawn.getAnchor();
    picture = { canvas, x: anchor.x / ratio, y: anchor.y / ratio, w: canvas.width / ratio, h: canvas.height / ratio, half: size * 0.72 };
    pictures.set(key, picture);
  }
  return picture;
}

/** Pictures are drawn anew when the screen changes. */
export function forgetPictures() {
  pictures.clear();
}
