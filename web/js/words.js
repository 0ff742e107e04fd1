// Figures and words as people on duty read them.

const FT = 0.3048;
const KT = 0.514444;
const NM = 1852;
const SMALL = new Set(['DRONE', 'MULTIROTOR', 'FIXED_WING_DRONE', 'BIRD']);

/** auto: small things in metres, the rest as pilots have it. */
export const UNITS = ['auto', 'aviation', 'metric'];
let units = localStorage.getItem('vedette.units') ?? 'auto';

export const unitsNow = () => units;
export function nextUnits() {
  units = UNITS[(UNITS.indexOf(units) + 1) % UNITS.length];
  localStorage.setItem('vedette.units', units);
}
const metric = (kind) => units === 'metric' || (units === 'auto' && SMALL.has(kind));

export const DATUM = { PRESSURE: 'pressure', AMSL: 'above sea', WGS84: 'above ellipsoid', AGL: 'above ground' };

/** A short height: F350, 4200ft, 120m. */
export function height(track) {
  if (track.altitudeM === undefined) return '';
  if (metric(track.kind)) return `${Math.round(track.altitudeM)}m`;
  const ft = track.altitudeM / FT;
  if (track.datum === 'PRESSURE') return `F${String(Math.max(0, Math.round(ft / 100))).padStart(3, '0')}`;
  return `${Math.round(ft / 100) * 100}ft`;
}

export function speed(mps, kind) {
  return metric(kind) ? `${Math.round(mps)}m/s` : `${Math.round(mps / KT)}kt`;
}

export function climb(mps, kind) {
  if (Math.abs(mps) < 0.8) return 'level';
  const sign = mps > 0 ? '↑' : '↓';
  return metric(kind)
    ? `${sign} ${Math.abs(mps).toFixed(1)} m/s`
    : `${sign} ${Math.round(Math.abs(mps) / FT * 60 / 50) * 50} ft/min`;
}

export const arrow = (mps) => (mps > 1.2 ? '↑' : mps < -1.2 ? '↓' : '');

export function distance(m) {
  if (units !== 'metric') {
    const nm = m / NM;
    return nm < 1 ? `${nm.toFixed(2)} NM` : nm < 20 ? `${nm.toFixed(1)} NM` : `${Math.round(nm)} NM`;
  }
  return m < 1000 ? `${Math.round(m)} m` : m < 20000 ? `${(m / 1000).toFixed(1)} km` : `${Math.round(m / 1000)} km`;
}

/** Metres in the unit that distances are shown in. */
export const distanceUnitM = () => (units === 'metric' ? 1000 : NM);
export const distanceUnit = () => (units === 'metric' ? 'km' : 'NM');

export const bearing = (deg) => `${String(Math.round(deg) % 360).padStart(3, '0')}°`;

export function position(lon, lat) {
  const part = (value, width, plus, minus) => {
    const size = Math.abs(value);
    let degrees = Math.floor(size);
    let minutes = (size - degrees) * 60;
    if (minutes >= 59.995) { minutes = 0; degrees++; }
    return `${String(degrees).padStart(width, '0')}°${minutes.toFixed(2).padStart(5, '0')}′${value < 0 ? minus : plus}`;
  };
  const wrapped = ((lon + 540) % 360 + 360) % 360 - 180;
  return `${part(lat, 2, 'N', 'S')}  ${part(wrapped, 3, 'E', 'W')}`;
}

export const utc = (ms) => new Date(ms).toISOString().slice(11, 19);
export const day = (ms) => new Date(ms).toISOString().slice(0, 10);

/** 7 s, 2 min, 3 h. */
export function span(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 100) return `${s} s`;
  if (s < 6000) return `${Math.round(s / 60)} min`;
  return `${Math.round(s / 3600)} h`;
}

/** −1:05 until, +0:20 since. */
export function countdown(seconds) {
  const s = Math.abs(Math.round(seconds));
  const text = s >= 3600
    ? `${Math.floor(s / 3600)}:${String(Math.floor(s / 60) % 60).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`
    : `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
  return seconds > 0 ? `−${text}` : `+${text}`;
}

/** ONE_WAY_ATTACK_DRONE → one-way attack drone. */
export const plain = (name) => (name ?? '').toLowerCase().replace('one_way', 'one-way').replaceAll('_', ' ');
export const title = (name) => { const p = plain(name); return p.charAt(0).toUpperCase() + p.slice(1); };

/** What a track is called: by its callsign, its code, its address or its number. */
export const called = (track) =>
  track.callsign ?? (track.squawk ? `A${track.squawk}` : undefined) ?? track.address ?? `#${track.number ?? track.id}`;

export const count = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
