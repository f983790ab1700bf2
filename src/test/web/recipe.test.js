import {
  inForce,
  merge,
  same,
  sharedSteps,
  withDataset,
  withEdit,
  withPoints,
  withSettingAt,
  withValue,
  withoutEdit,
} from '/web/recipe.js';
import { equal } from './assert.js';
import { notebook } from './recipes.js';

const W = 'layer2.neuron1.w3';
const RATE = 'training.learningRate';

export default {
  'a patch changes what it names and nothing else'() {
    const changed = merge(notebook, { network: { seed: 7 } });
    equal(changed.network, { ...notebook.network, seed: 7 });
    equal(changed.training, notebook.training);
    equal(notebook.network.seed, 1337, 'the recipe it came from');
  },
  'another data set replaces a person’s own points'() {
    const points = merge(notebook, { data: { points: [{ x: [1], y: [1] }] } });
    equal(withValue(points, 'data.name', 'notebook').data, { name: 'notebook' });
  },
  'another number of samples keeps the data set, and another data set its options'() {
    const circle = merge(notebook, { data: { name: 'circle', noise: 0.2 } });
    equal(withValue(circle, 'data.samples', 50).data, { name: 'circle', noise: 0.2, samples: 50 });
    equal(withValue(circle, 'data.name', 'xor').data, { name: 'xor', noise: 0.2 });
  },
  'a data set brings the outputs and a loss that fit it'() {
    const to = (/** @type {typeof notebook} */ from, /** @type {any} */ facts) => {
      const { network, training } = withDataset(from, { name: 'x', samples: 4, ...facts });
      return [network.layers, training.loss, network.outputActivation];
    };
    equal(to(notebook, { inputs: 2, outputs: 1, task: 'signs' }), [[4, 4, 1], 'sum-squared-error', 'tanh']);
    const classes = withDataset(notebook, { name: 'blobs3', samples: 4, inputs: 2, outputs: 3, task: 'classes' });
    equal(to(notebook, { inputs: 2, outputs: 3, task: 'classes' }), [[4, 4, 3], 'softmax-cross-entropy', 'linear']);
    equal(to(classes, { inputs: 2, outputs: 1, task: 'signs' }), [[4, 4, 1], 'binary-cross-entropy', 'linear']);
    equal(to(classes, { inputs: 2, outputs: 1, task: 'numbers' }), [[4, 4, 1], 'mean-squared-error', 'linear']);
  },
  'a sum over many samples becomes their mean, whose steps do not grow with them'() {
    const facts = { name: 'moons', inputs: 2, outputs: 1, task: /** @type {'signs'} */ ('signs') };
    const lossOf = (/** @type {typeof notebook} */ { training }) => training.loss;
    equal(lossOf(withDataset(notebook, { ...facts, samples: 20 })), 'sum-squared-error');
    equal(lossOf(withDataset(notebook, { ...facts, samples: 21 })), 'mean-squared-error');
    const hinge = withValue(notebook, 'training.loss', 'hinge');
    equal(lossOf(withDataset(hinge, { ...facts, samples: 200 })), 'hinge');
    const points = (/** @type {number} */ length) =>
      Array.from({ length }, (_, i) => ({ x: [i, 1], y: [i % 2 || -1] }));
    equal(lossOf(withPoints(notebook, points(20))), 'sum-squared-error');
    equal(lossOf(withPoints(notebook, points(21))), 'mean-squared-error');
  },
  'features go where there are not two inputs to make them of'() {
    const own = merge(notebook, { data: { name: 'moons', features: ['x1', 'x1^2'] } });
    const facts = { name: 'x', samples: 4, outputs: 1, task: /** @type {'signs'} */ ('signs') };
    equal(withDataset(own, { ...facts, inputs: 2 }).data.features, ['x1', 'x1^2']);
    equal('features' in withDataset(own, { ...facts, inputs: 1 }).data, false);
    equal('features' in withPoints(own, [{ x: [1], y: [1] }]).data, false);
  },
  'a person’s own samples bring the outputs, the loss and the last activation that fit them'() {
    const to = (/** @type {number[][]} */ targets, loss = 'hinge') => {
      const points = targets.map((y) => ({ x: [1, 2], y }));
      const { network, training, data } = withPoints(withValue(notebook, 'training.loss', loss), points);
      equal(data.points, points);
      return [network.layers, training.loss, network.outputActivation];
    };
    equal(to([[1], [-1]]), [[4, 4, 1], 'hinge', 'tanh']);
    equal(to([[1], [0]]), [[4, 4, 1], 'binary-cross-entropy', 'linear']);
    equal(to([[1, 0, 0], [0, 0, 1]]), [[4, 4, 3], 'softmax-cross-entropy', 'linear']); // prettier-ignore
    equal(to([[0.5], [-0.2]]), [[4, 4, 1], 'mean-squared-error', 'tanh']);
    equal(to([[7], [0.5]], 'sum-squared-error'), [[4, 4, 1], 'sum-squared-error', 'linear']);
    equal(to([[1, 1], [0, 1]]), [[4, 4, 2], 'mean-squared-error', 'tanh']); // prettier-ignore
  },
  'a person’s own samples keep what is put aside, and features where there are two inputs'() {
    const own = merge(notebook, { data: { name: 'moons', testShare: 0.2, features: ['x1'], standardise: true } });
    const kept = { testShare: 0.2, standardise: true };
    equal(withPoints(own, [{ x: [1, 2], y: [1] }]).data.features, ['x1']);
    const { points, ...other } = withPoints(own, [{ x: [1], y: [1] }]).data;
    equal(same(other, kept), true);
  },
  'each layer keeps its own activation when a layer comes or goes'() {
    const own = merge(notebook, { network: { layers: [4, 3, 2, 1], activation: ['tanh', 'relu', 'sigmoid'] } });
    const activation = (/** @type {number[]} */ layers) => withValue(own, 'network.layers', layers).network.activation;
    equal(activation([4, 3, 1]), ['tanh', 'relu'], 'the last hidden layer goes');
    equal(activation([3, 2, 1]), ['relu', 'sigmoid'], 'the first goes');
    equal(activation([4, 3, 2, 2, 1]), ['tanh', 'relu', 'sigmoid', 'sigmoid']);
    equal(activation([4, 1]), 'tanh');
    equal(withValue(notebook, 'network.layers', [1]).network.activation, 'tanh');
  },
  'a cross-entropy brings the linear output that it needs'() {
    const changed = withValue(notebook, 'training.loss', 'binary-cross-entropy');
    equal([changed.training.loss, changed.network.outputActivation], ['binary-cross-entropy', 'linear']);
    equal(withValue(notebook, 'training.loss', 'hinge').network.outputActivation, 'tanh');
  },
  'an edit holds from its own step on'() {
    const edited = withEdit(notebook, 12, { [RATE]: 0.1 });
    equal(
      [11, 12, 40].map((step) => inForce(edited, RATE, step)),
      [0.05, 0.1, 0.1],
    );
  },
  'the last of several edits holds'() {
    const edited = withEdit(withEdit(notebook, 12, { [RATE]: 0.1 }), 5, { [RATE]: 0.2 });
    equal(
      [4, 5, 11, 12].map((step) => inForce(edited, RATE, step)),
      [0.05, 0.2, 0.2, 0.1],
    );
  },
  'edits stand in the order of their steps, one a step'() {
    let recipe = withEdit(notebook, 31, { [W]: 0.8 });
    recipe = withEdit(recipe, 12, { [RATE]: 0.1 });
    recipe = withEdit(recipe, 31, { [RATE]: 0.3 });
    recipe = withEdit(recipe, 31, { [W]: 5 });
    equal(recipe.edits, [
      { step: 12, set: { [RATE]: 0.1 } },
      { step: 31, set: { [W]: 5, [RATE]: 0.3 } },
    ]);
  },
  'taking back one name leaves the others of that step'() {
    const recipe = withEdit(notebook, 31, { [W]: 0.8, [RATE]: 0.3 });
    equal(withoutEdit(recipe, 0, W).edits, [{ step: 31, set: { [RATE]: 0.3 } }]);
    equal(withoutEdit(withoutEdit(recipe, 0, W), 0, RATE).edits, []);
    equal(withoutEdit(recipe, 0).edits, []);
    equal(withoutEdit(recipe, 9), recipe);
  },
  'a setting moved back to what it was leaves no edit'() {
    const moved = withSettingAt(notebook, 20, RATE, 0.4);
    equal(moved.edits.length, 1);
    equal(withSettingAt(moved, 20, RATE, 0.05).edits, []);
  },
  'a setting may be moved back by an edit at a later step'() {
    const moved = withSettingAt(notebook, 20, RATE, 0.4);
    equal(withSettingAt(moved, 30, RATE, 0.05).edits.length, 2);
  },
  'recipes share the steps before the first edit in which they differ'() {
    const early = withEdit(notebook, 12, { [RATE]: 0.1 });
    const both = withEdit(early, 31, { [W]: 0.8 });
    equal(sharedSteps(notebook, notebook), Infinity);
    equal(sharedSteps(notebook, early), 12);
    equal(sharedSteps(early, both), 31);
    equal(sharedSteps(both, withoutEdit(both, 0)), 12);
    equal(sharedSteps(both, withEdit(both, 31, { [W]: 0.9 })), 31);
  },
  'recipes of different networks share nothing'() {
    equal(sharedSteps(notebook, merge(notebook, { network: { seed: 1 } })), 0);
    equal(sharedSteps(notebook, merge(notebook, { training: { zeroGrad: false } })), 0);
  },
  'the order of names does not matter, and a missing name is null'() {
    equal(same({ a: 1, b: [1, { c: null }] }, { b: [1, {}], a: 1 }), true);
    equal(same({ a: 1 }, { a: 1, b: 0 }), false);
    equal(same([1, 2], [1, 2, 3]), false);
  },
};
