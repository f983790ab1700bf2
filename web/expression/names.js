import { h } from '../dom.js';
import { formatSmall } from '../numbers.js';
import { numberCell, setText } from '../panels/cells.js';
import { createRows } from '../panels/rows.js';
import { readableIn } from './readable.js';
import { verdictOf, wrongIn } from './wrong.js';

/**
 * @typedef {import('./types.d.ts').BoardState} BoardState
 * @typedef {import('./types.d.ts').BoardStore} BoardStore
 * @typedef {import('./types.d.ts').NameRow} NameRow
 * @typedef {import('./actions.js').BoardActions} BoardActions
 */

/** @type {(keyof BoardState)[]} */
const DRAWN = ['shown', 'graph', 'selected', 'overwrite', 'practice'];

/**
 * Every name with its value and its gradient; and the switch of the lecture's bug, which shows the wrong gradients beside the
 * right ones.
 * @param {HTMLElement} element @param {BoardStore} store @param {BoardActions} actions
 */
export function mountNames(element, store, actions) {
  const flag = h('input', {
    ...{ id: 'overwrite', type: 'checkbox', class: 'switch', role: 'switch', 'aria-describedby': 'overwrite-help' },
    onchange: () => actions.setOverwrite(flag.checked),
  });
  const help = h(
    'p',
    { id: 'overwrite-help', class: 'explain' },
    'The lecture’s bug: a value that is used twice keeps only the last contribution to its gradient, instead of the sum.',
  );
  const verdict = h('p', { class: 'names-verdict', role: 'status' });
  const body = h('tbody');
  const correct = h('th', { scope: 'col' }, 'should be');
  const table = h(
    'table',
    { class: 'rows names', 'aria-label': 'Every name with its value and gradient' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'name'),
        h('th', { scope: 'col' }, 'value'),
        h('th', { scope: 'col' }, 'gradient'),
        correct,
      ),
    ),
    body,
  );
  const scroller = h('div', { class: 'scroller' }, table);
  element.append(
    scroller,
    h('div', { class: 'names-switch' }, h('label', { for: 'overwrite' }, 'overwrite instead of adding up'), flag),
    help,
    verdict,
  );

  /** @type {NameRow[]} */
  let shown = [];
  let isWrong = wrongIn(null);
  const rows = createRows({
    ...{ scroller, table, body },
    make() {
      const button = h('button', { type: 'button', class: 'choose' });
      const value = numberCell({ sign: true, text: formatSmall });
      const gradient = numberCell({ sign: true, text: formatSmall });
      const right = numberCell({ sign: true, text: formatSmall });
      const row = h('tr', {}, h('td', {}, button), value.cell, gradient.cell, right.cell);
      return { row, button, value, gradient, right };
    },
    fill(row, index) {
      const { name, node, value, gradient, correct: right } = shown[index];
      setText(row.button, name || 'result');
      row.row.classList.toggle('unused', node === null);
      row.row.title = node === null ? 'The result does not depend on it.' : '';
      row.value.set(value);
      row.gradient.set(gradient);
      row.right.set(right ?? gradient);
      const wrong = isWrong(shown[index]);
      row.row.classList.toggle('is-wrong', wrong);
      row.gradient.cell.setAttribute('aria-description', wrong ? 'wrong' : '');
    },
    choose: (index) => actions.select(shown[index].node),
  });

  /** @param {Readonly<BoardState>} state */
  function draw(state) {
    const read = readableIn(state);
    shown = (state.shown?.sheet.names ?? []).map((row) => ({ ...row, ...read(row) }));
    isWrong = wrongIn(state.shown);
    const compared = state.shown?.overwrite ?? false;
    table.classList.toggle('compared', compared);
    flag.checked = state.overwrite;
    // What is practised is the right way.
    flag.disabled = state.practice !== null;
    rows.show(
      shown.length,
      shown.findIndex(({ node }) => node !== null && node === state.selected),
    );
    const wrong = shown.filter(isWrong).length;
    setText(verdict, compared ? verdictOf(wrong, shown.length, state.graph?.topology.nodes ?? []) : '');
    verdict.classList.toggle('bad', wrong > 0);
  }

  draw(store.get());
  store.subscribe((state, before) => {
    if (DRAWN.some((key) => state[key] !== before[key])) draw(state);
  });
}
