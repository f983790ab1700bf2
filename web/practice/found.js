// How a number comes about, once it has been found: the operation, or the chain rule, with the numbers in it.
import { h } from '../dom.js';
import { workable, workableValue } from './digits.js';
import { written } from './written.js';

/** More terms than this are summed up in a word. */
const TERMS = 4;

/**
 * @param {any} explanation as the server answers it
 * @param {'data' | 'gradient'} quantity
 */
export function foundIn({ value, gradient }, quantity) {
  return h('p', { class: 'practice-formula number' }, quantity === 'data' ? forward(value) : backward(gradient));
}

/** @param {{ data: number, op: string, operands: { data: number, op?: string }[] }} value */
export function forward(value) {
  const { op, operands } = value;
  const made = operands.map(({ data, op: how = '' }) => ({ data, op: how }));
  return op === '' ? workable(value.data) : `${workableValue(value)} = ${written(op, made)}`;
}

/** @param {{ gradient: number, from: number, start: string, terms: { upstream: number, partial: number }[], rest?: object | null }} gradient */
export function backward({ gradient, from, start, terms, rest }) {
  if (start === 'root') return `${workable(gradient)}: the loss grows with itself, one for one.`;
  const parts = terms.slice(0, TERMS).map(({ upstream, partial }) => `${workable(upstream)} × ${within(partial)}`);
  if (start === 'carried') parts.unshift(workable(from));
  if (terms.length > TERMS || rest) parts.push('…');
  return `${workable(gradient)} = ${parts.join(' + ')}`;
}

/** A negative number after a sign stands in parentheses. @param {number} x */
function within(x) {
  const text = workable(x);
  return text.startsWith('−') ? `(${text})` : text;
}
