/**
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').GraphNode} GraphNode
 */

/**
 * Finds nodes of a graph and who uses them. A run's graph changes its numbers at every step and its shape never: the
 * positions are remembered, the nodes are always those of the graph given.
 */
export function createLookup() {
  let shape = '';
  /** @type {Map<string, number>} */
  let positions = new Map();
  /** @type {Map<string, number[]>} */
  let users = new Map();

  /** @param {Graph} graph @param {string} run */
  function learn(graph, run) {
    const now = [run, graph.sample, graph.nodes.length, graph.root].join(' ');
    if (now === shape) return;
    shape = now;
    positions = new Map(graph.nodes.map((node, i) => [node.id, i]));
    users = new Map();
    graph.nodes.forEach((node, i) => {
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
     * @param {string} run
     * @param {string} id
     * @returns {GraphNode | undefined}
     */
    find(graph, run, id) {
      learn(graph, run);
      const own = id.replace(/^sample\d+\//, '');
      for (const each of [id, own, `sample0/${own}`]) {
        const position = positions.get(each);
        if (position !== undefined) return graph.nodes[position];
      }
      return graph.nodes.find(({ op, label }) => op !== '' && label === own);
    },

    /** @param {Graph} graph @param {GraphNode} node @returns {GraphNode[]} */
    operands(graph, node) {
      return node.operands.map((id) => graph.nodes[/** @type {number} */ (positions.get(id))]);
    },

    /** Those that use a node, each once. @param {Graph} graph @param {GraphNode} node @returns {GraphNode[]} */
    users(graph, node) {
      return (users.get(node.id) ?? []).map((i) => graph.nodes[i]);
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
