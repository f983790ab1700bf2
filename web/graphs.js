/**
 * Graphs as they travel: what every step changes comes with every answer, all else once.
 * @typedef {import('./types.d.ts').Topology} Topology
 * @typedef {import('./types.d.ts').GraphNumbers} GraphNumbers
 * @typedef {import('./types.d.ts').Graph} Graph
 * @typedef {import('./types.d.ts').GraphNode} GraphNode
 * @typedef {ReturnType<typeof createGraphs>} Graphs
 */

/** So many nodes of all topologies together are kept; a large one's take some megabytes. */
const MOST_NODES = 100_000;

/** The topologies that have arrived, by their names; those that were used last are kept. */
export function createGraphs(most = MOST_NODES) {
  /** @type {Map<string, { topology: Topology, start: Int32Array }>} */
  const known = new Map();

  function forget() {
    let nodes = 0;
    for (const { topology } of known.values()) nodes += topology.nodes.length;
    for (const [name, { topology }] of known) {
      if (nodes <= most || known.size === 1) return;
      known.delete(name);
      nodes -= topology.nodes.length;
    }
  }

  return {
    /** @param {Topology} topology */
    learn(topology) {
      const { nodes } = topology;
      const start = new Int32Array(nodes.length + 1);
      for (let i = 0; i < nodes.length; i++) start[i + 1] = start[i] + nodes[i].operands.length;
      known.set(topology.topology, { topology, start });
      forget();
    },

    /** The graph that the numbers belong to; null if its topology has not arrived. @param {GraphNumbers} numbers @returns {Graph | null} */
    of(numbers) {
      const found = known.get(numbers.topology);
      if (!found) return null;
      known.delete(numbers.topology);
      known.set(numbers.topology, found);
      return new MomentGraph(found.topology, found.start, numbers);
    },
  };
}

/** @implements {Graph} */
class MomentGraph {
  #start;
  /** @type {GraphNode[] | null} */
  #nodes = null;

  /** @param {Topology} topology @param {Int32Array} start @param {GraphNumbers} numbers */
  constructor(topology, start, numbers) {
    this.topology = topology;
    this.root = topology.root;
    this.step = numbers.step;
    this.sample = numbers.sample;
    this.data = numbers.data;
    this.gradients = numbers.gradients;
    this.partials = numbers.partials;
    this.#start = start;
  }

  /** @param {number} i @returns {GraphNode} */
  node(i) {
    const partials = this.partials.slice(this.#start[i], this.#start[i + 1]);
    return { ...this.topology.nodes[i], data: this.data[i], gradient: this.gradients[i], partials };
  }

  /** @param {Pick<GraphNumbers, 'data' | 'gradients' | 'partials'>} numbers @returns {Graph} */
  with(numbers) {
    const { topology, step, sample } = this;
    return new MomentGraph(topology, this.#start, { ...numbers, topology: topology.topology, step, sample });
  }

  get nodes() {
    return (this.#nodes ??= this.topology.nodes.map((_, i) => this.node(i)));
  }
}
