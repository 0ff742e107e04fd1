// Who gives orders at this screen.
import { store } from './store.js';
import { ask } from './dialogs.js';
import { enter, leave } from './session.js';
import { reconnect } from './live.js';

export async function askKey() {
  if (store.mayOrder) {
    const yes = await ask('Leave the desk?', `Orders from this screen are given as “${store.operator}”. After leaving, it shows the picture only.`, []);
    if (yes) { leave(); reconnect(); }
    return;
  }
  const answer = await ask('Operator key', 'The key stands in the file operator.key of the data folder; the link printed at the start holds a one-time key. Sensors are shown in their places and orders are taken only from who has it.', [
    { name: 'secret', label: 'Key', type: 'password' }, { name: 'name', label: 'Your name, for the record' },
  ], (values) => enter(values.secret, values.name.trim()));
  if (answer) reconnect();
}
