import { h } from '../dom.js';
import { nodeInBrief } from '../words.js';
import { numberCell, setText } from './cells.js';
import { partialBy } from './lookup.js';

/**
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').GraphNode} GraphNode
 * @typedef {ReturnType<typeof import('./lookup.js').createLookup>} Lookup
 */

/** In the graph of a whole batch a weight is used once a sample; that many stand in the list. */
const USERS = 8;

/**
 * What a number is made of, and what is made of it; a press goes there.
 * @param {Lookup} lookup
 * @param {(node: string) => void} select
 */
export function createNeighbours(lookup, select) {
  const madeOf = links(
    'Made of',
    ['operand', 'value', 'local ∂'],
    'The local ∂ says how fast this number grows with the operand.',
    select,
  );
  const usedBy = links(
    'Used by',
    ['', 'local ∂', 'gradient'],
    'The local ∂ says how fast that node grows when this number does.',
    select,
  );
  const element = h(
    'details',
    { class: 'neighbours' },
    h('summary', {}, 'All its neighbours'),
    madeOf.element,
    usedBy.element,
  );
  return {
    element,
    /** @param {GraphNode | undefined} node @param {Graph | null} graph */
    show(node, graph) {
      const operands = node && graph ? lookup.operands(graph, node) : [];
      const users = node && graph ? lookup.users(graph, node) : [];
      element.hidden = operands.length + users.length === 0;
      madeOf.show(
        operands.map((operand, i) => ({ node: operand, numbers: [operand.data, node?.partials[i] ?? NaN] })),
        0,
      );
      usedBy.show(
        users
          .slice(0, USERS)
          .map((user) => ({ node: user, numbers: [partialBy(user, node?.id ?? ''), user.gradient] })),
        users.length - USERS,
      );
    },
  };
}

/**
 * A small table of neighbours; a press selects one.
 * @param {string} name
 * @param {string[]} columns
 * @param {string} explanation
 * @param {(node: string) => void} select
 */
function links(name, columns, explanation, select) {
  const body = h('tbody');
  const heads = columns.map((column) => h('th', { scope: 'col' }, column || 'node'));
  const more = h('p', { class: 'explain' });
  const element = h(
    'section',
    {},
    h('h5', {}, name),
    h('table', { 'aria-label': name }, h('thead', {}, h('tr', {}, ...heads)), body),
    more,
  );
  /** @type {{ key: string, row: HTMLTableRowElement, numbers: ReturnType<typeof numberCell>[] }[]} */
  let rows = [];

  /** @param {GraphNode} node */
  function make(node) {
    const { what, where } = nodeInBrief(node);
    const press = () => select(node.id);
    const button = h('button', { type: 'button', class: 'choose', onclick: press }, what, ' ', h('small', {}, where));
    const numbers = [numberCell({ sign: true }), numberCell({ sign: true })];
    const row = h('tr', {}, h('td', {}, button), ...numbers.map(({ cell }) => cell));
    return { key: node.id, row, numbers };
  }

  return {
    element,
    /** @param {{ node: GraphNode, numbers: number[] }[]} neighbours @param {number} left how many more there are */
    show(neighbours, left) {
      element.hidden = neighbours.length === 0;
      const keys = neighbours.map(({ node }) => node.id).join(' ');
      if (keys !== rows.map(({ key }) => key).join(' ')) {
        rows = neighbours.map(({ node }) => make(node));
        body.replaceChildren(...rows.map(({ row }) => row));
      }
      neighbours.forEach(({ numbers }, i) => numbers.forEach((number, k) => rows[i].numbers[k].set(number)));
      setText(more, left > 0 ? `… and ${left} more. ${explanation}` : explanation);
    },
  };
}
