import { withValue } from '/web/recipe.js';
import { applies, fromSlider, isAbout, readNumber, refusal, toSlider } from '/web/settings.js';
import { close, equal, ok } from './assert.js';
import { notebook } from './recipes.js';

/** @type {import('../../../web/types.d.ts').Setting} */
const RATE = {
  ...{ field: 'training.learningRate', key: 'rate', title: 'learning rate', help: '', type: 'number', default: 0.05 },
  ...{ min: 0, aboveMin: true, max: 1000, choices: [], editable: true },
};

export default {
  'a setting of one optimizer applies only there'() {
    const momentum = { ...RATE, when: { field: 'training.optimizer', values: ['momentum'] } };
    const using = (/** @type {string} */ optimizer) => withValue(notebook, 'training.optimizer', optimizer);
    equal(
      ['momentum', 'sgd'].map((optimizer) => applies(momentum, using(optimizer))),
      [true, false],
    );
    equal(applies(RATE, notebook), true);
    const inBatches = { ...RATE, when: { field: 'training.batchSize', values: [] } };
    equal(
      [null, 2].map((size) => applies(inBatches, withValue(notebook, 'training.batchSize', size))),
      [false, true],
    );
  },
  'a problem is about the field it names, not about one whose name begins alike'() {
    const about = (/** @type {string} */ field) => isAbout({ title: '', detail: '', field }, 'training.order');
    equal(['training.order', 'training.orderSeed', 'edits[0].set.training.order'].map(about), [true, false, true]);
    equal(isAbout({ title: '', detail: '', field: 'network.layers[1]' }, 'network.layers'), true);
  },
  'numbers are read as people type them'() {
    equal(['0.05', ' 0,05 ', '\u22120.5', '-3', '1e-3'].map(readNumber), [0.05, 0.05, -0.5, -3, 0.001]);
    ok(['', ' ', 'fast', '1.2.3', '5x'].every((text) => Number.isNaN(readNumber(text))));
  },
  'a number outside the limits is refused with the name of the setting and its limits'() {
    const size = /** @type {typeof RATE} */ ({
      ...RATE,
      title: 'batch size',
      type: 'integer',
      min: 1,
      aboveMin: false,
    });
    equal(
      [0.05, 1e-300, 1000].map((x) => refusal(RATE, x)),
      ['', '', ''],
    );
    for (const x of [0, -1, 1000.1, NaN, Infinity, -Infinity]) {
      equal(refusal(RATE, x), 'Learning rate must be a number, more than 0 and at most 1,000.');
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
