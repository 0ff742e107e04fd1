// Whether somebody is still there. After a while without a key or a click the node takes no orders and no signatures until
// whoever sits here proves again who they are; the picture stays. What was begun is kept meanwhile.
import { store, on, tell } from './store.js';
import { $, put } from './dom.js';
import { ask } from './dialogs.js';
import { end, enter, keepDraft, onLapse, onOtherSession, order, signOn, takeDraft, token, whoIsThere } from './session.js';
import { reconnect } from './live.js';

const TOLD_MS = 20000; // a click tells the node at most so often
const LOOK_MS = 30000;
const LAPSE_SOON_S = 120;
const END_SOON_S = 600;

let known = null;
let knownAt = 0;
let toldAt = -Infinity;
let proof = null;

/** How the session stands: {way, lapsed, endsIdle, lapsesInS, endsInS}, or an empty one. */
export function standing() {
  if (!known || known.way === undefined) return {};
  const passed = (performance.now() - knownAt) / 1000;
  const lapsesInS = Math.max(0, known.lapsesInS - passed);
  return { ...known, lapsesInS, lapsed: known.lapsed || (known.way !== 'play' && lapsesInS === 0), endsInS: known.endsInS - passed };
}

/** The same, asked of the node where it is not known yet: who has just come may press K at once. */
export async function stands() {
  if (!known) await look();
  return standing();
}

export function beginPresence() {
  onLapse(prove);
  for (const kind of ['keydown', 'pointerdown', 'wheel']) addEventListener(kind, act, { passive: true, capture: true });
  on('line', async () => { await look(); again(); });
  // Another window of this browser has proved it: so has this one.
  onOtherSession(() => { if (token()) reconnect(); });
  setInterval(look, LOOK_MS);
  look();
}

async function look(act = false) {
  const told = await whoIsThere(act);
  // A refusal tells nothing of how it stands; the next look does.
  if (told?.error && !told.lapsed) return;
  known = told?.lapsed && told.error ? { ...known, lapsed: true } : told;
  knownAt = performance.now();
  tell('line-standing');
}

function act() {
  if (performance.now() - toldAt < TOLD_MS || !token() || standing().lapsed) return;
  toldAt = performance.now();
  look(true);
}

/** What people should know of it: [kind, head, text], or nothing. */
export function standingBanner() {
  const { way, lapsed, endsIdle, lapsesInS, endsInS } = standing();
  if (!store.operator || !way || way === 'play') return null;
  if (endsInS < END_SOON_S) return ['caution', 'SESSION ENDS', `In ${minutes(endsInS)} this session ends, picture and all: press K and prove again who you are.`];
  if (lapsed) return ['notice', 'WHO IS THERE?', 'Nobody pressed a key or clicked for long. The picture goes on; the next order asks again who you are (K).'];
  if (lapsesInS < LAPSE_SOON_S) return ['notice', 'STILL THERE?', `Press a key or click: in ${minutes(lapsesInS)} ${endsIdle ? 'this session ends' : 'orders ask again who you are'}.`];
  return null;
}

const minutes = (s) => (s > 90 ? `${Math.round(s / 60)} minutes` : `${Math.max(0, Math.floor(s))} s`);

/** Asks again who sits here, once for all orders that wait. Returns what is wrong, or nothing. */
export function prove(waiting = null, why = 'Nobody pressed a key or clicked here for long.') {
  proof ??= asked(waiting, why).finally(() => { proof = null; });
  return proof;
}

async function asked(waiting, why) {
  const { way } = await stands();
  const who = store.operator;
  const kept = waiting ? ' What you have just ordered waits; “Cancel” gives it up.' : '';
  const fields = way === 'provider' ? [] : [{ name: 'secret', label: way === 'key' ? 'Operator key' : `Password of “${who}”`, type: 'password', complete: 'current-password' }];
  const old = token();
  const answer = await ask('Is it still you?', `${why} Orders go on as “${who}”.${way === 'provider' ? ' The provider asks who you are.' : ''}${kept}`, fields, ({ secret }) => {
    if (way === 'provider') {
      if (waiting) keepDraft(who, waiting);
      return signOn(true);
    }
    return enter(way === 'key' ? { secret, name: who } : { account: who, password: secret });
  }, $('proof'));
  if (!answer) return 'It was not done: nobody proved who sits here.';
  await end(old);
  await look();
  reconnect();
  return '';
}

// Back from the provider, with what was begun.
async function again() {
  if (!store.operator) return;
  const act = takeDraft(store.operator);
  if (!act) return;
  const words = act.text ?? act.why ?? act.warning ?? `track ${act.track}`;
  const yes = await ask('Go on?', `You had begun: ${act.act}, ${words}.`, [], undefined, $('proof'));
  if (!yes) return;
  const wrong = await order(act);
  if (wrong) tell('trouble', wrong);
  else put($('announce'), 'Done.');
}
