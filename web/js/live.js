// The line to the node: everything first, then only what changed; again and again when it breaks.
import { store, tell } from './store.js';
import { token } from './session.js';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 5000;
const SILENT_CHECKS = 6; // the node says something at least once a second
const TRAIL = 75;
const NOBODY = 1008; // who sits here has to log in first

let socket = null;
let retry = 0;
let retryMs = FIRST_RETRY_MS;
let silentChecks = 0;
let fresh = false;

/** Opens the line; it is kept open from then on. */
export function connect() {
  const line = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`);
  socket = line;
  silentChecks = 0;
  line.onopen = () => line.send(token());
  line.onmessage = (event) => {
    silentChecks = 0;
    take(JSON.parse(event.data));
  };
  line.onclose = ({ code }) => lost(line, code === NOBODY);
}

/** Opens the line anew, because who we are has changed. */
export function reconnect() {
  retryMs = 50;
  if (socket) {
    socket.close();
  } else {
    clearTimeout(retry);
    connect();
  }
}

function lost(line, asksWho = false) {
  if (line !== socket) return;
  socket = null;
  // What stood here is not for who sits here now.
  if (asksWho && store.everConnected) return location.reload();
  if (asksWho) retryMs = LAST_RETRY_MS;
  if (store.connected) {
    store.connected = false;
    tell('line');
  }
  if (asksWho) tell('stranger');
  retry = setTimeout(connect, retryMs);
  retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
}

// A line that is dead without being closed: a cable pulled, a laptop that slept. Counted in checks, not in time: a
// page that was busy itself must not take its own silence for the node's.
setInterval(() => {
  if (socket && ++silentChecks > SILENT_CHECKS) {
    const dead = socket;
    dead.close();
    lost(dead);
  }
}, 1000);

function take(message) {
  if (message.type === 'hello') {
    retryMs = FIRST_RETRY_MS;
    store.mayOrder = message.mayOrder;
    store.mayRelease = Boolean(message.mayRelease);
    store.operator = message.operator ?? '';
    store.role = message.role ?? '';
    store.connected = true;
    if (!store.everConnected) store.beatSeenAt = performance.now();
    store.everConnected = true;
    fresh = true;
    tell('line');
  } else if (message.type === 'delta') {
    delta(message);
  }
}

function delta(message) {
  if (fresh) {
    // The old picture stands until the new one begins to come.
    fresh = false;
    store.complete = false;
    store.tracks.clear();
    store.warnings.clear();
    store.releases.clear();
    store.missiles.clear();
    store.raids.clear();
    store.places.clear();
    store.uas.clear();
    store.neighbours.clear();
    store.sensors.clear();
    store.refused.clear();
  }
  if (message.node) { store.node = message.node; tell('node'); }
  if (message.beat) {
    store.beat = message.beat;
    store.beatSeenAt = performance.now();
    tell('beat');
  }
  for (const track of message.tracks ?? []) changed(track);
  for (const trail of message.trails ?? []) before(trail);
  for (const id of message.gone ?? []) store.tracks.delete(id);
  put(store.warnings, message.warnings, 'id', 'warnings');
  put(store.releases, message.releases, 'id', 'releases');
  put(store.missiles, message.missiles, 'id', 'missiles');
  put(store.raids, message.raids, 'id', 'raids');
  put(store.places, message.places, 'id', 'places');
  put(store.uas, message.uas, 'serial', 'picture');
  put(store.neighbours, message.neighbours, 'id', 'neighbours');
  put(store.sensors, message.sensors, 'sensor', 'sensors');
  put(store.refused, message.refused, 'what', 'sensors');
  if (message.foreign) { store.foreign = message.foreign; tell('foreign'); }
  if (message.channels) { store.channels = message.channels; tell('releases', []); }
  if (message.zones) { store.zones = message.zones; tell('zones'); }
  if (message.complete && !store.complete) {
    store.complete = true;
    tell('complete');
  }
  if (message.tracks || message.gone || message.trails) tell('picture');
}

function put(map, items, key, kind) {
  if (!items) return;
  for (const item of items) map.set(item[key], item);
  tell(kind, items);
}

function changed(track) {
  const known = store.tracks.get(track.id);
  track.trail = known ? known.trail : [];
  if (known && known.at !== track.at) {
    track.trail.push([known.at, known.lon, known.lat]);
    if (track.trail.length > TRAIL) track.trail.shift();
  }
  store.tracks.set(track.id, track);
}

function before(trail) {
  const track = store.tracks.get(trail.id);
  if (track) track.trail = trail.points.filter((point) => point[0] < track.at);
}
