// The sensors and their health; what was refused.
import { store, on, engineNow } from './store.js';
import { $, el, put } from './dom.js';
import { map } from './basemap.js';
import * as words from './words.js';

export function beginSensors() {
  on('sensors', list);
  on('complete', list);
  setInterval(ages, 1000);
}

const BAD = { LOST: 0, SILENT: 1, BIASED: 2, LATE: 3, OK: 4 };

function list() {
  const all = [...store.sensors.values()].sort((a, b) => (BAD[a.state] ?? 5) - (BAD[b.state] ?? 5) || a.sensor.localeCompare(b.sensor));
  $('sensor-list').replaceChildren(...(all.length ? all.map(row) : [el('li', { class: 'empty' }, 'No sensor has spoken yet.')]));
  const well = all.filter((sensor) => sensor.state === 'OK').length;
  const bad = all.some((sensor) => sensor.state && sensor.state !== 'OK');
  put($('sensors-tally'), all.length ? `${well} of ${all.length} well` : '');
  put($('count-sensors'), all.length ? `${well}/${all.length}` : '–');
  $('count-sensors').className = bad ? 'poor' : '';
  $('refusal-list').replaceChildren(...[...store.refused.values()].map((refused) => el('li', { class: 'refusal' },
    `Not done: ${refused.what} (${words.count(refused.count)})`, el('small', {}, refused.why))));
  ages();
}

function row(sensor) {
  return el('li', { class: 'sensor', data: { state: sensor.state ?? '', sensor: sensor.sensor }, title: sensor.why ?? '',
    ondblclick: () => { if (sensor.place) map.easeTo({ center: sensor.place, zoom: Math.max(7, map.getZoom()) }); } },
  el('b', {}, sensor.sensor), el('span', { class: 'state' }, sensor.state ?? 'NOT HEARD'),
  el('small', {}, el('span', { class: 'heard' }), sensor.state && sensor.state !== 'OK' && sensor.why ? ` · ${sensor.why}` : ''));
}

function ages() {
  const now = engineNow();
  for (const line of document.querySelectorAll('.sensor')) {
    const sensor = store.sensors.get(line.dataset.sensor);
    if (!sensor) continue;
    const parts = [];
    if (sensor.lastHeardAt) parts.push(`heard ${words.span((now - sensor.lastHeardAt) / 1000)} ago`);
    if (sensor.received !== undefined) parts.push(`${words.count(sensor.received)} messages`);
    if (sensor.rejected) parts.push(`${words.count(sensor.rejected)} rejected`);
    if (sensor.late) parts.push(`${words.count(sensor.late)} late`);
    put(line.querySelector('.heard'), parts.join(' · '));
  }
}
