import { h } from '../dom.js';

/**
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Actions} Actions
 */

/** @type {[string, string[], string][]} what to do, the keys, and the kind */
const KEYS = [
  ['Play or pause', ['Space'], 'Train'],
  ['One step back, one step on', ['←', '→'], 'Train'],
  ['Ten steps back, ten steps on', ['Shift + ←', 'Shift + →'], 'Train'],
  ['Back to the start, to the last step reached', ['Home', 'End'], 'Train'],
  ['Undo, redo a change', ['Ctrl + Z', 'Ctrl + Shift + Z'], 'Train'],
  ['Zoom in, zoom out, fit', ['+', '−', '0'], 'Picture'],
  ['Into the picture, and out of it', ['Tab', 'Esc'], 'Picture'],
  ['In the picture: operand, consumer, neighbours', ['←', '→', '↑', '↓'], 'Picture'],
  ['In the picture: open a neuron', ['Enter'], 'Picture'],
  ['This list', ['?'], 'Page'],
];

/**
 * The keys that work anywhere on the page, and the dialog that lists them.
 * @param {HTMLElement} element where the dialog stands
 * @param {Store} store
 * @param {Actions} actions
 * @returns {{ open(): void }}
 */
export function mountKeyboard(element, store, actions) {
  const rows = KEYS.map(([what, keys]) =>
    h('div', { class: 'key-row' }, h('dt', {}, what), h('dd', {}, ...keys.map((key) => h('kbd', {}, key)))),
  );
  const dialog = h(
    'dialog',
    { class: 'keyboard', 'aria-labelledby': 'keyboard-title' },
    h('h2', { id: 'keyboard-title' }, 'Keys'),
    h('dl', {}, ...rows),
    h('form', { method: 'dialog' }, h('button', { class: 'button primary' }, 'Close')),
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  element.append(dialog);
  const open = () => dialog.showModal();

  /** @type {Record<string, (event: KeyboardEvent) => void>} */
  const plain = {
    ' ': () => actions.togglePlay(),
    ArrowLeft: (event) => actions.step(event.shiftKey ? -10 : -1),
    ArrowRight: (event) => actions.step(event.shiftKey ? 10 : 1),
    Home: () => actions.seek(0),
    End: () => actions.seek(store.get().reached),
    '?': open,
  };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || dialog.open || isText(event.target)) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const key = event.key.toLowerCase();
      if (key === 'z' && event.shiftKey) actions.redo();
      else if (key === 'z') actions.undo();
      else if (key === 'y') actions.redo();
      else return;
      event.preventDefault();
    } else if (!event.altKey && plain[event.key] && !isTaken(event.target, event.key)) {
      plain[event.key](event);
      event.preventDefault();
    }
  });
  return { open };
}

const TEXT = 'textarea, [contenteditable], input:not([type="range"], [type="checkbox"], [type="radio"])';
const ARROWS =
  'input, select, [role="tree"], [role="slider"], [role="menu"], [role="tablist"], [role="grid"], [popover]';
const PRESSED = 'button, summary, a, input, select, [role="treeitem"]';

/** @param {EventTarget | null} target */
function isText(target) {
  return target instanceof Element && target.closest(TEXT) !== null;
}

/**
 * Whether what has the focus does something of its own with a key.
 * @param {EventTarget | null} target
 * @param {string} key
 */
function isTaken(target, key) {
  if (!(target instanceof Element) || key === '?') return false;
  return target.closest(key === ' ' ? PRESSED : ARROWS) !== null;
}
