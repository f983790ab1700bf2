// The graph as a table: a row a node, a page at a time.
import { h } from '../dom.js';
import { asksToEdit } from '../in-place.js';
import { setHidden, setText } from './dom.js';
import { format } from '../numbers.js';
import { setClass, signClass } from '../panels/cells.js';
import { ownId } from '../words.js';
import { expressionOf } from './names.js';
import { spokenName } from './network.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('../types.d.ts').State} State */
/** @typedef {import('../types.d.ts').Actions} Actions */

const PAGE = 50;

/** @param {Actions} actions @param {{edit: (node: number, cell: Element) => void}} handlers */
export function createTable(actions, handlers) {
  const body = h('tbody');
  const where = h('span', { role: 'status' });
  const filter = h('input', {
    type: 'text',
    placeholder: 'only rows with …',
    'aria-label': 'Only rows with',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const previous = h('button', { type: 'button', class: 'button', onclick: () => turn(-1) }, '‹ previous');
  const next = h('button', { type: 'button', class: 'button', onclick: () => turn(1) }, 'next ›');
  const empty = h('p', { class: 'explain', hidden: true }, 'There is no graph of this moment to list.');
  const element = h(
    'div',
    { class: 'stage-table', role: 'region', 'aria-label': 'The graph as a table', tabindex: 0, hidden: true },
    h('div', { class: 'stage-table-bar' }, filter, previous, next, where),
    empty,
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, 'Every value of the graph, in the order of computation'),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...['value', 'place', 'made by', 'data', 'gradient'].map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      body,
    ),
  );

  /** @type {Model | null} */
  let model = null;
  /** @type {State} */
  let state;
  /** @type {number[]} the nodes that match, in order */
  let matching = [];
  let page = 0;
  /** @type {{node: number, row: HTMLTableRowElement, data: HTMLElement, gradient: HTMLElement}[]} */
  let rows = [];

  /** @param {number} by */
  function turn(by) {
    page = Math.min(Math.max(0, page + by), Math.max(0, Math.ceil(matching.length / PAGE) - 1));
    build();
  }

  function select() {
    const words = filter.value.trim().toLowerCase().split(/\s+/);
    matching = [];
    if (!model) return;
    for (let i = 0; i < model.n; i++) {
      const text = `${nameOfRow(model, i)} ${model.ops[i]} ${placeOf(model, i)}`.toLowerCase();
      if (words.every((word) => text.includes(word))) matching.push(i);
    }
    page = 0;
  }

  function build() {
    const from = page * PAGE;
    rows = matching.slice(from, from + PAGE).map((node) => {
      const graph = /** @type {Model} */ (model);
      const data = h('td');
      const gradient = h('td');
      const choose = h(
        'button',
        { type: 'button', class: 'button quiet', onclick: () => actions.select(graph.ids[node]) },
        nameOfRow(graph, node),
      );
      choose.addEventListener('keydown', (event) => {
        if (!asksToEdit(event, graph.ids[node] === state.selected)) return;
        event.preventDefault();
        handlers.edit(node, data);
      });
      const row = h(
        'tr',
        { ondblclick: () => handlers.edit(node, data) },
        h('th', { scope: 'row' }, choose),
        h('td', {}, placeOf(graph, node)),
        h('td', {}, graph.ops[node] ? expressionOf(graph, node) : ''),
        data,
        gradient,
      );
      return { node, row, data, gradient };
    });
    body.replaceChildren(...rows.map(({ row }) => row));
    previous.disabled = page === 0;
    next.disabled = from + PAGE >= matching.length;
    setText(
      where,
      matching.length ? `${from + 1} to ${Math.min(from + PAGE, matching.length)} of ${matching.length}` : 'no row',
    );
    empty.hidden = model !== null;
    fill();
  }

  function fill() {
    if (!model) return;
    for (const { node, row, data, gradient } of rows) {
      number(data, model.data[node]);
      number(gradient, model.gradient[node]);
      row.classList.toggle('selected', model.ids[node] === state.selected);
    }
  }

  filter.addEventListener('input', () => {
    select();
    build();
  });

  return {
    element,
    /** @param {State} nextState @param {Model | null} nextModel @param {boolean} shown */
    set(nextState, nextModel, shown) {
      state = nextState;
      setHidden(element, !shown);
      if (!shown) {
        rows = [];
        return;
      }
      // Where there is no network, there are no places in it.
      element.classList.toggle('free', state.parameters.length === 0);
      if (nextModel !== model || !rows.length) {
        model = nextModel;
        select();
        build();
      } else fill();
    },
  };
}

/** @param {Model} model @param {number} node */
function nameOfRow(model, node) {
  return model.labels[node] || ownId(model.ids[node]);
}

/** @param {Model} model @param {number} node */
function placeOf(model, node) {
  const sample = model.samples > 1 && model.sampleOf[node] >= 0 ? `, sample ${model.sampleOf[node] + 1}` : '';
  return spokenName(model.groups[node]) + sample;
}

/** @param {HTMLElement} cell @param {number} value */
function number(cell, value) {
  const text = format(value);
  setText(cell, text);
  setClass(cell, signClass(text));
}
