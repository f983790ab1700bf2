/** What the tests of the modules claim. Each claim throws an error that shows both sides. */

/**
 * The same, down to every field and item; NaN equals NaN, and 0 differs from -0.
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} [about]
 */
export function equal(actual, expected, about = '') {
  if (!same(actual, expected)) fail(actual, expected, about);
}

/**
 * Numbers, or arrays of numbers, that differ by no more than a tolerance.
 * @param {number | ArrayLike<number>} actual
 * @param {number | ArrayLike<number>} expected
 * @param {number} tolerance
 * @param {string} [about]
 */
export function close(actual, expected, tolerance, about = '') {
  const a = typeof actual === 'number' ? [actual] : Array.from(actual);
  const b = typeof expected === 'number' ? [expected] : Array.from(expected);
  const near = (/** @type {number} */ x, /** @type {number} */ y) => x === y || Math.abs(x - y) <= tolerance;
  if (a.length !== b.length || !a.every((x, i) => near(x, b[i]))) fail(actual, expected, about);
}

/**
 * True, or a value that counts as true.
 * @param {unknown} condition
 * @param {string} [about]
 */
export function ok(condition, about = '') {
  if (!condition) fail(condition, true, about);
}

/**
 * A function, or an async one, that throws an error whose message contains a text.
 * @param {() => unknown} action
 * @param {string} [message]
 */
export async function throws(action, message = '') {
  let thrown = null;
  try {
    await action();
  } catch (error) {
    thrown = error;
  }
  if (thrown === null) throw new Error(`expected an error${message && ` that says "${message}"`}, but none was thrown`);
  if (!String(thrown).includes(message)) fail(String(thrown), message, 'the message of the error');
}

/**
 * @param {unknown} a
 * @param {unknown} b
 * @returns {boolean}
 */
function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Map || a instanceof Set) return same([...a], [.../** @type {Iterable<unknown>} */ (b)]);
  if (a instanceof Date) return Object.is(a.getTime(), /** @type {Date} */ (b).getTime());
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

/**
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} about
 */
function fail(actual, expected, about) {
  throw new Error(`${about && `${about}: `}expected ${show(expected)}, but it was ${show(actual)}`);
}

/** @param {unknown} value */
function show(value) {
  const written = JSON.stringify(value, (_, part) => (typeof part === 'number' ? plain(part) : part));
  return typeof value === 'number' ? plain(value) : (written ?? String(value));
}

/** @param {number} number */
function plain(number) {
  return Number.isFinite(number) && !Object.is(number, -0) ? number : Object.is(number, -0) ? '-0' : String(number);
}
