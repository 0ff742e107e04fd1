// Who sits here. The secret comes behind '#' (which browsers do not send), or is typed; it is traded for a session.
// The session is kept for this address and port only, and dies with the node.

const KEY = 'vedette.session';
const STATE = 'vedette.state';

/** BY_KEY, BY_ACCOUNT where TLS is spoken, or EVERYONE_HERE in an invented world. */
export let access = '';

export const token = () => localStorage.getItem(KEY) ?? '';

/** Whether people may sign on at a provider. */
export let signsOn = false;

/** Trades what the address bar holds, if anything, and learns whether everybody here may give orders. */
export async function begin() {
  const secret = new URLSearchParams(location.hash.slice(1)).get('enter');
  if (location.hash) history.replaceState(null, '', location.pathname);
  if (secret) await enter({ secret });
  await comeBack();
  const answer = await fetch('/api/v1/session', { headers: bearer() });
  if (!answer.ok) return;
  const who = await answer.json();
  access = who.access;
  signsOn = Boolean(who.signOn);
  if (who.access === 'EVERYONE_HERE' && !who.operator) await enter({ secret: '' });
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

/** Goes to the provider to sign on. Returns what is wrong, or never. */
export async function signOn() {
  const answer = await fetch('/api/v1/sign-on', { method: 'POST' });
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
  localStorage.setItem(KEY, told.session);
  return '';
}

export async function leave() {
  const headers = bearer();
  localStorage.removeItem(KEY);
  try {
    await fetch('/api/v1/session', { method: 'DELETE', headers });
  } catch {
    // It ends by itself later.
  }
}

/** Hands in an order. Returns what is wrong, or nothing. */
export async function order(act) {
  try {
    const answer = await fetch('/api/v1/orders', {
      method: 'POST',
      headers: { ...bearer(), 'Content-Type': 'application/json' },
      body: JSON.stringify(act),
    });
    return answer.ok ? '' : (await answer.json()).error;
  } catch {
    return 'The node does not answer.';
  }
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
