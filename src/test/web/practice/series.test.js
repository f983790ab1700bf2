import { answered, begin, lookedAt, nextOpen, scoreOf, seenGradients } from '/web/practice/series.js';
import { inWords } from '/web/practice/score.js';
import { equal } from '/tests/assert.js';

/** @typedef {import('/web/practice/series.js').Exercise} Exercise */

/** @type {Exercise[]} */
const exercises = ['a', 'b', 'c', 'd'].map((node, i) => ({
  node,
  quantity: i % 2 ? 'data' : 'gradient',
  difficulty: i,
}));

/** @param {boolean} right */
const diagnosis = (right) => ({
  node: 'a',
  quantity: /** @type {const} */ ('gradient'),
  answer: 1,
  right,
  expected: 2,
});

export default {
  'what was found counts, after any number of tries; what was looked up does not'() {
    const [a, b, c, d] = begin(exercises);
    const outcomes = [
      answered(a, diagnosis(true)),
      answered(answered(b, diagnosis(false)), diagnosis(true)),
      lookedAt(answered(c, diagnosis(false))),
      d,
    ];
    equal(scoreOf(outcomes), { solved: 2, atOnce: 1, missed: [2, 3], open: 1 });
    equal(seenGradients(exercises, outcomes), ['a', 'c']);
  },

  'what was solved stays solved, whatever is looked at later'() {
    const [a] = begin(exercises);
    equal(lookedAt(answered(a, diagnosis(true))).state, 'solved');
    equal(answered(lookedAt(a), diagnosis(true)).state, 'shown');
  },

  'the next open exercise may be an earlier one'() {
    const [a, b, c, d] = begin(exercises);
    equal(nextOpen([a, b, c, d], 1), 2);
    equal(nextOpen([a, b, lookedAt(c), lookedAt(d)], 2), 0);
    equal(nextOpen([a, b, c, d].map(lookedAt), 2), -1);
  },

  'the score is said in a sentence'() {
    equal(inWords(10, 10, 10), 'Without a mistake, all at the first try.');
    equal(inWords(10, 7, 10), 'All of them, 7 at the first try.');
    equal(inWords(8, 0, 10), 'None at the first try. Not solved:');
    equal(inWords(1, 1, 10), 'All at the first try. Not solved:');
    equal(inWords(0, 0, 10), 'Every number was looked up. These were:');
  },
};
