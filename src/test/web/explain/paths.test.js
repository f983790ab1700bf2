import { readable } from '/web/explain/paths.js';
import { equal } from '/tests/assert.js';

export default {
  'a number of paths is read in groups of three, and a vast one by its power of ten'() {
    equal(readable('4'), '4');
    equal(readable('1048576'), '1,048,576');
    equal(readable(`321${'0'.repeat(43)}`), '3.21 × 10⁴⁵');
  },
};
