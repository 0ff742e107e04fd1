// Dark or light, and the colours the map needs from the style sheet.
import { tell } from './store.js';

const KEY = 'vedette.theme';
let colours = new Map();

export const theme = () => document.documentElement.dataset.theme;

export function beginTheme() {
  document.documentElement.dataset.theme = localStorage.getItem(KEY)
    ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
}

export function otherTheme() {
  const next = theme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  localStorage.setItem(KEY, next);
  colours = new Map();
  tell('theme');
}

/** A colour by its name in css/theme.css, without the dashes. */
export function colour(name) {
  let value = colours.get(name);
  if (!value) {
    value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    colours.set(name, value);
  }
  return value;
}
