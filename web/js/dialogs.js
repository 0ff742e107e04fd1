// Questions and the page of keys.
import { $, el } from './dom.js';

/** Asks for some values. Resolves to them, or to nothing when it was closed. */
export function ask(title, text, fields, check = async () => '') {
  const dialog = $('dialog');
  return new Promise((done) => {
    const wrong = el('p', { class: 'wrong', role: 'alert' });
    const form = el('form', { method: 'dialog' }, el('h2', {}, title), el('p', {}, text), fields.map(field), wrong,
      el('div', { class: 'row' }, el('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'), el('button', { type: 'submit', value: 'yes' }, 'OK')));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const values = Object.fromEntries(new FormData(form));
      const fault = await check(values);
      if (fault) { wrong.textContent = fault; return; }
      dialog.onclose = null;
      dialog.close();
      done(values);
    });
    dialog.onclose = () => done(null);
    dialog.replaceChildren(form);
    dialog.showModal();
  });
}

function field({ name, label, options, value = '', long, type = 'text' }) {
  let input;
  if (options) {
    input = el('select', { name }, options.map(([id, text]) => el('option', { value: id, selected: id === value }, text)));
  } else if (long) {
    input = el('textarea', { name, rows: '4', maxlength: '500' });
    input.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.ctrlKey) input.form.requestSubmit(); });
  } else {
    input = el('input', { name, type, value, autocomplete: 'off', maxlength: '128' });
  }
  return el('label', {}, label, input);
}

export function showKeys(groups) {
  const dialog = $('dialog');
  dialog.onclose = null;
  const rows = groups.map(([keys, does]) => el('div', {}, el('dt', {}, keys.flatMap((key, i) => [i ? ' ' : '', el('kbd', {}, key)])), el('dd', {}, does)));
  dialog.replaceChildren(el('form', { method: 'dialog' }, el('h2', {}, 'Keys'), el('dl', { class: 'keys' }, rows),
    el('p', {}, 'Click a symbol for its identity, evidence and history. A warning sounds until it is acknowledged.'),
    el('div', { class: 'row' }, el('button', { value: 'yes' }, 'Close'))));
  dialog.showModal();
}
