import { h, setAttribute, setHidden } from '../dom.js';
import { compact, format, precise } from '../numbers.js';
import { steadyExtent } from '../scales.js';
import { numberCell, setText } from './cells.js';
import { createConfusion } from './confusion.js';
import { percent } from './measures.js';
import { createRows } from './rows.js';

/** @typedef {import('../types.d.ts').State} State */

/** Of more inputs than this the table would be too wide; the graph shows them. */
const INPUTS = { alone: 4, withOutputs: 2 };

/** How many inputs stand in a row. @param {import('../types.d.ts').Data} data */
function inputsShown({ inputs, outputs }) {
  return inputs <= (outputs > 1 ? INPUTS.withOutputs : INPUTS.alone) ? inputs : 0;
}

/**
 * What the network says for each sample, beside what it should say.
 * @type {import('../types.d.ts').Mount}
 */
export function mountPredictions(element, store, actions, questions) {
  const right = h('strong', { class: 'number' });
  const what = h('span');
  const accuracy = h('p', { class: 'predictions-accuracy', hidden: true }, right, what);
  const head = h('tr');
  const body = h('tbody');
  const caption = h(
    'caption',
    { class: 'visually-hidden' },
    'Samples with their targets and the outputs of the network',
  );
  const table = h('table', { class: 'rows' }, caption, h('thead', {}, head), body);
  const scroller = h('div', { class: 'scroller' }, table);
  const explain = h('p', { class: 'explain' });
  element.classList.add('predictions');
  const confusion = createConfusion(store, questions);
  element.append(accuracy, scroller, explain, confusion.element);

  let extent = 0;
  const rows = createRows({ scroller, table, body, make, fill, choose: (index) => actions.setSample(sampleAt(index)) });

  /** A sample with several outputs has as many rows. @param {number} index */
  function sampleAt(index) {
    return Math.floor(index / store.get().data.outputs);
  }

  function make() {
    const { outputs } = store.get().data;
    const button = h('button', { type: 'button', class: 'choose' });
    const row = h('tr', {}, h('td', {}, button));
    const shown = Array.from({ length: inputsShown(store.get().data) }, () => numberCell({ text: short }));
    const name = h('td');
    const target = numberCell({ text: short });
    const output = numberCell({ text: fitting });
    const error = numberCell({ text: fitting, sign: true, bar: true });
    row.append(...shown.map(({ cell }) => cell));
    if (outputs > 1) row.append(name);
    row.append(target.cell, output.cell, error.cell);
    return { row, button, inputs: shown, name, target, output, error };
  }

  /** @param {ReturnType<typeof make>} row @param {number} index */
  function fill(row, index) {
    const { data, frame } = store.get();
    const number = sampleAt(index);
    const k = index % data.outputs;
    const sample = data.samples[number];
    setText(row.button, String(number + 1));
    setAttribute(row.button, 'aria-label', `sample ${number + 1}`);
    row.inputs.forEach((cell, i) => cell.set(sample.x[i]));
    setText(row.name, `ŷ${k + 1}`);
    const output = frame.outputs[number][k];
    const error = output - sample.y[k];
    row.target.set(sample.y[k]);
    row.output.set(output);
    row.error.set(error, error / extent);
  }

  function writeHead() {
    const { outputs } = store.get().data;
    const titles = [outputs > 1 ? '#' : 'sample'];
    for (let i = 1; i <= inputsShown(store.get().data); i++) titles.push(`x${i}`);
    if (outputs > 1) titles.push('');
    titles.push('target', 'output', 'error');
    const cells = titles.map((title) => h('th', { scope: 'col' }, title));
    cells[0].setAttribute('aria-label', 'sample');
    if (outputs > 1) cells[cells.length - 4].setAttribute('aria-label', 'which output');
    head.replaceChildren(...cells);
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const { data, frame, sample, recipe } = state;
    setText(explain, whatErrorIs(recipe.training.loss));
    if (data === before?.data && frame === before.frame && sample === before.sample) return;
    if (data !== before?.data) {
      rows.clear();
      writeHead();
      extent = 0;
    }
    if (frame !== before?.frame) {
      extent = steadyExtent(extent, largestError(state));
      const share = frame.accuracy ?? null;
      setHidden(accuracy, share === null);
      if (share !== null) setText(right, `${(share * 100).toFixed(1)} %`);
      setText(what, inWords(state));
      confusion.show(state);
    }
    const current = typeof sample === 'number' ? sample * data.outputs : -1;
    rows.show(data.samples.length * data.outputs, current, data.outputs);
    if (before && sample !== before.sample && current >= 0) rows.reveal(current);
  }
  draw(store.get(), null);
  store.subscribe(draw);
}

/** What the share of the samples is that it stands after. @param {State} state */
function inWords({ data, frame }) {
  const right = data.outputs > 1 ? ' are in the right class' : ' are on the right side';
  return data.test ? `${right}; of those put aside, ${percent(frame.testAccuracy)}` : right;
}

/** @param {State} state */
function largestError({ data, frame }) {
  let largest = 0;
  frame.outputs.forEach((outputs, i) => {
    outputs.forEach((output, k) => {
      const size = Math.abs(output - data.samples[i].y[k]);
      if (size > largest) largest = size;
    });
  });
  return largest;
}

/** @param {string} loss */
function whatErrorIs(loss) {
  if (loss === 'hinge')
    return 'The error is output − target. The hinge loss asks only that an output reaches its target, or goes beyond.';
  if (loss === 'binary-cross-entropy')
    return 'The output is a score: the further it is on its target’s side of 0, the smaller the loss.';
  if (loss === 'softmax-cross-entropy')
    return 'The outputs are scores: the further the one of the sample’s class is above the others, the smaller the loss.';
  return 'The error is output − target: 0 is a perfect answer.';
}

/** At most seven characters, so that no column is pushed out of the panel. @param {number} x */
export function fitting(x) {
  const size = Math.abs(x);
  return size < 9.99995 ? format(x) : size < 99_999 ? format(x, 2) : compact(x);
}

/** Inputs and targets are mostly round: 2 rather than 2.00. @param {number} x */
function short(x) {
  const whole = precise(x);
  return whole.length <= 5 ? whole : compact(x);
}
