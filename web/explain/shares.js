import { h } from '../dom.js';
import { formatSmall } from '../numbers.js';
import { numberCell, setText } from '../panels/cells.js';
import { batchInWords } from '../panels/whose-gradient.js';
import { isPlace } from '../subject.js';
import { isParameter } from '../words.js';
import { fact } from './why.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Questions} Questions
 * @typedef {import('../types.d.ts').Reply} Reply
 * @typedef {import('./answers.d.ts').Shares} Shares
 */

/** So many samples have a row of their own; the others share one. */
const SAMPLES = 12;

/**
 * The gradient of a weight or bias that learning uses, that of the batch, taken apart: what each sample adds to it.
 * @param {Store} store
 * @param {{ questions: Questions, setSample: (sample: number) => void }} page
 */
export function createShares(store, { questions, setSample }) {
  const gradient = fact('Gradient');
  const words = h('p', { class: 'explain' });
  const rows = h('tbody');
  const total = numberCell({ sign: true, text: formatSmall });
  const table = h(
    'table',
    { class: 'shares', 'aria-label': 'What each sample adds' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'sample'), h('th', { scope: 'col' }, 'its share'))),
    rows,
    h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, 'all together'), total.cell)),
  );
  const element = h('section', { class: 'batch' }, gradient.element, words, table);
  /** @type {{ key: string, row: HTMLTableRowElement, name: HTMLElement, number: ReturnType<typeof numberCell> }[]} */
  let shown = [];

  /** @param {Readonly<State>} state */
  function parameterIn({ selected, parameters }) {
    return selected !== null && isParameter(selected) ? parameters.indexOf(selected) : -1;
  }

  questions.follow((state) => {
    const parameter = parameterIn(state);
    return parameter < 0 ? null : { what: 'shares', about: { parameter: state.parameters[parameter], most: SAMPLES } };
  }, explain);

  /** @param {Readonly<State>} state */
  function show(state) {
    const parameter = parameterIn(state);
    element.hidden = parameter < 0;
    // Where all samples are shown, it stands above already.
    gradient.element.hidden = state.graph?.sample === 'all';
    if (parameter >= 0) gradient.set(`Gradient, ${batchInWords(state)}`, state.frame.gradients[parameter]);
  }

  /** @param {Reply} reply */
  function explain({ answer, stale, problem }) {
    table.classList.toggle('stale', stale);
    const shares = /** @type {Shares | null} */ (answer);
    table.hidden = !shares;
    if (!shares) return void setText(words, problem ?? '');
    if (stale) return;
    const { sample } = store.get();
    setText(words, inWords(shares, sample));
    draw(partsOf(shares), sample);
    total.set(shares.sum);
  }

  /** @param {Part[]} parts @param {import('../types.d.ts').Subject} sample */
  function draw(parts, sample) {
    const keys = parts.map(({ name }) => name).join();
    if (keys !== shown.map(({ key }) => key).join()) {
      shown = parts.map(make);
      rows.replaceChildren(...shown.map(({ row }) => row));
    }
    const largest = Math.max(...parts.map(({ adds }) => Math.abs(adds)));
    parts.forEach((part, i) => {
      const { row, name, number } = shown[i];
      number.set(part.adds, largest > 0 ? part.adds / largest : 0);
      const current = part.sample !== null && part.sample === sample;
      row.classList.toggle('current', current);
      if (current) name.setAttribute('aria-current', 'true');
      else name.removeAttribute('aria-current');
    });
  }

  /** @param {Part} part */
  function make({ name, sample }) {
    const number = numberCell({ bar: true, sign: true, text: formatSmall });
    const press = () => sample !== null && setSample(sample);
    const head =
      sample === null ? h('span', {}, name) : h('button', { type: 'button', class: 'choose', onclick: press }, name);
    return { key: name, row: h('tr', {}, h('th', { scope: 'row' }, head), number.cell), name: head, number };
  }

  show(store.get());
  store.subscribe((state) => show(state));
  return { element };
}

/** One row: a sample, or what has none. @typedef {{ name: string, sample: number | null, adds: number }} Part */

/** @param {Shares} shares @returns {Part[]} */
function partsOf({ largest, rest, regularization, carried }) {
  const parts = largest.map(
    ({ sample, share }) => /** @type {Part} */ ({ name: `sample ${sample + 1}`, sample, adds: share }),
  );
  if (rest) parts.push({ name: `the other ${rest.count.toLocaleString('en')} together`, sample: null, adds: rest.sum });
  if (regularization !== 0) parts.push({ name: 'regularization', sample: null, adds: regularization });
  if (carried !== 0) parts.push({ name: 'from earlier steps', sample: null, adds: carried });
  return parts;
}

/** @param {Shares} shares @param {import('../types.d.ts').Subject} sample */
function inWords({ from, to, samples, scale }, sample) {
  const each = scale === 1 ? 'its own gradient' : `its own gradient times ${scale}, since the loss is a mean`;
  const inBatch = (/** @type {number} */ i) => (samples ? samples.includes(i) : i >= from && i < to);
  const outside = typeof sample === 'number' && !inBatch(sample);
  return (
    `Learning uses the gradient of all samples of the batch, added up. The share of a sample is ${each}.` +
    (outside ? ` Sample ${sample + 1} is not in this batch: it adds nothing.` : '') +
    (isPlace(sample) ? ' A place that is no sample adds nothing.' : '')
  );
}
