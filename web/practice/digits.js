// Numbers to compute with: glassgrad.explain.Shown knows how exactly they are written.
import { format, HIDDEN, significant } from '../numbers.js';

const SIGNIFICANT = 4;
/** Below it, four decimals are fewer than four digits. */
const SMALL = 0.1;
/** A double close to 1 has no more decimals than this. */
const MOST_DECIMALS = 16;

/**
 * As format, with at least four significant digits.
 * @param {number} x
 */
export function workable(x) {
  const text = format(x);
  if (x === HIDDEN || x === 0 || !Number.isFinite(x)) return text;
  if (Math.abs(x) < SMALL) return significant(x, SIGNIFICANT);
  return text.includes('e') ? significant(x, SIGNIFICANT) : text;
}

/**
 * The value of a node. The slope of tanh and sigmoid comes from what is missing to 1, of which four digits are shown too.
 * @param {{ op: string, data: number }} node
 */
export function workableValue({ op, data }) {
  const missing = 1 - Math.abs(data);
  if ((op !== 'tanh' && op !== 'sigmoid') || !(missing > 0 && missing < SMALL)) return workable(data);
  const decimals = Math.min(MOST_DECIMALS, SIGNIFICANT - 1 - Math.floor(Math.log10(missing)));
  return format(data, decimals);
}
