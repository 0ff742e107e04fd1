// What of the picture is drawn. Kept between visits.
import { tell } from './store.js';

export const LAYERS = [
  { id: 'labels', name: 'Labels', key: 'L' },
  { id: 'vectors', name: 'Vectors', key: 'V' },
  { id: 'trails', name: 'Trails', key: 'T' },
  { id: 'ellipses', name: 'Ellipses', key: 'E' },
  { id: 'zones', name: 'Zones', key: 'Z' },
  { id: 'rings', name: 'Rings', key: 'O' },
  { id: 'grid', name: 'Graticule', key: 'G' },
];
const KEY = 'vedette.hidden';
const hidden = new Set(JSON.parse(localStorage.getItem(KEY) ?? '[]'));

export const shown = (id) => !hidden.has(id);

export function toggleLayer(id) {
  if (!hidden.delete(id)) hidden.add(id);
  localStorage.setItem(KEY, JSON.stringify([...hidden]));
  tell('layers');
}
