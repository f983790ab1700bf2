// Inside the loss, or any other group that is not built as a neuron is: its own nodes by rank, and what they are made from.
import { layoutRanks } from './layout-ranks.js';
import { SCALAR_HEIGHT, SCALAR_WIDTH } from './layout-inside.js';
import { shortName } from './network.js';
import { KIND, operationWidth, SHAPE, symbol } from './scene.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./network.js').Network} Network */
/** @typedef {import('./layout-inside.js').Inside} Inside */

/** A group with more nodes is seen better among all scalars. */
const MOST_NODES = 160;
const PAD = 12;
const HEADER = 34;
const RANK_GAP = 50;
const ROW_GAP = 14;
const NEAR = 6;
const GLYPH = 22;

/** @param {Model} model @param {Network} network @param {string} group @returns {Inside | null} */
export function insideGroup(model, network, group) {
  const members = model.members.get(group);
  if (!members) return null;
  const own = [...members.parameters, ...members.samples.flat()];
  const all = new Set(own);
  for (const i of own) for (let p = model.start[i]; p < model.start[i + 1]; p++) all.add(model.operands[p]);
  if (own.length < 2 || all.size > MOST_NODES) return null;

  const nodes = Int32Array.from(all).sort();
  const place = new Map([...nodes].map((node, k) => /** @type {[number, number]} */ ([node, k])));
  const mine = new Set(own);
  const start = new Int32Array(nodes.length + 1);
  /** @type {number[]} */
  const operands = [];
  nodes.forEach((node, k) => {
    if (mine.has(node)) {
      for (let p = model.start[node]; p < model.start[node + 1]; p++)
        operands.push(/** @type {number} */ (place.get(model.operands[p])));
    }
    start[k + 1] = operands.length;
  });
  const ranked = layoutRanks(
    { n: nodes.length, start, operands: Int32Array.from(operands) },
    () => SCALAR_HEIGHT + ROW_GAP,
    () => false,
  );

  const room = new Float64Array(ranked.ranks);
  nodes.forEach((node, k) => {
    if (mine.has(node) && model.ops[node])
      room[ranked.rank[k]] = Math.max(room[ranked.rank[k]], operationWidth(model.ops[node]) + NEAR);
  });
  const left = new Float64Array(ranked.ranks + 1).fill(PAD);
  for (let r = 0; r < ranked.ranks; r++) left[r + 1] = left[r] + room[r] + SCALAR_WIDTH + RANK_GAP;
  const top = Math.min(...ranked.y) - SCALAR_HEIGHT / 2 - HEADER;

  /** @type {Inside} */
  const inside = {
    w: left[ranked.ranks] - RANK_GAP + PAD,
    h: Math.max(...ranked.y) + SCALAR_HEIGHT / 2 + PAD - top,
    title: group,
    boxes: [],
    edges: [],
    inputs: [],
    output: 0,
  };
  const record = new Int32Array(nodes.length);
  const operation = new Int32Array(nodes.length).fill(-1);
  /** @param {number} k */
  const recordLeft = (k) => left[ranked.rank[k]] + room[ranked.rank[k]];
  nodes.forEach((node, k) => {
    const y = ranked.y[k] - top;
    const label = model.labels[node] ? shortName(network, model.labels[node]) : 'data';
    record[k] =
      inside.boxes.push({
        kind: KIND.SCALAR,
        x: recordLeft(k),
        y: y - SCALAR_HEIGHT / 2,
        w: SCALAR_WIDTH,
        h: SCALAR_HEIGHT,
        label,
        under: 'grad',
        nodes: [node],
      }) - 1;
    if (!mine.has(node)) {
      inside.inputs.push(y);
      if (ranked.rank[k] === 0) edge([0, y, PAD, y], -1, record[k]);
    }
    if (start[k] === start[k + 1]) return;
    const w = operationWidth(model.ops[node]);
    operation[k] =
      inside.boxes.push({
        kind: KIND.OPERATION,
        x: recordLeft(k) - NEAR - w,
        y: y - GLYPH / 2,
        w,
        h: GLYPH,
        label: symbol(model.ops[node]),
        under: '',
        nodes: [node],
      }) - 1;
    edge([recordLeft(k) - NEAR, y, recordLeft(k), y], operation[k], record[k]);
    for (let p = start[k]; p < start[k + 1]; p++) {
      const operand = operands[p];
      const arity = start[k + 1] - start[k];
      const from = ranked.y[operand] - top;
      const above = from < y || (from === y && p === start[k]);
      const port = arity === 1 ? y : above ? y - 5 : y + 5;
      const points = [recordLeft(operand) + SCALAR_WIDTH, from];
      for (let r = ranked.rank[operand] + 1; r < ranked.rank[k]; r++) {
        const at = ranked.route[operand][r - ranked.rank[operand] - 1] - top;
        points.push(left[r], at, left[r] + room[r] + SCALAR_WIDTH, at);
      }
      points.push(recordLeft(k) - NEAR - w + (arity === 1 ? 0 : 1.5), port);
      inside.edges.push({
        points,
        shape: SHAPE.CURVE,
        source: record[operand],
        target: operation[k],
        slot: model.start[node] + p - start[k],
        slotX: left[ranked.rank[k]] - 44,
        slotY: arity > 1 && !above ? port + 10 : port - 4,
      });
    }
  });
  if (!inside.inputs.length) inside.inputs.push(inside.h / 2);
  return inside;

  /** @param {number[]} points @param {number} source @param {number} target */
  function edge(points, source, target) {
    inside.edges.push({ points, shape: SHAPE.CURVE, source, target, slot: -1, slotX: 0, slotY: 0 });
  }
}
