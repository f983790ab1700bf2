// Names of nodes and parameters as people say them.
import { readOperation } from './explain/operation.js';

const PARAMETER = /^layer(\d+)\.neuron(\d+)\.(?:w(\d+)|b)$/;
const NEURON = /^layer(\d+)\.neuron(\d+)$/;
const SAMPLE = /^sample(\d+)\/(.*)$/;

/** @type {Record<string, string>} */
const OPERATIONS = {
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'quotient',
  '**': 'power',
  neg: 'negative',
  max: 'maximum',
  min: 'minimum',
  log: 'logarithm',
  sqrt: 'square root',
  abs: 'absolute value',
};

/** @param {string} name */
export function isParameter(name) {
  return PARAMETER.test(name);
}

/**
 * "weight 3 of neuron 1 in layer 2"
 * @param {string} name of a parameter or of a neuron
 */
export function nameInWords(name) {
  const parameter = PARAMETER.exec(name);
  if (parameter) {
    const [, layer, neuron, weight] = parameter;
    return `${weight ? `weight ${weight}` : 'bias'} of neuron ${neuron} in layer ${layer}`;
  }
  const neuron = NEURON.exec(name);
  return neuron ? `neuron ${neuron[2]} in layer ${neuron[1]}` : name;
}

/**
 * What a node of a graph is: "product, operation 3 of neuron 1 in layer 2", "input x1 of sample 3"; in an expression, whose
 * nodes have no group, its name or "product #3".
 * @param {{ id: string, op: string, label: string, group: string }} node
 */
export function nodeInWords({ id, op, label, group }) {
  const [, sample, own] = SAMPLE.exec(id) ?? [null, null, id];
  const ofSample = sample === null ? '' : ` of sample ${Number(sample) + 1}`;
  if (group === '') return label || `${op ? operationInWords(op) : 'number'} ${own}`;
  if (isParameter(label)) return nameInWords(label);
  if (op === '' && group === 'inputs') return `input ${label}${ofSample}`;
  if (op === '') return `target ${label}${ofSample}`;
  if (label === 'loss') return 'the loss';
  const forSample = sample === null ? '' : `, for sample ${Number(sample) + 1}`;
  if (NEURON.test(label)) return `output of ${nameInWords(label)}${forSample}`;
  const number = own.split('#')[1];
  const where = NEURON.test(group) ? nameInWords(group) : 'the loss';
  return `${operationInWords(op)}, ${number ? `operation ${number}` : 'an operation'} of ${where}${forSample}`;
}

/**
 * A node in as few words as tell it apart from all others of its graph: what it is, and where.
 * @param {{ id: string, op: string, label: string, group: string }} node
 * @returns {{ what: string, where: string }}
 */
export function nodeInBrief({ id, op, label, group }) {
  const [, sample, own] = SAMPLE.exec(id) ?? [null, null, id];
  const inLoss = group === 'loss' && op !== '' && label === '';
  const place = NEURON.test(group) ? nameInWords(group) : inLoss ? 'the loss' : '';
  const number = op === '' || label !== '' ? '' : own.split('#')[1];
  const where = [place, number && `#${number}`, sample !== null && `sample ${Number(sample) + 1}`];
  return { what: whatOf(op, label, group), where: where.filter(Boolean).join(' · ') };
}

/** @param {string} op @param {string} label @param {string} group */
function whatOf(op, label, group) {
  if (group === '') return label || (op ? operationInWords(op) : 'number');
  if (isParameter(label)) return label.slice(label.lastIndexOf('.') + 1);
  if (op === '') return `${group === 'inputs' ? 'input' : 'target'} ${label}`;
  if (NEURON.test(label)) return 'output';
  return label || operationInWords(op);
}

/**
 * Why a number cannot be set, in a sentence; "" if it can.
 * @param {{ op: string, label: string, group: string }} node
 */
export function whyFixed({ op, label, group }) {
  if (isParameter(label)) return '';
  if (group === '' && op === '') return 'This number is changed where it stands in the expression.';
  if (group === '') return 'It is computed from others, so it cannot be set by itself. Set an input, and it follows.';
  if (op === '' && group === 'inputs')
    return 'An input is given by the data, so it cannot be set here. Choose another sample to see others.';
  if (op === '') return 'A target is what the data say is right, so it cannot be set here.';
  return 'It is computed from others, so it cannot be set by itself. Set a weight or a bias, and it follows.';
}

/** A node's id without the sample, which people count from 1. @param {string} id */
export function ownId(id) {
  return SAMPLE.exec(id)?.[2] ?? id;
}

/**
 * "product", "tanh", "square"
 * @param {string} op as a graph writes it: "*", "tanh", "**2", "1-"
 */
export function operationInWords(op) {
  if (op === '**2') return 'square';
  const { symbol } = readOperation(op);
  return OPERATIONS[symbol] ?? symbol;
}
