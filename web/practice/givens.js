// What someone may use who works a number out, as a small table: where it goes, or what it is made of.
import { h } from '../dom.js';
import { signClass } from '../panels/cells.js';
import { nodeInBrief } from '../words.js';
import { workable, workableValue } from './digits.js';
import { written } from './written.js';

/**
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').GraphNode} GraphNode
 * @typedef {import('./series.js').Exercise} Exercise
 * @typedef {ReturnType<typeof import('../panels/lookup.js').createLookup>} Lookup
 */

/**
 * A node as it is named within a sentence: "the product (neuron 1 in layer 2 · #3)", "w2 (neuron 1 in layer 2)".
 * @param {GraphNode} node
 */
export function nodeInSentence(node) {
  const { what, where } = nodeInBrief(node);
  return articleOf(node) + what + (where ? ` (${where})` : '');
}

/** "the " before what is called by its operation, as "the product"; nothing before a name. @param {GraphNode} node */
export function articleOf(node) {
  return node.op !== '' && !/\d$/.test(nodeInBrief(node).what) ? 'the ' : '';
}

/** "0.1921 = 0.5632 × 0.3412"; what is covered is a question mark. @param {Graph} graph @param {GraphNode} node @param {Lookup} lookup */
function equation(graph, node, lookup) {
  return `${workableValue(node)} = ${written(node.op, lookup.operands(graph, node))}`;
}

/** @param {string} text */
function number(text) {
  return h('span', { class: `number ${signClass(text)}` }, text);
}

/**
 * @param {Graph} graph
 * @param {Exercise} exercise
 * @param {Lookup} lookup
 * @param {(id: string) => void} select
 * @returns {HTMLElement}
 */
export function givensOf(graph, { node: id, quantity }, lookup, select) {
  const node = /** @type {GraphNode} */ (lookup.find(graph, id));
  /** @param {GraphNode} other @param {string} x @param {string} [text] */
  function item(other, x, text) {
    const { what, where } = nodeInBrief(other);
    const name = h('button', { type: 'button', class: 'choose', onclick: () => select(other.id) }, what);
    return h(
      'li',
      {},
      h('span', {}, name, ' ', h('small', {}, where)),
      number(x),
      ...(text ? [h('span', { class: 'number practice-made' }, text)] : []),
    );
  }
  if (quantity === 'data') {
    const operands = lookup.operands(graph, node);
    return list(
      `It is made of`,
      'value',
      operands.map((operand) => item(operand, workableValue(operand))),
      equation(graph, node, lookup),
    );
  }
  const users = lookup.users(graph, node);
  const value = `Its value is ${workableValue(node)}.`;
  if (users.length === 0)
    return h('p', { class: 'explain' }, `${value} Nothing is made of it: backward begins with it.`);
  return list(
    'It goes into',
    'gradient',
    users.map((user) => item(user, workable(user.gradient), equation(graph, user, lookup))),
    value,
  );
}

/** @param {string} title @param {string} column what the numbers are @param {HTMLElement[]} items @param {string} above */
function list(title, column, items, above) {
  return h(
    'div',
    { class: 'practice-givens' },
    h('p', { class: 'number' }, above),
    h('p', { class: 'practice-columns', 'aria-hidden': 'true' }, h('span', {}, title), h('span', {}, column)),
    h('ul', { 'aria-label': `${title}, with the ${column} of each` }, ...items),
  );
}
