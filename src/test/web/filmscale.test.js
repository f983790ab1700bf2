import { barsOf, createBins, heightScale, placeLabels, spanOf } from '/web/panels/filmscale.js';
import { close, equal, ok } from './assert.js';

export default {
  'the strip is a round number of steps long'() {
    equal(
      [0, 100, 101, 201, 501, 999, 1000, 1001, 1_000_000].map(spanOf),
      [100, 100, 200, 500, 1000, 1000, 1000, 2000, 1_000_000],
    );
  },
  'every step has a bar while there is room'() {
    equal(barsOf(100, 808), { perBar: 1, bars: 101, pitch: 8 });
  },
  'steps share bars that would be too thin to see'() {
    for (const span of [100, 1000, 1_000_000]) {
      const { perBar, bars, pitch } = barsOf(span, 300);
      ok(pitch >= 3, `a bar of ${pitch} pixels`);
      ok(perBar * bars >= span + 1, 'every step is in a bar');
    }
  },
  'a shared bar is as high as its largest loss'() {
    const bins = createBins();
    bins.update([1, 9, 2, 3, 0.5, 0.25], 2);
    equal(bins.bins(), [9, 3, 0.5]);
    equal(bins.extent(), { low: 0.25, high: 9 });
  },
  'bars grow with a run that goes on, and start anew with another'() {
    const bins = createBins();
    const losses = [4, 3];
    bins.update(losses, 2);
    losses.push(2, 8);
    bins.update(losses, 2);
    equal(bins.bins(), [4, 8]);
    bins.update([1], 2);
    equal(bins.bins(), [1]);
    equal(bins.extent(), { low: 1, high: 1 });
  },
  'a loss that is not a number is the highest of all, and no part of the scale'() {
    const bins = createBins();
    bins.update([1, NaN, Infinity], 1);
    equal(bins.bins()[1], Infinity);
    equal(bins.extent(), { low: 1, high: 1 });
    equal(heightScale(bins.extent())(Infinity), 1);
  },
  'heights are logarithmic between whole powers of ten'() {
    const height = heightScale({ low: 0.02, high: 6 });
    close(height(10), 1, 1e-12);
    close(height(1), 2 / 3, 1e-12);
    close(height(0.01), 0, 1e-12);
    equal(height(0), 0);
    equal(height(-1), 0);
  },
  'the scale stays while losses stay within their powers of ten'() {
    equal(heightScale({ low: 0.02, high: 6 })(0.5), heightScale({ low: 0.011, high: 9.9 })(0.5));
  },
  'a loss that is almost nothing does not flatten all the others'() {
    const height = heightScale({ low: 1e-28, high: 6 });
    close(height(1), 5 / 6, 1e-12);
    equal(height(1e-28), 0);
  },
  'labels that would overlap are joined'() {
    const labels = [10, 20, 200].map((x) => ({ x, width: 40, item: x }));
    const placed = placeLabels(labels, 400, () => 50);
    equal(
      placed.map(({ items }) => items),
      [[10, 20], [200]],
    );
  },
  'no label leaves the strip or touches another'() {
    const labels = Array.from({ length: 60 }, (_, i) => ({ x: (i * i) / 9, width: 40, item: i }));
    const placed = placeLabels(labels, 390, () => 50);
    placed.forEach(({ left, width }, i) => {
      ok(left >= 0 && left + width <= 390, `a label from ${left} to ${left + width}`);
      if (i > 0) ok(left >= placed[i - 1].left + placed[i - 1].width, `label ${i} covers the one before`);
    });
    equal(placed.flatMap(({ items }) => items).length, 60);
  },
};
