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
 * @property {Float32Array} map  how wide its map is, at the right; 0 for none
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
 * @property {boolean} strips  whether any box shows several nodes
 * @property {number} thickness  of edges, 1 or less: where many meet, each is thinner
 */

/** @typedef {{label?: string, under?: string, key?: string, nodes?: ArrayLike<number>, scale?: number, opens?: boolean, map?: number}} BoxOptions */
/** @typedef {{source?: number, target?: number, parameter?: number, slot?: number, slotX?: number, slotY?: number, inside?: boolean, shape?: number}} EdgeOptions */

/** Columns that grow; one list a property, because a scene of thousands of boxes is made anew while a neuron opens. */
export class SceneBuilder {
  constructor() {
    this.boxColumns = columns('x', 'y', 'w', 'h', 'kind', 'scale', 'first', 'count', 'opens', 'map');
    this.edgeColumns = columns('shape', 'source', 'target', 'parameter', 'slot', 'slotX', 'slotY', 'inside');
    /** @type {number[]} */
    this.nodes = [];
    /** @type {string[]} */
    this.label = [];
    /** @type {string[]} */
    this.under = [];
    /** @type {string[]} */
    this.key = [];
    /** @type {number[]} */
    this.from = [0];
    /** @type {number[]} */
    this.points = [];
    /** @type {{text: string, x: number, y: number}[]} */
    this.headings = [];
    this.thickness = 1;
  }

  /** How many boxes there are. */
  get boxes() {
    return this.label.length;
  }

  /**
   * @param {number} kind @param {number} x @param {number} y @param {number} w @param {number} h @param {BoxOptions} [options]
   * @returns {number} the box
   */
  box(kind, x, y, w, h, { label = '', under = '', key = '', nodes = [], scale = 1, opens = false, map = 0 } = {}) {
    const to = this.boxColumns;
    to.x.push(x);
    to.y.push(y);
    to.w.push(w);
    to.h.push(h);
    to.kind.push(kind);
    to.scale.push(scale);
    to.first.push(this.nodes.length);
    to.count.push(nodes.length);
    to.opens.push(opens ? 1 : 0);
    to.map.push(map);
    for (let i = 0; i < nodes.length; i++) this.nodes.push(nodes[i]);
    this.label.push(label);
    this.under.push(under);
    this.key.push(key);
    return this.label.length - 1;
  }

  /** @param {number[]} points @param {EdgeOptions} [options] */
  edge(points, options = {}) {
    const { source = -1, target = -1, parameter = -1, slot = -1, slotX = 0, slotY = 0 } = options;
    const to = this.edgeColumns;
    to.source.push(source);
    to.target.push(target);
    to.parameter.push(parameter);
    to.slot.push(slot);
    to.slotX.push(slotX);
    to.slotY.push(slotY);
    to.inside.push(options.inside ? 1 : 0);
    to.shape.push(options.shape ?? SHAPE.CURVE);
    for (let i = 0; i < points.length; i++) this.points.push(points[i]);
    this.from.push(this.points.length / 2);
  }

  /** @param {string} text @param {number} x @param {number} y the middle of its baseline */
  heading(text, x, y) {
    this.headings.push({ text, x, y });
  }

  /** @returns {Scene} */
  finish() {
    const { boxColumns: box, edgeColumns: edge } = this;
    const kind = new Uint8Array(box.kind);
    const first = new Int32Array(box.first);
    const count = new Uint16Array(box.count);
    const boxOfKey = new Map();
    const boxOfNode = new Map();
    for (let b = 0; b < kind.length; b++) {
      if (this.key[b]) boxOfKey.set(this.key[b], b);
      if (kind[b] === KIND.OPERATION) continue;
      // A value that stands in several places (an input in every neuron) is found where it was made.
      for (let i = 0; i < count[b]; i++) {
        const node = this.nodes[first[b] + i];
        if (!boxOfNode.has(node)) boxOfNode.set(node, b);
      }
    }
    return {
      boxes: kind.length,
      x: new Float32Array(box.x),
      y: new Float32Array(box.y),
      w: new Float32Array(box.w),
      h: new Float32Array(box.h),
      kind,
      scale: new Float32Array(box.scale),
      first,
      count,
      nodes: new Int32Array(this.nodes),
      label: this.label,
      under: this.under,
      key: this.key,
      opens: new Uint8Array(box.opens),
      map: new Float32Array(box.map),
      edges: edge.shape.length,
      shape: new Uint8Array(edge.shape),
      from: new Int32Array(this.from),
      points: new Float32Array(this.points),
      source: new Int32Array(edge.source),
      target: new Int32Array(edge.target),
      parameter: new Int32Array(edge.parameter),
      slot: new Int32Array(edge.slot),
      slotX: new Float32Array(edge.slotX),
      slotY: new Float32Array(edge.slotY),
      inside: new Uint8Array(edge.inside),
      headings: this.headings,
      bounds: this.bounds(),
      boxOfKey,
      boxOfNode,
      strips: count.some((n) => n > 1),
      thickness: this.thickness,
    };
  }

  /** @returns {Bounds} */
  bounds() {
    const { x, y, w, h } = this.boxColumns;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let b = 0; b < x.length; b++) {
      left = Math.min(left, x[b]);
      top = Math.min(top, y[b]);
      right = Math.max(right, x[b] + w[b]);
      bottom = Math.max(bottom, y[b] + h[b]);
    }
    for (const heading of this.headings) {
      left = Math.min(left, heading.x - 30);
      top = Math.min(top, heading.y - 14);
      right = Math.max(right, heading.x + 30);
    }
    if (!(left < right)) return { x: 0, y: 0, width: 1, height: 1 };
    return { x: left, y: top, width: right - left, height: bottom - top };
  }
}

/**
 * @template {string} K
 * @param {...K} names
 * @returns {Record<K, number[]>}
 */
function columns(...names) {
  const lists = /** @type {Record<K, number[]>} */ ({});
  for (const name of names) lists[name] = [];
  return lists;
}

/** Where the cells of a box with several nodes stand. @param {Scene} scene @param {number} b */
export function stripOf(scene, b) {
  const kind = scene.kind[b];
  const before = (kind === KIND.DOT ? 6 : kind === KIND.CARD ? 54 : 36) * scene.scale[b];
  return { left: scene.x[b] + before, width: scene.w[b] - scene.map[b] - before - 6 * scene.scale[b] };
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
