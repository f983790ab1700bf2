import { HIDDEN } from '../numbers.js';

/** @typedef {import('./types.d.ts').BoardState} BoardState */
/** @typedef {{ node: string | null, value: number, gradient: number, correct?: number | null }} Row */

/** @type {WeakMap<import('../types.d.ts').Topology, Map<string, number>>} */
const positions = new WeakMap();

/**
 * The numbers of a row of the sheet as they may be read: while something is practised, what is covered in the graph is
 * covered everywhere.
 * @param {Readonly<BoardState>} state
 * @returns {(row: Row) => { value: number, gradient: number, correct: number | null }}
 */
export function readableIn({ veil, graph }) {
  if (!veil || !graph) return ({ value, gradient, correct = null }) => ({ value, gradient, correct });
  let places = positions.get(graph.topology);
  if (!places) positions.set(graph.topology, (places = new Map(graph.topology.nodes.map(({ id }, i) => [id, i]))));
  return ({ node }) => {
    const i = node === null ? undefined : places.get(node);
    if (i === undefined) return { value: HIDDEN, gradient: HIDDEN, correct: null };
    return { value: graph.data[i], gradient: graph.gradients[i], correct: null };
  };
}
