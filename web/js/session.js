// Who sits here. The secret comes behind '#' (which browsers do not send), or is typed; it is traded for a session.
// The session is kept for this address and port only, while one of its windows is open, and dies with the node. A new
// window asks the others for it, so that all are the same desk.

const KEY = 'vedette.session';
const STATE = 'vedette.state';
const DRAFT = 'vedette.draft';
const DRAFT_MS = 15 * 60000;
const ANSWER_MS = 200;

const windows = new BroadcastChannel(KEY);
let answered = () => {};
let renewed = () => {};

windows.onmessage = ({ data }) => {
  if (data.asks) {
    if (token()) windows.postMessage({ session: token() });
  } else {
    const other = data.session !== token();
    put(data.session);
    answered();
    if (other) renewed();
  }
};

/** Who wants to know that another window has put another session here, or taken it away. */
export function onOtherSession(wants) {
  renewed = wants;
}

/** BY_KEY, BY_ACCOUNT where TLS is spoken, or EVERYONE_HERE in an invented world. */
export let access = '';

export const token = () => sessionStorage.getItem(KEY) ?? '';

function put(session) {
  if (session) sessionStorage.setItem(KEY, session);
  else sessionStorage.removeItem(KEY);
}

// For this window and the others.
function keep(session) {
  put(session);
  windows.postMessage({ session });
}

// A window that is open already has it, or nobody answers.
function askOthers() {
  return new Promise((done) => {
    answered = done;
    windows.postMessage({ asks: true });
    setTimeout(done, ANSWER_MS);
  });
}

/** Whether people may sign on at a provider. */
export let signsOn = false;

/** Trades what the address bar holds, if anything, and learns whether everybody here may give orders. */
export async function begin() {
  const secret = new URLSearchParams(location.hash.slice(1)).get('enter');
  if (location.hash) history.replaceState(null, '', location.pathname);
  if (secret) await enter({ secret });
  await comeBack();
  const had = token();
  const asked = had || askOthers();
  const answer = await fetch('/api/v1/session', { headers: bearer() });
  if (!answer.ok) return;
  const who = await answer.json();
  access = who.access;
  signsOn = Boolean(who.signOn);
  // What opens nothing any more is not kept.
  if (had && !who.operator) put('');
  await asked;
  const known = had ? who.operator : token();
  if (who.access === 'EVERYONE_HERE' && !known) await enter({ secret: '' });
}

// From the provider. Only who began here may end here: a link with a stranger's code signs nobody on.
async function comeBack() {
  const query = new URLSearchParams(location.search);
  if (!query.has('state')) return;
  history.replaceState(null, '', location.pathname);
  const state = sessionStorage.getItem(STATE);
  sessionStorage.removeItem(STATE);
  if (state && state === query.get('state') && query.has('code')) await enter({ code: query.get('code'), state });
}

/** Goes to the provider to sign on. Returns what is wrong, or never. `afresh`: it asks also whom it knows. */
export async function signOn(afresh = false) {
  const answer = await fetch(`/api/v1/sign-on${afresh ? '?afresh=true' : ''}`, { method: 'POST' });
  const told = await answer.json();
  if (!answer.ok) return told.error;
  sessionStorage.setItem(STATE, told.state);
  location.assign(told.location);
  return new Promise(() => {});
}

/** Opens a session: with {secret, name} or {account, password}. Returns what is wrong, or nothing. */
export async function enter(who) {
  const answer = await fetch('/api/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(who),
  });
  const told = await answer.json();
  if (!answer.ok) return told.error;
  keep(told.session);
  return '';
}

export async function leave() {
  const headers = bearer();
  keep('');
  try {
    await fetch('/api/v1/session', { method: 'DELETE', headers });
  } catch {
    // It ends by itself later.
  }
}

/** Another password for who sits here. Returns what is wrong, or nothing. */
export async function changePassword(current, password) {
  const answer = await post('/api/v1/password', { current, password });
  const told = await answer.json();
  if (!answer.ok) return told.error;
  keep(told.session);
  return '';
}

/** Who sits here and for how long; nothing without a session. `act`: somebody pressed a key or clicked. */
export async function whoIsThere(act = false) {
  if (!token()) return null;
  try {
    const answer = act ? await post('/api/v1/session/presence', {}) : await fetch('/api/v1/session', { headers: bearer() });
    return await answer.json();
  } catch {
    return null;
  }
}

/** Ends another session of one's own. */
export async function end(old) {
  try {
    if (old && old !== token()) await fetch('/api/v1/session', { method: 'DELETE', headers: { Authorization: `Bearer ${old}` } });
  } catch {
    // It ends by itself later.
  }
}

/** Where who sits here is logged in: {id, way, address, sinceS, actedS, own}. */
export async function sessions() {
  const answer = await fetch('/api/v1/sessions', { headers: bearer() });
  return answer.ok ? (await answer.json()).sessions : [];
}

/** Ends another session of who sits here, or 'others': all of them. Returns what is wrong, or nothing. */
export async function endSession(id, again = false) {
  const answer = await fetch(`/api/v1/sessions/${id}`, { method: 'DELETE', headers: bearer() });
  if (answer.ok) return '';
  const told = await answer.json();
  if (!told.lapsed || again) return told.error;
  return (await proving(null, 'What ends another session asks who you are.')) || endSession(id, true);
}

let proving = async () => 'Prove again who you are (K).';

/** Who asks anew when the node wants it; it returns what is wrong, or nothing when the order may be given again. */
export function onLapse(asks) {
  proving = asks;
}

/** Hands in an order; the order waits while who sits here proves again who they are. Returns what is wrong, or nothing. */
export async function order(act, again = false) {
  try {
    const answer = await post('/api/v1/orders', act);
    if (answer.ok) return '';
    const told = await answer.json();
    if (!told.lapsed || again) return told.error;
    return (await proving(act)) || order(act, true);
  } catch {
    return 'The node does not answer.';
  }
}

const post = (path, body) => fetch(path, {
  method: 'POST',
  headers: { ...bearer(), 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** Keeps an order over the way to the provider and back. */
export function keepDraft(operator, act) {
  sessionStorage.setItem(DRAFT, JSON.stringify({ operator, act, at: Date.now() }));
}

/** The order that was begun before, if the same person is back soon. */
export function takeDraft(operator) {
  const kept = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null');
  sessionStorage.removeItem(DRAFT);
  return kept && kept.operator === operator && Date.now() - kept.at < DRAFT_MS ? kept.act : null;
}

export async function trackDetails(id) {
  try {
    const answer = await fetch(`/api/v1/tracks/${id}`, { headers: bearer() });
    return answer.ok ? (await answer.json()).properties : null;
  } catch {
    return null;
  }
}

function bearer() {
  return token() ? { Authorization: `Bearer ${token()}` } : {};
}
