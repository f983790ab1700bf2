import { refuse } from '/web/panels/weight-editor.js';
import { readNumber } from '/web/settings.js';
import { equal, ok } from '/tests/assert.js';

/** @param {string} text */
const refusal = (text) => refuse(text, readNumber(text));

export default {
  'numbers as people type them are taken'() {
    equal(['5', ' −0.5 ', '2,25', '1e3', '-1000000'].map(refusal), ['', '', '', '', '']);
  },

  'what is not a number is named, and one is shown'() {
    ok(refusal('five').includes('“five” is not a number'));
    ok(refusal('  ').startsWith('Write a number'));
    ok(refusal('1 2').includes('not a number'));
  },

  'a number beyond the limit is told the limit'() {
    ok(refusal('1e7').includes('1,000,000'));
    ok(refusal('-Infinity').includes('1,000,000'));
  },
};
