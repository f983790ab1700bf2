import { createLookup } from '../panels/lookup.js';
import { shortNames } from '../stage/names.js';
import { nodeInWords } from '../words.js';

/**
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').Topology} Topology
 * @typedef {import('./symbols.js').Named} Named
 */

/**
 * What an explanation needs to know of the graph around a node: names and operands, no numbers.
 * @typedef {object} Surroundings
 * @property {string} root the id of what all gradients are of
 * @property {Map<string, string>} names short names by label
 * @property {(id: string) => Named | undefined} node
 * @property {(id: string) => Named[]} operands
 * @property {(id: string) => string} words the node's name as people say it
 */

/** @type {WeakMap<Topology, Map<string, string>>} */
const NAMES = new WeakMap();

/** The labels of a graph, as short as the picture shows them. @param {Topology} topology */
function namesOf(topology) {
  const known = NAMES.get(topology);
  if (known) return known;
  const labels = topology.nodes.map(({ label }) => label);
  const short = shortNames(labels);
  const made = new Map(
    labels.flatMap((label, i) => (label ? [/** @type {[string, string]} */ ([label, short[i]])] : [])),
  );
  made.set('loss', 'L');
  NAMES.set(topology, made);
  return made;
}

/**
 * @param {Graph} graph
 * @param {ReturnType<typeof createLookup>} lookup
 * @returns {Surroundings}
 */
export function surroundingsIn(graph, lookup) {
  return {
    root: graph.root,
    names: namesOf(graph.topology),
    node: (id) => lookup.find(graph, id),
    operands(id) {
      const node = lookup.find(graph, id);
      return node ? lookup.operands(graph, node) : [];
    },
    words(id) {
      const node = lookup.find(graph, id);
      return node ? nodeInWords(node) : id;
    },
  };
}
