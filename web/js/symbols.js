// Symbols of APP-6(D) / MIL-STD-2525D, drawn once each and kept as pictures.
/* global ms */
import { store } from './store.js';
import { colour, theme } from './theme.js';

const IDENTITY = {
  PENDING: '0', UNKNOWN: '1', ASSUMED_FRIEND: '2', FRIEND: '3', NEUTRAL: '4', SUSPECT: '5', HOSTILE: '6',
};
// Symbol set, entity and the first modifier: air 01 (civilian 12…, military 11…), missile 02, space 05.
const ENTITY = {
  UNKNOWN: ['01', '000000', '00'],
  AEROPLANE: ['01', '120100', '00'],
  HELICOPTER: ['01', '120200', '00'],
  DRONE: ['01', '120300', '00'],
  MULTIROTOR: ['01', '120300', '00'],
  FIXED_WING_DRONE: ['01', '120300', '00'],
  ONE_WAY_ATTACK_DRONE: ['01', '110300', '01'],
  CRUISE_MISSILE: ['02', '110000', '07'],
  BALLISTIC: ['02', '110000', '06'],
  BIRD: ['01', '000000', '00'],
  SPACE_OBJECT: ['05', '110700', '00'],
};
const pictures = new Map();

/** The identification code of a symbol, twenty digits (APP-6(D) annex A). */
export function sidc(kind, affiliation) {
  const [set, entity, modifier] = ENTITY[kind] ?? ENTITY.UNKNOWN;
  return `100${IDENTITY[affiliation] ?? '1'}${set}0000${entity}${modifier}00`;
}

/** The picture of a track's symbol, with the point in it that stands on the map. */
export function symbol(track, size = 17) {
  const code = sidc(track.kind, track.affiliation);
  const ratio = window.devicePixelRatio || 1;
  const key = `${code} ${size} ${ratio} ${theme()} ${store.node?.domain}`;
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
    const canvas = marked(drawn.asCanvas(), size * ratio);
    const anchor = drawn.getAnchor();
    picture = { canvas, x: anchor.x / ratio, y: anchor.y / ratio, w: canvas.width / ratio, h: canvas.height / ratio, half: size * 0.72 };
    pictures.set(key, picture);
  }
  return picture;
}

// X for an exercise or test, S for a simulation, at the upper right (APP-6(D) §2.2.7), in a colour that is seen on any
// ground; the library writes it in the colour of the frame, which is black.
function marked(canvas, size) {
  const mark = { EXERCISE: 'X', TEST: 'X', SIMULATION: 'S' }[store.node?.domain];
  if (!mark) return canvas;
  const wider = document.createElement('canvas');
  wider.width = canvas.width + Math.ceil(size * 0.5);
  wider.height = canvas.height;
  const pen = wider.getContext('2d');
  pen.drawImage(canvas, 0, 0);
  pen.font = `600 ${Math.max(8, Math.round(size * 0.5))}px "Noto Sans"`;
  pen.textBaseline = 'top';
  pen.fillStyle = colour('amber');
  pen.fillText(mark, canvas.width, 0);
  return wider;
}

/** Pictures are drawn anew when the screen changes. */
export function forgetPictures() {
  pictures.clear();
}
