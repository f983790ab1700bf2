import { formula } from '/web/panels/formula.js';
import { equal } from '/tests/assert.js';

export default {
  'an operation of two numbers stands between them'() {
    equal(formula('*', [2, -0.5]), '2.0000 × (−0.5000)');
    equal(formula('+', [-1, 3]), '−1.0000 + 3.0000');
    equal(formula('-', [1, -3]), '1.0000 − (−3.0000)');
    equal(formula('/', [1, 4]), '1.0000 ÷ 4.0000');
  },

  'a function stands before its number'() {
    equal(formula('tanh', [-0.25]), 'tanh(−0.2500)');
    equal(formula('max', [1, -2]), 'max(1.0000, −2.0000)');
  },

  'a square is written as one, and its sign cannot be misread'() {
    equal(formula('**2', [-0.2]), '(−0.2000)²');
    equal(formula('**2', [3]), '3.0000²');
    equal(formula('**', [-2, 3]), '(−2.0000) ^ 3.0000');
  },

  'a constant of the operation stands on its side'() {
    equal(formula('*0.01', [5]), '5.0000 × 0.01');
    equal(formula('1-', [-0.5]), '1 − (−0.5000)');
    equal(formula('+1', [2]), '2.0000 + 1');
    equal(formula('neg', [-2]), '−(−2.0000)');
  },
};
