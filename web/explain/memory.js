// What the optimizer remembers of every weight and bias from the updates before: asked for while it is open.
import { h, setHidden } from '../dom.js';
import { formatSmall } from '../numbers.js';
import { numberCell, setText } from '../panels/cells.js';
import { createRows } from '../panels/rows.js';
import { nameInWords } from '../words.js';

/** @typedef {{ name: string, title: string, values: number[] }} Column */

/** What each kind of number is. @type {Record<string, string>} */
const WORDS = {
  velocity: 'The velocity is what is left of all the gradients before: each update adds the gradient to a part of it.',
  mean: 'The mean follows the gradient, slowly.',
  square: 'The mean square follows the size of the gradient: where it is large, steps are small.',
};

/**
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Actions} actions
 * @param {import('../types.d.ts').Questions} questions
 */
export function createMemory(store, actions, questions) {
  const note = h('p', { class: 'explain' });
  const head = h('tr');
  const body = h('tbody');
  const table = h(
    'table',
    { class: 'rows memory-rows', 'aria-label': 'What the optimizer remembers' },
    h('thead', {}, head),
    body,
  );
  const scroller = h('div', { class: 'scroller' }, table);
  const element = h(
    'details',
    { class: 'memory', ontoggle: toggled },
    h('summary', {}, 'What the optimizer remembers'),
    scroller,
    note,
  );
  /** @type {Column[]} */
  let columns = [];
  /** @type {(() => void) | null} */
  let end = null;

  const rows = createRows({
    ...{ scroller, table, body },
    make() {
      const button = h('button', { type: 'button', class: 'choose' });
      const cells = columns.map(() => numberCell({ sign: true, text: formatSmall }));
      return { row: h('tr', {}, h('td', {}, button), ...cells.map(({ cell }) => cell)), button, cells };
    },
    fill({ button, cells }, index) {
      const name = store.get().parameters[index];
      setText(button, name);
      button.title = nameInWords(name);
      cells.forEach((cell, k) => cell.set(columns[k].values[index]));
    },
    choose: (index) => actions.select(store.get().parameters[index]),
  });

  function toggled() {
    end?.();
    end = element.open ? questions.follow(({ veil }) => (veil ? null : { what: 'optimizer' }), take) : null;
  }

  /** @param {import('../types.d.ts').Reply} reply */
  function take({ answer, problem, stale }) {
    table.classList.toggle('stale', stale || !answer);
    if (stale || !answer) {
      if (problem || store.get().playing) setText(note, problem ?? 'Pause to see it.');
      return;
    }
    const kinds = columns.map(({ name }) => name).join();
    columns = /** @type {Column[]} */ (answer.state);
    if (kinds !== columns.map(({ name }) => name).join()) {
      rows.clear();
      head.replaceChildren(
        h('th', { scope: 'col' }, 'parameter'),
        ...columns.map(({ name, title }) => h('th', { scope: 'col', title }, name)),
      );
    }
    setHidden(scroller, columns.length === 0);
    setText(
      note,
      columns.length === 0
        ? 'Gradient descent remembers nothing: every update begins afresh. Momentum, RMSProp and Adam do.'
        : columns.map(({ name }) => WORDS[name]).join(' '),
    );
    show();
  }

  function show() {
    const { parameters, selected } = store.get();
    if (columns.length > 0 && columns[0].values.length === parameters.length)
      rows.show(parameters.length, parameters.indexOf(selected ?? ''));
  }
  store.subscribe((state, before) => {
    if (state.selected !== before.selected && element.open) show();
  });
  return { element };
}
