import { h } from '../dom.js';
import { format } from '../numbers.js';
import { setText, signClass } from '../panels/cells.js';
import { createNumberField } from '../scrub.js';
import { chosenLeaves, leavesOf } from './actions.js';
import { readableIn } from './readable.js';
import { wrongIn } from './wrong.js';

/**
 * @typedef {import('./types.d.ts').BoardState} BoardState
 * @typedef {import('./types.d.ts').BoardStore} BoardStore
 * @typedef {import('./actions.js').BoardActions} BoardActions
 */

/** What a field takes, either way. */
const MOST = 1e6;
/** More fields than this help nobody; the numbers can be changed in the text. */
const MOST_FIELDS = 60;
/** @type {(keyof BoardState)[]} */
const DRAWN = ['shown', 'graph', 'inputs', 'literals', 'selected', 'busy', 'leaves'];

/**
 * A field for every number that nothing makes: the inputs, and numbers that stand alone behind a name.
 * @param {HTMLElement} element @param {BoardStore} store @param {BoardActions} actions
 */
export function mountInputs(element, store, actions) {
  const list = h('ul', { class: 'inputs' });
  const none = h('p', { class: 'explain' }, 'Write a name, such as a: it becomes an input.');
  const more = h('p', { class: 'explain' });
  element.append(
    h(
      'div',
      { class: 'inputs-head eyebrow', 'aria-hidden': 'true' },
      h('span', {}, 'step'),
      h('span', {}, 'value'),
      h('span', {}, 'gradient'),
    ),
    list,
    none,
    more,
  );
  /** @type {Map<string, ReturnType<typeof row>>} */
  let rows = new Map();

  /** @param {string} name */
  function row(name) {
    const box = h('input', {
      ...{ type: 'checkbox', class: 'input-moves', 'aria-label': `A step moves ${name}` },
      onchange: () => actions.chooseLeaf(name, box.checked),
    });
    const field = createNumberField({
      ...{ label: name, name: `Value of ${name}`, most: MOST },
      change: (value) => actions.setNumber(name, value),
      ...{ begin: actions.beginGesture, end: actions.beginGesture },
    });
    const gradient = h('span', { class: 'number input-gradient' });
    const item = h('li', { class: 'input-row' }, box, field.element, gradient);
    item.addEventListener('focusin', () => {
      const node = store.get().shown?.sheet.names.find((each) => each.name === name)?.node;
      if (node) actions.select(node);
    });
    return { box, field, gradient, item };
  }

  /** @param {Readonly<BoardState>} state */
  function draw(state) {
    const { shown, inputs, literals, selected, busy } = state;
    const names = leavesOf(state).slice(0, MOST_FIELDS);
    const numbers = new Map((shown?.sheet.names ?? []).map((each) => [each.name, each]));
    const chosen = new Set(chosenLeaves(state));
    const read = readableIn(state);
    const isWrong = wrongIn(shown);
    const kept = new Map(names.map((name) => [name, rows.get(name) ?? row(name)]));
    const items = [...kept.values()].map(({ item }) => item);
    if (items.length !== list.children.length || items.some((item, i) => item !== list.children[i]))
      list.replaceChildren(...items);
    rows = kept;
    for (const [name, { box, field, gradient, item }] of rows) {
      const known = numbers.get(name);
      if (!known) continue;
      field.show(inputs.get(name) ?? known.value, !busy);
      // A number of the text can be set only while the engine knows where it stands.
      field.input.readOnly = !inputs.has(name) && !literals.some((literal) => literal.name === name);
      box.checked = chosen.has(name);
      const { gradient: slope } = read(known);
      const text = format(slope);
      setText(gradient, text);
      gradient.className = `number input-gradient ${signClass(text)} ${isWrong(known) ? 'wrong' : ''}`;
      item.classList.toggle('current', known.node !== null && known.node === selected);
    }
    const all = leavesOf(state).length;
    none.hidden = all > 0;
    more.hidden = all <= MOST_FIELDS;
    setText(more, `${all - MOST_FIELDS} more stand in the table.`);
  }

  draw(store.get());
  store.subscribe((state, before) => {
    if (DRAWN.some((key) => state[key] !== before[key])) draw(state);
  });
}
