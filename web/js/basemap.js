// The map below the picture: land, borders, names, zones, rings. Everything comes from the node; nothing from elsewhere.
/* global topojson */
import * as maplibre from '../vendor/maplibre-gl/maplibre-gl.mjs';
import { store, on } from './store.js';
import { colour } from './theme.js';
import { arc, edges, near, offset } from './geo.js';
import { distanceUnit, distanceUnitM } from './words.js';
import { shown } from './layers.js';

const EMPTY = { type: 'FeatureCollection', features: [] };
const FONT = ['Noto Sans'];

/** @type {any} */ export let map = null;
let ready = false;

/** Builds the map; resolves when it can be drawn on. */
export async function beginMap() {
  await Promise.allSettled(['400 14px "Noto Sans"', '600 14px "Noto Sans"', '400 12px "Noto Sans Mono"', '600 12px "Noto Sans Mono"']
    .map((font) => document.fonts.load(font)));
  map = new maplibre.Map({
    container: 'map',
    style: style(),
    center: [15, 52],
    zoom: 3.2,
    minZoom: 1,
    maxZoom: 17,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    keyboard: false,
    fadeDuration: 0,
    renderWorldCopies: true,
    maxPitch: 0,
  });
  map.touchZoomRotate.disableRotation();
  await new Promise((done) => map.once('load', done));
  ready = true;
  drawZones();
  drawRings();
  on('zones', drawZones);
  on('warnings', drawZones);
  on('sensors', drawRings);
  on('line', drawRings);
  on('theme', repaint);
  on('units', drawRings);
  on('layers', visibility);
  visibility();
  loadWorld('110m').then(() => loadWorld('10m'));
}

function style() {
  return {
    version: 8,
    sources: {
      land: geojson(), borders: geojson(), names: geojson(), zones: geojson(), 'zone-edges': geojson(), 'zone-names': geojson(), rings: geojson(), sites: geojson(),
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colour('map-water') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('map-land'), 'fill-antialias': false } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colour('map-coast'), 'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 8, 1.2] } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colour('map-border'), 'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.6, 8, 1.4], 'line-dasharray': [5, 2.5] } },
      { id: 'names', type: 'symbol', source: 'names', maxzoom: 8,
        layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 6, 14], 'text-transform': 'uppercase', 'text-letter-spacing': 0.14, 'text-max-width': 8, 'text-padding': 12, 'symbol-sort-key': ['-', 0, ['get', 'size']] },
        paint: { 'text-color': colour('map-name'), 'text-halo-color': colour('map-name-halo'), 'text-halo-width': 1.2 } },
      { id: 'zone-fill', type: 'fill', source: 'zones', paint: { 'fill-color': zoneColour(), 'fill-opacity': ['case', ['get', 'hot'], 0.2, 0.09] } },
      { id: 'zone-line', type: 'line', source: 'zone-edges', paint: { 'line-color': zoneColour(), 'line-width': ['case', ['get', 'hot'], 2.4, 1.4] } },
      { id: 'zone-name', type: 'symbol', source: 'zone-names', minzoom: 6.5,
        layout: { 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 12, 'text-max-width': 14, 'text-padding': 2, 'text-anchor': 'top', 'text-offset': [0, 0.3] },
        paint: { 'text-color': zoneColour(), 'text-halo-color': colour('map-name-halo'), 'text-halo-width': 1.4 } },
      { id: 'rings', type: 'line', source: 'rings', paint: { 'line-color': colour('map-ring'), 'line-opacity': ['case', ['get', 'outer'], 0.75, 0.34], 'line-width': ['case', ['get', 'outer'], 1.2, 0.9] } },
      { id: 'ring-names', type: 'symbol', source: 'sites', filter: ['==', ['get', 'what'], 'ring'],
        layout: { 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 10.5, 'text-padding': 3 },
        paint: { 'text-color': colour('map-ring-text'), 'text-halo-color': colour('map-water'), 'text-halo-width': 1.2 } },
      { id: 'site-dots', type: 'circle', source: 'sites', filter: ['==', ['get', 'what'], 'site'],
        paint: { 'circle-radius': 4, 'circle-color': colour('map-water'), 'circle-stroke-color': ['case', ['get', 'ok'], colour('map-ring-text'), colour('red')], 'circle-stroke-width': 2 } },
      { id: 'site-names', type: 'symbol', source: 'sites', filter: ['==', ['get', 'what'], 'site'], minzoom: 5,
        layout: { 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 11, 'text-anchor': 'top', 'text-offset': [0, 0.7] },
        paint: { 'text-color': colour('map-ring-text'), 'text-halo-color': colour('map-name-halo'), 'text-halo-width': 1.3 } },
    ],
  };
}

const geojson = () => ({ type: 'geojson', data: EMPTY });
const zoneColour = () => ['case', ['get', 'hot'], colour('map-zone-hot'), colour('map-zone')];

// A new theme changes colours only; sources and what they hold stay.
function repaint() {
  for (const layer of style().layers) {
    for (const [name, value] of Object.entries(layer.paint ?? {})) map.setPaintProperty(layer.id, name, value);
  }
}

function visibility() {
  const set = (ids, on) => ids.forEach((id) => map.setLayoutProperty(id, 'visibility', on ? 'visible' : 'none'));
  set(['zone-fill', 'zone-line', 'zone-name'], shown('zones'));
  set(['rings', 'ring-names', 'site-dots', 'site-names'], shown('rings'));
}

async function loadWorld(scale) {
  const world = await (await fetch(`vendor/world-atlas/countries-${scale}.json`)).json();
  const countries = topojson.feature(world, world.objects.countries);
  map.getSource('land').setData(untorn(topojson.feature(world, world.objects.land)));
  map.getSource('borders').setData(topojson.mesh(world, world.objects.countries, (a, b) => a !== b));
  if (scale === '110m') map.getSource('names').setData({ type: 'FeatureCollection', features: countries.features.map(named) });
}

// Coasts that cross the antimeridian run on past it instead of back around the world; what goes around a pole stays.
function untorn(land) {
  for (const { geometry } of land.features ?? [land]) {
    for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) {
      const lons = [ring[0][0]];
      for (let i = 1; i < ring.length; i++) lons.push(near(ring[i][0], lons[i - 1]));
      if (Math.abs(lons[0] - lons[lons.length - 1]) < 1) ring.forEach((corner, i) => { corner[0] = lons[i]; });
    }
  }
  return land;
}

// A name stands in the middle of the country's largest part.
function named(country) {
  const parts = country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
  let best = null;
  for (const part of parts) {
    const middle = centroid(part[0]);
    if (!best || middle.size > best.size) best = middle;
  }
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [best.x, best.y] }, properties: { name: country.properties.name, size: best.size } };
}

function centroid(ring) {
  let x = 0, y = 0, twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
    x += (ring[j][0] + ring[i][0]) * cross;
    y += (ring[j][1] + ring[i][1]) * cross;
    twice += cross;
  }
  return { x: x / (3 * twice), y: y / (3 * twice), size: Math.abs(twice) };
}

function drawZones() {
  if (!ready) return;
  const hot = new Set();
  for (const warning of store.warnings.values()) {
    if (!warning.ended) warning.zones.forEach((zone) => hot.add(zone));
  }
  const features = store.zones.features.map((zone) => ({
    ...zone,
    properties: { hot: hot.has(zone.properties.id), label: `${zone.properties.title}${limits(zone.properties)}` },
  }));
  map.getSource('zones').setData({ type: 'FeatureCollection', features });
  map.getSource('zone-edges').setData({ type: 'FeatureCollection', features: features.map((zone) => ({ ...zone, geometry: edges(zone.geometry) })) });
  map.getSource('zone-names').setData({ type: 'FeatureCollection', features: features.map(underneath) });
}

// A zone's name stands below its southernmost edge, where it covers nothing of what happens inside.
function underneath(zone) {
  const places = zone.geometry.coordinates.flat(2);
  const lons = places.map(([lon]) => near(lon, places[0][0]));
  return point([(Math.min(...lons) + Math.max(...lons)) / 2, Math.min(...places.map(([, lat]) => lat))], zone.properties);
}

function limits(zone) {
  const text = (limit, none) => {
    if (!limit) return none;
    if (limit.datum === 'FLIGHT_LEVEL') return `FL${Math.round(limit.heightM / 30.48)}`;
    return `${Math.round(limit.heightM)} m ${limit.datum === 'WGS84' ? 'WGS-84' : limit.datum}`;
  };
  return zone.floor || zone.ceiling ? `\n${text(zone.floor, 'ground')} – ${text(zone.ceiling, 'unlimited')}` : '';
}

function drawRings() {
  if (!ready) return;
  const rings = [];
  const sites = [];
  for (const sensor of store.sensors.values()) {
    if (sensor.place) site(sensor, rings, sites);
  }
  map.getSource('rings').setData({ type: 'FeatureCollection', features: rings });
  map.getSource('sites').setData({ type: 'FeatureCollection', features: sites });
}

function site(sensor, rings, sites) {
  const [lon, lat] = sensor.place;
  const unit = distanceUnitM();
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000].find((s) => sensor.rangeM / (s * unit) <= 5.01) ?? 2000;
  const ring = (m, outer) => rings.push({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: arc(lon, lat, m, sensor.fromAzimuthDeg, sensor.azimuthWidthDeg) },
    properties: { outer },
  });
  ring(sensor.rangeM, true);
  if (sensor.kind !== 'REPORTS') {
    for (let m = step * unit; m < sensor.rangeM * 0.995; m += step * unit) {
      ring(m, false);
      sites.push(point(offset(lon, lat, 0, m), { what: 'ring', label: `${Math.round(m / unit)} ${distanceUnit()}` }));
    }
  }
  sites.push(point([lon, lat], { what: 'site', label: sensor.sensor, ok: !sensor.state || sensor.state === 'OK' }));
}

const point = (coordinates, properties) => ({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties });

/** Everything worth seeing: west, south, east, north; or nothing. */
export function extent() {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  let first;
  const add = (far, lat) => {
    first ??= far;
    const lon = near(far, first);
    box[0] = Math.min(box[0], lon); box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon); box[3] = Math.max(box[3], lat);
  };
  for (const track of store.tracks.values()) add(track.lon, track.lat);
  for (const zone of store.zones.features) zone.geometry.coordinates.flat(2).forEach(([lon, lat]) => add(lon, lat));
  for (const place of store.places.values()) if (place.place) add(...place.place);
  for (const m of store.missiles.values()) {
    if (!m.ended) [m.place, m.launch?.place, m.impact?.place].filter(Boolean).forEach((at) => add(...at));
  }
  for (const raid of store.raids.values()) if (raid.air && raid.flying > 0) raid.outline.forEach((at) => add(...at));
  // Where missiles fly, they and the places are what must be seen; their radars stand half an ocean away.
  const flying = [...store.missiles.values()].some((m) => !m.ended);
  for (const sensor of flying ? [] : store.sensors.values()) {
    if (sensor.place) [0, 90, 180, 270].forEach((deg) => add(...offset(...sensor.place, deg, Math.min(sensor.rangeM, 120000) * 0.6)));
  }
  return box[0] <= box[2] ? box : null;
}

export function fitAll(animate = true) {
  const box = extent();
  if (box) map.fitBounds([[box[0], box[1]], [box[2], box[3]]], { padding: 60, maxZoom: 12, animate });
}
