// Whole graphs, as the server sends them to those who ask for no part, made into graphs as the page holds them.
import { createGraphs } from '/web/graphs.js';

/** @typedef {import('../../../web/types.d.ts').GraphNode} GraphNode */

const graphs = createGraphs(Infinity);

/** @param {{ step: number, sample: import('/web/types.d.ts').Subject, nodes: GraphNode[], root: string }} whole */
export function graphOf({ step, sample, nodes, root }) {
  const bare = nodes.map(({ id, op, label, operands, group }) => ({ id, op, label, operands, group }));
  const topology = JSON.stringify([bare, root]);
  const numbers = {
    ...{ step, sample, topology },
    data: nodes.map((node) => node.data),
    gradients: nodes.map((node) => node.gradient),
    partials: nodes.flatMap((node) => node.partials),
  };
  if (!graphs.of(numbers)) graphs.learn({ topology, nodes: bare, root });
  const graph = graphs.of(numbers);
  if (!graph) throw new Error('a topology that was learned is known');
  return graph;
}
