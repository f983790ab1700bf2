import { NONE as NO_LESSON } from '../lesson.js';
import { leavesOf } from './actions.js';
import { literalsOf } from './place.js';

/**
 * @typedef {import('./types.d.ts').BoardState} BoardState
 * @typedef {import('./types.d.ts').PageBoard} PageBoard
 * @typedef {import('./types.d.ts').Shown} Shown
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').State} State
 */

/** What of a run the parts of the page that also show runs want to know, where there is none. */
const NO_RUN = {
  ...{ run: '', parameters: [], losses: [], reached: 0, settings: [], presets: [], datasets: [], limits: {} },
  data: { inputs: 0, outputs: 0, samples: [] },
  recipe: {
    version: 1,
    data: {},
    network: { layers: [], activation: '', outputActivation: '', bias: '', seed: 0, initialisation: '' },
    training: {
      ...{ loss: '', optimizer: '', learningRate: 0, schedule: /** @type {const} */ ('constant'), batchSize: null },
      ...{
        zeroGrad: true,
        l1: 0,
        l2: 0,
        momentum: 0,
        beta1: 0,
        beta2: 0,
        epsilon: 0,
        weightDecay: 0,
        order: '',
        orderSeed: 0,
        penalty: 'all',
      },
    },
    edits: [],
  },
};

/** @type {string[]} */
const NONE = [];

let sheets = 0;

/**
 * The frame of a sheet: its name is another one for every sheet, so that an answer about one is never taken for an answer
 * about another.
 * @param {number} value
 * @param {number[]} [values] of the leaves, which are its parameters
 * @returns {State['frame']}
 */
function frameOf(value, values = []) {
  const run = `sheet ${++sheets}`;
  return { run, step: 0, loss: value, trainLoss: value, learningRate: 0, values, gradients: [], outputs: [] };
}

/**
 * What changes with a sheet, all at once.
 * @param {Shown} shown @param {Graph} graph @param {string} draft
 */
export function showing(shown, graph, draft) {
  const literals = shown.source === draft ? literalsOf(draft, shown.sheet.names) : [];
  // What can be set in the picture: a number of the source only as long as it stands where it is said to stand.
  const leaves = leavesOf({ shown });
  const known = new Map(shown.sheet.names.map(({ name, value }) => [name, value]));
  return {
    shown,
    graph,
    literals,
    parameters: leaves,
    frame: frameOf(
      shown.sheet.value,
      leaves.map((name) => known.get(name) ?? NaN),
    ),
    wrong: shown.sheet.wrong.length ? shown.sheet.wrong : NONE,
  };
}

/**
 * The state with which the page begins.
 * @param {PageBoard} page
 * @param {Graph | null} graph
 * @returns {BoardState}
 */
export function initialState(page, graph) {
  const { source, overwrite, selected, leaves, rate, practice, sheet, mistake, problem, examples, defaults } = page;
  const inputs = new Map(Object.entries(sheet?.inputs ?? page.inputs));
  const there = sheet && graph ? showing({ source, inputs, overwrite, sheet }, graph, source) : null;
  return {
    ...NO_RUN,
    ...{ draft: source, inputs, overwrite, leaves, rate, examples, defaults },
    ...{ shown: null, graph: null, literals: [], frame: frameOf(NaN) },
    ...there,
    selected: there && sheet?.graph && graph?.topology.nodes.some(({ id }) => id === selected) ? selected : null,
    ...{ mistake: mistake ?? null, problem: problem ?? null, graphProblem: null, stepped: null },
    ...{ sample: 0, depth: 'scalars', open: [], edges: 'weight', axis: 'linear' },
    ...{ lesson: NO_LESSON, until: null, unit: /** @type {const} */ ('batch') },
    ...{ practice: practice ?? null, veil: null, beside: null },
    ...{ playing: false, speed: 1, busy: false, online: true, canUndo: false, canRedo: false },
  };
}
