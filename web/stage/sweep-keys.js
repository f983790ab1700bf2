// The keys of a sweep, from anywhere on the page.

/** @typedef {import('./sweep-moves.js').Direction} Direction */

/**
 * @typedef {object} Handlers
 * @property {() => boolean} on  whether a sweep is on
 * @property {(direction: Direction, by: number) => void} press  begins it, or steps
 * @property {() => void} toggle
 * @property {() => void} end
 */

/** @type {Record<string, Direction>} */
const BEGIN = { f: 'forward', b: 'backward' };
const TEXT =
  'textarea, select, dialog, [contenteditable], input:not([type="range"], [type="checkbox"], [type="radio"])';
const PRESSED = 'button, summary, a, input, [role="treeitem"]';

/** @param {Handlers} handlers */
export function listenToKeys({ on, press, toggle, end }) {
  // Before whatever has the focus: a sweep ends at the first Esc, also for those who are in the tree.
  document.addEventListener(
    'keydown',
    (event) => {
      const { key } = event;
      // Not event.target: of what stands in a shadow tree, as the editor does, that is only the host.
      const target = event.composedPath()[0];
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest(TEXT)) return;
      const direction = BEGIN[key.toLowerCase()];
      if (direction) press(direction, event.shiftKey ? -1 : 1);
      else if (key === 'Escape' && on()) end();
      else if (key === ' ' && on() && !(target instanceof Element && target.closest(PRESSED))) toggle();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
}
