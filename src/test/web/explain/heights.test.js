import { heightsOf, levelsOf, refined, standing } from '/web/explain/heights.js';
import { close, equal, ok } from '../assert.js';

export default {
  'the heights are the lowest, the present and the highest loss that is a number'() {
    equal(
      heightsOf(
        [
          [3, NaN],
          [Infinity, 9],
        ],
        4,
      ),
      { low: 3, now: 4, high: 9 },
    );
  },
  'what is lower than now is below 0, what is higher above'() {
    const heights = { low: 0, now: 4, high: 20 };
    equal(standing(heights, 4), 0);
    equal(standing(heights, 0), -1);
    equal(standing(heights, 20), 1);
    equal(standing(heights, 8), 0.5);
    equal(standing(heights, 3), -0.5);
    equal(standing(heights, Infinity), 1);
    ok(Number.isNaN(standing(heights, NaN)));
    equal(standing({ low: 2, now: 2, high: 2 }, 2), 0);
  },
  'lines of equal loss are at round losses, and never many'() {
    equal(levelsOf({ low: 0.4, now: 1, high: 5.3 }), [1, 2, 3, 4, 5]);
    equal(levelsOf({ low: 0.03, now: 1, high: 12 }), [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]);
    const wide = levelsOf({ low: 1e-9, now: 1, high: 1e30 });
    ok(wide.length > 3 && wide.length <= 10, String(wide));
    equal(levelsOf({ low: 2, now: 2, high: 2 }), []);
  },
  'a finer grid has its first row at the top, and the same corners'() {
    const fine = refined(
      [
        [0, 1],
        [2, 3],
      ],
      3,
    );
    close(fine, [2, 2.5, 3, 1, 1.5, 2, 0, 0.5, 1], 1e-12);
  },
};
