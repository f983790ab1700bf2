import { kindOf, numberAt, TOKEN } from '/web/expression/tokens.js';
import { equal } from '../assert.js';

/** @param {string} line @param {number} at */
const number = (line, at) => {
  const found = numberAt(line, at);
  return found && line.slice(found.from, found.to);
};

export default {
  'a line is cut into words of their kinds'() {
    const kinds = [...'o = tanh(x1*w_1) + 2.5e-3 # why'.matchAll(TOKEN)].map((match) => `${kindOf(match)} ${match[0]}`);
    equal(kinds, [
      ...['name o', 'sign =', 'function tanh', 'sign (', 'name x1', 'sign *', 'name w_1', 'sign )', 'sign +'],
      ...['number 2.5e-3', 'comment # why'],
    ]);
  },
  'a number is found at each of its characters, and nowhere else'() {
    const line = 'f = 3*x1 + 45';
    equal(
      Array.from({ length: line.length + 1 }, (_, at) => number(line, at)),
      [null, null, null, null, '3', null, null, null, null, null, null, '45', '45', null],
    );
  },
  'a minus in front of a number belongs to it, one between two values does not'() {
    equal(number('a = -3', 5), '-3');
    equal(number('a*-3', 3), '-3');
    equal(number('(-3)', 2), '-3');
    equal(number('a-3', 2), '3');
    equal(number('(a)-3', 4), '3');
    equal(number('2-3', 2), '3');
    equal(number('a - 3', 4), '3');
  },
  'a number says its value'() {
    equal(numberAt('a = -2.50', 6)?.value, -2.5);
  },
};
