import { verdictOf, wrongIn } from '/web/expression/wrong.js';
import { equal, ok } from '/tests/assert.js';

/** @param {string[]} wrong */
const shown = (wrong, overwrite = true) => /** @type {any} */ ({ overwrite, sheet: { wrong } });

export default {
  'what is wrong the server says, whatever the numbers look like'() {
    const isWrong = wrongIn(shown(['a']));
    ok(isWrong({ node: 'a' }));
    ok(!isWrong({ node: 'b' }));
    ok(!isWrong({ node: null }));
    ok(!wrongIn(shown(['a'], false))({ node: 'a' }));
    ok(!wrongIn(null)({ node: 'a' }));
  },

  'the verdict does not deny that something is used twice'() {
    const once = [{ operands: [] }, { operands: ['a'] }];
    const twice = [{ operands: [] }, { operands: ['a', 'a'] }];
    equal(verdictOf(2, 5, twice), '2 of 5 gradients are wrong.');
    equal(verdictOf(0, 5, twice), 'No gradient is wrong here.');
    equal(verdictOf(0, 5, once), 'Nothing is used twice here: no gradient is wrong.');
  },
};
