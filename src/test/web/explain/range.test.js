import { holds, reachFor, steadyRange, steadySpan } from '/web/explain/range.js';
import { equal, ok } from '../assert.js';

const MAGNITUDE = 1e6;

export default {
  'a span has a round middle near the value'() {
    equal(steadySpan(null, 0.8321, 1, MAGNITUDE), { from: 0, to: 2, reach: 1 });
    equal(steadySpan(null, -0.1, 0.1, MAGNITUDE), { from: -0.2, to: 0, reach: 0.1 });
  },
  'it stays while the value moves about in it, and is left before the value comes to its end'() {
    const span = steadySpan(null, 0.8321, 1, MAGNITUDE);
    ok(steadySpan(span, 1.5, 1, MAGNITUDE) === span);
    equal(steadySpan(span, 1.7, 1, MAGNITUDE), { from: 0.5, to: 2.5, reach: 1 });
  },
  'another reach is another span'() {
    const span = steadySpan(null, 0.8321, 1, MAGNITUDE);
    equal(steadySpan(span, 0.8321, 0.5, MAGNITUDE), { from: 0.25, to: 1.25, reach: 0.5 });
  },
  'no span goes beyond what a value may be'() {
    equal(steadySpan(null, 999_999.5, 100, MAGNITUDE).to, MAGNITUDE);
  },
  'a value beyond that has a span all the same'() {
    for (const value of [2e6, -2.5e7, 1e15, -1e30]) {
      for (const reach of [1, 1000]) {
        const span = steadySpan(null, value, reach, MAGNITUDE);
        ok(span.from < value && value < span.to, `${value}: ${span.from} to ${span.to}`);
        ok(steadySpan(span, value, reach, MAGNITUDE) === span);
      }
    }
  },
  'the reach grows until a second value is seen too'() {
    equal(reachFor(0.8, 1.2, 1, MAGNITUDE), 1);
    equal(reachFor(0.8, 9, 1, MAGNITUDE), 10);
    equal(reachFor(0.8, 1e5, 1, MAGNITUDE), 1000);
    equal(reachFor(0.8, NaN, 1, MAGNITUDE), 1000);
  },
  'heights stay while they serve, and shrink when little of them is used'() {
    const range = steadyRange(null, 0, 10);
    equal(range, { from: -1, to: 11 });
    ok(steadyRange(range, 0.5, 9) === range);
    equal(steadyRange(range, 0, 20), { from: -2, to: 22 });
    equal(steadyRange(range, 4, 6), { from: 3.8, to: 6.2 });
  },
  'a level line has room around it'() {
    const range = steadyRange(null, 8, 8);
    ok(holds(range, 8, 0.4));
  },
};
