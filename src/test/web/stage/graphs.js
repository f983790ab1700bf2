// Graphs in the form in which the server sends them, for the tests of the stage only. The arithmetic is done, so that
// the numbers fit each other, but nothing of this is ever shown to a user.

import { graphOf } from '../graph.js';

/** @param {number} seed */
export function randomFrom(seed) {
  let s = (seed % 2147483646) + 1;
  return () => ((s = (s * 16807) % 2147483647) / 2147483647) * 2 - 1;
}

/**
 * @param {{inputs?: number, layers?: number[], samples?: number, sample?: number | "all", seed?: number, activation?: "tanh" | "linear", step?: number}} [options]
 * layers are those of the network, the output's last; x and y are drawn from the seed
 */
export function mlp({
  inputs = 3,
  layers = [4, 4, 1],
  samples = 4,
  sample = 0,
  seed = 1,
  activation = 'tanh',
  step = 0,
} = {}) {
  const random = randomFrom(seed);
  const sizes = [inputs, ...layers];
  /** @type {string[]} */
  const parameters = [];
  /** @type {number[]} */
  const values = [];
  layers.forEach((n, l) => {
    for (let j = 1; j <= n; j++) {
      for (let k = 1; k <= sizes[l]; k++) parameters.push(`layer${l + 1}.neuron${j}.w${k}`);
      parameters.push(`layer${l + 1}.neuron${j}.b`);
    }
  });
  for (const _ of parameters) values.push(random());
  const data = Array.from({ length: samples }, () => ({
    x: Array.from({ length: inputs }, () => Math.round(random() * 30) / 10),
    y: Array.from({ length: layers[layers.length - 1] }, () => (random() > 0 ? 1 : -1)),
  }));

  /** @param {number | "all"} which */
  const graph = (which) => {
    /** @type {any[]} */
    const nodes = [];
    const made = new Map();
    /** @param {string} id @param {string} op @param {string} label @param {string} group @param {number} value @param {any[]} operands @param {number[]} partials */
    const node = (id, op, label, group, value, operands = [], partials = []) => {
      const one = { id, op, label, data: value, gradient: 0, operands: operands.map((o) => o.id), partials, group };
      nodes.push(one);
      made.set(id, one);
      return one;
    };
    const p = parameters.map((name, i) => node(name, '', name, name.slice(0, name.lastIndexOf('.')), values[i]));
    const losses = (which === 'all' ? data.map((_, s) => s) : [which]).map((s) => {
      const prefix = which === 'all' ? `sample${s}/` : '';
      let row = data[s].x.map((v, k) => node(`${prefix}x${k + 1}`, '', `x${k + 1}`, 'inputs', v));
      let next = 0;
      layers.forEach((n, l) => {
        row = Array.from({ length: n }, (_, j) => {
          const group = `layer${l + 1}.neuron${j + 1}`;
          const weights = row.map(() => p[next++]);
          let sum = p[next++];
          let count = 0;
          row.forEach((x, k) => {
            const w = weights[k];
            const product = node(
              `${prefix}${group}#${++count}`,
              '*',
              '',
              group,
              w.data * x.data,
              [w, x],
              [x.data, w.data],
            );
            sum = node(`${prefix}${group}#${++count}`, '+', '', group, sum.data + product.data, [sum, product], [1, 1]);
          });
          if (activation === 'tanh') {
            const t = Math.tanh(sum.data);
            sum = node(`${prefix}${group}#${++count}`, 'tanh', '', group, t, [sum], [1 - t * t]);
          }
          sum.label = group;
          return sum;
        });
      });
      let count = 0;
      /** @type {any} */
      let total = null;
      row.forEach((out, i) => {
        const name = row.length > 1 ? `y${i + 1}` : 'y';
        const y = node(`${prefix}${name}`, '', name, 'loss', data[s].y[i]);
        const difference = node(`${prefix}loss#${++count}`, '-', '', 'loss', out.data - y.data, [out, y], [1, -1]);
        const square = node(
          `${prefix}loss#${++count}`,
          '**2',
          '',
          'loss',
          difference.data ** 2,
          [difference],
          [2 * difference.data],
        );
        total = total
          ? node(`${prefix}loss#${++count}`, '+', '', 'loss', total.data + square.data, [total, square], [1, 1])
          : square;
      });
      return total;
    });
    let count = 0;
    const root = losses.reduce((a, b) => node(`loss#${++count}`, '+', '', 'loss', a.data + b.data, [a, b], [1, 1]));
    root.label = 'loss';
    root.gradient = 1;
    for (const one of [...nodes].reverse()) {
      one.operands.forEach(
        (/** @type {string} */ id, /** @type {number} */ k) =>
          (made.get(id).gradient += one.gradient * one.partials[k]),
      );
    }
    return { step, sample: which, nodes, root: root.id };
  };

  const whole = graph('all');
  const gradients = parameters.map((name) => whole.nodes.find((node) => node.id === name).gradient);
  const chosen = sample === 'all' ? whole : graph(sample);
  return {
    parameters,
    data: { inputs, outputs: layers[layers.length - 1], samples: data },
    graph: graphOf(chosen),
    frame: {
      run: 'test',
      step,
      loss: whole.nodes.at(-1).data,
      trainLoss: whole.nodes.at(-1).data,
      learningRate: 0.05,
      values,
      gradients,
      outputs: data.map(() => [0]),
    },
  };
}

/** What the server answers about a backward pass over a graph. @param {import('../../../../web/types.d.ts').Graph | null} graph */
export function passesOf(graph) {
  /** @type {number[]} */
  const contributions = [];
  /** @type {number[]} */
  const sums = [];
  if (!graph) return { overwritten: false, carried: {}, contributions, sums };
  const { nodes } = graph;
  const slots = nodes.map((node) => contributions.push(...node.operands.map(() => 0)) - node.operands.length);
  /** @type {Map<string, number>} */
  const collected = new Map();
  for (let i = nodes.length - 1; i >= 0; i--) {
    nodes[i].operands.forEach((id, k) => {
      contributions[slots[i] + k] = nodes[i].gradient * nodes[i].partials[k];
      collected.set(id, (collected.get(id) ?? 0) + contributions[slots[i] + k]);
      sums[slots[i] + k] = collected.get(id) ?? 0;
    });
  }
  return { overwritten: false, carried: {}, contributions, sums };
}

/** The state of a page that shows such a graph. @param {Parameters<typeof mlp>[0] & {view?: object}} [options] */
export function stateOf(options = {}) {
  const { parameters, data, graph, frame } = mlp(options);
  return {
    recipe: { network: { layers: options.layers ?? [4, 4, 1], activation: 'tanh', outputActivation: 'tanh' } },
    run: 'test',
    parameters,
    data,
    frame,
    graph,
    graphProblem: null,
    sample: options.sample ?? 0,
    depth: 'neurons',
    open: [],
    selected: null,
    edges: 'weight',
    ...options.view,
  };
}
