// How nodes are called where there is little room, without any number in it: a name must not change from step to step.
import { symbol } from './scene.js';

/** @typedef {import('./model.js').Model} Model */

const PARAMETER = /^layer\d+\.neuron\d+\.(w\d+|b)$/;
const NEURON = /^layer(\d+)\.neuron(\d+)$/;

/**
 * Short names of labels: "w3", "b", "n2", "x1", and "ŷ" for what the last layer puts out.
 * @param {string[]} labels
 */
export function shortNames(labels) {
  let last = 0;
  for (const label of labels) last = Math.max(last, Number(NEURON.exec(label)?.[1] ?? 0));
  const several = labels.some((label) => label === `layer${last}.neuron2`);
  return labels.map((label) => {
    const neuron = NEURON.exec(label);
    if (!neuron) return PARAMETER.exec(label)?.[1] ?? label;
    if (Number(neuron[1]) < last) return `n${neuron[2]}`;
    return several ? `ŷ${neuron[2]}` : 'ŷ';
  });
}

/** What an operation does, by the names of its operands: "w2 × x2", "sum + w2 × x2", "(ŷ − y)**2". @param {Model} model @param {number} i */
export function expressionOf(model, i) {
  return expression(model, i, 1);
}

/** @param {Model} model @param {number} i @param {number} depth how many unnamed operands within each other are written out @returns {string} */
function expression(model, i, depth) {
  const op = symbol(model.ops[i]);
  const names = [];
  for (let p = model.start[i]; p < model.start[i + 1]; p++) names.push(nameOf(model, model.operands[p], depth, op));
  if (names.length === 2 && /^(\+|×|÷|\u2212|\*\*)$/.test(op)) return `${names[0]} ${op} ${names[1]}`;
  if (names.length === 1 && /^[+×÷\u2212*]/.test(op)) return names[0] + op;
  if (names.length === 1 && /^\d/.test(op)) return op + names[0];
  return `${op}(${names.join(', ')})`;
}

/** @param {Model} model @param {number} i @param {number} [depth] @param {string} [within] the operation it is an operand of @returns {string} */
export function nameOf(model, i, depth = 1, within = '') {
  if (model.short[i]) return model.short[i];
  const op = model.ops[i];
  let named = depth > 0;
  for (let p = model.start[i]; p < model.start[i + 1]; p++) named &&= model.short[model.operands[p]] !== '';
  if (!named) return { '+': 'sum', '*': 'product', '-': 'difference' }[op] ?? `${symbol(op)}(…)`;
  const text = expression(model, i, depth - 1);
  return (op === '*' && within === '+') || /^[a-z]/.test(within) || text.endsWith(')') ? text : `(${text})`;
}
