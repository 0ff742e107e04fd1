// Small verbs for building the page. Text is always set as text, never as HTML: names come from the air.

export const $ = (id) => document.getElementById(id);

/** An element with properties and children. `class`, `data` and `on…` are understood. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Sets the text if it differs: the page is not laid out again for nothing. */
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
