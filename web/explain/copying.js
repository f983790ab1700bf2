import { plainText } from './plain.js';

/** @typedef {import('./formula.js').Formula} Formula */

/**
 * What is copied of a selection with formulas in it. A browser would copy the letters of a formula without its fractions
 * and powers: "∂L∂w".
 * @type {WeakMap<Element, Formula>}
 */
const FORMULAS = new WeakMap();

let listening = false;

/**
 * Makes a <math> element copy as the text of its formula, wherever it is selected.
 * @param {Element} math
 * @param {Formula} formula
 */
export function copiesAsText(math, formula) {
  FORMULAS.set(math, formula);
  if (listening) return;
  listening = true;
  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    const text = selection && selectedText(selection);
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  });
}

/**
 * The text of a selection with each formula that it touches written out; "" if it touches none.
 * @param {Selection} selection
 */
function selectedText(selection) {
  if (selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  const touched = formulasIn(range);
  if (touched.length === 0) return '';
  const text = [];
  let at = { node: range.startContainer, offset: range.startOffset };
  const end = { node: range.endContainer, offset: range.endOffset };
  for (const math of touched) {
    text.push(between(selection, at, before(math)), written(math));
    at = after(math);
  }
  text.push(between(selection, at, end));
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  return text.join('').trim();
}

/** @param {Range} range */
function formulasIn(range) {
  const ancestor = range.commonAncestorContainer;
  const root = ancestor instanceof Element ? ancestor : ancestor.parentElement;
  const around = root?.closest('math');
  const all = around ? [around] : [...(root?.querySelectorAll('math') ?? [])];
  return all.filter((math) => FORMULAS.has(math) && range.intersectsNode(math));
}

/** @param {Element} math */
function written(math) {
  const text = plainText(/** @type {Formula} */ (FORMULAS.get(math)));
  return math.getAttribute('display') === 'block' ? `\n${text}\n` : text;
}

/** @typedef {{ node: Node, offset: number }} Point */

/** @param {Element} element @returns {Point} */
function before(element) {
  const parent = /** @type {Node} */ (element.parentNode);
  return { node: parent, offset: [...parent.childNodes].indexOf(element) };
}

/** @param {Element} element @returns {Point} */
function after(element) {
  const { node, offset } = before(element);
  return { node, offset: offset + 1 };
}

/** What the page shows between two points, as the browser itself would copy it. @param {Selection} selection @param {Point} from @param {Point} to */
function between(selection, from, to) {
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(from.node, from.offset);
  // A point inside a formula lies behind the one before it.
  if (range.comparePoint(to.node, to.offset) <= 0) return '';
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  return selection.toString();
}
