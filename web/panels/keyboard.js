import { h } from '../dom.js';

/**
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Actions} Actions
 */

/** Where, what to do, and the keys. @type {[string, [string, string[]][]][]} */
const KEYS = [
  [
    'Anywhere',
    [
      ['Play or pause', ['Space']],
      ['One step back, one step on', ['←', '→']],
      ['Ten steps back, ten steps on', ['Shift + ←', 'Shift + →']],
      ['To the start, to the last step reached', ['Home', 'End']],
      ['Undo, redo a change', ['Ctrl + Z', 'Ctrl + Shift + Z']],
      ['Zoom in, zoom out, see all', ['+', '−', '0']],
      ['Find a neuron or a number', ['/']],
      ['This list', ['?']],
    ],
  ],
  [
    'In the picture, reached with Tab',
    [
      ['From number to number', ['←', '→', '↑', '↓']],
      ['Open a neuron', ['Enter']],
      ['Select a number', ['Space']],
      ['Move the picture', ['Shift + arrows']],
      ['Out again', ['Esc']],
    ],
  ],
  [
    'On a weight or a bias: in the picture, the tree or a table',
    [
      ['Set it', ['F2', 'Enter, once selected', 'double click']],
      ['Set it by dragging, once selected', ['drag sideways']],
      ['Up or down by a tenth of its size', ['↑', '↓']],
      ['Ten times as far, a tenth as far', ['Shift', 'Alt']],
      ['Ten presses at once', ['Page Up', 'Page Down']],
      ['Keep it, bring the first value back', ['Enter', 'Esc']],
    ],
  ],
  [
    'A sweep: watch every number come about',
    [
      ['Forward: begin it, one move on', ['F']],
      ['Backward: begin it, one move on', ['B']],
      ['One move back', ['Shift + F', 'Shift + B']],
      ['Play or pause it', ['Space']],
      ['End it', ['Esc']],
    ],
  ],
  [
    'In the picture, with the mouse or a finger',
    [
      ['Select a number or a weight', ['click']],
      ['See two weights together, as a landscape', ['Shift + click']],
      ['Open or close a neuron', ['▸', 'double click']],
      ['See all of it', ['double click beside it']],
      ['Move, zoom', ['drag', 'Ctrl + wheel', 'pinch']],
    ],
  ],
];

/** Keys of the picture that work from anywhere. */
const STAGE_KEYS = ['+', '=', '-', '0', '/'];

/**
 * The keys that work anywhere on the page, and the dialog that lists them.
 * @param {HTMLElement} element where the dialog stands
 * @param {Store} store
 * @param {Actions} actions
 * @returns {{ open(): void }}
 */
export function mountKeyboard(element, store, actions) {
  const dialog = createKeysDialog(KEYS);
  element.append(dialog);
  const open = () => dialog.showModal();

  /** @type {Record<string, (event: KeyboardEvent) => void>} */
  const plain = {
    ' ': () => actions.togglePlay(),
    ArrowLeft: (event) => (event.shiftKey ? actions.step(-10) : actions.go(-1)),
    ArrowRight: (event) => (event.shiftKey ? actions.step(10) : actions.go(1)),
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
    } else if (STAGE_KEYS.includes(event.key) && !event.altKey && !isTaken(event.target, event.key)) {
      const stage = document.querySelector('#stage .panel-body');
      if (!stage || stage.contains(/** @type {Node} */ (event.target))) return;
      stage.dispatchEvent(new KeyboardEvent('keydown', { key: event.key }));
      event.preventDefault();
    } else if (!event.altKey && plain[event.key] && !isTaken(event.target, event.key)) {
      plain[event.key](event);
      event.preventDefault();
    }
  });
  return { open };
}

/** @param {[string, [string, string[]][]][]} lists where, what to do, and the keys */
export function createKeysDialog(lists) {
  const parts = lists.flatMap(([where, keys]) => [h('h3', { class: 'eyebrow' }, where), h('dl', {}, ...keys.map(row))]);
  const dialog = h(
    'dialog',
    { class: 'keyboard', 'aria-labelledby': 'keyboard-title' },
    h('h2', { id: 'keyboard-title' }, 'Keys'),
    ...parts,
    h('form', { method: 'dialog' }, h('button', { class: 'button primary' }, 'Close')),
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

const TEXT = 'textarea, [contenteditable], input:not([type="range"], [type="checkbox"], [type="radio"])';
const ARROWS =
  'input, select, [role="tree"], [role="slider"], [role="menu"], [role="tablist"], [role="grid"], [popover]';
const PRESSED = 'button, summary, a, input, select, [role="treeitem"]';

/** @param {[string, string[]]} row */
function row([what, keys]) {
  return h('div', { class: 'key-row' }, h('dt', {}, what), h('dd', {}, ...keys.map((key) => h('kbd', {}, key))));
}

/** @param {EventTarget | null} target */
export function isText(target) {
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
