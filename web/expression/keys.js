import { createKeysDialog, isText } from '../panels/keyboard.js';

/** @typedef {import('./actions.js').BoardActions} BoardActions */

/** Where, what to do, and the keys. @type {[string, [string, string[]][]][]} */
const KEYS = [
  [
    'On a number',
    [
      ['A little more, a little less', ['↑', '↓']],
      ['Ten times as much', ['Shift + ↑', 'Page Up']],
      ['A tenth as much', ['Alt + ↑']],
      ['Change it by hand', ['drag sideways']],
    ],
  ],
  [
    'Anywhere',
    [
      ['Undo, redo a change of a number', ['Ctrl + Z', 'Ctrl + Y']],
      ['These keys', ['?']],
    ],
  ],
  [
    'In the picture',
    [
      ['Select a number', ['click']],
      ['Find a number by its name', ['/']],
      ['Zoom, see all of it', ['+', '−', '0']],
    ],
  ],
];

/** @param {HTMLElement} element where the dialog stands @param {BoardActions} actions */
export function mountKeys(element, actions) {
  const dialog = createKeysDialog(KEYS);
  element.append(dialog);
  const open = () => dialog.showModal();
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || dialog.open || isText(event.target) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === 'y' || (key === 'z' && event.shiftKey)) actions.redo();
      else if (key === 'z') actions.undo();
      else return;
    } else if (key === '?') open();
    else return;
    event.preventDefault();
  });
  return { open };
}
