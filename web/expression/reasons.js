import { h, iconButton } from '../dom.js';
import { createPaths } from '../explain/paths.js';
import { createWhy } from '../explain/why.js';
import { setText } from '../panels/cells.js';
import { createLookup } from '../panels/lookup.js';
import { createNeighbours } from '../panels/neighbours.js';
import { nodeInWords } from '../words.js';
import { wrongIn } from './wrong.js';

/**
 * @typedef {import('./types.d.ts').BoardState} BoardState
 * @typedef {import('./types.d.ts').BoardStore} BoardStore
 * @typedef {import('./actions.js').BoardActions} BoardActions
 */

/**
 * Why the selected number is what it is, and the paths from it to the result.
 * @param {HTMLElement} element @param {BoardStore} store @param {BoardActions} actions
 * @param {import('../types.d.ts').Questions} questions
 */
export function mountReasons(element, store, actions, questions) {
  const lookup = createLookup();
  /** Who follows a formula to another number reads on at its name. @param {string} node */
  const select = (node) => {
    actions.select(node);
    title.focus();
  };
  const nothing = h(
    'p',
    { class: 'inspector-empty' },
    'Nothing is selected. Click a number in the picture or a row of the table: here it says why it is what it is.',
  );
  const title = h('h3', { class: 'inspector-title', tabindex: '-1' });
  const close = iconButton('remove', 'Select nothing', () => actions.select(null), { class: 'button quiet icon' });
  const why = createWhy(store, { select, questions });
  const paths = createPaths(store, {
    ...{ select, questions },
    isWrong: (node) => wrongIn(store.get().shown)({ node }),
    trace: (traces) => store.set({ traces }),
  });
  const neighbours = createNeighbours(lookup, select);
  const details = h(
    'div',
    { class: 'inspector-details' },
    h('div', { class: 'inspector-head' }, title, close),
    why.element,
    paths.element,
    neighbours.element,
  );
  element.classList.add('inspector');
  element.append(nothing, details);

  /** @param {Readonly<BoardState>} state */
  function draw({ graph, selected }) {
    const node = graph && selected ? lookup.find(graph, selected) : undefined;
    nothing.hidden = node !== undefined;
    details.hidden = !node;
    if (!node) return;
    setText(title, nodeInWords(node));
    // What someone wrote is shown as written: a and A are two names.
    title.classList.toggle('as-written', node.label !== '');
    neighbours.show(node, graph);
  }

  draw(store.get());
  store.subscribe((state, before) => {
    if (state.graph !== before.graph || state.selected !== before.selected) draw(state);
  });
}
