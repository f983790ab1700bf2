// What is seen in the middle of a sweep: which values are known yet, and what every gradient has collected so far.

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./sweep-moves.js').Move} Move */
/** @typedef {import('./sweep-moves.js').Direction} Direction */

/** The server's numbers of a backward pass; one for every operand of every node, as the graph's partials. */
/** @typedef {{overwritten: boolean, carried: Record<string, number>, contributions: number[], sums: number[]}} Passes */

/** How a number is shown: as it is, not at all, or pale because the pass has not come to it. */
export const SEEN = 0;
export const HIDDEN = 1;
export const PALE = 2;

/**
 * One a node. `dots` says whether a box with room for one number shows the gradient.
 * @typedef {{data: Uint8Array, gradient: Uint8Array, sums: Float64Array, dots: boolean}} Shown
 */

/**
 * What is seen after the first so many moves.
 * @param {Model} model @param {Direction} direction @param {Move[]} moves @param {number} position
 * @param {Passes | null} passes null as long as they are not there: what a gradient has collected is then unknown until it is complete
 * @returns {Shown}
 */
export function shownAfter(model, direction, moves, position, passes) {
  const { n } = model;
  const forward = direction === 'forward';
  const shown = {
    data: new Uint8Array(n),
    gradient: new Uint8Array(n).fill(forward ? HIDDEN : PALE),
    sums: new Float64Array(n),
    dots: !forward,
  };
  if (forward) {
    for (let m = position; m < moves.length; m++) for (const i of moves[m].unit.nodes) shown.data[i] = HIDDEN;
    return shown;
  }
  if (passes) {
    for (const [id, sum] of Object.entries(passes.carried)) {
      const i = model.index.get(id);
      if (i !== undefined) shown.sums[i] = sum;
    }
  }
  if (position > 0) {
    shown.sums[model.root] = model.gradient[model.root];
    shown.gradient[model.root] = SEEN;
  }
  const left = usesOf(model);
  for (let m = 0; m < position; m++) {
    for (const slot of moves[m].slots) {
      const i = model.operands[slot];
      const complete = --left[i] === 0;
      shown.gradient[i] = passes || complete ? SEEN : HIDDEN;
      shown.sums[i] = complete ? model.gradient[i] : passes ? passes.sums[slot] : 0;
    }
  }
  return shown;
}

/** @param {Model} model */
function usesOf({ n, consumerStart }) {
  return Int32Array.from({ length: n }, (_, i) => consumerStart[i + 1] - consumerStart[i]);
}

/**
 * A contribution among all that its operand gets, and what the operand held before it.
 * @param {Model} model @param {Move[]} moves @param {number} position of the move after the one that adds it
 * @param {number} slot @param {Passes} passes
 * @returns {{count: number, of: number, before: number}} count from 1
 */
export function collected(model, moves, position, slot, passes) {
  const operand = model.operands[slot];
  let count = 0;
  let before = passes.carried[model.ids[operand]] ?? 0;
  for (let m = 0; m < position; m++) {
    for (const other of moves[m].slots) {
      if (model.operands[other] !== operand) continue;
      count++;
      if (other === slot) break;
      before = passes.sums[other];
    }
  }
  return { count, of: model.consumerStart[operand + 1] - model.consumerStart[operand], before };
}
