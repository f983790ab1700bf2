/**
 * @typedef {'name' | 'value' | 'gradient' | 'size'} Column
 * @typedef {{ column: Column, descending: boolean }} Sorting
 */

/**
 * The rows of the table of parameters: which of them, and in which order. Equal ones, and those that are not numbers, keep
 * the order of the network; what is not a number comes last.
 * @param {string[]} names
 * @param {{ values: number[], gradients: number[] }} frame
 * @param {Sorting} sorting by name means: in the order of the network
 * @param {string} filter words that all have to occur in the name
 * @returns {number[]} positions in names
 */
export function orderOf(names, { values, gradients }, { column, descending }, filter) {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (/** @type {string} */ name) => words.every((word) => name.toLowerCase().includes(word));
  const order = [...names.keys()].filter((i) => matches(names[i]));
  if (column === 'name') return descending ? order.reverse() : order;
  const key = column === 'value' ? values : gradients;
  const of = (/** @type {number} */ i) => (column === 'size' ? Math.abs(key[i]) : key[i]);
  const sign = descending ? -1 : 1;
  return order.sort((a, b) => {
    const [left, right] = [of(a), of(b)];
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b;
    return left === right ? a - b : left < right ? -sign : sign;
  });
}
