// What this page knows. Only live.js writes the picture; everybody may read it and listen for news of it.

/** @typedef {{id:number, lon:number, lat:number, stage:string, at:number, plotAt:number, courseDeg:number,
 *   speedMps:number, climbMps:number, altitudeM?:number, datum?:string, ellipse:number[], callsign?:string,
 *   squawk?:string, address?:string, emergency?:string, kind:string, kindP:number, undecided?:boolean, affiliation:string,
 *   existence:number, number?:number, relation?:string, trail:number[][]}} Track */

const listeners = new Map();

export const store = {
  /** @type {any} */ node: null,
  /** @type {any} */ beat: null,
  /** @type {Map<number, Track>} */ tracks: new Map(),
  /** @type {Map<string, any>} */ warnings: new Map(),
  /** @type {Map<string, any>} */ releases: new Map(),
  /** @type {Map<number, any>} */ missiles: new Map(),
  /** @type {Map<number, any>} */ raids: new Map(),
  /** @type {Map<string, any>} */ places: new Map(),
  /** @type {Map<string, any>} */ uas: new Map(),
  /** @type {Map<string, any>} */ neighbours: new Map(),
  /** @type {any[]} */ foreign: [],
  /** @type {any[]} */ channels: [],
  /** @type {Map<string, any>} */ sensors: new Map(),
  /** @type {Map<string, any>} */ refused: new Map(),
  /** @type {any} */ zones: { type: 'FeatureCollection', features: [] },
  mayOrder: false,
  mayRelease: false,
  operator: '',
  role: '',
  complete: false,
  /** @type {number|null} */ selected: null,
  /** milliseconds of this page's clock */ beatSeenAt: 0,
  connected: false,
  everConnected: false,
};

/** Calls `listener` after each piece of news of a kind: picture, warnings, sensors, zones, node, beat, line, select. */
export function on(kind, listener) {
  if (!listeners.has(kind)) listeners.set(kind, []);
  listeners.get(kind).push(listener);
}

export function tell(kind, detail) {
  for (const listener of listeners.get(kind) ?? []) listener(detail);
}

/** Chooses a track, or none. */
export function select(id) {
  if (store.selected === id) return;
  store.selected = id;
  tell('select', id);
}

/** The engine's time now, milliseconds of UTC: its last heartbeat, and what has passed since, at most one second. */
export function engineNow() {
  if (!store.beat) return 0;
  return store.beat.at + Math.min(1000, performance.now() - store.beatSeenAt);
}

/** Whether a replay has come to its end: its picture stands still rightly, also when its server is gone. */
export function replayEnded() {
  return Boolean(store.node?.replay && !store.node.running);
}

/** Whether the engine's heart no longer beats, as far as this page can tell. */
export function stale() {
  if (!store.everConnected) return false;
  if (replayEnded()) return false;
  const after = (store.node?.staleAfterS ?? 3) * 1000;
  return performance.now() - store.beatSeenAt > after;
}
