// Who sits here. The secret comes behind '#' (which browsers do not send), or is typed; it is traded for a session.
// The session is kept for this address and port only, and dies with the node.

const KEY = 'vedette.session';

/** BY_KEY, BY_ACCOUNT where TLS is spoken, or EVERYONE_HERE in an invented world. */
export let access = '';

export const token = () => localStorage.getItem(KEY) ?? '';

/** Trades what the address bar holds, if anything, and learns whether everybody here may give orders. */
export async function begin() {
  const secret = new URLSearchParams(location.hash.slice(1)).get('enter');
  if (location.hash) history.replaceState(null, '', location.pathname);
  if (secret) await enter({ secret });
  const answer = await fetch('/api/v1/session', { headers: bearer() });
  if (!answer.ok) return;
  const who = await answer.json();
  access = who.access;
  if (who.access === 'EVERYONE_HERE' && !who.operator) await enter({ secret: '' });
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
