import { close, equal, ok, throws } from './assert.js';

export default {
  async 'equal looks into objects and arrays'() {
    equal({ a: [1, { b: NaN }] }, { a: [1, { b: NaN }] });
    await throws(() => equal({ a: 1 }, { a: 1, b: undefined }), 'expected');
    await throws(() => equal([1, 2], [1, 3]), 'expected [1,3], but it was [1,2]');
    await throws(() => equal([1], { 0: 1 }), 'expected');
    await throws(() => equal(new Map([['a', 1]]), new Map([['a', 2]])), 'expected');
    await throws(() => equal(0, -0, 'zero'), 'zero: expected -0, but it was 0');
  },

  async 'close allows the tolerance and no more'() {
    close([1, 2.05], Float64Array.of(1, 2), 0.06);
    close(Infinity, Infinity, 0);
    await throws(() => close(1, 1.2, 0.1), 'expected 1.2');
    await throws(() => close(NaN, 1, 0.1), 'expected');
    await throws(() => close([1], [1, 1], 0.1), 'expected');
  },

  async 'throws wants an error, and the right one'() {
    await throws(() => Promise.reject(new Error('so it is')), 'so it is');
    await throws(() => throws(() => 1), 'none was thrown');
    await throws(() => throws(() => ok(false), 'other'), 'the message of the error');
  },
};
