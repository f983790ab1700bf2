import { createSeries } from '/web/plot/series.js';
import { equal, ok } from '/tests/assert.js';

export default {
  'the loss of the furthest step stands at the end of the curve'() {
    const series = createSeries();
    series.update([6, 3], { step: 2, loss: 1.5 });
    equal(series.points('linear'), [[0, 1, 2], [6, 3, 1.5]]); // prettier-ignore
    equal([series.at(0), series.at(2), series.at(3)], [6, 1.5, undefined]);
  },

  'losses that are appended are drawn, and the old end becomes one of them'() {
    const series = createSeries();
    const losses = [6];
    series.update(losses, { step: 1, loss: 3 });
    losses.push(3, 2);
    series.update(losses, { step: 3, loss: 1 });
    equal(series.points('linear')[1], [6, 3, 2, 1]);
    equal(series.extremes.finite, 4);
  },

  'going back keeps the end, and draws nothing anew'() {
    const series = createSeries();
    const losses = [6, 3];
    series.update(losses, { step: 2, loss: 1.5 });
    const { version } = series;
    series.update(losses, { step: 0, loss: 6 });
    equal(series.points('linear')[1], [6, 3, 1.5]);
    equal(series.version, version);
  },

  'another run begins afresh'() {
    const series = createSeries();
    series.update([6, 3], { step: 2, loss: 1.5 });
    const { version } = series;
    series.update([6, 9], { step: 0, loss: 6 });
    equal([series.points('linear')[1], series.at(2)], [[6, 9], undefined]);
    equal(series.extremes.max, 9);
    ok(series.version !== version);
  },

  'what is not finite is a gap, and the first of them is known'() {
    const series = createSeries();
    series.update([2, Infinity, NaN], { step: 3, loss: NaN });
    equal(series.points('linear')[1], [2, null, null, null]);
    equal([series.extremes.firstMissing, series.extremes.max, series.extremes.finite], [1, 2, 1]);
  },

  'a logarithmic axis has no place for 0 and less'() {
    const series = createSeries();
    series.update([2, 0, -1], { step: 3, loss: 0.5 });
    equal(series.points('log')[1], [2, null, null, 0.5]);
    equal(series.points('linear')[1], [2, 0, -1, 0.5]);
    equal([series.extremes.notPositive, series.extremes.minPositive, series.extremes.min], [2, 0.5, -1]);
  },

  'the smallest loss is that of the first step that had it'() {
    const series = createSeries();
    series.update([3, 1, 1], { step: 3, loss: 1 });
    equal([series.extremes.min, series.extremes.minStep], [1, 1]);
  },
};
