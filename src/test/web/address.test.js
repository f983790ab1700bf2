import { queryOf } from '/web/address.js';
import { NONE } from '/web/lesson.js';
import { merge, withEdit } from '/web/recipe.js';
import { equal } from './assert.js';
import { notebook } from './recipes.js';

/** The rows of the table of settings that the server hands out, as far as an address needs them. */
const settings = /** @type {import('../../../web/types.d.ts').Setting[]} */ (
  /** @type {unknown} */ ([
    { field: 'data.name', key: 'data', type: 'choice', default: 'notebook' },
    { field: 'network.layers', key: 'layers', type: 'layers', default: [4, 4, 1] },
    { field: 'network.activation', key: 'activation', type: 'choices', default: 'tanh' },
    { field: 'data.samples', key: 'samples', type: 'integer', default: 200 },
    { field: 'network.seed', key: 'seed', type: 'integer', default: 1337 },
    { field: 'training.learningRate', key: 'rate', type: 'number', default: 0.05 },
    { field: 'training.schedule', key: 'schedule', type: 'schedule', default: 'constant' },
    { field: 'training.batchSize', key: 'batch', type: 'integer', default: null },
    { field: 'training.zeroGrad', key: 'zero', type: 'flag', default: true },
  ])
);

const place = {
  ...{
    recipe: notebook,
    step: 0,
    sample: /** @type {const} */ (0),
    depth: /** @type {const} */ ('neurons'),
    open: [],
    selected: null,
    beside: null,
  },
  ...{ edges: /** @type {const} */ ('weight'), axis: /** @type {const} */ ('linear'), practice: null },
  until: null,
  lesson: NONE,
};

/** @param {Partial<import('/web/address.js').Place>} patch */
const query = (patch) => queryOf({ ...place, ...patch }, settings);

export default {
  'what a teacher fixes stands in the address'() {
    const lesson = { task: 'Why? 50 %', hide: ['map', 'edits'], lock: ['rate'], present: true };
    equal(query({ lesson }), '?task=Why%3F%2050%20%25&hide=map,edits&lock=rate&present=on');
  },
  'the notebook’s first moment needs no word'() {
    equal(query({}), '');
  },
  'activations of each layer stand beside one another, and a schedule in its own order'() {
    const recipe = merge(notebook, {
      network: { activation: ['tanh', 'leaky-relu'] },
      training: { schedule: { name: 'step', every: 50, factor: 0.5 } },
    });
    equal(query({ recipe }), '?activation=tanh,leaky-relu&schedule=step:50:0.5');
  },
  'what differs from the defaults is said, by the settings’ own keys'() {
    const recipe = merge(notebook, {
      network: { layers: [8, 1], seed: -3 },
      training: {
        learningRate: 1e-7,
        schedule: { name: 'linear', end: 0.1, steps: 100 },
        batchSize: 2,
        zeroGrad: false,
      },
    });
    equal(query({ recipe }), '?layers=8&seed=-3&rate=1e-7&schedule=linear:0.1:100&batch=2&zero=off');
  },
  'a network without hidden layers says so'() {
    equal(query({ recipe: merge(notebook, { network: { layers: [1] } }) }), '?layers=');
  },
  'a person’s own points take the place of the data’s name'() {
    const points = [
      { x: [2, 3], y: [1] },
      { x: [-0.5, 0], y: [-1] },
    ];
    equal(query({ recipe: merge(notebook, { data: { points } }) }), '?points=2,3:1;-0.5,0:-1');
  },
  'edits are written one change after another'() {
    const rate = withEdit(notebook, 31, { 'layer2.neuron1.w3': 0.8, 'training.zeroGrad': false });
    const recipe = withEdit(rate, 12, { 'training.batchSize': null });
    equal(query({ recipe }), '?edits=12:training.batchSize=all;31:layer2.neuron1.w3=0.8;31:training.zeroGrad=off');
  },
  'the view is part of the moment'() {
    const selected = 'sample0/layer1.neuron2#3';
    equal(
      query({
        step: 47,
        sample: 'all',
        depth: 'scalars',
        open: ['layer1.neuron2', 'loss'],
        selected,
        beside: 'layer1.neuron1.b',
        edges: 'gradient',
        axis: 'log',
        until: { step: 9, loss: 0.01, accuracy: null },
      }),
      '?step=47&sample=all&depth=scalars&open=layer1.neuron2,loss&selected=sample0/layer1.neuron2%233&beside=layer1.neuron1.b&edges=gradient&axis=log&until=step:9,loss:0.01',
    );
  },
  'an exercise is part of the moment'() {
    equal(query({ practice: { asked: 'both', seed: 7, number: 1 } }), '?practice=7');
    equal(query({ practice: { asked: 'gradient', seed: 7, number: 4 } }), '?practice=gradient:7:4');
  },
  'a plus sign of a large number survives the address'() {
    const recipe = merge(notebook, { training: { learningRate: 1e21 } });
    equal(new URLSearchParams(query({ recipe })).get('rate'), '1e+21');
  },
};
