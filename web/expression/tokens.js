// The words of a source, for colours and for numbers that are dragged. The grammar is the server's; this only needs to agree
// on where a word begins and ends.

/** Groups: comment, number, name, and whether a parenthesis follows the name. */
export const TOKEN =
  /(#.*)|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)(?=(\s*\()?)|(\*\*|[-+*/=(),;])/gu;

/** @typedef {'comment' | 'number' | 'function' | 'name' | 'sign'} Kind */

/** @param {RegExpMatchArray} match of TOKEN @returns {Kind} */
export function kindOf(match) {
  if (match[1] !== undefined) return 'comment';
  if (match[2] !== undefined) return 'number';
  if (match[3] !== undefined) return match[4] === undefined ? 'name' : 'function';
  return 'sign';
}

/**
 * The number at a place of a line, with the minus that belongs to it, or null.
 * @param {string} line @param {number} at a character of it
 */
export function numberAt(line, at) {
  let before = '';
  let minus = -1;
  for (const match of line.matchAll(TOKEN)) {
    const from = match.index;
    const to = from + match[0].length;
    const kind = kindOf(match);
    // A minus belongs to the number unless it stands between two values.
    const own = minus >= 0 && minus === from - 1 ? minus : from;
    if (kind === 'number' && own <= at && at < to) return { from: own, to, value: Number(line.slice(own, to)) };
    minus = match[0] === '-' && !/[\p{L}\p{N}_.)]$/u.test(before) ? from : -1;
    before = match[0];
  }
  return null;
}
