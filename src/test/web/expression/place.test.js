import { literalsOf, markedAt, withNumbers } from '/web/expression/place.js';
import { equal } from '../assert.js';

/** @typedef {import('../../../../web/expression/types.d.ts').NameRow} NameRow */

/** @param {string} name @param {number} line @param {number} column @param {number} endColumn @returns {NameRow} */
const row = (name, line, column, endColumn) => ({
  ...{ name, node: name, input: false, value: 0, gradient: 0, correct: null },
  number: { line, column, endLine: line, endColumn },
});

const TEXT = 'a = -2\nb = 30; c = a*b';
const LITERALS = [
  { name: 'a', from: 4, to: 6 },
  { name: 'b', from: 11, to: 13 },
];

export default {
  'numbers stand where the server counts them, from 1 and line by line'() {
    const input = { ...row('x', 1, 1, 2), number: null };
    equal(literalsOf(TEXT, [row('a', 1, 5, 7), input, row('b', 2, 5, 7)]), LITERALS);
  },
  'one number is replaced and the others move along'() {
    equal(withNumbers(TEXT, LITERALS, new Map([['a', 12.5]])), {
      text: 'a = 12.5\nb = 30; c = a*b',
      literals: [
        { name: 'a', from: 4, to: 8 },
        { name: 'b', from: 13, to: 15 },
      ],
    });
  },
  'several numbers are replaced at once'() {
    const { text } = withNumbers(TEXT, LITERALS, new Map([['b', 1e-7], ['a', 0]])); // prettier-ignore
    equal(text, 'a = 0\nb = 1e-7; c = a*b');
  },
  'without a new number the text is the same'() {
    equal(withNumbers(TEXT, LITERALS, new Map([['c', 1]])), { text: TEXT, literals: LITERALS });
  },
  'a mistake is marked on the whole word that begins there'() {
    const marked = (/** @type {number} */ line, /** @type {number} */ column, text = 'a = x1*größe\nb ** 3.25') => {
      const { from, to } = markedAt(text, line, column);
      return text.slice(from, to);
    };
    equal([marked(1, 5), marked(1, 8), marked(2, 3), marked(2, 6), marked(1, 7)], ['x1', 'größe', '**', '3.25', '*']);
  },
  'where something is missing at the end of a line there is nothing to mark'() {
    equal(markedAt('a +\nb', 1, 4), { from: 3, to: 3 });
    equal(markedAt('a +', 1, 4), { from: 3, to: 3 });
    equal(markedAt('a', 9, 9), { from: 1, to: 1 });
  },
};
