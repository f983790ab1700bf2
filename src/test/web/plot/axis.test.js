import { decades, decadeTicks, roundLimit, tickLabel, ticks } from '/web/plot/axis.js';
import { close, equal, ok } from '/tests/assert.js';

export default {
  'a limit is round, not below what it limits, and not below the least'() {
    equal([6.01, 10, 0.0047, 101, 99].map((max) => roundLimit(max, 0)), [8, 10, 0.005, 150, 100]); // prettier-ignore
    equal(
      [0, -5, NaN, Infinity, 3].map((max) => roundLimit(max, 20)),
      [20, 20, 20, 20, 20],
    );
    for (let max = 1e-9; max < 1e9; max *= 1.37) ok(roundLimit(max, 0) >= max * (1 - 1e-12), String(max));
  },

  'a limit changes seldom while a run grows'() {
    const limits = new Set(Array.from({ length: 1000 }, (_, step) => roundLimit(step, 20)));
    ok(limits.size <= 18, `${limits.size} limits`);
  },

  'ticks are round, inside their range and never more than asked for and one'() {
    equal(ticks(0, 50), [0, 10, 20, 30, 40, 50]);
    equal(ticks(-1.5, 2.5), [-1, 0, 1, 2]);
    equal(ticks(0, 0.5), [0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    equal(ticks(3, 3), [3]);
    for (let max = 1e-6; max < 1e6; max *= 1.7) ok(ticks(0, max).length <= 6, String(max));
  },

  'a logarithmic axis spans whole decades and at least one'() {
    close(decades(0.0047, 6.01), [0.001, 10], 1e-12);
    close(decades(1, 1), [1, 10], 1e-12);
    close(decades(0.01, 100), [0.01, 100], 1e-12);
    ok(decades(1, Number.MAX_VALUE).every(Number.isFinite), 'the largest loss');
  },

  'ticks of a logarithmic axis thin out over many decades'() {
    close(decadeTicks(0.01, 10), [0.01, 0.1, 1, 10], 1e-12);
    const wide = decadeTicks(1e-12, 1e6);
    ok(wide.length <= 6 && wide.length >= 4, `${wide.length} ticks`);
    ok(wide.every((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9));
  },

  'labels are short, with a true minus'() {
    equal([0, 0.1, -2.5, 1000, 1e-5, 10 ** -7, 2e6].map(tickLabel), ['0', '0.1', '−2.5', '1000', '1e−5', '1e−7', '2e6']); // prettier-ignore
  },
};
