import { aligned, derivative, linked, number, product, symbol } from '/web/explain/formula.js';
import { formulaBlock, inlineFormula } from '/web/explain/formula-block.js';
import { equal, ok } from '/tests/assert.js';

const slope = derivative(symbol('L'), symbol('w1'));

/** What Ctrl-C would put on the clipboard of a selection. @param {Node} from @param {Node} to */
function copied(from, to) {
  const range = document.createRange();
  range.setStartBefore(from);
  range.setEndAfter(to);
  const selection = /** @type {Selection} */ (getSelection());
  selection.removeAllRanges();
  selection.addRange(range);
  const before = selection.toString();
  const clipboardData = new DataTransfer();
  document.body.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
  equal(selection.toString(), before, 'what is selected');
  return clipboardData.getData('text/plain');
}

/** @param {HTMLElement} element @param {string} selector */
function one(element, selector) {
  const found = element.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return /** @type {HTMLElement} */ (found);
}

export default {
  'a part that is pressed, by mouse or by Enter, leads to its node'() {
    /** @type {string[]} */
    const went = [];
    const block = formulaBlock({ label: 'why', follow: (node) => went.push(node) });
    document.body.append(block.element);
    block.show(product(linked('p', 'the product', number(2)), linked('q', 'the other', number(3))));
    const [p, q] = block.element.querySelectorAll('[role=link]');
    p.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    q.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    equal(went, ['p', 'q']);
  },

  'the focus stays on its part when the numbers change'() {
    const block = formulaBlock({ label: 'why' });
    document.body.append(block.element);
    block.show(product(number(1), linked('q', 'the other', number(2))));
    one(block.element, '[role=link]').focus();
    block.show(product(number(1), linked('q', 'the other', number(3))));
    equal(document.activeElement?.textContent, '3.0000');
  },

  'a selected formula is copied as its text, even if only a piece of it is selected'() {
    const block = formulaBlock({ label: 'why' });
    document.body.append(block.element);
    block.show(aligned([slope, '=', product(number(-1), number(2))], [null, '=', number(-2)]));
    const math = one(block.element, 'math');
    equal(copied(math, math), '∂L/∂w1 = −1.0000 × 2.0000\n       = −2.0000');
    const piece = one(block.element, 'mn');
    equal(copied(piece, piece), '∂L/∂w1 = −1.0000 × 2.0000\n       = −2.0000');
  },

  'in a selected text each formula stands written out'() {
    const text = document.createElement('p');
    text.append('The slope ', inlineFormula(slope), ' is small.');
    document.body.append(text);
    equal(copied(text, text), 'The slope ∂L/∂w1 is small.');
  },

  'a formula too wide for its box scrolls inside it, and can then be reached by keyboard'() {
    const block = formulaBlock({ label: 'why' });
    const narrow = document.createElement('div');
    narrow.style.width = '120px';
    document.body.append(narrow);
    narrow.append(block.element);
    const sheet = one(block.element, '.formula-sheet');
    sheet.style.overflow = 'auto';
    block.show(product(...Array.from({ length: 20 }, (_, i) => number(i))));
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() => {
      ok(sheet.scrollWidth > sheet.clientWidth);
      ok(narrow.scrollWidth <= 120);
      equal(sheet.tabIndex, 0);
    });
  },
};
