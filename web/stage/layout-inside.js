// Inside an opened neuron: a row a term, the running sum going down, the bias on top, the activation at the end.
import { outputsOf } from './model.js';
import { shortName } from './network.js';
import { KIND, operationWidth, SHAPE, symbol } from './scene.js';
import { termsOf } from './terms.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./network.js').Network} Network */

/**
 * Measures are relative to the panel; edges name boxes by their position in `boxes`.
 * @typedef {{kind: number, x: number, y: number, w: number, h: number, label: string, under: string, nodes: number[]}} InsideBox
 * @typedef {{points: number[], shape: number, source: number, target: number, slot: number, slotX: number, slotY: number}} InsideEdge
 * @typedef {{w: number, h: number, title: string, boxes: InsideBox[], edges: InsideEdge[], inputs: number[], output: number}} Inside
 * `inputs[k]` is the height at which the value that weight k multiplies arrives, `output` the one at which the output leaves.
 */

export const SCALAR_WIDTH = 94;
export const SCALAR_HEIGHT = 34;
export const HEADER = 30;
const PAD = 12;
const PITCH = 52;
const GLYPH = 22;
const NEAR = 6;
const PARTIAL_GAP = 50;
const SUM_GAP = 50;

const X_INPUT = PAD;
const X_WEIGHT = X_INPUT + SCALAR_WIDTH + PAD;
const X_TIMES = X_WEIGHT + SCALAR_WIDTH + PARTIAL_GAP;
const X_PRODUCT = X_TIMES + GLYPH + NEAR;
const X_PLUS = X_PRODUCT + SCALAR_WIDTH + SUM_GAP;
const X_SUM = X_PLUS + GLYPH + NEAR;
export const OPENED_WIDTH = X_SUM + SCALAR_WIDTH + PAD;

/** About how high a neuron with so many inputs is. @param {number} inputs */
export function openedHeight(inputs) {
  return (inputs + 2) * PITCH;
}

/**
 * Null when the group cannot be shown as a neuron.
 * @param {Model} model @param {Network} network @param {string} group
 * @returns {Inside | null}
 */
export function insideNeuron(model, network, group) {
  const terms = termsOf(model, group);
  if (!terms) return null;
  /** @type {InsideBox[]} */
  const boxes = [];
  /** @type {InsideEdge[]} */
  const edges = [];
  /** @type {number[]} */
  const inputs = [];
  const own = outputsOf(model, group)[0];

  /** @param {number} x @param {number} middle @param {number[]} nodes @param {string} [label] */
  const scalar = (x, middle, nodes, label) => {
    const name = label ?? (nodes[0] === own ? shortName(network, group) : 'data');
    boxes.push({
      kind: KIND.SCALAR,
      x,
      y: middle - SCALAR_HEIGHT / 2,
      w: SCALAR_WIDTH,
      h: SCALAR_HEIGHT,
      label: name,
      under: 'grad',
      nodes,
    });
    return boxes.length - 1;
  };
  /** @param {number} x @param {number} middle @param {number[]} nodes */
  const operation = (x, middle, nodes) => {
    const op = model.ops[nodes[0]];
    const w = operationWidth(op);
    boxes.push({
      kind: KIND.OPERATION,
      x: x + GLYPH - w,
      y: middle - GLYPH / 2,
      w,
      h: GLYPH,
      label: symbol(op),
      under: '',
      nodes,
    });
    return boxes.length - 1;
  };
  /** @param {number[]} points @param {number} source @param {number} target @param {Partial<InsideEdge>} [more] */
  const edge = (points, source, target, more) =>
    edges.push({ points, shape: SHAPE.CORNERS, source, target, slot: -1, slotX: 0, slotY: 0, ...more });
  /** From the bottom of the running sum to the top of the next operation. @param {number} sum @param {number} at @param {number} slot @param {number} target */
  const down = (sum, at, slot, target) => {
    const x = X_SUM + SCALAR_WIDTH / 2;
    const bottom = boxes[sum].y + SCALAR_HEIGHT;
    const middle = X_PLUS + GLYPH / 2;
    const bend = bottom + 5;
    const points = [x, bottom, x, bend, middle, bend, middle, at - GLYPH / 2];
    edge(points, sum, target, { slot, slotX: middle - 46, slotY: at - 13 });
  };

  let middle = 10 + SCALAR_HEIGHT / 2;
  let running = scalar(X_SUM, middle, terms.bias, 'b');
  terms.terms.forEach((term, k) => {
    middle += PITCH;
    const start = model.start;
    const inputLabel = model.labels[term.input[0]];
    const input = scalar(X_INPUT, middle, term.input, shortName(network, inputLabel));
    const weight = scalar(X_WEIGHT, middle, term.weight, `w${k + 1}`);
    const times = operation(X_TIMES, middle, term.product);
    const product = scalar(X_PRODUCT, middle, term.product);
    const plus = operation(X_PLUS, middle, term.sum);
    const sum = scalar(X_SUM, middle, term.sum);
    const [weightSlot, inputSlot] = term.weightFirst ? [0, 1] : [1, 0];
    const [sumSlot, productSlot] = term.sumFirst ? [0, 1] : [1, 0];

    const lane = middle + SCALAR_HEIGHT / 2 + 6;
    const out = X_INPUT + SCALAR_WIDTH;
    const centre = X_TIMES + GLYPH / 2;
    edge([0, middle, X_INPUT, middle], -1, input);
    edge([out, middle, out + 6, middle, out + 6, lane, centre, lane, centre, middle + GLYPH / 2], input, times, {
      slot: start[term.product[0]] + inputSlot,
      slotX: X_WEIGHT + SCALAR_WIDTH + 4,
      slotY: lane - 3,
    });
    edge([X_WEIGHT + SCALAR_WIDTH, middle, X_TIMES, middle], weight, times, {
      slot: start[term.product[0]] + weightSlot,
      slotX: X_WEIGHT + SCALAR_WIDTH + 4,
      slotY: middle - 4,
    });
    edge([X_TIMES + GLYPH, middle, X_PRODUCT, middle], times, product);
    edge([X_PRODUCT + SCALAR_WIDTH, middle, X_PLUS, middle], product, plus, {
      slot: start[term.sum[0]] + productSlot,
      slotX: X_PRODUCT + SCALAR_WIDTH + 4,
      slotY: middle + 12,
    });
    down(running, middle, start[term.sum[0]] + sumSlot, plus);
    edge([X_PLUS + GLYPH, middle, X_SUM, middle], plus, sum);
    inputs.push(middle);
    running = sum;
  });
  if (terms.activation) {
    middle += PITCH;
    const glyph = operation(X_PLUS, middle, terms.activation);
    const output = scalar(X_SUM, middle, terms.activation);
    down(running, middle, model.start[terms.activation[0]], glyph);
    edge([X_PLUS + GLYPH, middle, X_SUM, middle], glyph, output);
    running = output;
  }
  edge([X_SUM + SCALAR_WIDTH, middle, OPENED_WIDTH, middle], running, -1);
  const name = shortName(network, group);
  const formula = terms.activation ? `${model.ops[terms.activation[0]]}(b + Σ w·x)` : 'b + Σ w·x';
  return {
    w: OPENED_WIDTH,
    h: middle + SCALAR_HEIGHT / 2 + PAD,
    title: `${name} = ${formula}`,
    boxes,
    edges,
    inputs,
    output: middle,
  };
}
