// Questions and the page of keys.
import { $, el } from './dom.js';

/** Asks for some values. Resolves to them, or to nothing when it was closed. */
export function ask(title, text, fields, check = async () => '', dialog = $('dialog')) {
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
    // That the question before was closed may be told only now.
    dialog.onclose = () => { if (!dialog.open) done(null); };
    dialog.replaceChildren(form);
    dialog.showModal();
  });
}

/** Whether anything is asked now: then keys are letters. */
export const asking = () => Boolean(document.querySelector('dialog[open]'));

function field({ name, label, options, value = '', open, long, type = 'text', complete = 'off', meter }) {
  let input;
  if (options) {
    input = el('select', { name, size: open ? String(Math.min(8, options.length)) : undefined }, options.map(([id, text]) => el('option', { value: id, selected: id === value }, text)));
  } else if (long) {
    input = el('textarea', { name, rows: '4', maxlength: '500' });
    input.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.ctrlKey) input.form.requestSubmit(); });
  } else if (type === 'password') {
    return secret({ name, label, complete, meter });
  } else {
    input = el('input', { name, type, value, autocomplete: complete, maxlength: '128' });
  }
  return el('label', {}, label, input);
}

// Longer ones than may be are told of, not cut: a password that was cut would never open anything again.
function secret({ name, label, complete, meter }) {
  const input = el('input', { name, type: 'password', autocomplete: complete, maxlength: '400' });
  const show = el('button', { type: 'button', class: 'mini', 'aria-pressed': 'false', 'aria-label': `Show: ${label}`, onclick: () => {
    input.type = input.type === 'password' ? 'text' : 'password';
    show.setAttribute('aria-pressed', String(input.type === 'text'));
    show.textContent = input.type === 'text' ? 'Hide' : 'Show';
  } }, 'Show');
  return el('div', { class: 'secret' }, el('label', {}, label, input), show, meter ? strength(input) : null);
}

// A rough one, by length and by how many letters differ: words that everybody tries are refused by the node.
function strength(input) {
  const bar = el('meter', { min: '0', max: '100', low: '45', high: '70', optimum: '100', value: '0', 'aria-label': 'Strength' });
  const text = el('small', { role: 'status' }, '12 letters at least; a few words are good');
  input.addEventListener('input', () => {
    const length = [...input.value].length;
    const bits = Math.min(length, 2 * new Set(input.value).size) * (/[^a-z ]/.test(input.value) ? 5 : 4);
    bar.value = String(Math.min(100, bits));
    text.textContent = length < 12 ? `${12 - length} more` : length > 128 ? 'too long: 128 at most' : bits < 45 ? 'weak' : bits < 70 ? 'fair' : 'strong';
  });
  return el('div', { class: 'strength' }, bar, text);
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
