/**
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').GraphNode} GraphNode
 */

/**
 * Finds nodes of a graph and who uses them. A run's graph changes its numbers at every step and its shape never: the
 * positions are remembered, the nodes are always those of the graph given.
 */
export function createLookup() {
  /** @type {Graph['topology'] | null} */
  let topology = null;
  /** @type {Map<string, number>} */
  let positions = new Map();
  /** @type {Map<string, number[]>} */
  let users = new Map();

  /** @param {Graph} graph */
  function learn(graph) {
    if (graph.topology === topology) return;
    topology = graph.topology;
    positions = new Map(topology.nodes.map((node, i) => [node.id, i]));
    users = new Map();
    topology.nodes.forEach((node, i) => {
      for (const operand of new Set(node.operands)) {
        const list = users.get(operand);
        if (list) list.push(i);
        else users.set(operand, [i]);
      }
    });
  }

  return {
    /**
     * A node by its id; a neuron's name finds its output; an id of another choice of samples finds its likeness here.
     * @param {Graph} graph
     * @param {string} id
     * @returns {GraphNode | undefined}
     */
    find(graph, id) {
      learn(graph);
      const own = id.replace(/^sample\d+\//, '');
      for (const each of [id, own, `sample0/${own}`]) {
        const position = positions.get(each);
        if (position !== undefined) return graph.node(position);
      }
      const output = graph.topology.nodes.findIndex(({ op, label }) => op !== '' && label === own);
      return output < 0 ? undefined : graph.node(output);
    },

    /** @param {Graph} graph @param {GraphNode} node @returns {GraphNode[]} */
    operands(graph, node) {
      return node.operands.map((id) => graph.node(/** @type {number} */ (positions.get(id))));
    },

    /** Those that use a node, each once. @param {Graph} graph @param {GraphNode} node @returns {GraphNode[]} */
    users(graph, node) {
      return (users.get(node.id) ?? []).map((i) => graph.node(i));
    },
  };
}

/**
 * The local derivative of a node by one operand; an operand that stands twice counts twice.
 * @param {GraphNode} node
 * @param {string} operand
 */
export function partialBy(node, operand) {
  return node.operands.reduce((sum, id, i) => (id === operand ? sum + node.partials[i] : sum), 0);
}
