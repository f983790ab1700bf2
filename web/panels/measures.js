// Training beside test: what the lines over the loss stand for, in numbers.
import { h, setHidden } from '../dom.js';
import { formatSmall as format } from '../numbers.js';
import { setText } from './cells.js';

/** @typedef {import('../types.d.ts').State} State */

const SUMS = ['sum-squared-error'];

/** A table of two rows: the samples to learn from, and those to test with. */
export function createMeasures() {
  const rows = ['training', 'test'].map((name) => {
    const [count, loss, accuracy] = [h('span', { class: 'mute' }), h('td'), h('td')];
    const key = h('i', { class: `measures-key ${name}` });
    const row = h('tr', {}, h('th', { scope: 'row' }, key, `${name} `, count), loss, accuracy);
    return { row, count, loss, accuracy };
  });
  const head = h('th', { scope: 'col' }, 'accuracy');
  const table = h(
    'table',
    { class: 'measures number' },
    h('caption', { class: 'visually-hidden' }, 'The samples to learn from, and those put aside to test with'),
    h('thead', {}, h('tr', {}, h('td'), h('th', { scope: 'col' }, 'loss'), head)),
    h('tbody', {}, ...rows.map(({ row }) => row)),
  );
  const note = h(
    'p',
    { class: 'explain' },
    'Both losses are sums over their samples: with fewer samples the sum is smaller. Choose a mean to compare them.',
  );
  const element = h('div', { class: 'measures-box', hidden: true }, table, note);

  return {
    element,
    /** @param {Pick<State, 'data' | 'frame' | 'recipe'>} state */
    show({ data, frame, recipe }) {
      const tested = data.test !== undefined && data.test !== null;
      setHidden(element, !tested);
      if (!tested) return;
      const named = (frame.accuracy ?? null) !== null;
      const [training, test] = rows;
      setText(training.count, `${data.samples.length}`);
      setText(test.count, `${data.test?.length}`);
      setText(training.loss, format(frame.trainLoss));
      setText(test.loss, format(frame.testLoss ?? NaN));
      setText(training.accuracy, percent(frame.accuracy));
      setText(test.accuracy, percent(frame.testAccuracy));
      for (const cell of [head, training.accuracy, test.accuracy]) setHidden(cell, !named);
      setHidden(note, !SUMS.includes(recipe.training.loss));
    },
  };
}

/** @param {number | null | undefined} share */
export function percent(share) {
  return share === null || share === undefined ? '' : `${(share * 100).toFixed(1)} %`;
}
