import {
  aligned,
  attribute,
  braced,
  call,
  constant,
  derivative,
  difference,
  equal as equation,
  fraction,
  linked,
  negative,
  number,
  power,
  product,
  sum,
  symbol,
} from '/web/explain/formula.js';
import { latex } from '/web/explain/latex.js';
import { mathml } from '/web/explain/mathml.js';
import { plainText } from '/web/explain/plain.js';
import { equal } from '/tests/assert.js';

/** @typedef {import('../../../../web/explain/formula.js').Formula} Formula */

/** Text and LaTeX of a formula. @param {Formula} formula */
const both = (formula) => [plainText(formula), latex(formula)];

/** The MathML without its namespace. @param {Formula} formula */
const markup = (formula) => mathml(formula).innerHTML;

const a = symbol('a');
const b = symbol('b');

export default {
  'numbers have a true minus in text and a hyphen in LaTeX, and powers of ten are written as such'() {
    equal(both(number(-0.5)), ['−0.5000', '-0.5000']);
    equal(both(number(-0.0000123)), ['−1.23e−5', '-1.23 \\times 10^{-5}']);
    equal(both(number(Infinity)), ['∞', '\\infty']);
    equal(both(number(NaN)), ['NaN', '\\mathrm{NaN}']);
    equal(both(constant(0.01)), ['0.01', '0.01']);
    equal(
      markup(number(-0.0000123)),
      '<mrow class="neg"><mn>−1.23</mn><mo>×</mo><msup><mn>10</mn><mn>−5</mn></msup></mrow>',
    );
  },

  'a number has the colour of its sign, a constant and a zero have none'() {
    equal(markup(number(-2)), '<mn class="neg">−2.0000</mn>');
    equal(markup(number(2)), '<mn class="pos">2.0000</mn>');
    equal(markup(number(0)), '<mn>0.0000</mn>');
    equal(markup(constant(-2)), '<mn>−2</mn>');
  },

  'digits at the end of a name stand below it'() {
    equal(both(symbol('w3')), ['w3', 'w_{3}']);
    equal(markup(symbol('w3')), '<msub><mi>w</mi><mn>3</mn></msub>');
    equal(latex(symbol('x1w1_b')), '\\mathrm{x1w1\\_b}');
    equal(both(symbol('rate')), ['rate', '\\mathrm{rate}']);
    equal(both(symbol('p', '2')), ['p2', 'p_{2}']);
  },

  'negative numbers stand in parentheses behind a sign, and at the beginning they do not'() {
    equal(both(product(number(-1), number(-2))), ['−1.0000 × (−2.0000)', '-1.0000 \\times \\left(-2.0000\\right)']);
    equal(plainText(sum(number(-1), number(-2))), '−1.0000 + (−2.0000)');
    equal(plainText(difference(a, number(-2))), 'a − (−2.0000)');
    equal(plainText(power(number(-2), constant(2))), '(−2.0000)^2');
    equal(latex(power(number(-2), constant(2))), '\\left(-2.0000\\right)^{2}');
    equal(plainText(negative(number(-2))), '−(−2.0000)');
    equal(
      markup(product(a, number(-2))),
      '<mrow><mi>a</mi><mo>×</mo><mrow><mo form="prefix">(</mo><mn class="neg">−2.0000</mn><mo form="postfix">)</mo></mrow></mrow>',
    );
  },

  'parentheses keep the order of the operations'() {
    equal(both(product(sum(a, b), a)), ['(a + b) · a', '\\left(a + b\\right) \\cdot a']);
    equal(plainText(difference(a, sum(a, b))), 'a − (a + b)');
    equal(plainText(sum(a, product(a, b))), 'a + a · b');
    equal(plainText(power(product(a, b), constant(2))), '(a · b)^2');
    equal(plainText(power(number(0.00001), constant(2))), '(1.00e−5)^2');
    equal(both(fraction(sum(a, b), product(a, b))), ['(a + b)/(a · b)', '\\frac{a + b}{a \\cdot b}']);
    equal(plainText(fraction(number(-1), number(-2))), '−1.0000/(−2.0000)');
  },

  'between symbols a dot multiplies, and where there is a number a cross'() {
    equal(plainText(product(derivative(symbol('L'), a), derivative(a, b))), '∂L/∂a · ∂a/∂b');
    equal(plainText(product(constant(2), a)), '2 × a');
  },

  'functions are written as in books'() {
    equal(both(call('tanh', number(-1))), ['tanh(−1.0000)', '\\tanh\\left(-1.0000\\right)']);
    equal(both(call('relu', a)), ['relu(a)', '\\operatorname{relu}\\left(a\\right)']);
    equal(latex(call('sqrt', a)), '\\sqrt{a}');
    equal(latex(call('abs', a)), '\\left|a\\right|');
    equal(latex(call('max', a, b)), '\\max\\left(a, b\\right)');
    equal(markup(call('sqrt', a)), '<msqrt><mi>a</mi></msqrt>');
    equal(
      markup(call('tanh', a)),
      '<mrow><mi>tanh</mi><mo>\u2061</mo><mrow><mo form="prefix">(</mo><mi>a</mi><mo form="postfix">)</mo></mrow></mrow>',
    );
  },

  'what a program calls a part of something is written as there'() {
    equal(both(attribute(symbol('w1'), 'grad')), ['w1.grad', 'w_{1}\\texttt{.grad}']);
    equal(markup(attribute(a, 'grad')), '<mrow><mi>a</mi><mtext>.grad</mtext></mrow>');
  },

  'a derivative is a fraction of two partial signs'() {
    const slope = derivative(symbol('L'), symbol('w1'));
    equal(both(slope), ['∂L/∂w1', '\\frac{\\partial L}{\\partial w_{1}}']);
    equal(
      markup(slope).replace(/ class="partial" lspace="0" rspace="0"/g, ''),
      '<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><msub><mi>w</mi><mn>1</mn></msub></mrow></mfrac>',
    );
  },

  'lines are aligned at their signs: in a table, in LaTeX, and in text'() {
    const lines = aligned(
      [derivative(symbol('L'), a), '=', product(number(-1), number(2))],
      [null, '=', number(-2)],
      [null, '←', number(-1)],
    );
    equal(plainText(lines), '∂L/∂a = −1.0000 × 2.0000\n      = −2.0000\n      ← −1.0000');
    equal(
      latex(lines),
      '\\begin{aligned}\n  \\frac{\\partial L}{\\partial a} &= -1.0000 \\times 2.0000 \\\\\n  &= -2.0000 \\\\\n  &\\leftarrow -1.0000\n\\end{aligned}',
    );
    const table = mathml(lines, true).firstElementChild;
    equal(table?.tagName, 'mtable');
    equal(
      [...(table?.children ?? [])].map((row) => row.children.length),
      [3, 3, 3],
    );
  },

  'a chain of equations goes on in one line'() {
    equal(both(equation(a, b, number(1))), ['a = b = 1.0000', 'a = b = 1.0000']);
  },

  'a linked part says where it leads; copied it is only what it is'() {
    const link = linked('layer1.neuron1#3', 'the gradient of the product', number(-0.5));
    equal(both(product(a, link)), ['a × (−0.5000)', 'a \\times \\left(-0.5000\\right)']);
    const part = mathml(link).querySelector('[data-node="layer1.neuron1#3"]');
    equal(part?.getAttribute('data-title'), 'the gradient of the product');
    equal(part?.textContent, '−0.5000');
  },

  'words under a brace are part of the LaTeX, not of the text'() {
    equal(both(braced(a, 'from above')), ['a', '\\underbrace{a}_{\\text{from above}}']);
  },
};
