import { h, iconButton } from '../dom.js';
import { createPaths } from '../explain/paths.js';
import { createShares } from '../explain/shares.js';
import { createWhy, fact } from '../explain/why.js';
import { subjectInWords } from '../subject.js';
import { isParameter, nameInWords, nodeInWords, ownId, whyFixed } from '../words.js';
import { setText } from './cells.js';
import { createLookup } from './lookup.js';
import { createNeighbours } from './neighbours.js';
import { createWeightEditor } from './weight-editor.js';
import { batchInWords } from './whose-gradient.js';

/**
 * @typedef {import('../types.d.ts').State} State
 */

/**
 * Why the selected number is what it is, and the place to set it if it is a weight or a bias.
 * @param {HTMLElement} element with the sentence that stands there as long as nothing is selected
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Actions} actions
 * @param {import('../types.d.ts').Questions} questions
 * @param {import('../types.d.ts').Questions} always what is followed even where this panel cannot be seen
 */
export function mountInspector(element, store, actions, questions, always = questions) {
  const lookup = createLookup();
  const nothing = /** @type {HTMLElement} */ (element.querySelector('.inspector-empty'));
  /** Who follows a formula to another number reads on at its name. @param {string} node */
  const select = (node) => {
    actions.select(node);
    title.focus();
  };
  const editor = createWeightEditor(store, actions);
  const why = createWhy(store, { select, questions, gradientName });
  const shares = createShares(store, { questions, setSample: actions.setSample });
  const paths = createPaths(store, { select, questions: always, trace: (traces) => store.set({ traces }) });
  const neighbours = createNeighbours(lookup, select);
  const title = h('h3', { class: 'inspector-title', tabindex: '-1' });
  const id = h('code', { class: 'inspector-id' });
  const close = iconButton('remove', 'Select nothing', () => actions.select(null), { class: 'button quiet icon' });
  /** Where the server gave no graph, a weight has a value still. */
  const value = fact('Value');
  const sentence = h('p', { class: 'explain' });
  const details = h(
    'div',
    { class: 'inspector-details' },
    h('div', { class: 'inspector-head' }, h('div', {}, title, id), close),
    value.element,
    why.element,
    editor.element,
    shares.element,
    paths.element,
    sentence,
    neighbours.element,
  );
  element.classList.add('inspector');
  element.append(details);

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
    value.element.hidden = node !== undefined;
    if (!node) value.set('Value', frame.values[parameter]);
    editor.element.hidden = parameter < 0;
    if (parameter >= 0) editor.show(state, name);
    setText(sentence, node ? whyFixed(node) : '');
    sentence.hidden = sentence.textContent === '';
    neighbours.show(node, graph);
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

/** @param {Readonly<State>} state */
function gradientName(state) {
  const sample = state.graph?.sample ?? 'all';
  return sample === 'all' ? `Gradient, ${batchInWords(state)}` : `Gradient, ${subjectInWords(sample)} alone`;
}
