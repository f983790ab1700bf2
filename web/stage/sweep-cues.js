// Where in a picture a move takes place: the boxes it is about, and the lines along which its numbers go.
import { KIND } from './scene.js';
import { nodeOf } from './sweep-numbers.js';
import { range } from './sweep-moves.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./sweep-moves.js').Move} Move */
/** @typedef {import('./sweep-moves.js').Unit} Unit */

/**
 * A way through the picture. `legs` are edges, from what computes to what it is computed from; the first leads to `near`, all of
 * them to `far`, which is another box where a value that was made elsewhere is drawn again.
 * `node` is what is drawn there, `slot` where it is an operand, or -1.
 * @typedef {{slot: number, node: number, legs: number[], near: number, far: number}} Way
 */
/** Boxes and edges by their positions in the scene. @typedef {{actors: number[], results: number[], ways: Way[]}} Cues */

/** More ways than this are not told apart. */
const MOST_WAYS = 300;

/** @param {Scene} scene */
export function createCues(scene) {
  /** Boxes that show a value, the one where it was made first. @type {Map<number, number[]>} */
  const boxes = new Map();
  /** @type {Map<number, number>} */
  const operations = new Map();
  /** @type {Map<number, number[]>} */
  const into = new Map();
  /** @type {Map<number, number>} */
  const edgeOfSlot = new Map();
  for (let b = 0; b < scene.boxes; b++) {
    for (let p = scene.first[b]; p < scene.first[b] + scene.count[b]; p++) {
      const node = scene.nodes[p];
      if (scene.kind[b] === KIND.OPERATION) operations.set(node, b);
      else listAt(boxes, node).push(b);
    }
  }
  for (let e = 0; e < scene.edges; e++) {
    if (scene.slot[e] >= 0) edgeOfSlot.set(scene.slot[e], e);
    if (scene.target[e] >= 0) listAt(into, scene.target[e]).push(e);
  }

  /** @param {Model} model @param {number} slot @returns {Way | null} */
  function wayOfSlot(model, slot) {
    const node = nodeOf(model, slot);
    const operand = model.operands[slot];
    const operation = operations.get(node);
    const shows = boxes.get(operand) ?? [];
    const edge =
      edgeOfSlot.get(slot) ??
      (operation === undefined ? undefined : into.get(operation)?.find((e) => shows.includes(scene.source[e])));
    if (edge === undefined) return null;
    const near = scene.source[edge];
    const panel = scene.boxOfKey.get(model.groups[node]);
    const outer = into.get(panel ?? -1)?.find((e) => scene.source[e] !== near && shows.includes(scene.source[e]));
    const entry = into.get(near)?.find((e) => scene.source[e] < 0);
    if (outer === undefined) return { slot, node: operand, legs: [edge], near, far: near };
    return {
      slot,
      node: operand,
      legs: entry === undefined ? [edge, outer] : [edge, entry, outer],
      near,
      far: scene.source[outer],
    };
  }

  /** @param {Unit} unit @param {Model} model */
  function boxesOf(unit, model) {
    if (unit.kind !== 'node') return unit.groups.flatMap((group) => scene.boxOfKey.get(group) ?? []);
    const [i] = unit.nodes;
    return [operations.get(i) ?? boxes.get(i)?.[0] ?? scene.boxOfKey.get(model.groups[i]) ?? -1].filter((b) => b >= 0);
  }

  return {
    scene,
    /** @param {Model} model @param {Move} move @returns {Cues} */
    of(model, { kind, unit, seen }) {
      const actors = boxesOf(unit, model);
      const results = unit.kind === 'node' ? (boxes.get(unit.nodes[0]) ?? []) : actors;
      /** @type {(Way | null)[]} */
      let ways = [];
      if (unit.kind === 'node') {
        const [i] = unit.nodes;
        const own = kind === 'compute' ? range(model.start[i], model.start[i + 1]) : seen;
        ways = own.map((slot) => wayOfSlot(model, slot));
      } else if (kind === 'compute') {
        ways = actors.flatMap((actor) => (into.get(actor) ?? []).map((edge) => wayAlong(edge, -1)));
      } else if (kind === 'hand') {
        ways = seen.flatMap((slot) => {
          const actor = scene.boxOfKey.get(model.groups[nodeOf(model, slot)]);
          const shows = boxes.get(model.operands[slot]) ?? [];
          const edge = into.get(actor ?? -1)?.find((e) => shows.includes(scene.source[e]));
          return edge === undefined ? [] : [wayAlong(edge, slot)];
        });
      }
      const found = /** @type {Way[]} */ (ways.filter((way) => way !== null && way.near >= 0));
      return { actors, results, ways: found.slice(0, MOST_WAYS) };
    },
  };

  /** @param {number} edge @param {number} slot @returns {Way} */
  function wayAlong(edge, slot) {
    const near = scene.source[edge];
    return { slot, node: near < 0 ? -1 : scene.nodes[scene.first[near]], legs: [edge], near, far: near };
  }
}

/** @param {Map<number, number[]>} map @param {number} key */
function listAt(map, key) {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}
