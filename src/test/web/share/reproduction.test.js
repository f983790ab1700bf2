import { NONE } from '/web/lesson.js';
import { momentOf } from '/web/share/moment.js';
import { reproducedInWords } from '/web/share/reproduction.js';
import { equal, ok } from '../assert.js';

const same = {
  ...{ step: 3, reached: 3, exact: true, differences: [] },
  ...{ engineThen: '0.1.0', engineNow: '0.1.0' },
};

export default {
  'what came out the same is said with the day'() {
    const { detail, calm } = reproducedInWords(same, '2026-11-27');
    equal(calm, true);
    ok(detail.includes('every number is as it was') && detail.includes('2026-11-27'), detail);
  },
  'what differs is named, with both numbers and both versions'() {
    const differences = [{ what: 'loss', then: 0.5, now: 0.25 }, { what: 'gradients' }];
    const { detail, calm } = reproducedInWords(
      { ...same, exact: false, differences, engineNow: '0.2.0' },
      '2026-11-27',
    );
    equal(calm, undefined);
    ok(detail.includes('the loss was 0.5000 (0.5) and is 0.2500 (0.25); the gradients differ'), detail);
    ok(detail.includes('version 0.1.0, now it is 0.2.0'), detail);
  },
  'a link says what is looked at, and not what is not'() {
    const state = /** @type {any} */ ({
      ...{ recipe: { version: 1 }, frame: { step: 4 }, sample: 'all', depth: 'scalars', open: ['layer1.neuron1'] },
      ...{ selected: null, beside: null, edges: 'weight', axis: 'log', practice: null, until: { step: 9 } },
      lesson: NONE,
    });
    equal(momentOf(state), {
      recipe: { version: 1 },
      step: 4,
      view: {
        ...{ sample: 'all', depth: 'scalars', open: ['layer1.neuron1'], edges: 'weight', axis: 'log' },
        until: { step: 9 },
        lesson: NONE,
      },
    });
  },
};
