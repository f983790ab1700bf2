// The graph of a moment as flat arrays: topology once, numbers in place.

import { shortNames } from './names.js';

/** @typedef {import('../types.d.ts').Graph} Graph */

/**
 * `parameters` are shared by all samples; `samples[s]` are the group's nodes that belong to sample s, in the same order for every s.
 * @typedef {{parameters: number[], samples: number[][]}} Members
 */

/**
 * Operands of node i are `operands[start[i] .. start[i + 1])`, `partials` runs beside them; consumers likewise.
 * @typedef {object} Model
 * @property {import('../types.d.ts').Topology} topology
 * @property {number} n
 * @property {string[]} ids
 * @property {string[]} labels
 * @property {string[]} short  the labels, short
 * @property {string[]} ops
 * @property {string[]} groups
 * @property {Int32Array} sampleOf  -1 for what is shared by all samples
 * @property {number} samples  how many samples the graph holds
 * @property {Int32Array} start
 * @property {Int32Array} operands
 * @property {Float64Array} partials
 * @property {Int32Array} consumerStart
 * @property {Int32Array} consumers
 * @property {Float64Array} data
 * @property {Float64Array} gradient
 * @property {Map<string, number>} index
 * @property {Map<string, Members>} members
 * @property {number} root
 */

const SAMPLE = /^sample(\d+)\//;

/** @param {Graph} graph @returns {Model} */
export function createModel(graph) {
  const { topology } = graph;
  const { nodes } = topology;
  const n = nodes.length;
  const index = new Map(nodes.map((node, i) => [node.id, i]));
  const start = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) start[i + 1] = start[i] + nodes[i].operands.length;
  const operands = new Int32Array(start[n]);
  for (let i = 0; i < n; i++) {
    nodes[i].operands.forEach((id, k) => (operands[start[i] + k] = /** @type {number} */ (index.get(id))));
  }
  const sampleOf = new Int32Array(n).fill(-1);
  let samples = 1;
  for (let i = 0; i < n; i++) {
    const match = SAMPLE.exec(nodes[i].id);
    if (match) samples = Math.max(samples, (sampleOf[i] = Number(match[1])) + 1);
  }
  const model = {
    topology,
    n,
    ids: nodes.map((node) => node.id),
    labels: nodes.map((node) => node.label),
    short: shortNames(nodes.map((node) => node.label)),
    ops: nodes.map((node) => node.op),
    groups: nodes.map((node) => node.group),
    sampleOf,
    samples,
    start,
    operands,
    partials: new Float64Array(start[n]),
    ...consumersOf(n, start, operands),
    data: new Float64Array(n),
    gradient: new Float64Array(n),
    index,
    members: membersOf(nodes, sampleOf, samples),
    root: index.get(graph.root) ?? n - 1,
  };
  renumber(model, graph);
  return model;
}

/**
 * Takes over the numbers of another moment of the same graph.
 * @param {Model} model @param {Graph} graph
 */
export function renumber(model, graph) {
  model.data.set(graph.data);
  model.gradient.set(graph.gradients);
  model.partials.set(graph.partials);
}

/** @param {number} n @param {Int32Array} start @param {Int32Array} operands */
function consumersOf(n, start, operands) {
  const consumerStart = new Int32Array(n + 1);
  for (const operand of operands) consumerStart[operand + 1]++;
  for (let i = 0; i < n; i++) consumerStart[i + 1] += consumerStart[i];
  const next = consumerStart.slice();
  const consumers = new Int32Array(operands.length);
  for (let i = 0; i < n; i++) for (let p = start[i]; p < start[i + 1]; p++) consumers[next[operands[p]]++] = i;
  return { consumerStart, consumers };
}

/** @typedef {import('../types.d.ts').Topology['nodes']} Nodes */

/** @param {Nodes} nodes @param {Int32Array} sampleOf @param {number} samples */
function membersOf(nodes, sampleOf, samples) {
  /** @type {Map<string, Members>} */
  const members = new Map();
  nodes.forEach((node, i) => {
    let group = members.get(node.group);
    if (!group)
      members.set(node.group, (group = { parameters: [], samples: Array.from({ length: samples }, () => []) }));
    if (isParameter(node)) group.parameters.push(i);
    else group.samples[Math.max(0, sampleOf[i])].push(i);
  });
  return members;
}

/** @param {Nodes[number]} node */
function isParameter(node) {
  return node.op === '' && node.id === node.label && node.id.startsWith(node.group + '.');
}

/** Whether node i is a weight or a bias. @param {Model} model @param {number} i */
export function parameterNode(model, i) {
  return model.ops[i] === '' && model.labels[i].startsWith(model.groups[i] + '.');
}

/**
 * The output of a group: its last node, one a sample.
 * @param {Model} model @param {string} group @returns {number[]}
 */
export function outputsOf(model, group) {
  const members = model.members.get(group);
  if (!members) return [];
  return members.samples.flatMap((nodes) => (nodes.length ? [nodes[nodes.length - 1]] : []));
}

/**
 * The leaf with a label ("x1", "y"), one a sample.
 * @param {Model} model @param {string} label @returns {number[]}
 */
export function leavesOf(model, label) {
  const single = model.index.get(label);
  if (single !== undefined) return [single];
  const found = [];
  for (let s = 0; s < model.samples; s++) {
    const i = model.index.get(`sample${s}/${label}`);
    if (i !== undefined) found.push(i);
  }
  return found;
}
