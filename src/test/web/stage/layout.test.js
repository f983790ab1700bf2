import { createModel } from '/web/stage/model.js';
import { networkOf } from '/web/stage/network.js';
import { KIND, symbol } from '/web/stage/scene.js';
import { arrangementFor, createScenes } from '/web/stage/scenes.js';
import { layoutRanks } from '/web/stage/layout-ranks.js';
import { equal, ok } from '../assert.js';
import { mlp, randomFrom } from './graphs.js';

/** @typedef {import('/web/stage/scene.js').Scene} Scene */

/** @param {Parameters<typeof mlp>[0]} options @param {object} [wanted] @returns {Scene} */
function sceneOf(options, wanted = {}) {
  const { graph, parameters } = mlp(options);
  return createScenes(networkOf(parameters), createModel(graph)).scene({
    depth: 'neurons',
    arrangement: 'neurons',
    open: new Map(),
    width: 1000,
    height: 700,
    activation: 'tanh',
    outputActivation: 'tanh',
    ...wanted,
  });
}

/** Pairs of boxes of one kind of company that cover each other. @param {Scene} scene @param {(b: number) => boolean} among */
function overlaps(scene, among) {
  const { x, y, w, h } = scene;
  const boxes = [];
  for (let b = 0; b < scene.boxes; b++) if (among(b)) boxes.push(b);
  boxes.sort((a, b) => x[a] - x[b]);
  const found = [];
  for (let i = 0; i < boxes.length; i++) {
    const a = boxes[i];
    for (let k = i + 1; k < boxes.length && x[boxes[k]] < x[a] + w[a] - 0.01; k++) {
      const b = boxes[k];
      if (y[a] < y[b] + h[b] - 0.01 && y[b] < y[a] + h[a] - 0.01) found.push([a, b]);
    }
  }
  return found;
}

/** @param {Scene} scene @param {number} b */
const inside = (scene, b) => scene.kind[b] === KIND.SCALAR || scene.kind[b] === KIND.OPERATION;

const SHAPES = [
  { inputs: 3, layers: [4, 4, 1] },
  { inputs: 2, layers: [16, 16, 1] },
  { inputs: 1, layers: [1] },
  { inputs: 5, layers: [2, 7, 3] },
];

export default {
  'no card covers another, at any depth, with anything open'() {
    for (const shape of SHAPES) {
      const groups = shape.layers.flatMap((n, l) =>
        Array.from({ length: n }, (_, j) => `layer${l + 1}.neuron${j + 1}`),
      );
      const some = groups.filter((_, i) => i % 3 === 0);
      for (const open of [[], some, [...groups, 'loss']]) {
        for (const depth of ['network', 'neurons', 'scalars']) {
          for (const sample of [0, /** @type {const} */ ('all')]) {
            const scene = sceneOf({ ...shape, sample }, { depth, open: new Map(open.map((group) => [group, 1])) });
            equal(
              overlaps(scene, (b) => !inside(scene, b)),
              [],
              `${JSON.stringify(shape)} ${depth} ${open.length} open`,
            );
            equal(
              overlaps(scene, (b) => inside(scene, b)),
              [],
              `inside ${JSON.stringify(shape)} ${depth}`,
            );
          }
        }
      }
    }
  },

  'what an opened neuron holds stays within its panel, while it opens too'() {
    for (const t of [0.1, 0.5, 1]) {
      const scene = sceneOf({}, { open: new Map([['layer2.neuron2', t]]) });
      const panel = /** @type {number} */ (scene.boxOfKey.get('layer2.neuron2'));
      equal(scene.kind[panel], KIND.PANEL);
      for (let b = 0; b < scene.boxes; b++) {
        if (!inside(scene, b)) continue;
        ok(
          scene.x[b] >= scene.x[panel] - 0.01 && scene.x[b] + scene.w[b] <= scene.x[panel] + scene.w[panel] + 0.01,
          'sideways',
        );
        ok(
          scene.y[b] >= scene.y[panel] - 0.01 && scene.y[b] + scene.h[b] <= scene.y[panel] + scene.h[panel] + 0.01,
          'upright',
        );
      }
      equal(
        overlaps(scene, (b) => inside(scene, b)),
        [],
      );
    }
  },

  'an opened neuron has a row a term, the running sum going down, the bias above and the activation below'() {
    const { graph, parameters } = mlp();
    const model = createModel(graph);
    const inside = createScenes(networkOf(parameters), model).inside('layer2.neuron2');
    if (!inside) throw new Error('it cannot be opened');
    const values = inside.boxes.filter((box) => box.kind === KIND.SCALAR);
    const sums = values.filter((box) => box.x === Math.max(...values.map((other) => other.x)));
    equal(
      sums.map((box) => model.ops[box.nodes[0]]),
      ['', '+', '+', '+', '+', 'tanh'],
    );
    ok(sums.every((box, k) => k === 0 || box.y > sums[k - 1].y));
    equal(sums[0].label, 'b');
    equal(inside.inputs.length, 4);
    equal(
      inside.boxes.filter((box) => box.kind === KIND.OPERATION).map((box) => box.label),
      ['×', '+', '×', '+', '×', '+', '×', '+', 'tanh'],
    );
    // Each of 4 products and 4 sums has two partial derivatives, the activation one.
    equal(inside.edges.filter((edge) => edge.slot >= 0).length, 17);
  },

  'numbers move nothing'() {
    for (const depth of ['network', 'neurons', 'scalars']) {
      for (const arrangement of ['neurons', 'ranks']) {
        const open = new Map([['layer1.neuron2', 1]]);
        const [a, b] = [1, 2].map((seed) => sceneOf({ seed }, { depth, arrangement, open }));
        for (const name of /** @type {const} */ (['x', 'y', 'w', 'h', 'points', 'slotX', 'slotY']))
          equal([...a[name]], [...b[name]], name);
      }
    }
  },

  'every weight is an edge from what it multiplies to its neuron'() {
    const { parameters } = mlp();
    for (const open of [new Map(), new Map([['layer2.neuron1', 1]])]) {
      const scene = sceneOf({}, { open });
      const weights = parameters.filter((name) => !name.endsWith('.b'));
      const drawn = [];
      for (let e = 0; e < scene.edges; e++) {
        if (scene.parameter[e] < 0) continue;
        const name = parameters[scene.parameter[e]];
        drawn.push(name);
        equal(scene.key[scene.target[e]], name.slice(0, name.lastIndexOf('.')));
        const k = name.slice(name.lastIndexOf('w') + 1);
        const layer = Number(name[5]);
        equal(scene.key[scene.source[e]], layer === 1 ? `x${k}` : `layer${layer - 1}.neuron${k}`);
        const [from, to] = [2 * scene.from[e], 2 * scene.from[e + 1] - 2];
        const [source, target] = [scene.source[e], scene.target[e]];
        ok(Math.abs(scene.points[from] - scene.x[source] - scene.w[source]) < 0.01, 'leaves at the right side');
        ok(Math.abs(scene.points[to] - scene.x[target]) < 0.01, 'arrives at the left side');
        ok(
          scene.points[to + 1] > scene.y[target] && scene.points[to + 1] < scene.y[target] + scene.h[target],
          'and at its height',
        );
      }
      equal(drawn.sort(), weights.sort());
    }
  },

  'all scalars: a record a value, a round node an operation, operands to the left of what is made of them'() {
    for (const sample of [0, /** @type {const} */ ('all')]) {
      const { graph } = mlp({ sample });
      const model = createModel(graph);
      const scene = sceneOf({ sample }, { depth: 'scalars', arrangement: 'ranks' });
      const operations = model.ops.filter((op) => op).length;
      equal(scene.boxes, model.n + operations);
      equal(
        overlaps(scene, () => true),
        [],
      );
      for (let i = 0; i < model.n; i++) {
        const box = /** @type {number} */ (scene.boxOfNode.get(i));
        for (let p = model.start[i]; p < model.start[i + 1]; p++) {
          const operand = /** @type {number} */ (scene.boxOfNode.get(model.operands[p]));
          ok(
            scene.x[operand] + scene.w[operand] < scene.x[box],
            `${model.ids[model.operands[p]]} before ${model.ids[i]}`,
          );
        }
      }
      equal(
        [...scene.slot].filter((slot) => slot >= 0).sort((a, b) => a - b),
        [...model.operands.keys()],
      );
    }
  },

  'a weight stands right before the product it goes into'() {
    const model = createModel(mlp().graph);
    const { rank } = layoutRanks(
      model,
      () => 40,
      (i) => model.ops[i] !== '' && model.labels[i] !== '',
    );
    for (let i = 0; i < model.n; i++) {
      if (!model.labels[i].includes('.w')) continue;
      equal(rank[i], rank[model.consumers[model.consumerStart[i]]] - 1, model.labels[i]);
    }
  },

  'any graph: ranks follow the operands, and no two of a rank touch'() {
    const random = randomFrom(5);
    for (let graph = 0; graph < 40; graph++) {
      const n = 2 + Math.floor(Math.abs(random()) * 60);
      const start = new Int32Array(n + 1);
      const operands = [];
      for (let i = 0; i < n; i++) {
        const arity = i === 0 ? 0 : Math.floor(Math.abs(random()) * 3);
        for (let k = 0; k < arity; k++) operands.push(Math.floor(Math.abs(random()) * i));
        start[i + 1] = operands.length;
      }
      const height = (/** @type {number} */ i) => 20 + (i % 3) * 15;
      const { rank, y } = layoutRanks({ n, start, operands: Int32Array.from(operands) }, height, () => false);
      for (let i = 0; i < n; i++) {
        ok(Number.isFinite(y[i]) && rank[i] >= 0);
        for (let p = start[i]; p < start[i + 1]; p++) ok(rank[operands[p]] < rank[i]);
        for (let k = 0; k < i; k++) {
          if (rank[i] === rank[k]) ok(Math.abs(y[i] - y[k]) >= (height(i) + height(k)) / 2 - 1e-6, 'they touch');
        }
      }
    }
  },

  'a chain of ten thousand operations is laid out'() {
    const n = 10_000;
    const start = Int32Array.from({ length: n + 1 }, (_, i) => Math.max(0, i - 1));
    const operands = Int32Array.from({ length: n - 1 }, (_, i) => i);
    const { ranks, rank } = layoutRanks(
      { n, start, operands },
      () => 40,
      () => false,
    );
    equal([ranks, rank[n - 1]], [n, n - 1]);
  },

  'scalars stand by neuron, but for layers that would become a tower'() {
    const arranged = [
      [4, 4, 1],
      [16, 16, 1],
    ].map((layers) => arrangementFor(networkOf(mlp({ layers }).parameters)));
    equal(arranged, ['neurons', 'ranks']);
  },

  'symbols are those of paper, but for the power'() {
    equal(['*', '/', '-', '+', '**2', '*0.01', '1-', 'tanh', 'leaky_relu'].map(symbol), [
      '×',
      '÷',
      '\u2212',
      '+',
      '**2',
      '×0.01',
      '1\u2212',
      'tanh',
      'leaky relu',
    ]);
  },
};
