/**
 * An element with its attributes and children. An attribute that is true stands without a value; false and null leave it out;
 * a function under "onclick" and the like becomes a listener.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * Writes only what changed, and into the text that is there: a new one would be a new box to lay out.
 * @param {HTMLElement} element @param {string} text
 */
export function setText(element, text) {
  const only = element.firstChild;
  if (text !== '' && only instanceof Text && !only.nextSibling) {
    if (only.data !== text) only.data = text;
  } else if (element.textContent !== text) element.textContent = text;
}

/** Writes only what changed. @param {Element} element @param {string} name @param {string} value */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Hides or shows; writes only what changed. @param {HTMLElement} element @param {boolean} hidden */
export function setHidden(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

const ICONS = {
  first: 'M5 5v14M19 5 8 12l11 7z',
  back: 'M17 5 6 12l11 7z',
  play: 'M7 4.5 20 12 7 19.5z',
  pause: 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z',
  forward: 'M5 5l11 7-11 7zM19 5v14',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  remove: 'M6 6l12 12M18 6 6 18',
  undo: 'M9 7 4.5 11.5 9 16M5 11.5h9a5 5 0 0 1 0 10h-3',
  redo: 'M15 7l4.5 4.5L15 16M19 11.5h-9a5 5 0 0 0 0 10h3',
  dice: 'M5 5h14v14H5zM9 9h.01M15 9h.01M12 12h.01M9 15h.01M15 15h.01',
  pencil: 'M4 20l1.2-4.2L16 5l3 3L8.2 18.8zM13.5 7.5l3 3',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  system: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  dark: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  check: 'M5 12.5 10 17.5 19 7',
  copy: 'M9 9h10v11H9zM15 9V5H5v11h4',
  down: 'M6 9l6 6 6-6',
  save: 'M12 4v11M7.5 11 12 15.5 16.5 11M5 19.5h14',
  onward: 'M3.5 12h13M12 7l5 5-5 5M20.5 5v14',
  backward: 'M20.5 12h-13M12 7l-5 5 5 5M3.5 5v14',
};

const SOLID = ['first', 'back', 'play', 'pause', 'forward'];

/**
 * A drawn icon; it says nothing to a screen reader, so its button needs a name.
 * @param {keyof typeof ICONS} name
 */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', SOLID.includes(name) ? 'icon solid' : 'icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * A button with an icon only; its name is also its tooltip.
 * @param {keyof typeof ICONS} name
 * @param {string} label
 * @param {() => void} press
 * @param {Record<string, unknown>} [attributes]
 */
export function iconButton(name, label, press, attributes = {}) {
  return h(
    'button',
    { type: 'button', class: 'button icon', title: label, 'aria-label': label, onclick: press, ...attributes },
    icon(name),
  );
}
