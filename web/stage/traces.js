// Paths through the graph as lines and boxes of the picture, whatever its depth.
import { KIND } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('../types.d.ts').Trace} Trace */
/** @typedef {{edges: number[], boxes: number[], strength: number}} DrawnTrace */

/**
 * Where paths run in a scene. A value that the scene does not show is found in the neuron it belongs to, and a weight that
 * it does not show on its line.
 * @param {Scene} scene @param {Model} model @param {string[]} parameters their names @param {Trace[]} traces
 * @returns {DrawnTrace[]}
 */
export function tracesIn(scene, model, parameters, traces) {
  const places = placesIn(scene, model);
  const leaving = edgesBy(scene, scene.source);
  return traces.map(({ nodes, strength }) => {
    const path = nodes.flatMap((id) => model.index.get(id) ?? []);
    const boxes = new Set(path.map((node) => places.of(node)));
    const edges = new Set(weightsOnTheirLines(scene, parameters, nodes[0], places.shown(path[0])));
    for (let k = 0; k < path.length; k++) {
      const last = k === path.length - 1;
      for (const from of places.all(path[k])) {
        for (const e of leaving.get(from) ?? []) {
          const to = scene.target[e];
          if (scene.kind[from] === KIND.OPERATION ? places.shows(to, path[k]) : !last && enters(to, path[k + 1]))
            edges.add(e);
        }
      }
    }
    boxes.delete(-1);
    return { edges: [...edges, ...stubs(scene, edges)], boxes: [...boxes], strength };
  });

  /** Whether a line into a box carries a value to what is made of it: to its operation, or to the neuron around it. @param {number} box @param {number} node */
  function enters(box, node) {
    if (box < 0) return false;
    return scene.kind[box] === KIND.OPERATION ? places.shows(box, node) : box === places.group(node);
  }
}

/** @param {Scene} scene @param {Model} model */
function placesIn(scene, model) {
  /** @type {Map<number, number[]>} */
  const boxes = new Map();
  for (let b = 0; b < scene.boxes; b++) {
    for (let i = 0; i < scene.count[b]; i++) {
      const node = scene.nodes[scene.first[b] + i];
      boxes.set(node, [...(boxes.get(node) ?? []), b]);
    }
  }
  const group = (/** @type {number} */ node) => scene.boxOfKey.get(model.groups[node]) ?? -1;
  return {
    group,
    /** The box of a node that is ringed. @param {number} node */
    of: (node) =>
      (boxes.get(node) ?? []).find((b) => scene.kind[b] < KIND.OPERATION || scene.kind[b] === KIND.DOT) ??
      (model.ops[node] === '' ? -1 : closed(group(node))),
    /** Whether the scene shows a node itself. @param {number} node */
    shown: (node) => scene.boxOfNode.has(node),
    /** All boxes from which a node's lines may leave. @param {number} node */
    all: (node) => [...(boxes.get(node) ?? []), ...(boxes.has(node) ? [] : [group(node)])],
    /** @param {number} box @param {number} node */
    shows: (box, node) => (boxes.get(node) ?? []).includes(box),
  };

  /** An opened neuron shows its values itself. @param {number} box */
  function closed(box) {
    return box >= 0 && scene.kind[box] === KIND.PANEL ? -1 : box;
  }
}

/** The line of a weight whose own box is not shown. @param {Scene} scene @param {string[]} parameters @param {string} id @param {boolean} shown */
function weightsOnTheirLines(scene, parameters, id, shown) {
  const parameter = shown ? -1 : parameters.indexOf(id);
  const e = parameter < 0 ? -1 : scene.parameter.indexOf(parameter);
  return e < 0 ? [] : [e];
}

/** The short lines between an opened neuron's frame and what is inside. @param {Scene} scene @param {Set<number>} edges */
function stubs(scene, edges) {
  const from = new Set([...edges].map((e) => scene.source[e]));
  const to = new Set([...edges].map((e) => scene.target[e]));
  const found = [];
  for (let e = 0; e < scene.edges; e++) {
    if (scene.source[e] < 0 && from.has(scene.target[e])) found.push(e);
    if (scene.target[e] < 0 && to.has(scene.source[e])) found.push(e);
  }
  return found;
}

/** @param {Scene} scene @param {Int32Array} ends */
function edgesBy(scene, ends) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (let e = 0; e < scene.edges; e++) {
    const list = found.get(ends[e]);
    if (list) list.push(e);
    else found.set(ends[e], [e]);
  }
  return found;
}
