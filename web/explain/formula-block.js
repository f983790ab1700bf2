import { h } from '../dom.js';
import { copiesAsText } from './copying.js';
import { copyButton } from './copy-menu.js';
import { mathml } from './mathml.js';

/** @typedef {import('./formula.js').Formula} Formula */

/**
 * A formula in a box of its own, to be read, copied, and followed to the nodes that its parts are. A formula too wide for
 * its box is scrolled inside it.
 * @param {object} options
 * @param {string} options.label what the formula says, for a screen reader
 * @param {(node: string) => void} [options.follow] goes to the node of a part that was pressed
 */
export function formulaBlock({ label, follow }) {
  const sheet = h('div', { class: 'formula-sheet', role: 'group', 'aria-label': label });
  const element = h(
    'div',
    { class: 'formula-block' },
    sheet,
    copyButton(() => shown),
  );
  /** @type {Formula | null} */
  let shown = null;
  let written = '';

  // What can be scrolled must be reachable by keyboard: by one of its parts, or itself.
  const sizes = new ResizeObserver(() => {
    const scrolls = sheet.scrollWidth > sheet.clientWidth && !sheet.querySelector('[tabindex]');
    if (scrolls) sheet.tabIndex = 0;
    else sheet.removeAttribute('tabindex');
  });
  sizes.observe(sheet);

  sheet.addEventListener('click', (event) => go(event.target));
  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') go(event.target);
  });

  /** @param {EventTarget | null} target */
  function go(target) {
    const part = target instanceof Element ? target.closest('[data-node]') : null;
    // Whoever drags over a part to select it does not want to leave.
    if (part && getSelection()?.isCollapsed !== false) follow?.(part.getAttribute('data-node') ?? '');
  }

  return {
    element,
    /** @param {Formula} formula */
    show(formula) {
      const now = JSON.stringify(formula);
      if (now === written) return;
      written = now;
      shown = formula;
      const parts = () => /** @type {HTMLElement[]} */ ([...sheet.querySelectorAll('[data-node]')]);
      const focused = parts().findIndex((part) => part === document.activeElement);
      const math = mathml(formula, true);
      copiesAsText(math, formula);
      if (sheet.firstElementChild) sizes.unobserve(sheet.firstElementChild);
      sizes.observe(math);
      sheet.replaceChildren(math);
      if (focused >= 0) parts()[focused]?.focus();
    },
  };
}

/** A formula inside a sentence. @param {Formula} formula */
export function inlineFormula(formula) {
  const math = mathml(formula);
  copiesAsText(math, formula);
  return math;
}
