// Why a place of the map has the wrong colour: what the network says there, and which weights would mend it.
import { h, setHidden, setText } from '../dom.js';
import { format, precise } from '../numbers.js';
import { numberCell, setClass, signClass } from '../panels/cells.js';
import { parameterTitle } from '../recipe.js';
import { readNumber } from '../settings.js';
import { isPlace, placeText, readPlace } from '../subject.js';
import { isParameter } from '../words.js';
import { targetsOf } from './points.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Actions} Actions
 * @typedef {import('../types.d.ts').Sample} Sample
 * @typedef {import('../types.d.ts').Graph} Graph
 */

/** So many weights and biases are named. */
const MOST = 5;

/**
 * @param {Store} store
 * @param {Pick<Actions, 'setSample' | 'select' | 'setPoints'>} actions
 */
export function createMend(store, actions) {
  const says = h('p', {});
  const targets = h('div', { class: 'segmented small', role: 'group', 'aria-label': 'What it should say' });
  const number = h('input', {
    class: 'mend-target',
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-label': 'What it should say',
    onchange: () => {
      const target = readNumber(number.value);
      if (Number.isFinite(target)) ask([target]);
      else show(store.get());
    },
  });
  const loss = h('p', { class: 'mute' });
  const rows = h('tbody');
  const table = h(
    'table',
    { class: 'rows mend-rows' },
    h('caption', {}, 'What would mend it most'),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...['weight or bias', 'its gradient here', 'it should'].map((title) => h('th', { scope: 'col' }, title)),
      ),
    ),
    rows,
  );
  const add = h(
    'button',
    {
      type: 'button',
      class: 'button',
      title: 'From then on the network learns it, too',
      onclick: () => {
        const { sample, data } = store.get();
        if (!isPlace(sample)) return;
        actions.setPoints([...data.samples, readPlace(sample)]);
        actions.setSample(data.samples.length);
      },
    },
    'Add it to the samples',
  );
  const leave = h('button', { type: 'button', class: 'button', onclick: () => actions.setSample(0) }, 'Leave it');
  const element = h(
    'section',
    { class: 'mend', 'aria-label': 'Why is it wrong here?', hidden: true },
    h('h3', {}, 'Why is it wrong here?'),
    says,
    h('div', { class: 'mend-wanted' }, h('span', {}, 'It should say'), targets, number),
    loss,
    table,
    h(
      'p',
      { class: 'explain' },
      'This place runs through the network like a sample: the picture, and every “why”, are of it.',
    ),
    h('div', { class: 'choices' }, add, leave),
  );
  /** @type {ReturnType<typeof makeRow>[]} */
  let made = [];
  let choices = '';

  /** @param {number[]} y */
  function ask(y) {
    const { sample } = store.get();
    if (isPlace(sample)) actions.setSample(placeText({ ...readPlace(sample), y }));
  }

  function makeRow() {
    let id = '';
    const name = h('button', { type: 'button', class: 'choose', onclick: () => actions.select(id) });
    const gradient = numberCell({ sign: true, bar: true });
    const move = h('td');
    const row = h('tr', {}, h('th', { scope: 'row' }, name), gradient.cell, move);
    rows.append(row);
    return {
      row,
      /** @param {{ id: string, gradient: number }} parameter @param {number} largest */
      set(parameter, largest) {
        id = parameter.id;
        setText(name, parameterTitle(id));
        gradient.set(parameter.gradient, parameter.gradient / largest);
        setText(move, parameter.gradient > 0 ? 'shrink' : 'grow');
        setClass(move, signClass(format(-parameter.gradient)));
      },
    };
  }

  /** @param {State} state @param {Sample} place */
  function offer({ data }, { y }) {
    const all = targetsOf(data.samples);
    const now = `${all.map((target) => target.join())} ${y.join()}`;
    setHidden(targets, all.length === 0);
    setHidden(number, all.length > 0);
    if (document.activeElement !== number) number.value = precise(y[0]);
    if (now === choices) return;
    choices = now;
    targets.replaceChildren(
      ...all.map((target) =>
        h(
          'button',
          { type: 'button', 'aria-pressed': String(target.join() === y.join()), onclick: () => ask(target) },
          target.length > 1 ? `class ${target.indexOf(1) + 1}` : precise(target[0]),
        ),
      ),
    );
  }

  /** @param {State} state */
  function show(state) {
    const { sample, graph, veil, data } = state;
    setHidden(element, !isPlace(sample));
    if (!isPlace(sample)) return;
    const place = readPlace(sample);
    offer(state, place);
    setHidden(add, Boolean(data.test));
    const whole = graph && graph.sample === sample ? graph : null;
    setHidden(table, !whole || veil !== null);
    if (!whole) return;
    const at = `At ${place.x.map((x, i) => `x${i + 1} = ${precise(x)}`).join(', ')}`;
    setText(says, `${at} the network says ${said(whole, data.outputs)}.`);
    const root = whole.topology.nodes.length - 1;
    setText(loss, `Its loss there is ${format(whole.data[root])}.`);
    const largest = largestOf(whole);
    while (made.length < largest.length) made.push(makeRow());
    made.forEach(({ row }, i) => setHidden(row, i >= largest.length));
    largest.forEach((parameter, i) => made[i].set(parameter, Math.abs(largest[0].gradient)));
    setHidden(table, veil !== null || largest.length === 0);
    if (largest.length === 0) setText(loss, `Its loss there is ${format(whole.data[root])}: nothing needs mending.`);
  }
  show(store.get());
  store.subscribe(show);
  return { element };
}

/** @param {Graph} graph @param {number} outputs */
function said(graph, outputs) {
  const last = graph.topology.nodes.findLast(({ label }) => /^layer\d+\.neuron\d+$/.test(label));
  const layer = last?.label.slice(0, last.label.indexOf('.')) ?? '';
  const values = graph.topology.nodes.flatMap(({ label }, i) =>
    label.startsWith(`${layer}.neuron`) && !isParameter(label) ? [graph.data[i]] : [],
  );
  if (outputs === 1) return format(values[0]);
  return `class ${values.indexOf(Math.max(...values)) + 1}`;
}

/** The parameters whose gradients are the largest; none of them is 0. @param {Graph} graph */
function largestOf({ topology, gradients }) {
  return topology.nodes
    .map(({ id, op, label }, i) => ({ id, op, label, gradient: gradients[i] }))
    .filter(({ op, label, gradient }) => op === '' && isParameter(label) && gradient !== 0)
    .sort((a, b) => Math.abs(b.gradient) - Math.abs(a.gradient))
    .slice(0, MOST);
}
