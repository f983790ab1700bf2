import { plainText } from '/web/explain/plain.js';
import { updateCode, updateFormula, updateInWords } from '/web/explain/update-formula.js';
import { equal, ok } from '../assert.js';

const row = (/** @type {object} */ other) => ({
  name: 'layer1.neuron1.w1',
  value: 0.8321,
  gradient: -2.28,
  change: 0.114,
  next: 0.9461,
  ...other,
});
const sgd = { optimizer: 'sgd', rate: 0.05, parameters: [row({})] };
const adam = {
  optimizer: 'adamw',
  rate: 0.01,
  adam: {
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    weightDecay: 0.01,
    firstCorrection: 0.1,
    secondCorrection: 0.001,
  },
  parameters: [],
};
const moments = { mBefore: 0, vBefore: 0, m: 0.2, v: 0.004, mHat: 2, vHat: 4, step: 1, decay: 0.005 };

export default {
  'gradient descent is one line'() {
    equal(plainText(updateFormula(sgd, row({}))), '0.8321 − 0.05 × (−2.2800) = 0.9461');
  },
  'it is told as the notebook writes it'() {
    equal(updateCode(sgd), 'p.data -= 0.05 * p.grad');
    equal(updateCode({ optimizer: 'sgd', rate: 1e-7, parameters: [] }), 'p.data -= 1e-7 * p.grad');
  },
  'AdamW shows every number on its way'() {
    const text = plainText(updateFormula(adam, row({ value: 0.5, gradient: 2, next: 0.48995, moments })));
    for (const part of [
      '0.9 × 0.0000 + (1 − 0.9) × 2.0000',
      '(1 − 0.999) × 2.0000^2',
      '0.2000/0.1 = 2.0000',
      '0.0040/0.001 = 4.0000',
      'sqrt(4.0000) + 1e−8',
      '0.01 × 0.5000 = 0.0050',
      '0.5000 − 0.01 × (1.0000 + 0.0050)',
    ]) {
      ok(text.includes(part), `${part} in\n${text}`);
    }
  },
  'Adam is AdamW without the decay'() {
    const update = { ...adam, optimizer: 'adam' };
    const text = plainText(updateFormula(update, row({ value: 0.5, gradient: 2, next: 0.49, moments })));
    ok(text.includes('0.5000 − 0.01 × 1.0000') && !text.includes('decay'), text);
    equal(updateCode(update), 'p.data -= 0.01 * step');
  },
  'momentum shows what the velocity keeps and what it receives'() {
    const update = { optimizer: 'momentum', rate: 0.1, momentum: 0.9, parameters: [] };
    const text = plainText(
      updateFormula(update, row({ value: 1, gradient: 2, next: 0.62, velocity: { before: 2, v: 3.8 } })),
    );
    for (const part of ['0.9 × 2.0000 + 2.0000', '= 3.8000', '1.0000 − 0.1 × 3.8000', '= 0.6200'])
      ok(text.includes(part), `${part} in\n${text}`);
    equal(updateCode(update), 'p.data -= 0.1 * v');
  },
  'RMSProp shows the mean square and the step'() {
    const update = { optimizer: 'rmsprop', rate: 0.1, rmsProp: { beta2: 0.75, epsilon: 1e-8 }, parameters: [] };
    const square = { before: 0, v: 1, step: 2 };
    const text = plainText(updateFormula(update, row({ value: 1, gradient: 2, next: 0.8, square })));
    for (const part of ['0.75 × 0.0000 + (1 − 0.75) × 2.0000^2', '= 1.0000', '= 2.0000', '1.0000 − 0.1 × 2.0000'])
      ok(text.includes(part), `${part} in\n${text}`);
  },
  'the words say which way it goes, and why'() {
    equal(
      updateInWords(sgd, row({})),
      'Value minus learning rate times gradient. The loss falls as it grows, so it goes up.',
    );
    ok(updateInWords(sgd, row({ gradient: 2, change: -0.1 })).endsWith('rises as it grows, so it goes down.'));
    ok(updateInWords(sgd, row({ gradient: 0, change: 0 })).includes('leaves it where it is'));
    ok(updateInWords(sgd, row({ gradient: 1e-30, change: 0 })).includes('too small'));
    ok(updateInWords(sgd, row({ gradient: NaN })).includes('not a finite number'));
  },
  'what earlier steps left in the gradient is not taken for the slope'() {
    const carried = (/** @type {number} */ derivative) => updateInWords(sgd, row({ gradient: -0.5, derivative }));
    ok(carried(-0.1).endsWith('The loss falls as it grows, so it goes up.'));
    ok(
      carried(0.3).endsWith(
        'The loss rises as it grows, and yet it goes up, because of what earlier steps left in its gradient.',
      ),
    );
    ok(carried(0).includes('The loss does not change as it grows, and yet it goes up, only because of'));
  },
};
