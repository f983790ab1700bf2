// The numbers of a move as they are written: an operation with its operands, a product, a sum that grows.
import { formatSmall } from '../numbers.js';
import { symbol } from './scene.js';
import { collected } from './sweep-shown.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./sweep-moves.js').Place} Place */
/** @typedef {import('./sweep-shown.js').Passes} Passes */

/** Text, and numbers that are the server's. @typedef {(string | number)[]} Line */

/** @param {Line} line */
export function textOf(line) {
  return line.map((part) => (typeof part === 'number' ? formatSmall(part) : part)).join('');
}

/** An operation with the numbers in it: "2.0000 × −0.2345", "tanh(0.4912)". @param {Model} model @param {number} i @returns {Line} */
export function calculation(model, i) {
  const op = symbol(model.ops[i]);
  const [x, y] = [model.start[i], model.start[i] + 1].map((slot) => model.data[model.operands[slot]]);
  const two = model.start[i + 1] - model.start[i] === 2;
  if (two && op === '+' && y < 0) return [x, ' \u2212 ', -y];
  if (two && op === '**') return [...inner(x), op, ...inner(y)];
  if (two && /^[+×÷\u2212]$/.test(op)) return [x, ` ${op} `, ...(op === '\u2212' || op === '÷' ? inner(y) : [y])];
  if (two) return [`${op}(`, x, ', ', y, ')'];
  // A number that belongs to the operation stands on its own side of the sign: "**2", "1−", "×0.5".
  const [, first, last] = /^(.+?)(\*\*|[+×÷\u2212])$/.exec(op) ?? [];
  if (last) return [first, last === '**' ? last : ` ${last} `, ...inner(x)];
  const [, sign, constant] = /^(\*\*|[+×÷\u2212])(.+)$/.exec(op) ?? [];
  if (sign) return sign === '**' ? [...inner(x), sign, constant] : [x, ` ${sign} `, constant];
  const [name, limit] = op.split(/ (?=[\d\u2212.])/);
  return [`${name}(`, x, ...(limit ? [', ', limit] : []), ')'];
}

/** A number where a sign in front of it would be read wrongly. @param {number} x @returns {Line} */
function inner(x) {
  return x < 0 ? ['(', x, ')'] : [x];
}

/** Upstream times local. @param {Model} model @param {number} node @param {number} slot @returns {Line} */
export function product(model, node, slot) {
  return [model.gradient[node], ' × ', model.partials[slot]];
}

/** "0.1857 − 0.1536 = 0.0321" @param {number} before @param {Passes} passes @param {number} slot @returns {Line} */
export function addition(before, passes, slot) {
  const contribution = passes.contributions[slot];
  const added = contribution < 0 ? [' \u2212 ', -contribution] : [' + ', contribution];
  return [before, ...added, ' = ', passes.sums[slot]];
}

/** What a contribution makes of its operand's gradient. @param {Model} model @param {Place} place @param {number} slot @param {Passes} passes @returns {Line} */
export function sumOf(model, { moves, position }, slot, passes) {
  if (passes.overwritten) return [passes.sums[slot]];
  return addition(collected(model, moves, position, slot, passes).before, passes, slot);
}

/** The node whose operand a slot is. @param {Model} model @param {number} slot */
export function nodeOf({ start, n }, slot) {
  let [low, high] = [0, n];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (start[middle] <= slot) low = middle;
    else high = middle;
  }
  return low;
}
