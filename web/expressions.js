import { createAnnouncer } from './announcer.js';
import { createSave } from './export/save.js';
import { createBoardActions } from './expression/actions.js';
import { createBoardAddress } from './expression/address.js';
import { mountBoard } from './expression/board.js';
import { createEvaluator } from './expression/evaluator.js';
import { mountExamples } from './expression/examples.js';
import { mountInputs } from './expression/inputs.js';
import { leafEditing } from './expression/leaf-editing.js';
import { mountKeys } from './expression/keys.js';
import { mountNames } from './expression/names.js';
import { mountReasons } from './expression/reasons.js';
import { choiceIn } from './expression/query.js';
import { initialState } from './expression/state.js';
import { mountStep } from './expression/step.js';
import { createGraphs } from './graphs.js';
import { createHistory } from './history.js';
import { parse } from './json.js';
import { formatSmall } from './numbers.js';
import { mountProblem } from './panels/problem.js';
import { mountTools } from './panels/tools.js';
import { mountPracticeButton } from './practice/button.js';
import { mountPractice } from './practice/panel.js';
import { createVeil } from './practice/veil.js';
import { createQuestions } from './questions.js';
import { createServer } from './server.js';
import { mountStage } from './stage/stage.js';
import { createStore } from './state.js';

/**
 * @typedef {import('./types.d.ts').Actions} Actions
 * @typedef {import('./expression/types.d.ts').BoardState} BoardState
 * @typedef {import('./expression/types.d.ts').BoardStore} BoardStore
 * @typedef {import('./expression/types.d.ts').Choice} Choice
 */

/** What the server can be asked about an expression that is differentiated in the wrong way. */
const TAKE_OVERWRITE = ['explanation', 'sweep'];

/** @type {import('./expression/types.d.ts').PageBoard} */
const page = parse(document.body.dataset.board ?? '');
const graphs = createGraphs();
if (page.sheet?.topology) graphs.learn(page.sheet.topology);
/** @type {BoardStore} */
const store = createStore(initialState(page, page.sheet && graphs.of(page.sheet.graph)));
createVeil(store);
const { post, postForText } = createServer(graphs);
const evaluator = createEvaluator(store, graphs, ({ source, inputs, overwrite }, topology) =>
  post('/api/expressions/sheet', {
    ...{ source, inputs: Object.fromEntries(inputs), overwrite, missing: page.defaults.missing },
    ...(topology === null ? {} : { topology }),
  }),
);
const address = createBoardAddress(store, (choice) => goTo(choice));
const actions = createBoardActions(store, post, evaluator, createHistory(store), address.turn);
const questions = createQuestions(
  store,
  (state, { what, about, post: told }) => {
    const { shown } = /** @type {BoardState} */ (state);
    if (!shown) return Promise.reject(new Error('There is no expression yet.'));
    const overwrite = shown.overwrite && TAKE_OVERWRITE.includes(what) ? { overwrite: true } : {};
    // Exercises are asked for at another address than answers are told to.
    const address = what === 'practice' && !told ? 'practice/series' : what;
    return post(`/api/expressions/${address}`, { ...expressionOf(shown), ...overwrite, ...about, ...told });
  },
  (error) => (error instanceof Error ? error.message : String(error)),
);

/** @param {import('./expression/types.d.ts').Shown} shown */
function expressionOf({ source, inputs }) {
  return { source, inputs: Object.fromEntries(inputs) };
}

/** @param {() => import('./stage/stage.js').Shown} drawing */
function saving(drawing) {
  const { button, menu } = createSave({
    ...{ drawing, name: () => 'glassgrad-expression', title: () => 'the graph of this expression' },
    text(state, form) {
      const { shown } = /** @type {BoardState} */ (state);
      if (!shown) return Promise.reject(new Error('There is no expression yet.'));
      const { overwrite } = shown;
      const type = form === 'dot' ? 'text/vnd.graphviz' : 'application/json';
      return postForText('/api/expressions', { ...expressionOf(shown), overwrite }, type);
    },
  });
  return [button, menu];
}

store.watch(({ practice, overwrite }) => {
  // What is practised is the right way.
  if (practice && overwrite) store.set({ overwrite: false });
});

/** @param {Choice} choice */
function goTo(choice) {
  evaluator.forget();
  store.set({ ...choice, stepped: null });
}

/** @param {string} selector @returns {HTMLElement} */
function find(selector) {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`The page has no ${selector}`);
  return element;
}

/** What of a run's actions the parts that also show runs may ask for here. @type {Actions} */
const asOfRun = /** @type {any} */ ({
  ...{ select: actions.select, dismissProblem: actions.dismissProblem },
  ...{ setDepth() {}, setEdges() {}, setSample() {}, toggleOpen() {}, pause() {}, play() {} },
  ...leafEditing(store, actions),
});

/** The panels, and where they stand. @type {[string, (element: HTMLElement) => unknown][]} */
const PANELS = [
  ['#board .panel-body', (element) => mountBoard(element, store, actions)],
  ['#inputs .panel-body', (element) => mountInputs(element, store, actions)],
  ['#step .panel-body', (element) => mountStep(element, store, actions)],
  ['#stage .panel-body', (element) => mountStage(element, store, asOfRun, questions, saving)],
  ['#names .panel-body', (element) => mountNames(element, store, actions)],
  ['#practice .panel-body', (element) => mountPractice(element, store, asOfRun, questions)],
  ['#inspector .panel-body', (element) => mountReasons(element, store, actions, questions)],
  ['#banners', (element) => mountProblem(element, store, asOfRun, questions)],
  ['#tools', (element) => mountExamples(element, store, actions)],
  ['#tools', (element) => mountPracticeButton(element, store, asOfRun, questions)],
];

for (const [selector, mount] of PANELS) {
  // One panel that cannot start must not take the page with it.
  try {
    mount(find(selector));
  } catch (error) {
    reportError(error);
  }
}

const announcer = createAnnouncer(find('#live'), store, (state) => {
  const { shown } = /** @type {BoardState} */ (state);
  return shown ? `${shown.sheet.statements.at(-1)?.name || 'The result'} is ${formatSmall(state.frame.loss)}` : '';
});
const keys = mountKeys(find('#dialogs'), actions);
mountTools(find('#tools'), { say: announcer.say, keys: keys.open, flush: address.flush });

// What was too long for the address is in the browser's history; what the address says wrongly stays in it until something changes.
if (!location.search && history.state) goTo(history.state);
else if (!page.problem) history.replaceState(choiceIn(store.get()), '');
