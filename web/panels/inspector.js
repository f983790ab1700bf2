import { h, iconButton } from '../dom.js';
import { format, formatSmall } from '../numbers.js';
import { isParameter, nameInWords, nodeInBrief, nodeInWords, ownId } from '../words.js';
import { numberCell, setText } from './cells.js';
import { formula } from './formula.js';
import { createLookup, partialBy } from './lookup.js';
import { batchInWords } from './whose-gradient.js';
import { createWeightEditor } from './weight-editor.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').GraphNode} GraphNode
 */

/** In the graph of a whole batch a weight is used once a sample; that many stand in the list. */
const USERS = 8;

/**
 * Everything that is known about the selected number, and the place to set it if it is a weight or a bias.
 * @type {import('../types.d.ts').Mount}
 */
export function mountInspector(element, store, actions) {
  const lookup = createLookup();
  const editor = createWeightEditor(store, actions);
  const nothing = h(
    'p',
    { class: 'inspector-empty' },
    'Nothing is selected. Click a neuron, a number or a connection in the picture, or a row among the weights and biases: ' +
      'it opens here with what it is made of, and a weight or bias can be set.',
  );
  const title = h('h3', { class: 'inspector-title' });
  const id = h('code', { class: 'inspector-id' });
  const close = iconButton('remove', 'Select nothing', () => actions.select(null), { class: 'button quiet icon' });
  const facts = { value: fact('value'), own: fact(''), batch: fact('') };
  const equation = h('p', { class: 'inspector-equation number' });
  const sentence = h('p', { class: 'explain' });
  const madeOf = links(
    'Made of',
    ['operand', 'value', 'local ∂'],
    'The local ∂ says how fast this number grows with the operand.',
  );
  const usedBy = links(
    'Used by',
    ['', 'local ∂', 'gradient'],
    'The local ∂ says how fast that node grows when this number does.',
  );
  const details = h(
    'div',
    { class: 'inspector-details' },
    h('div', { class: 'inspector-head' }, h('div', {}, title, id), close),
    h('dl', { class: 'inspector-facts' }, facts.value.row, facts.own.row, facts.batch.row),
    editor.element,
    equation,
    sentence,
    madeOf.element,
    usedBy.element,
  );
  element.classList.add('inspector');
  element.append(nothing, details);

  /** @param {string} name */
  function fact(name) {
    const term = h('dt', {}, name);
    const number = h('dd', { class: 'number' });
    const row = h('div', {}, term, number);
    return {
      row,
      /** @param {string} words @param {number | null} value null leaves the row out */
      set(words, value, signed = true) {
        row.hidden = value === null;
        if (value === null) return;
        setText(term, words);
        setText(number, formatSmall(value));
        number.classList.toggle('pos', signed && value > 0);
        number.classList.toggle('neg', signed && value < 0);
      },
    };
  }

  /**
   * A small table of neighbours; a press selects one.
   * @param {string} name
   * @param {string[]} columns
   * @param {string} explanation
   */
  function links(name, columns, explanation) {
    const body = h('tbody');
    const heads = columns.map((column) => h('th', { scope: 'col' }, column || 'node'));
    const more = h('p', { class: 'explain' });
    const section = h(
      'section',
      {},
      h('h4', {}, name),
      h('table', { 'aria-label': name }, h('thead', {}, h('tr', {}, ...heads)), body),
      more,
    );
    /** @type {{ key: string, row: HTMLTableRowElement, numbers: ReturnType<typeof numberCell>[] }[]} */
    let rows = [];

    /** @param {GraphNode} node */
    function make(node) {
      const { what, where } = nodeInBrief(node);
      const press = () => actions.select(node.id);
      const button = h('button', { type: 'button', class: 'choose', onclick: press }, what, ' ', h('small', {}, where));
      const numbers = [numberCell({ sign: true }), numberCell({ sign: true })];
      const row = h('tr', {}, h('td', {}, button), ...numbers.map(({ cell }) => cell));
      return { key: node.id, row, numbers };
    }

    return {
      element: section,
      /** @param {{ node: GraphNode, numbers: number[] }[]} neighbours @param {number} [left] how many more there are */
      show(neighbours, left = 0) {
        section.hidden = neighbours.length === 0;
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

  /** @param {State} state */
  function show(state) {
    const { selected, graph, frame, parameters } = state;
    const node = selected && graph ? lookup.find(graph, selected) : undefined;
    const name = node?.label ?? selected ?? '';
    const parameter = parameters.indexOf(isParameter(name) ? name : '');
    nothing.hidden = node !== undefined || parameter >= 0;
    details.hidden = !nothing.hidden;
    if (!nothing.hidden) return;

    setText(title, node ? nodeInWords(node) : nameInWords(name));
    setText(id, node ? ownId(node.id) : name);
    facts.value.set('value', node?.data ?? frame.values[parameter]);
    const whole = graph?.sample === 'all';
    const own = whole ? 'gradient, all samples' : `gradient, sample ${Number(graph?.sample) + 1} alone`;
    facts.own.set(own, node && !(whole && parameter >= 0) ? node.gradient : null);
    facts.batch.set(`gradient, ${batchInWords(state)}`, parameter >= 0 ? frame.gradients[parameter] : null);
    editor.element.hidden = parameter < 0;
    if (parameter >= 0) editor.show(state, name);
    showOrigin(node, graph);
  }

  /** @param {GraphNode | undefined} node @param {Graph | null} graph */
  function showOrigin(node, graph) {
    const operands = node && graph ? lookup.operands(graph, node) : [];
    equation.hidden = operands.length === 0;
    if (node && operands.length > 0) {
      setText(
        equation,
        `${format(node.data)} = ${formula(
          node.op,
          operands.map(({ data }) => data),
        )}`,
      );
    }
    setText(sentence, node ? whyFixed(node) : '');
    sentence.hidden = sentence.textContent === '';
    madeOf.show(operands.map((operand, i) => ({ node: operand, numbers: [operand.data, node?.partials[i] ?? NaN] })));
    const users = node && graph ? lookup.users(graph, node) : [];
    usedBy.show(
      users.slice(0, USERS).map((user) => ({ node: user, numbers: [partialBy(user, node?.id ?? ''), user.gradient] })),
      users.length - USERS,
    );
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const { frame, graph, selected, recipe, busy } = state;
    const same =
      before &&
      frame === before.frame &&
      graph === before.graph &&
      selected === before.selected &&
      busy === before.busy;
    if (same && recipe === before.recipe) return;
    show(state);
    if (selected !== null && selected !== before?.selected) requestAnimationFrame(bringIntoSight);
  }

  /** Unless the selection was made beside it, where moving the column would take away what was pressed. */
  function bringIntoSight() {
    const panel = element.closest('.panel');
    const column = panel?.parentElement;
    if (!panel || !column || column.contains(document.activeElement)) return;
    // On a phone it is the page that scrolls, and the picture would go away.
    if (getComputedStyle(column).overflowY === 'visible') return;
    const tall = panel.getBoundingClientRect().height > column.clientHeight;
    panel.scrollIntoView({ block: tall ? 'start' : 'nearest', behavior: 'smooth' });
  }
  draw(store.get(), null);
  store.subscribe(draw);
}

/**
 * Why a number cannot be set, in a sentence; "" if it can.
 * @param {GraphNode} node
 */
export function whyFixed({ op, label, group }) {
  if (isParameter(label)) return '';
  if (op === '' && group === 'inputs')
    return 'An input is given by the data, so it cannot be set here. Choose another sample to see others.';
  if (op === '') return 'A target is what the data say is right, so it cannot be set here.';
  return 'It is computed from others, so it cannot be set by itself. Set a weight or a bias, and it follows.';
}
