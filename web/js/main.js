// The page, put together.
import { store, on, select, tell } from './store.js';
import { beginTheme, otherTheme } from './theme.js';
import { begin } from './session.js';
import { connect } from './live.js';
import { beginMap, fitAll, map } from './basemap.js';
import { beginOverlay, drawn, frameCount, frameMs, redraw, scaleBar, trackAt } from './overlay.js';
import { LAYERS, shown, toggleLayer } from './layers.js';
import { beginForeign } from './foreign.js';
import { beginNeighbours } from './neighbours.js';
import { beginWarnings, latchedOnes, activeOnes, acknowledgeAll } from './warnings.js';
import { beginReleases } from './releases.js';
import { beginAlarm, alarm } from './alarm.js';
import { beginDetails } from './details.js';
import { beginSensors } from './sensors.js';
import { beginFlights } from './flightlist.js';
import { flightsDrawn } from './flights.js';
import { raidsDrawn } from './raids.js';
import { beginStatus } from './status.js';
import { beginKeys, find, HELP } from './keys.js';
import { showKeys } from './dialogs.js';
import { askKey, beginOperator } from './operator.js';
import { beginPresence } from './presence.js';
import { hoverEnd, layEnd, measured, ruler, toggleRuler } from './ruler.js';
import { $, el, put } from './dom.js';
import { nice } from './geo.js';
import * as words from './words.js';

let fitted = false;
beginTheme();
buttons();
beginStatus();
beginWarnings();
beginForeign();
beginNeighbours();
beginReleases();
beginAlarm();
beginSensors();
beginFlights();
beginDetails();
beginKeys();
beginOperator();
await begin();
beginPresence();
connect();
await beginMap();
beginOverlay();
mouse();
on('complete', fitOnce);
fitOnce();
window.vedette = hook();

function fitOnce() {
  if (fitted || !store.complete || !map) return;
  fitted = true;
  fitAll(false);
  // Tracks may come only now that the node has begun.
  if (store.tracks.size === 0) fitted = store.zones.features.length > 0 || store.places.size > 0 || [...store.sensors.values()].some((s) => s.place);
}

function buttons() {
  $('theme').addEventListener('click', otherTheme);
  $('help').addEventListener('click', () => showKeys(HELP));
  $('operator').addEventListener('click', askKey);
  $('ruler').addEventListener('click', toggleRuler);
  $('layers').append(...LAYERS.map(({ id, name, key }) => el('button', {
    type: 'button', title: `${name} (${key})`, data: { layer: id }, onclick: () => toggleLayer(id),
  }, name)));
  const press = () => {
    for (const button of $('layers').children) button.setAttribute('aria-pressed', String(shown(button.dataset.layer)));
  };
  on('layers', press);
  press();
  const acts = { 'zoom-in': () => map.zoomIn(), 'zoom-out': () => map.zoomOut(), fit: () => fitAll() };
  for (const button of document.querySelectorAll('[data-act]')) {
    if (acts[button.dataset.act]) button.addEventListener('click', acts[button.dataset.act]);
  }
  const form = $('search');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const found = find($('find').value);
    form.classList.toggle('none', !found);
    if (found) {
      select(found.id);
      map.easeTo({ center: [found.lon, found.lat], zoom: Math.max(map.getZoom(), 7) });
      $('find').blur();
    }
  });
  $('find').addEventListener('input', () => form.classList.remove('none'));
  const ask = () => {
    $('ruler').setAttribute('aria-pressed', String(ruler.active));
    put($('readout'), measured());
  };
  on('ruler', ask);
  on('picture', ask);
  on('units', ask);
}

function mouse() {
  map.on('mousemove', ({ point, lngLat }) => {
    put($('cursor'), words.position(lngLat.lng, lngLat.lat));
    const track = trackAt(point.x, point.y);
    if (track !== store.hovered) {
      store.hovered = track;
      tell('hover');
    }
    map.getCanvas().style.cursor = ruler.active ? 'crosshair' : track !== null ? 'pointer' : '';
    hoverEnd(track !== null ? { track } : { lon: lngLat.lng, lat: lngLat.lat });
  });
  map.on('click', ({ point, lngLat }) => {
    const track = trackAt(point.x, point.y);
    if (ruler.active) layEnd(track !== null ? { track } : { lon: lngLat.lng, lat: lngLat.lat });
    else select(track);
  });
  map.on('move', scale);
  on('units', scale);
  addEventListener('resize', redraw);
  scale();
}

function scale() {
  const bar = scaleBar(nice);
  $('scale').firstChild.style.width = `${Math.round(bar.pixels)}px`;
  put($('scale').lastChild, bar.text);
}

// What the browser test looks at: what was really drawn, not what should have been.
function hook() {
  return {
    drawn: () => drawn.map(({ track, x, y, box }) => ({ id: track.id, x, y, labelled: box !== null })),
    frames: () => frameCount,
    frameMs: () => frameMs,
    painted(x, y) {
      const canvas = $('overlay');
      const ratio = canvas.width / canvas.clientWidth;
      return canvas.getContext('2d').getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data[3] > 0;
    },
    land: () => map.queryRenderedFeatures({ layers: ['land'] }).length,
    zones: () => map.queryRenderedFeatures({ layers: ['zone-fill'] }).length,
    rings: () => map.queryRenderedFeatures({ layers: ['rings'] }).length,
    tracks: () => store.tracks.size,
    flights: () => flightsDrawn,
    raids: () => raidsDrawn,
    select,
    warnings: () => ({ active: activeOnes().length, latched: latchedOnes().length }),
    acknowledgeAll,
    stale: () => document.body.classList.contains('stale'),
    alarm,
    complete: () => store.complete,
  };
}
