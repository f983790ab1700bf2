import { h } from '../dom.js';
import { formulaBlock, inlineFormula } from './formula-block.js';

/**
 * @typedef {import('./derivations.js').Derivation} Derivation
 * @typedef {import('./surroundings.js').Surroundings} Surroundings
 */

/**
 * A derivation, and under it what its letters stand for.
 * @param {string} label
 * @param {(node: string) => void} select
 */
export function createDerivation(label, select) {
  const block = formulaBlock({ label, follow: select });
  const legend = h('ul', { class: 'legend-of-letters' });
  const element = h('div', { class: 'derivation' }, block.element, legend);
  let shown = '';
  return {
    element,
    /** @param {Derivation | null} derivation @param {Surroundings} around @param {string} own the explained node, which needs no legend */
    show(derivation, around, own) {
      element.hidden = derivation === null;
      if (!derivation) return;
      const { formula, symbols } = derivation;
      block.show(formula);
      const written = JSON.stringify(formula);
      const letters = symbols.unnamed.filter(
        ({ id, symbol }) => id !== own && written.includes(JSON.stringify(symbol)),
      );
      const now = JSON.stringify([letters, letters.map(({ id }) => around.words(id))]);
      if (now === shown) return;
      shown = now;
      legend.hidden = letters.length === 0;
      legend.replaceChildren(
        ...letters.map(({ id, symbol }) =>
          h(
            'li',
            {},
            inlineFormula(symbol),
            ' is the ',
            h('button', { type: 'button', class: 'link', onclick: () => select(id) }, around.words(id)),
          ),
        ),
      );
    },
  };
}
