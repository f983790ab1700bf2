// The network as people know it, layers of neurons, read from the names of its parameters.

/** @typedef {{group: string, layer: number, position: number, name: string, weights: number[], bias: number}} Neuron */
/** @typedef {{inputs: string[], layers: Neuron[][], targets: string[], key: string}} Network */

const NAME = /^layer(\d+)\.neuron(\d+)\.(?:w(\d+)|b)$/;

/**
 * Weights and bias of a neuron are positions in `parameters`.
 * @param {string[]} parameters
 * @param {string[] | null} [features] what it sees of its inputs; null: these as they are
 * @returns {Network}
 */
export function networkOf(parameters, features = null) {
  /** @type {Neuron[][]} */
  const layers = [];
  parameters.forEach((parameter, i) => {
    const match = NAME.exec(parameter);
    if (!match) return;
    const layer = Number(match[1]) - 1;
    const position = Number(match[2]) - 1;
    const neurons = (layers[layer] ??= []);
    const neuron = (neurons[position] ??= {
      group: `layer${layer + 1}.neuron${position + 1}`,
      layer,
      position,
      name: '',
      weights: [],
      bias: -1,
    });
    if (match[3]) neuron.weights[Number(match[3]) - 1] = i;
    else neuron.bias = i;
  });
  const outputs = layers.length ? layers[layers.length - 1].length : 0;
  layers.forEach((neurons, l) =>
    neurons.forEach((neuron, i) => {
      const output = l === layers.length - 1;
      neuron.name = output ? 'ŷ' + (outputs > 1 ? i + 1 : '') : `n${i + 1}`;
    }),
  );
  const inputs = layers.length ? layers[0][0].weights.map((_, i) => features?.[i] ?? `x${i + 1}`) : [];
  const targets = Array.from({ length: outputs }, (_, i) => (outputs > 1 ? `y${i + 1}` : 'y'));
  return { inputs, layers, targets, key: [inputs.length, ...layers.map((neurons) => neurons.length)].join('-') };
}

/**
 * What stands at the other end of weight k of a neuron: an input's label or a neuron's group.
 * @param {Network} network @param {Neuron} neuron @param {number} k
 */
export function sourceOf(network, neuron, k) {
  return neuron.layer === 0 ? network.inputs[k] : network.layers[neuron.layer - 1][k].group;
}

/**
 * A short name within its surroundings: "w3", "b", "n2", "x1".
 * @param {Network} network @param {string} label
 */
export function shortName(network, label) {
  const parameter = NAME.exec(label);
  if (parameter) return parameter[3] ? `w${parameter[3]}` : 'b';
  return neuronOf(network, label)?.name ?? label;
}

/** @param {Network} network @param {string} group @returns {Neuron | undefined} */
export function neuronOf(network, group) {
  const match = /^layer(\d+)\.neuron(\d+)$/.exec(group);
  return match ? network.layers[Number(match[1]) - 1]?.[Number(match[2]) - 1] : undefined;
}

/**
 * A name as it is spoken: "w3 of layer 2 neuron 1", "layer 2 neuron 1", "input x1".
 * @param {string} label
 */
export function spokenName(label) {
  const match = /^layer(\d+)\.neuron(\d+)(?:\.(w\d+|b))?$/.exec(label);
  if (!match) return /^(sin )?x\d+/.test(label) ? `input ${label}` : /^y\d*$/.test(label) ? `target ${label}` : label;
  const place = `layer ${match[1]} neuron ${match[2]}`;
  if (!match[3]) return place;
  return `${match[3] === 'b' ? 'bias' : match[3]} of ${place}`;
}

/**
 * As spokenName; but where nothing has a group, there is no network, and a name is only a name.
 * @param {string} group @param {string} label
 */
export function spokenIn(group, label) {
  return group === '' ? label : spokenName(label);
}
