import { noteOn, summarize } from '/web/panels/loss.js';
import { createSeries } from '/web/plot/series.js';
import { equal, ok } from '/tests/assert.js';

/** @param {number[]} losses @param {number} last the loss of the step after them */
function seriesOf(losses, last) {
  const series = createSeries();
  series.update(losses, { step: losses.length, loss: last });
  return series;
}

/** @param {number[]} losses @param {number} last */
const summary = (losses, last) => summarize(seriesOf(losses, last), losses.length, { step: losses.length, loss: last });

export default {
  'the curve is told in a sentence'() {
    equal(summary([], 6.01), '6.0100 at step 0, before the first update.');
    equal(summary([6, 3], 0.0047), 'From 6.0000 at step 0 to 0.0047 at step 2, the smallest yet.');
    equal(summary([6, 0.5], 2), 'From 6.0000 at step 0 to 2.0000 at step 2; the smallest was 0.5000, at step 1.');
    equal(summary([6, 7], 8), 'From 6.0000 at step 0 to 8.0000 at step 2, never below its start.');
  },

  'a loss that is nearly zero is not told as zero'() {
    ok(summary([6], 3.2e-7).includes('3.20e\u22127'));
  },

  'losses that are not finite are told with the step where they begin'() {
    ok(summary([6], Infinity).includes('to ∞ at step 1'));
    ok(noteOn(seriesOf([6], Infinity), 'linear').includes('From step 1 on'));
    equal(noteOn(seriesOf([6], 3), 'linear'), '');
  },

  'only a logarithmic axis speaks of losses that are not above zero'() {
    const series = seriesOf([1, 0, -2], 3);
    equal(noteOn(series, 'linear'), '');
    ok(noteOn(series, 'log').includes('2 losses'));
  },
};
