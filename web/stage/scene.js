// What is drawn, as flat arrays: boxes that show nodes, and the edges between them. A layout writes one, draw.js reads it.

/** @typedef {import('./camera.js').Bounds} Bounds */

/** What a box is. */
export const KIND = {
  /** a neuron, an input, a target or the loss: name and value above, gradient below */
  CARD: 0,
  /** a scalar within an opened neuron: as a card, smaller */
  SCALAR: 1,
  /** the notebook's record: label, data, grad below each other */
  RECORD: 2,
  /** an operation: a round node with its symbol */
  OPERATION: 3,
  /** a neuron from afar: a value with two decimals */
  DOT: 4,
  /** the frame of an opened neuron */
  PANEL: 5,
};

/** How an edge's points are joined. CURVE: curves, with a straight line after every second point. CORNERS: straight lines. */
export const SHAPE = { CURVE: 0, CORNERS: 1 };

/**
 * Box b shows `nodes[first[b] .. first[b] + count[b])`, one node a sample; `key` names what it stands for: a group, or a node's id.
 * Edge e has the points `points[2 * from[e] .. 2 * from[e + 1])`.
 * @typedef {object} Scene
 * @property {number} boxes
 * @property {Float32Array} x
 * @property {Float32Array} y
 * @property {Float32Array} w
 * @property {Float32Array} h
 * @property {Uint8Array} kind
 * @property {Float32Array} scale  of its text: 1 when fully open
 * @property {Int32Array} first
 * @property {Uint16Array} count
 * @property {Int32Array} nodes
 * @property {string[]} label
 * @property {string[]} under  the name in front of the gradient
 * @property {string[]} key
 * @property {Uint8Array} opens  1 when the box can be opened or closed
 * @property {number} edges
 * @property {Uint8Array} shape
 * @property {Int32Array} from
 * @property {Float32Array} points
 * @property {Int32Array} source  the box it leaves
 * @property {Int32Array} target  the box it enters
 * @property {Int32Array} parameter  the position of its weight, or -1
 * @property {Int32Array} slot  the position of its partial derivative, or -1
 * @property {Float32Array} slotX
 * @property {Float32Array} slotY  the left end of that number's baseline
 * @property {Uint8Array} inside  1 when it is drawn upon a panel
 * @property {{text: string, x: number, y: number}[]} headings
 * @property {Bounds} bounds
 * @property {Map<string, number>} boxOfKey
 * @property {Map<number, number>} boxOfNode  the box that shows a node (not the operation's)
 * @property {number} thickness  of edges, 1 or less: where many meet, each is thinner
 */

/** @typedef {{label?: string, under?: string, key?: string, nodes?: ArrayLike<number>, scale?: number, opens?: boolean}} BoxOptions */
/** @typedef {{source?: number, target?: number, parameter?: number, slot?: number, slotX?: number, slotY?: number, inside?: boolean, shape?: number}} EdgeOptions */

export class SceneBuilder {
  constructor() {
    /** @type {number[][]} */
    this.rows = [];
    /** @type {number[]} */
    this.nodes = [];
    /** @type {string[]} */
    this.label = [];
    /** @type {string[]} */
    this.under = [];
    /** @type {string[]} */
    this.key = [];
    /** @type {number[][]} */
    this.edgeRows = [];
    /** @type {number[]} */
    this.from = [0];
    /** @type {number[]} */
    this.points = [];
    /** @type {{text: string, x: number, y: number}[]} */
    this.headings = [];
    this.thickness = 1;
  }

  /**
   * @param {number} kind @param {number} x @param {number} y @param {number} w @param {number} h @param {BoxOptions} [options]
   * @returns {number} the box
   */
  box(kind, x, y, w, h, { label = '', under = '', key = '', nodes = [], scale = 1, opens = false } = {}) {
    this.rows.push([x, y, w, h, kind, scale, this.nodes.length, nodes.length, opens ? 1 : 0]);
    for (let i = 0; i < nodes.length; i++) this.nodes.push(nodes[i]);
    this.label.push(label);
    this.under.push(under);
    this.key.push(key);
    return this.rows.length - 1;
  }

  /** @param {number[]} points @param {EdgeOptions} [options] */
  edge(
    points,
    {
      source = -1,
      target = -1,
      parameter = -1,
      slot = -1,
      slotX = 0,
      slotY = 0,
      inside = false,
      shape = SHAPE.CURVE,
    } = {},
  ) {
    for (const p of points) this.points.push(p);
    this.from.push(this.points.length / 2);
    this.edgeRows.push([shape, source, target, parameter, slot, slotX, slotY, inside ? 1 : 0]);
  }

  /** @param {string} text @param {number} x @param {number} y the middle of its baseline */
  heading(text, x, y) {
    this.headings.push({ text, x, y });
  }

  /** @returns {Scene} */
  finish() {
    const { rows, edgeRows } = this;
    const scale = Float32Array.from(rows, (r) => r[5]);
    const kind = Uint8Array.from(rows, (r) => r[4]);
    const first = Int32Array.from(rows, (r) => r[6]);
    const count = Uint16Array.from(rows, (r) => r[7]);
    const boxOfKey = new Map();
    const boxOfNode = new Map();
    for (let b = 0; b < rows.length; b++) {
      if (this.key[b]) boxOfKey.set(this.key[b], b);
      if (kind[b] === KIND.OPERATION) continue;
      // A value that stands in several places (an input in every neuron) is found where it was made.
      for (let i = 0; i < count[b]; i++) {
        const node = this.nodes[first[b] + i];
        if (!boxOfNode.has(node)) boxOfNode.set(node, b);
      }
    }
    return {
      boxes: rows.length,
      x: Float32Array.from(rows, (r) => r[0]),
      y: Float32Array.from(rows, (r) => r[1]),
      w: Float32Array.from(rows, (r) => r[2]),
      h: Float32Array.from(rows, (r) => r[3]),
      kind,
      scale,
      first,
      count,
      nodes: Int32Array.from(this.nodes),
      label: this.label,
      under: this.under,
      key: this.key,
      opens: Uint8Array.from(rows, (r) => r[8]),
      edges: edgeRows.length,
      shape: Uint8Array.from(edgeRows, (r) => r[0]),
      from: Int32Array.from(this.from),
      points: Float32Array.from(this.points),
      source: Int32Array.from(edgeRows, (r) => r[1]),
      target: Int32Array.from(edgeRows, (r) => r[2]),
      parameter: Int32Array.from(edgeRows, (r) => r[3]),
      slot: Int32Array.from(edgeRows, (r) => r[4]),
      slotX: Float32Array.from(edgeRows, (r) => r[5]),
      slotY: Float32Array.from(edgeRows, (r) => r[6]),
      inside: Uint8Array.from(edgeRows, (r) => r[7]),
      headings: this.headings,
      bounds: this.bounds(),
      boxOfKey,
      boxOfNode,
      thickness: this.thickness,
    };
  }

  /** @returns {Bounds} */
  bounds() {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y, w, h] of this.rows) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + w);
      bottom = Math.max(bottom, y + h);
    }
    for (const { x, y } of this.headings) {
      left = Math.min(left, x - 30);
      top = Math.min(top, y - 14);
      right = Math.max(right, x + 30);
    }
    return left < right
      ? { x: left, y: top, width: right - left, height: bottom - top }
      : { x: 0, y: 0, width: 1, height: 1 };
  }
}

/** Where the cells of a box with several nodes stand. @param {Scene} scene @param {number} b */
export function stripOf(scene, b) {
  const kind = scene.kind[b];
  const before = (kind === KIND.DOT ? 6 : kind === KIND.CARD ? 54 : 36) * scene.scale[b];
  return { left: scene.x[b] + before, width: scene.w[b] - before - 6 * scene.scale[b] };
}

/** The symbol of an operation as people write it. @param {string} op */
export function symbol(op) {
  return op
    .replace(/^\*\*/, '^')
    .replace('*', '×')
    .replace('/', '÷')
    .replace(/^\^/, '**')
    .replaceAll('-', '\u2212')
    .replace('_', ' ');
}

/** The width of an operation's round node, at a text of 11 units. @param {string} op */
export function operationWidth(op) {
  const { length } = symbol(op);
  return length <= 2 ? 22 : 10 + length * 6.6;
}
