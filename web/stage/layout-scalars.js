// The whole graph as the notebook draws it: every value a record, every operation a round node in front of its value.
import { layoutRanks } from './layout-ranks.js';
import { KIND, operationWidth, SceneBuilder, symbol } from './scene.js';

/** @typedef {import('./model.js').Model} Model */

export const RECORD = { least: 118, labelled: 47, plain: 33 };
/** Of a letter, and of what is left free on both sides of a label. */
const [ADVANCE, MARGIN] = [6.65, 13];
const ROW_GAP = 18;
const RANK_GAP = 62;
const NEAR = 7;
const OPERATION_HEIGHT = 22;
const STUB = 34;

/** @param {Model} model */
export function layoutScalars(model) {
  const { n, start, operands, ops, labels } = model;
  /** @param {number} i */
  const height = (i) => (labels[i] ? RECORD.labelled : RECORD.plain);
  const { rank, y, ranks, route } = layoutRanks(
    { n, start, operands },
    (i) => height(i) + ROW_GAP,
    // The named results, a neuron's output above all, stay where they become known.
    (i) => ops[i] !== '' && (labels[i] !== '' || model.consumerStart[i + 1] - model.consumerStart[i] > 1),
  );

  const width = labels.reduce((w, label) => Math.max(w, label.length * ADVANCE + MARGIN), RECORD.least);
  const operationRoom = new Float64Array(ranks);
  for (let i = 0; i < n; i++) {
    if (ops[i]) operationRoom[rank[i]] = Math.max(operationRoom[rank[i]], operationWidth(ops[i]) + NEAR);
  }
  const left = new Float64Array(ranks + 1);
  for (let r = 0; r < ranks; r++) left[r + 1] = left[r] + operationRoom[r] + width + RANK_GAP;
  /** @param {number} r */
  const recordLeft = (r) => left[r] + operationRoom[r];

  const scene = new SceneBuilder();
  const record = new Int32Array(n);
  const operation = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    const x = recordLeft(rank[i]);
    record[i] = scene.box(KIND.RECORD, x, y[i] - height(i) / 2, width, height(i), {
      label: labels[i],
      under: 'grad',
      key: model.ids[i],
      nodes: [i],
    });
    if (!ops[i]) continue;
    const w = operationWidth(ops[i]);
    operation[i] = scene.box(KIND.OPERATION, x - NEAR - w, y[i] - OPERATION_HEIGHT / 2, w, OPERATION_HEIGHT, {
      label: symbol(ops[i]),
      nodes: [i],
    });
    scene.edge([x - NEAR, y[i], x, y[i]], { source: operation[i], target: record[i] });
  }
  for (let i = 0; i < n; i++) {
    const arity = start[i + 1] - start[i];
    const end = recordLeft(rank[i]) - NEAR - operationWidth(ops[i] || ' ');
    // The operand that comes from above arrives above.
    const heights = Array.from({ length: arity }, (_, k) => arrival(operands[start[i] + k]));
    /** @param {number} operand */
    function arrival(operand) {
      const between = rank[i] - rank[operand] - 1;
      return between > 0 && between <= route[operand].length ? route[operand][between - 1] : y[operand];
    }
    for (let k = 0; k < arity; k++) {
      const operand = operands[start[i] + k];
      const above = heights.filter((other, m) => other < heights[k] || (other === heights[k] && m < k)).length;
      const port = y[i] + (arity > 1 ? (above - (arity - 1) / 2) * Math.min(11, 14 / (arity - 1)) : 0);
      // A line that has no slots to pass through is drawn only where it arrives.
      const whole = rank[i] - rank[operand] - 1 <= route[operand].length;
      const points = whole ? [recordLeft(rank[operand]) + width, y[operand]] : [end - STUB, port];
      for (let r = rank[operand] + 1; whole && r < rank[i]; r++) {
        const at = route[operand][r - rank[operand] - 1];
        points.push(left[r] - NEAR, at, recordLeft(r) + width, at);
      }
      points.push(end + (arity > 1 ? 2 : 0), port);
      scene.edge(points, {
        source: record[operand],
        target: operation[i],
        slot: start[i] + k,
        slotX: left[rank[i]] - 44,
        slotY: port + (arity > 1 && above >= arity / 2 ? 9 : -4),
      });
    }
  }
  return scene.finish();
}
