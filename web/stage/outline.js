// The graph as levels of names: network, layer, neuron, scalar. The tree and the table are made from it.
import { spoken } from '../numbers.js';
import { leavesOf, outputsOf } from './model.js';
import { expressionOf } from './names.js';
import { spokenIn, spokenName } from './network.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./network.js').Network} Network */
/** @typedef {import('../types.d.ts').State} State */

/**
 * `id` is unique in the outline; `marks` is what the picture calls it: the boxes that stand for it.
 * @typedef {object} Item
 * @property {string} id
 * @property {"network" | "layer" | "neuron" | "scalar"} kind
 * @property {string} name
 * @property {string} spoken
 * @property {string[]} marks
 * @property {number} node  its place in the model, or -1
 * @property {number} parameter  its place in the frame, or -1
 * @property {(() => Item[]) | null} children
 */

/** Where there is no network, so many scalars stand together. */
const PART = 100;

/** The way to a scalar of a graph without a network: the ids from the root's child on. @param {Model} model @param {number} node */
export function pathInParts(model, node) {
  return model.n <= PART ? [model.ids[node]] : [`:${Math.floor(node / PART)}`, model.ids[node]];
}

/** @param {State} state @param {Model | null} model @param {Network} network @returns {Item} */
export function outlineOf(state, model, network) {
  /** @param {number} i @returns {Item} */
  const scalar = (i) => {
    if (!model) throw new Error('a scalar needs a graph');
    const sample = model.samples > 1 && model.sampleOf[i] >= 0 ? `, sample ${model.sampleOf[i] + 1}` : '';
    const named = model.labels[i] !== '';
    const free = model.groups[i] === '';
    const last = model.groups[i] === model.labels[i] || (free && model.ops[i] !== '');
    const what = !named || last ? expressionOf(model, i) : '';
    const own = model.labels[i].slice(model.labels[i].lastIndexOf('.') + 1);
    return {
      id: model.ids[i],
      kind: 'scalar',
      name: (free && named && what ? `${own} = ${what}` : what || own) + sample,
      spoken:
        (named ? spokenIn(model.groups[i], model.labels[i]) + (last && model.ops[i] ? `, ${what}` : '') : what) +
        sample,
      marks: [model.ids[i]],
      node: i,
      parameter: -1,
      children: null,
    };
  };
  /** @param {string} id @param {string} name @param {string[]} marks @param {() => Item[]} children @returns {Item} */
  const layer = (id, name, marks, children) => ({
    id,
    kind: 'layer',
    name,
    spoken: name,
    marks,
    node: -1,
    parameter: -1,
    children,
  });
  /** @param {string} group */
  const groupScalars = (group) => {
    const members = model?.members.get(group);
    return members ? [...members.parameters, ...members.samples.flat()].sort((a, b) => a - b).map(scalar) : [];
  };

  /** @type {Item[]} */
  const layers = [];
  if (network.layers.length) {
    if (model)
      layers.push(
        layer(':inputs', 'inputs', network.inputs, () => network.inputs.flatMap((x) => leavesOf(model, x).map(scalar))),
      );
    network.layers.forEach((neurons, l) => {
      const name = l === network.layers.length - 1 ? `layer ${l + 1}, output` : `layer ${l + 1}`;
      layers.push(
        layer(
          `:layer${l + 1}`,
          name,
          neurons.map(({ group }) => group),
          () =>
            neurons.map(({ group, weights, bias }) => ({
              id: `:${group}`,
              kind: 'neuron',
              name: `neuron ${group.slice(group.lastIndexOf('.neuron') + 7)}`,
              spoken: spokenName(group),
              marks: [group],
              node: (model && outputsOf(model, group)[0]) ?? -1,
              parameter: -1,
              children: () => (model ? groupScalars(group) : [...weights, bias].map((p) => parameterItem(state, p))),
            })),
        ),
      );
    });
    if (model)
      layers.push(
        layer(
          ':loss',
          network.targets.length === 1 ? 'target and loss' : 'targets and loss',
          [...network.targets, 'loss'],
          () => groupScalars('loss'),
        ),
      );
  } else if (model && model.members.size === 1) {
    const all = Array.from({ length: model.n }, (_, i) => i);
    if (model.n <= PART) layers.push(...all.map(scalar));
    for (let from = 0; model.n > PART && from < model.n; from += PART) {
      const to = Math.min(from + PART, model.n);
      layers.push(layer(`:${from / PART}`, `values ${from + 1} to ${to}`, [], () => all.slice(from, to).map(scalar)));
    }
  } else if (model) {
    for (const group of model.members.keys())
      layers.push(layer(`:${group}`, group || 'graph', [], () => groupScalars(group)));
  }
  const name = network.layers.length ? `network ${network.key.replaceAll('-', ' – ')}` : 'graph';
  return {
    id: ':',
    kind: 'network',
    name,
    spoken: name,
    marks: layers.flatMap((one) => one.marks),
    node: -1,
    parameter: -1,
    children: () => layers,
  };
}

/** @param {State} state @param {number} parameter @returns {Item} */
function parameterItem(state, parameter) {
  const name = state.parameters[parameter];
  return {
    id: name,
    kind: 'scalar',
    name: name.slice(name.lastIndexOf('.') + 1),
    spoken: spokenName(name),
    marks: [name],
    node: -1,
    parameter,
    children: null,
  };
}

/** The numbers of an item now, or null. @param {Item} item @param {State} state @param {Model | null} model */
export function numbersOf(item, state, model) {
  if (item.node >= 0 && model) return { data: model.data[item.node], gradient: model.gradient[item.node] };
  if (item.parameter >= 0)
    return { data: state.frame.values[item.parameter], gradient: state.frame.gradients[item.parameter] };
  return null;
}

/** "w3 of layer 2 neuron 1, data −0.0369, gradient −2.2800" @param {Item} item @param {State} state @param {Model | null} model */
export function spokenLine(item, state, model) {
  const numbers = numbersOf(item, state, model);
  return numbers ? `${item.spoken}, data ${spoken(numbers.data)}, gradient ${spoken(numbers.gradient)}` : item.spoken;
}
