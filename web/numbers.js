// Numbers as people read them: fixed decimals, a true minus, and a width that never grows.

/**
 * Stands for a number that is not to be read yet, as in practice: it is written "?", and is too small for a colour or a bar.
 * Whoever shows numbers need not know of it. Computations hardly ever end at exactly this one, far below the smallest normal.
 */
export const HIDDEN = 4.2424242424242e-310;
const UNREAD = '?';

const MINUS = '\u2212';

/** @param {string} text */
function withTrueMinus(text) {
  return text.replace('e+', 'e').replaceAll('-', MINUS);
}

/** A number that is rounded to zero has no sign: beside 0.00, −0.00 would look like another number. @param {number} x @param {string} text */
function signed(x, text) {
  return x < 0 && /[1-9∞]/.test(text) ? MINUS + text : text;
}

/**
 * Fixed decimals, at most decimals + 5 characters wide: large numbers give up decimals first, then become powers of ten.
 * @param {number} x
 * @param {number} [decimals]
 */
export function format(x, decimals = 4) {
  if (x === HIDDEN) return UNREAD;
  if (x !== x) return 'NaN';
  const size = Math.abs(x);
  if (size === Infinity) return signed(x, '∞');
  if (size < 1000 - 0.5 * 10 ** -decimals) return signed(x, size.toFixed(decimals));
  const room = decimals + 4;
  const fewer = decimals + 2 - Math.floor(Math.log10(size));
  for (const kept of [fewer, fewer - 1]) {
    const text = kept < 0 ? '' : size.toFixed(kept);
    if (text && text.length <= room) return signed(x, text);
  }
  return signed(x, withTrueMinus(size.toExponential(size >= 1e100 ? 1 : 2)));
}

/**
 * As format, but a number that would look like zero and is not becomes a power of ten.
 * @param {number} x
 */
export function formatSmall(x) {
  return x !== 0 && x !== HIDDEN && Math.abs(x) < 0.00005 ? withTrueMinus(x.toExponential(2)) : format(x);
}

/**
 * At most five characters, for places where a glance is enough.
 * @param {number} x
 */
export function compact(x) {
  if (x === HIDDEN) return UNREAD;
  if (x !== x) return 'NaN';
  const size = Math.abs(x);
  if (size === Infinity) return signed(x, '∞');
  if (size < 9.995) return signed(x, size.toFixed(2));
  if (size < 99.95) return signed(x, size.toFixed(1));
  if (size < 9999.5) return signed(x, size.toFixed(0));
  return signed(x, withTrueMinus(size.toExponential(0)));
}

/**
 * As many digits as are worth reading: twelve significant ones.
 * @param {number} x
 */
export function precise(x) {
  if (!Number.isFinite(x) || x === HIDDEN) return format(x);
  return withTrueMinus(String(Number(x.toPrecision(12))));
}

/** As format, for those who listen: they would not hear a question mark. @param {number} x */
export function spoken(x) {
  return x === HIDDEN ? 'not shown' : format(x);
}

/**
 * So many significant digits: for small differences, which fixed decimals would hide.
 * @param {number} x
 * @param {number} [digits]
 */
export function significant(x, digits = 6) {
  return Number.isFinite(x) && x !== 0 ? withTrueMinus(x.toPrecision(digits)) : format(x);
}
