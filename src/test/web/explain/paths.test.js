import { othersInWords, readable } from '/web/explain/paths.js';
import { equal } from '/tests/assert.js';

export default {
  'a number of paths is read in groups of three, and a vast one by its power of ten'() {
    equal(readable('4'), '4');
    equal(readable('1048576'), '1,048,576');
    equal(readable(`321${'0'.repeat(43)}`), '3.21 × 10⁴⁵');
    equal(readable(`1${'0'.repeat(300)}`), '1.00 × 10³⁰⁰');
  },

  'a vast number is rounded, not cut'() {
    equal(readable('12345678901234567'), '1.23 × 10¹⁶');
    equal(readable('12399999999999999'), '1.24 × 10¹⁶');
    equal(readable(`9999${'0'.repeat(16)}`), '1.00 × 10²⁰');
  },

  'of paths that were not all counted, the others are not counted either'() {
    equal(othersInWords('1024', true), 'the other 1,024 together');
    equal(othersInWords(`9${'9'.repeat(299)}`, false), 'all others together');
  },
};
