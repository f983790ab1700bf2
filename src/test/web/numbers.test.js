import { compact, format, formatSmall, HIDDEN, precise, spoken } from '/web/numbers.js';
import { equal, ok } from './assert.js';

export default {
  'four decimals and a true minus'() {
    equal(format(0.5), '0.5000');
    equal(format(-0.03692), '\u22120.0369');
    equal(format(2, 0), '2');
  },
  'what is not to be read is a question mark in every form, and is said in words'() {
    equal(
      [format, formatSmall, compact, precise].map((write) => write(HIDDEN)),
      ['?', '?', '?', '?'],
    );
    equal([spoken(HIDDEN), spoken(0.5)], ['not shown', '0.5000']);
  },
  'a number that is rounded to zero has no sign'() {
    equal(
      [-1e-9, -0, 0].map((x) => format(x)),
      ['0.0000', '0.0000', '0.0000'],
    );
    equal([-0.004, -0.00499, -0.006].map(compact), ['0.00', '0.00', '\u22120.01']);
    equal([format(-0.00005), format(-0.4, 0)], ['\u22120.0001', '0']);
  },
  'where there is room, what is not zero does not look like it'() {
    equal([1.234e-6, -3e-12, 0, 0.00005, -2].map(formatSmall), [
      '1.23e\u22126',
      '\u22123.00e\u221212',
      '0.0000',
      '0.0001',
      '\u22122.0000',
    ]);
  },
  'what is not finite is shown as it is written by hand'() {
    equal(format(NaN), 'NaN');
    equal(format(Infinity), '∞');
    equal(format(-Infinity), '\u2212∞');
  },
  'no number is wider than its box'() {
    for (const x of [
      0, 1, 9.99999, 999.99994, 999.99996, 1000, 9999.9999, 9999999.9, 99999.9, 1e6, 1234567, 9.999e9, 1.5e99, 1e100,
      1.7e308, 5e-324,
    ]) {
      for (const signed of [x, -x]) {
        ok(format(signed).length <= 9, `${signed} became ${format(signed)}`);
        ok(compact(signed).length <= 6, `${signed} became ${compact(signed)}`);
      }
    }
  },
  'large numbers give up decimals before they become powers of ten'() {
    equal(format(1234.5678), '1234.568');
    equal(format(123456.78), '123456.8');
    equal(format(-12345678), '\u22121.23e7');
  },
  'the precise form has twelve digits and no trailing zeros'() {
    equal(precise(-0.1), '\u22120.1');
    equal(precise(1 / 3), '0.333333333333');
    equal(precise(1e-20), '1e\u221220');
  },
};
