import { workable, workableValue } from '/web/practice/digits.js';
import { written } from '/web/practice/written.js';
import { HIDDEN } from '/web/numbers.js';
import { close, equal } from '/tests/assert.js';

export default {
  'a number to compute with has at least four digits'() {
    equal([0.00134095, 0.08, -0.0123456, 0.1234567, 12.5, 1234.5678, 123456789, 1e-9].map(workable), [
      '0.001341',
      '0.08000',
      '−0.01235',
      '0.1235',
      '12.5000',
      '1234.568',
      '1.235e8',
      '1.000e−9',
    ]);
    equal([0, NaN, -Infinity, HIDDEN].map(workable), ['0.0000', 'NaN', '−∞', '?']);
  },

  'of a curve that flattens the slope can be worked out from its value'() {
    const out = Math.tanh(4);
    equal(workableValue({ op: 'tanh', data: out }), '0.9993293');
    equal(workableValue({ op: 'sigmoid', data: 0.00134 }), '0.001340');
    equal(workableValue({ op: 'tanh', data: 1 }), '1.0000');
    equal(workableValue({ op: '*', data: out }), '0.9993');
    equal(workableValue({ op: 'tanh', data: HIDDEN }), '?');
    const shown = Number(workableValue({ op: 'tanh', data: -out }).replace('−', '-'));
    close((1 - shown ** 2) / (1 - out ** 2), 1, 1e-3);
  },

  'an operation is written with such numbers'() {
    equal(written('*', [{ op: 'tanh', data: Math.tanh(4) }, { op: '', data: 0.08 }]), '0.9993293 × 0.08000'); // prettier-ignore
  },
};
