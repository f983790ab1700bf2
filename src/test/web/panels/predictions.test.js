import { fitting } from '/web/panels/predictions.js';
import { equal, ok } from '/tests/assert.js';

export default {
  'no output or error is wider than its column'() {
    for (const x of [
      0,
      0.57234,
      9.9999,
      9.99996,
      99.999,
      999.996,
      12345.6,
      99998.7,
      99999.9,
      1e6,
      1.23e99,
      1.7e308,
      Infinity,
      NaN,
    ]) {
      for (const signed of [x, -x]) ok(fitting(signed).length <= 7, `${signed} became ${fitting(signed)}`);
    }
  },

  'where there is room it has four decimals'() {
    equal([-0.57234, 12.3456, -1e12].map(fitting), ['\u22120.5723', '12.35', '\u22121e12']);
  },
};
