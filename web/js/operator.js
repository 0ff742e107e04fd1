// Who gives orders at this screen.
import { store, on } from './store.js';
import { $, put } from './dom.js';
import { ask, asking } from './dialogs.js';
import { access, changePassword, endSession, enter, leave, sessions, signOn, signsOn } from './session.js';
import { reconnect } from './live.js';
import { prove, stands } from './presence.js';

const BY_ACCOUNT = 'account';
const ELSEWHERE = 'provider';

const ways = () => [...(signsOn ? [[ELSEWHERE, 'signing on at our provider']] : []), [BY_ACCOUNT, 'account and password']];

export async function askKey() {
  if (access === 'EVERYONE_HERE') return play();
  if (access === 'BY_ACCOUNT' && !store.operator) return logIn();
  if (store.operator) return sitsHere();
  const answer = await ask('Who are you?', 'Log in with your account. Or with the key in the file operator.key of the data folder, under a name for the record: a key cannot release warnings.', [
    { name: 'by', label: 'By', options: [...ways(), ['key', 'operator key and a name']], value: ways()[0][0] },
    { name: 'name', label: 'Account, or your name', complete: 'username' }, { name: 'secret', label: 'Password, or key', type: 'password', complete: 'current-password' },
  ], ({ by, name, secret }) => by === ELSEWHERE ? signOn() : enter(by === BY_ACCOUNT ? { account: name.trim(), password: secret } : { secret, name: name.trim() }));
  if (answer) reconnect();
}

async function sitsHere() {
  const { way, lapsed } = await stands();
  if (asking()) return;
  const ways = [['leave', 'leave the desk'], ['again', 'prove again who I am'],
    ['elsewhere', 'see where else I am logged in'],
    ...(way === 'password' ? [['password', 'change my password']] : [])];
  const answer = await ask(`“${store.operator}” sits here`, `Orders from this screen are given as “${store.operator}” (${store.role.toLowerCase()}). After leaving, it shows the picture only.`, [
    { name: 'what', label: 'What now', options: ways, value: lapsed ? 'again' : 'leave' },
  ]);
  if (answer?.what === 'again') prove();
  if (answer?.what === 'elsewhere') elsewhere();
  if (answer?.what === 'password') newPassword();
  if (answer?.what === 'leave') { await leave(); reconnect(); }
}

const ago = (s) => (s < 120 ? `${s} s ago` : s < 7200 ? `${Math.round(s / 60)} min ago` : `${Math.round(s / 3600)} h ago`);

/** Where else who sits here is logged in, and the end of that. */
async function elsewhere() {
  const others = (await sessions()).filter((each) => !each.own);
  if (asking()) return;
  if (!others.length) {
    await ask('Nowhere else', `“${store.operator}” is logged in here only.`, []);
    return;
  }
  const rows = others.map(({ id, way, address, sinceS, actedS }) => [id, `by ${way} from ${address}, begun ${ago(sinceS)}, last used ${ago(actedS)}`]);
  const answer = await ask('Where else you are logged in', `“${store.operator}” has ${others.length === 1 ? 'another session' : `${others.length} other sessions`}. One that is not yours: end it, and change your password.`, [
    { name: 'which', label: 'End', open: true, options: [['', 'none of them'], ['others', 'all of them'], ...rows] },
  ], async ({ which }) => (which ? endSession(which) : ''));
  if (answer?.which) put($('announce'), 'It is ended.');
}

/** Changes the password of who sits here. */
async function newPassword() {
  const answer = await ask('Change your password', `The password of “${store.operator}”. Everything else that is logged in under this name is logged out.`, [
    { name: 'current', label: 'The password you have', type: 'password', complete: 'current-password' },
    { name: 'password', label: 'The new one', type: 'password', complete: 'new-password', meter: true },
    { name: 'again', label: 'The new one again', type: 'password', complete: 'new-password' },
  ], ({ current, password, again }) => password === again ? changePassword(current, password) : 'The two new ones are not the same.');
  if (answer) { reconnect(); put($('announce'), 'Your password is changed.'); }
}

// Other machines come here too: nobody sees anything without an account.
async function logIn() {
  const by = signsOn ? [{ name: 'by', label: 'By', options: ways(), value: ELSEWHERE }] : [];
  const answer = await ask('Log in', 'This display asks everybody who they are.', [
    ...by, { name: 'name', label: 'Account', complete: 'username' }, { name: 'secret', label: 'Password', type: 'password', complete: 'current-password' },
  ], ({ by: way, name, secret }) => way === ELSEWHERE ? signOn() : enter({ account: name.trim(), password: secret }));
  if (answer) reconnect();
}

/** Asks who sits here as soon as the node wants to know. */
export function beginOperator() {
  on('stranger', () => { if (!asking()) askKey(); });
}

// Nothing is in earnest here: everybody may be whoever they say, also one who releases.
async function play() {
  const answer = await ask('Who are you?', 'This world is invented: choose a name and a role. A release takes two names, as in two browsers.', [
    { name: 'name', label: 'Your name' }, { name: 'role', label: 'Role', options: [['RELEASER', 'releaser'], ['OPERATOR', 'operator']], value: 'RELEASER' },
  ], ({ name, role }) => enter({ secret: '', name: name.trim(), role }));
  if (answer) reconnect();
}
