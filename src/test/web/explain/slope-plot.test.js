import { arrowTo, path } from '/web/explain/slope-plot.js';
import { equal, ok } from '../assert.js';

export default {
  'a curve has a gap where it is not finite'() {
    equal(
      path([
        [0, 1],
        [1, 2],
        [2, NaN],
        [3, Infinity],
        [4, 5],
        [5, 6],
      ]),
      'M0.00 1.00L1.00 2.00M4.00 5.00L5.00 6.00',
    );
  },
  'an arrow points where it goes'() {
    ok(arrowTo(10, 50, 100).includes('M50 100l-7'));
    ok(arrowTo(50, 10, 100).includes('M10 100l7'));
  },
  'of a short arrow the head is left, of none nothing'() {
    equal(arrowTo(10, 12, 100).match(/M/g)?.length, 1);
    equal(arrowTo(10, 10, 100), '');
    equal(arrowTo(10, NaN, 100), '');
  },
};
