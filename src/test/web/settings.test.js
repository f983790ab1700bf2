import { fromSlider, readNumber, refusal, toSlider } from '/web/settings.js';
import { close, equal, ok } from './assert.js';

export default {
  'numbers are read as people type them'() {
    equal(['0.05', ' 0,05 ', '\u22120.5', '-3', '1e-3'].map(readNumber), [0.05, 0.05, -0.5, -3, 0.001]);
    ok(['', ' ', 'fast', '1.2.3', '5x'].every((text) => Number.isNaN(readNumber(text))));
  },
  'a number outside the limits is refused with the name of the setting and its limits'() {
    const rate = /** @type {import('/web/types.d.ts').Setting} */ ({
      ...{ field: 'training.learningRate', key: 'rate', title: 'learning rate', help: '', type: 'number' },
      ...{ default: 0.05, min: 0, aboveMin: true, max: 1000, choices: [], editable: true },
    });
    const size = /** @type {typeof rate} */ ({
      ...rate,
      title: 'batch size',
      type: 'integer',
      min: 1,
      aboveMin: false,
    });
    equal(
      [0.05, 1e-300, 1000].map((x) => refusal(rate, x)),
      ['', '', ''],
    );
    for (const x of [0, -1, 1000.1, NaN, Infinity, -Infinity]) {
      equal(refusal(rate, x), 'Learning rate must be a number, more than 0 and at most 1,000.');
    }
    equal(refusal(size, 1), '');
    for (const x of [0, 1.5, 1001]) {
      equal(refusal(size, x), 'Batch size must be a whole number, at least 1 and at most 1,000.');
    }
  },
  'a slider gives numbers of two digits'() {
    equal([-3, -1.3, 0, 0.47].map(fromSlider), [0.001, 0.05, 1, 3]);
  },
  'a number stands where the slider gives it'() {
    for (const value of [0.0001, 0.05, 0.3, 1, 10]) close(fromSlider(toSlider(value)), value, value * 1e-9);
  },
};
