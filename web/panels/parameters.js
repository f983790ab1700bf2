import { h, setHidden } from '../dom.js';
import { createMemory } from '../explain/memory.js';
import { createNextValues } from '../explain/next-values.js';
import { chosenParameter } from '../explain/selection.js';
import { steadyExtent, symmetricLog } from '../scales.js';
import { nameInWords } from '../words.js';
import { numberCell, setClass, setLength, setText } from './cells.js';
import { orderOf } from './order.js';
import { createRowEditing } from './row-editing.js';
import { createRows } from './rows.js';
import { keepSteady } from './steady.js';
import { whoseGradient } from './whose-gradient.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('./order.js').Column} Column
 * @typedef {import('./order.js').Sorting} Sorting
 */

/** @type {[Column, string, string][]} */
const COLUMNS = [
  ['name', 'parameter', 'Sort in the order of the network'],
  ['value', 'value', 'Sort by value'],
  ['gradient', 'gradient', 'Sort by gradient'],
  ['size', 'size', 'Sort by |gradient|, its size without the sign'],
];

/**
 * Every weight and bias with its gradient.
 * @type {import('../types.d.ts').Mount}
 */
export function mountParameters(element, store, actions, questions) {
  /** @type {Sorting} */
  let sorting = { column: 'name', descending: false };
  /** @type {number[]} */
  let order = [];
  let valueExtent = 0;
  let gradientExtent = 0;

  const filter = h('input', {
    type: 'search',
    class: 'parameters-filter',
    placeholder: 'filter: layer2 w1',
    'aria-label': 'Filter by name',
  });
  const found = h('span', { class: 'mute parameters-found', role: 'status' });
  const held = h('span', { class: 'mute', hidden: true }, 'The order holds while it plays.');
  const whose = h('p', { class: 'explain' });
  const heads = COLUMNS.map(([column, title, hint]) =>
    h(
      'th',
      { scope: 'col', 'data-column': column },
      h('button', { type: 'button', class: 'sort', onclick: () => sortBy(column), title: hint }, title),
    ),
  );
  const next = createNextValues(store, questions, {
    toggled: (on) => table.classList.toggle('with-next', on),
    arrived: () => show(store.get()),
  });
  heads[3].append(h('span', { class: 'next-title' }, 'next'));
  const body = h('tbody');
  const caption = h('caption', { class: 'visually-hidden' }, 'Weights and biases with their gradients');
  const table = h('table', { class: 'rows' }, caption, h('thead', {}, h('tr', {}, ...heads)), body);
  const scroller = h('div', { class: 'scroller' }, table);
  element.classList.add('parameters');
  keepSteady(element);
  element.append(
    h('div', { class: 'parameters-tools' }, filter, found, next.choice, held),
    scroller,
    next.note,
    whose,
    createMemory(store, actions, questions).element,
  );

  const rows = createRows({
    scroller,
    table,
    body,
    make,
    fill,
    choose(index, beside) {
      const name = nameAt(index);
      if (beside && chosenParameter(store.get())) actions.compare(name);
      else actions.select(name);
    },
    edit: (index) => editing.edit(index),
  });
  const editing = createRowEditing(store, actions, {
    ...{ scroller, table, body, rows, nameAt },
    indexOf: (name) => order.indexOf(store.get().parameters.indexOf(name)),
    settle(state) {
      arrange(state);
      show(state);
    },
  });

  /** @param {number} index */
  function nameAt(index) {
    return store.get().parameters[order[index]];
  }

  filter.addEventListener('input', () => {
    arrange(store.get());
    show(store.get());
  });
  filter.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || filter.value === '') return;
    event.preventDefault();
    filter.value = '';
    filter.dispatchEvent(new Event('input'));
  });

  function make() {
    const group = h('span');
    const last = h('span');
    const button = h('button', { type: 'button', class: 'choose' }, group, last);
    const value = numberCell({ bar: true, sign: true });
    value.cell.classList.add('scrubs');
    value.cell.title = 'Drag it sideways, or double click to type';
    const gradient = numberCell({ sign: true });
    const bar = h('i', {});
    const after = numberCell({ sign: true });
    after.cell.classList.add('size');
    after.cell.append(h('span', { class: 'bar', 'aria-hidden': 'true' }, bar));
    const row = h('tr', {}, h('td', {}, button), value.cell, gradient.cell, after.cell);
    return { row, button, group, last, value, gradient, bar, size: NaN, after };
  }

  /** @param {ReturnType<typeof make>} row @param {number} index */
  function fill(row, index) {
    const { parameters, frame } = store.get();
    const i = order[index];
    const name = parameters[i];
    if (row.button.textContent !== name) {
      // Where there is no room for all of it, the end of a name says more than its beginning.
      const dot = name.lastIndexOf('.');
      row.group.textContent = name.slice(0, dot);
      row.last.textContent = name.slice(dot);
      row.button.title = nameInWords(name);
      // The two parts stand beside each other as boxes, which alone would be read as two words.
      row.button.setAttribute('aria-label', name);
    }
    const gradient = frame.gradients[i];
    row.value.set(frame.values[i], frame.values[i] / valueExtent);
    row.gradient.set(gradient);
    const size = Math.min(1, Math.abs(symmetricLog(gradient, gradientExtent))) || 0;
    if (size !== row.size) setLength(row.bar, (row.size = size));
    setClass(row.bar, gradient < 0 ? 'negative' : 'positive');
    const after = next.of(i);
    if (after !== null) row.after.set(after);
  }

  /** A second press on a column turns the order round; numbers begin with the largest. @param {Column} column */
  function sortBy(column) {
    const descending = sorting.column === column ? !sorting.descending : column !== 'name';
    sorting = { column, descending };
    arrange(store.get());
    scroller.scrollTop = 0;
    show(store.get());
  }

  /** @param {State} state */
  function arrange({ parameters, frame }) {
    order = orderOf(parameters, frame, sorting, filter.value);
    for (const head of heads) {
      const sorted = head.dataset.column === sorting.column;
      if (sorted) head.setAttribute('aria-sort', sorting.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    setText(found, filter.value.trim() === '' ? '' : `${order.length} of ${parameters.length}`);
  }

  /** @param {State} state */
  function show(state) {
    const { frame, parameters, selected } = state;
    valueExtent = steadyExtent(valueExtent, largest(frame.values));
    gradientExtent = steadyExtent(gradientExtent, largest(frame.gradients));
    rows.show(order.length, order.indexOf(parameters.indexOf(selected ?? '')));
    setHidden(held, !state.playing || sorting.column === 'name');
    const stale = !next.known();
    if (table.classList.contains('next-stale') !== stale) table.classList.toggle('next-stale', stale);
    setText(whose, whoseGradient(state));
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const { frame, parameters, selected, playing, recipe } = state;
    const same = before && frame === before.frame && selected === before.selected && recipe === before.recipe;
    if (same && playing === before.playing) return editing.release(state);
    const other = !before || (parameters !== before.parameters && parameters.join() !== before.parameters.join());
    if (other) {
      valueExtent = gradientExtent = 0;
      table.classList.toggle(
        'long',
        parameters.some((name) => name.length > 17),
      );
    }
    // While it plays, and while one is edited, rows stay where they are; they are put in order again when it rests.
    const holds = playing || editing.holds();
    const stale = sorting.column !== 'name' && !holds && (frame !== before?.frame || before.playing);
    if (other || stale) arrange(state);
    show(state);
    if (selected && selected !== before?.selected) {
      const index = order.indexOf(parameters.indexOf(selected));
      if (index >= 0) rows.reveal(index);
    }
    editing.release(state);
  }
  draw(store.get(), null);
  store.subscribe(draw);
}

/** @param {number[]} numbers */
function largest(numbers) {
  let most = 0;
  for (const number of numbers) if (Math.abs(number) > most) most = Math.abs(number);
  return most;
}
