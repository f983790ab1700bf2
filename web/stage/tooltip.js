// The full record of what is pointed at, in more digits than fit into a box.
import { h, setHidden, setText } from '../dom.js';
import { precise } from '../numbers.js';
import { parameterNode } from './model.js';
import { expressionOf, nameOf } from './names.js';
import { neuronOf, sourceOf, spokenIn, spokenName } from './network.js';
import { KIND, stripOf, symbol } from './scene.js';
import { HIDDEN, SEEN } from './sweep-shown.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./network.js').Network} Network */
/** @typedef {{title: string, rows: [string, string][], hint: string}} Record */

/** Of a number that a sweep has not come to. */
const NOT_YET = 'not yet';

/** @param {Model} model @param {number} i */
function titleOf(model, i) {
  const sample = model.samples > 1 && model.sampleOf[i] >= 0 ? `, sample ${model.sampleOf[i] + 1}` : '';
  if (model.labels[i]) return spokenIn(model.groups[i], model.labels[i]) + sample;
  return model.groups[i] ? `within ${spokenName(model.groups[i])}${sample}` : nameOf(model, i);
}

/** @param {Model} model @param {import('./view.js').View['shown']} shown @param {number} i @param {boolean} operation @returns {Record} */
export function recordOfNode(model, shown, i, operation = false) {
  const computed = shown?.data[i] !== HIDDEN;
  const collected = !shown || shown.gradient[i] === SEEN;
  /** @type {[string, string][]} */
  const rows = [];
  if (model.ops[i]) rows.push(['=', expressionOf(model, i)]);
  rows.push(['data', computed ? precise(model.data[i]) : NOT_YET]);
  rows.push(['grad', collected ? precise(model.gradient[i]) : NOT_YET]);
  for (let p = model.start[i]; computed && p < model.start[i + 1]; p++) {
    rows.push([`∂ by ${nameOf(model, model.operands[p])}`, precise(model.partials[p])]);
  }
  const title = operation ? `${symbol(model.ops[i])} makes ${titleOf(model, i)}` : titleOf(model, i);
  return { title, rows, hint: parameterNode(model, i) ? 'double click to set it' : '' };
}

/** @param {View} view @param {Network} network @param {string[]} parameters @param {number} parameter @returns {Record} */
export function recordOfParameter(view, network, parameters, parameter) {
  const name = parameters[parameter];
  const group = name.slice(0, name.lastIndexOf('.'));
  const neuron = neuronOf(network, group);
  const k = neuron ? neuron.weights.indexOf(parameter) : -1;
  /** @type {[string, string][]} */
  const rows = [];
  if (neuron && k >= 0) rows.push(['from', spokenName(sourceOf(network, neuron, k))], ['to', spokenName(group)]);
  rows.push(['data', precise(view.weights[parameter])], ['grad', precise(view.gradients[parameter])]);
  return {
    title: spokenName(name),
    rows,
    hint: 'gradient over the whole batch · double click to set it',
  };
}

/** @param {View} view @param {number} b @param {number} x in the world @returns {Record | null} */
export function recordOfBox({ scene, model, shown }, b, x) {
  const n = scene.count[b];
  if (!model || !n) return null;
  const operation = scene.kind[b] === KIND.OPERATION;
  if (n === 1 || operation) return recordOfNode(model, shown, scene.nodes[scene.first[b]], operation);
  return recordOfNode(model, shown, nodeAt(scene, b, x));
}

/** The node of a box with several under a point: the samples stand side by side. @param {import('./scene.js').Scene} scene @param {number} b @param {number} x */
export function nodeAt(scene, b, x) {
  const n = scene.count[b];
  if (n < 2) return scene.nodes[scene.first[b]];
  const { left, width } = stripOf(scene, b);
  const i = Math.min(n - 1, Math.max(0, Math.floor(((x - left) / width) * n)));
  return scene.nodes[scene.first[b] + i];
}

export function createTooltip() {
  const title = h('b');
  const list = h('dl');
  const hint = h('i');
  const element = h('div', { class: 'stage-tip', hidden: true, 'aria-hidden': 'true' }, title, list, hint);
  /** Where it was last put, and the room there. */
  let at = { x: 0, y: 0, width: 0, height: 0 };
  /** Kept from an event: to ask while the page is being written would lay it out once more. */
  let size = { width: 0, height: 0 };

  new ResizeObserver(() => {
    size = { width: element.offsetWidth, height: element.offsetHeight };
    place();
  }).observe(element);

  function place() {
    const { x, y, width, height } = at;
    const left = x + 16 + size.width > width ? x - 16 - size.width : x + 16;
    const top = y + 16 + size.height > height ? y - 12 - size.height : y + 16;
    element.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  }

  /** @param {Record['rows']} rows */
  function write(rows) {
    while (list.childElementCount > 2 * rows.length) list.lastElementChild?.remove();
    while (list.childElementCount < 2 * rows.length) list.append(h('dt'), h('dd'));
    const cells = /** @type {HTMLCollectionOf<HTMLElement>} */ (list.children);
    rows.flat().forEach((text, i) => setText(cells[i], text));
  }

  return {
    element,
    hide() {
      setHidden(element, true);
    },
    /** @param {Record | null} record @param {number} x @param {number} y @param {number} width @param {number} height */
    set(record, x, y, width, height) {
      setHidden(element, !record);
      if (!record) return;
      setText(title, record.title);
      write(record.rows);
      setText(hint, record.hint);
      setHidden(hint, !record.hint);
      at = { x, y, width, height };
      place();
    },
  };
}
