// Who sits here. The secret comes behind '#' (which browsers do not send), or is typed; it is traded for a session.
// The session is kept for this address and port only, and dies with the node.

const KEY = 'vedette.session';

export const token = () => localStorage.getItem(KEY) ?? '';

/** Trades what the address bar holds, if anything, and learns whether everybody here may give orders. */
export async function begin() {
  const secret = new URLSearchParams(location.hash.slice(1)).get('enter');
  if (location.hash) history.replaceState(null, '', location.pathname);
  if (secret) await enter(secret, '');
  const answer = await fetch('/api/v1/session', { headers: bearer() });
  if (!answer.ok) return;
  const who = await answer.json();
  if (who.access === 'EVERYONE_HERE' && !who.operator) await enter('', '');
}

/** Opens a session with the operator key. Returns what is wrong, or nothing. */
export async function enter(secret, name) {
  const answer = await fetch('/api/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(name ? { secret, name } : { secret }),
  });
  const told = await answer.json();
  if (!answer.ok) return told.error;
  localStorage.setItem(KEY, told.session);
  return '';
}

export function leave() {
  localStorage.removeItem(KEY);
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
    const answer = await fetch(`/api/v1/tracks/${id}`);
    return answer.ok ? (await answer.json()).properties : null;
  } catch {
    return null;
  }
}

function bearer() {
  return token() ? { Authorization: `Bearer ${token()}` } : {};
}
