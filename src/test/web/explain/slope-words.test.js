import { afterUpdate, slopeInWords } from '/web/explain/slope-words.js';
import { equal } from '../assert.js';

const slope = (/** @type {object} */ other) => ({
  value: 0.8321,
  loss: 6,
  gradient: -2.28,
  derivative: -2.28,
  next: { value: 0.9461, loss: 5.75, lossOfAll: 4.43 },
  ...other,
});
const told = (/** @type {object} */ other) => slopeInWords(slope(other)).join('');

export default {
  'the slope is said to be the gradient'() {
    equal(told({}), 'The line falls by 2.2800 for every 1 to the right. This slope is the gradient: -2.28.');
  },
  'a level curve has no steepness'() {
    equal(
      told({ gradient: 0, derivative: 0 }),
      'Here the curve is level: moved a little, it changes nothing. The slope is the gradient, 0.',
    );
  },
  'a gradient that holds earlier steps is not the slope, and it is said why'() {
    equal(
      told({ derivative: 1, gradient: 3 }),
      'The line rises by 1.0000 for every 1 to the right. Its slope is 1. The gradient that the update uses is 3: ' +
        'zeroing is off, so it holds the slopes of earlier steps too.',
    );
  },
  'where the loss is no number there is no slope'() {
    equal(told({ loss: NaN }), 'The loss is not a finite number here, so it has no slope.');
    equal(afterUpdate(slope({ loss: NaN })), '');
  },
  'the next update is told with the loss alone and together'() {
    equal(
      afterUpdate(slope({})),
      'The next update takes it to 0.9461. If nothing else moved, the loss would become 5.7500; as all weights and biases ' +
        'move together, it becomes 4.4300 for the same samples.',
    );
  },
};
