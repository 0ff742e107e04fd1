// Places on a sphere and on the screen. Good to half a percent, which is what a screen shows.

export const EARTH_M = 6371008.8;
const RAD = Math.PI / 180;

/** Web Mercator, 0 to 1 across the world; x runs on past the antimeridian. */
export const mercatorX = (lon) => (180 + lon) / 360;
export const mercatorY = (lat) =>
  (180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 360))) / 360;

export function distanceM(lon1, lat1, lon2, lat2) {
  const a = Math.sin(((lat2 - lat1) * RAD) / 2) ** 2
    + Math.cos(lat1 * RAD) * Math.cos(lat2 * RAD) * Math.sin(((lon2 - lon1) * RAD) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** Degrees clockwise from north, 0 to 360. */
export function bearingDeg(lon1, lat1, lon2, lat2) {
  const d = (lon2 - lon1) * RAD;
  const y = Math.sin(d) * Math.cos(lat2 * RAD);
  const x = Math.cos(lat1 * RAD) * Math.sin(lat2 * RAD) - Math.sin(lat1 * RAD) * Math.cos(lat2 * RAD) * Math.cos(d);
  return (Math.atan2(y, x) / RAD + 360) % 360;
}

/** The place at a distance and bearing; longitude not wrapped. */
export function offset(lon, lat, deg, m) {
  const arc = m / EARTH_M;
  const sin = Math.sin(lat * RAD) * Math.cos(arc) + Math.cos(lat * RAD) * Math.sin(arc) * Math.cos(deg * RAD);
  const east = Math.atan2(
    Math.sin(deg * RAD) * Math.sin(arc) * Math.cos(lat * RAD),
    Math.cos(arc) - Math.sin(lat * RAD) * sin);
  return [lon + east / RAD, Math.asin(sin) / RAD];
}

/** A circle, or a sector of one, as a line. */
export function arc(lon, lat, m, fromDeg = 0, widthDeg = 360) {
  const line = [];
  const steps = Math.max(8, Math.ceil(widthDeg / 3));
  for (let i = 0; i <= steps; i++) line.push(offset(lon, lat, fromDeg + (widthDeg * i) / steps, m));
  return line;
}

/** The copy of a longitude that is nearest to another one. */
export const near = (lon, other) => lon + 360 * Math.round((other - lon) / 360);

/** Whether a side lies on the antimeridian, where areas are cut (RFC 7946, 3.1.9): it is no edge. */
export const isCut = (a, b) => Math.abs(a[0]) === 180 && Math.abs(b[0]) === 180;

/** The edges of a MultiPolygon as lines, without the sides along which it was cut. */
export function edges(geometry) {
  const lines = [];
  for (const ring of geometry.coordinates.flat()) {
    let line = [ring[0]];
    for (let i = 1; i < ring.length; i++) {
      if (!isCut(ring[i - 1], ring[i])) line.push(ring[i]);
      else { lines.push(line); line = [ring[i]]; }
    }
    lines.push(line);
  }
  return { type: 'MultiLineString', coordinates: lines.filter((line) => line.length > 1) };
}

/** 1, 2 or 5 times a power of ten, at most `value`. */
export function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const head = value / power;
  return (head >= 5 ? 5 : head >= 2 ? 2 : 1) * power;
}
