// The scene for a depth: which layout, with what open. Insides are laid out once a topology.
import { insideNeuron, OPENED_WIDTH, openedHeight } from './layout-inside.js';
import { insideGroup } from './layout-loss.js';
import { layoutNeurons, spreadFor } from './layout-neurons.js';
import { layoutScalars } from './layout-scalars.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./network.js').Network} Network */
/** @typedef {import('./layout-inside.js').Inside} Inside */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../types.d.ts').Depth} Depth */

/** Opened neurons stand closer than closed ones, with room for their edges. */
const APART = { columnGap: 120, rowGap: 28 };

/** How the scalars stand: each neuron's together, or by rank as the notebook draws them. @typedef {"neurons" | "ranks"} Arrangement */

/**
 * @typedef {object} Wanted
 * @property {Depth} depth
 * @property {Arrangement} arrangement
 * @property {Map<string, number>} open  how far each group is open, 0 to 1
 * @property {number} width  of the view
 * @property {number} height
 * @property {string | string[]} activation
 * @property {string} outputActivation
 * @property {boolean} [maps]  whether neurons have maps
 */

/** A picture this many times as high as wide is read better from left to right. */
const TOO_HIGH = 2.5;

/**
 * How the scalars stand unless someone chooses: by neuron, but for layers of many neurons with many inputs.
 * @param {Network} network @returns {Arrangement}
 */
export function arrangementFor(network) {
  const heights = network.layers.map((layer) => layer.length * openedHeight(layer[0].weights.length));
  const width = network.layers.length * (OPENED_WIDTH + APART.columnGap);
  return Math.max(...heights) > TOO_HIGH * width ? 'ranks' : 'neurons';
}

/** @param {Network} network @param {Model | null} model */
export function createScenes(network, model) {
  /** @type {Map<string, Inside | null>} */
  const insides = new Map();
  /** @type {Scene | null} */
  let ranks = null;

  /** @param {string} group */
  function inside(group) {
    if (!model) return null;
    let found = insides.get(group);
    if (found === undefined)
      insides.set(group, (found = insideNeuron(model, network, group) ?? insideGroup(model, network, group)));
    return found;
  }

  const everything = new Map([...network.layers.flat().map(({ group }) => group), 'loss'].map((group) => [group, 1]));

  return {
    inside,
    /** @param {Wanted} wanted @returns {Scene} */
    scene({ depth, arrangement, open, width, height, activation, outputActivation, maps = false }) {
      if (depth === 'scalars' && model && (arrangement === 'ranks' || !network.layers.length)) {
        return (ranks ??= layoutScalars(model));
      }
      const compact = depth === 'network';
      return layoutNeurons(network, model, {
        compact,
        maps,
        activation,
        outputActivation,
        inside,
        open: depth === 'scalars' ? everything : open,
        fixed: depth === 'scalars',
        spread: depth === 'scalars' ? APART : spreadFor(network, width, height, compact, maps),
      });
    },
  };
}
