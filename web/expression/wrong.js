// Which gradients the lecture's bug makes wrong, and what is to be said of it.

/**
 * @typedef {import('./types.d.ts').Shown} Shown
 * @typedef {{ node: string | null }} Row
 */

/**
 * Whether the gradient of a row is wrong; the server compares.
 * @param {Shown | null} shown
 * @returns {(row: Row) => boolean}
 */
export function wrongIn(shown) {
  const wrong = new Set(shown?.overwrite ? shown.sheet.wrong : []);
  return ({ node }) => node !== null && wrong.has(node);
}

/**
 * @param {number} wrong
 * @param {number} all
 * @param {{ operands: string[] }[]} nodes of the graph
 */
export function verdictOf(wrong, all, nodes) {
  if (wrong > 0) return `${wrong} of ${all} gradients are wrong.`;
  const used = nodes.flatMap(({ operands }) => operands);
  return new Set(used).size < used.length
    ? 'No gradient is wrong here.'
    : 'Nothing is used twice here: no gradient is wrong.';
}
