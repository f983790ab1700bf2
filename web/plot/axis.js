/** Axes that do not jump: limits and ticks from short lists of round numbers. */

const FACTORS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/**
 * The next round number that is not below max; it changes seldom as max grows.
 * @param {number} max
 * @param {number} least the smallest answer
 */
export function roundLimit(max, least) {
  if (!(max > least) || max === Infinity) return least;
  const power = 10 ** Math.floor(Math.log10(max));
  const factor = FACTORS.find((each) => max <= each * power * (1 + 1e-12)) ?? 10;
  return factor * power;
}

/**
 * Round numbers from min to max, about as many as asked for and never more.
 * @param {number} min
 * @param {number} max
 * @param {number} [count]
 * @returns {number[]}
 */
export function ticks(min, max, count = 5) {
  if (!(max > min)) return [min];
  const rough = (max - min) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  const gap = factor * power;
  const first = Math.ceil(min / gap - 1e-9);
  const last = Math.floor(max / gap + 1e-9);
  // Counted and multiplied, so that no error adds up; 0.30000000000000004 becomes 0.3 and -0 becomes 0.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * gap).toPrecision(12)) + 0);
}

/**
 * The powers of ten that hold all values between them, at least one decade.
 * @param {number} min above 0
 * @param {number} max
 * @returns {[number, number]}
 */
export function decades(min, max) {
  const low = Math.floor(Math.log10(min) + 1e-9);
  // Ten to the 309th is infinite.
  const high = Math.min(Math.ceil(Math.log10(max) - 1e-9), 308);
  return [10 ** low, 10 ** Math.max(high, low + 1)];
}

/**
 * Every power of ten between two of them, or every second, third, .. one: never more than count.
 * @param {number} min
 * @param {number} max
 * @param {number} [count]
 * @returns {number[]}
 */
export function decadeTicks(min, max, count = 6) {
  const low = Math.round(Math.log10(min));
  const high = Math.round(Math.log10(max));
  const gap = Math.max(1, Math.ceil((high - low) / (count - 1)));
  const first = Math.ceil(low / gap) * gap;
  return Array.from({ length: Math.floor((high - first) / gap) + 1 }, (_, i) => 10 ** (first + i * gap));
}

/**
 * A tick's label: short, with a true minus.
 * @param {number} value
 */
export function tickLabel(value) {
  const size = Math.abs(value);
  const rounded = Number(size.toPrecision(6));
  const text = size !== 0 && (size < 0.001 || size >= 100_000) ? rounded.toExponential() : String(rounded);
  return (value < 0 ? '\u2212' : '') + text.replace('e+', 'e').replace('e-', 'e\u2212');
}
