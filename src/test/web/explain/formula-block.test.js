import { aligned, derivative, linked, number, product, symbol } from '/web/explain/formula.js';
import { formulaBlock, inlineFormula } from '/web/explain/formula-block.js';
import { close, equal, ok } from '/tests/assert.js';

const slope = derivative(symbol('L'), symbol('w1'));

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

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
  'a part that is pressed leads to its node, and so does the button over it'() {
    /** @type {string[]} */
    const went = [];
    const block = formulaBlock({ label: 'why', follow: (node) => went.push(node) });
    document.body.append(block.element);
    block.show(product(linked('p', 'the product', number(2)), linked('q', 'the other', number(3))));
    one(block.element, 'math [data-node=p] > mn').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    one(block.element, 'button[aria-label="3.0000, the other"]').click();
    equal(went, ['p', 'q']);
  },

  async 'a button lies over its part, and keeps the focus when the numbers change'() {
    const block = formulaBlock({ label: 'why' });
    document.body.append(block.element);
    one(block.element, '.formula-sheet').style.position = 'relative';
    one(block.element, '.formula-links').style.display = 'contents';
    block.show(product(number(1), linked('q', 'the other', number(2))));
    await drawn();
    const button = one(block.element, 'button[data-node=q]');
    button.style.position = 'absolute';
    const [over, part] = [button, one(block.element, 'math [data-node=q]')].map((each) => each.getBoundingClientRect());
    close([over.left, over.top, over.width], [part.left, part.top, part.width], 0.5);
    button.focus();
    block.show(product(number(1), linked('q', 'the other', number(3))));
    equal(document.activeElement?.getAttribute('aria-label'), '3.0000, the other');
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

  async 'a formula too wide for its box scrolls inside it, and can then be reached by keyboard'() {
    const block = formulaBlock({ label: 'why' });
    const narrow = document.createElement('div');
    narrow.style.width = '120px';
    document.body.append(narrow);
    narrow.append(block.element);
    const sheet = one(block.element, '.formula-sheet');
    sheet.style.overflow = 'auto';
    block.show(product(...Array.from({ length: 20 }, (_, i) => number(i))));
    await drawn();
    ok(sheet.scrollWidth > sheet.clientWidth);
    ok(narrow.scrollWidth <= 120);
    equal(sheet.tabIndex, 0);
  },
};
