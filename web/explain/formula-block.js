import { h } from '../dom.js';
import { copiesAsText } from './copying.js';
import { copyButton } from './copy-menu.js';
import { createFormulaLinks } from './formula-links.js';
import { mathml } from './mathml.js';

/** @typedef {import('./formula.js').Formula} Formula */

/**
 * A formula in a box of its own, to be read, copied, and followed to the nodes that its parts are. A formula too wide for
 * its box is scrolled inside it.
 * @param {object} options
 * @param {string} options.label what the formula says, for a screen reader
 * @param {(node: string) => void} [options.follow] goes to the node of a part that was pressed
 */
export function formulaBlock({ label, follow = () => {} }) {
  const sheet = h('div', { class: 'formula-sheet', role: 'group', 'aria-label': label });
  const links = createFormulaLinks(sheet, follow);
  const tools = copyButton(() => shown);
  const element = h('div', { class: 'formula-block' }, sheet, tools);
  /** @type {Formula | null} */
  let shown = null;
  let written = '';

  const sizes = new ResizeObserver(() => {
    // The button stands beside the first line; where that is too long, beside them all.
    const first = sheet.querySelector('mtr > :last-child > *') ?? sheet.querySelector('math');
    const free = element.getBoundingClientRect().right - tools.offsetWidth;
    element.classList.toggle('crowded', !!first && first.getBoundingClientRect().right > free);
    // What can be scrolled must be reachable by keyboard: by one of its parts, or itself.
    if (sheet.scrollWidth > sheet.clientWidth && links.count === 0) sheet.tabIndex = 0;
    else sheet.removeAttribute('tabindex');
    links.place();
  });
  sizes.observe(sheet);

  return {
    element,
    /** @param {Formula} formula */
    show(formula) {
      const now = JSON.stringify(formula);
      if (now === written) return;
      written = now;
      shown = formula;
      const math = mathml(formula, true);
      copiesAsText(math, formula);
      const before = sheet.querySelector('math');
      if (before) {
        sizes.unobserve(before);
        before.replaceWith(math);
      } else {
        sheet.prepend(math);
      }
      links.take(math);
      sizes.observe(math);
    },
  };
}

/** A formula inside a sentence. @param {Formula} formula */
export function inlineFormula(formula) {
  const math = mathml(formula);
  copiesAsText(math, formula);
  return math;
}
