import { createActions } from './actions.js';
import { createAddress } from './address.js';
import { createAnnouncer } from './announcer.js';
import { setText } from './dom.js';
import { fileName, words } from './export/moment.js';
import { createSave } from './export/save.js';
import { mountHealth } from './explain/health.js';
import { mountSlope } from './explain/slope.js';
import { mountSurface } from './explain/surface.js';
import { mountUpdate } from './explain/update.js';
import { createGraphs } from './graphs.js';
import { createHistory } from './history.js';
import { parse } from './json.js';
import { createMoments } from './moments.js';
import { mountEdits } from './panels/edits.js';
import { mountFilm } from './panels/film.js';
import { mountInspector } from './panels/inspector.js';
import { mountKeyboard } from './panels/keyboard.js';
import { mountLoss } from './panels/loss.js';
import { mountMap } from './panels/map.js';
import { mountParameters } from './panels/parameters.js';
import { mountPredictions } from './panels/predictions.js';
import { mountPresets } from './panels/presets.js';
import { mountProblem } from './panels/problem.js';
import { mountReadout } from './panels/readout.js';
import { mountRecipe } from './panels/recipe.js';
import { mountTabs } from './panels/tabs.js';
import { mountTools } from './panels/tools.js';
import { mountTransport } from './panels/transport.js';
import { createPlayer } from './player.js';
import { createQuestions } from './questions.js';
import { mountPracticeButton } from './practice/button.js';
import { mountPractice } from './practice/panel.js';
import { createVeil } from './practice/veil.js';
import { createServer } from './server.js';
import { storeInSight } from './sight.js';
import { mountStage } from './stage/stage.js';
import { createStore, initialState } from './state.js';

/** @typedef {import('./history.js').Cause} Cause */
/** @typedef {import('./types.d.ts').Mount} Mount */

/** @type {import('./types.d.ts').Moment} */
const first = parse(document.body.dataset.moment ?? '');
const graphs = createGraphs();
if (first.topology) graphs.learn(first.topology);
const store = createStore(initialState(first, first.graph && graphs.of(first.graph)));
createVeil(store);
/** @type {import('./actions.js').History} */
const history = createHistory(store);
const server = createServer(graphs);
const moments = createMoments(store, server, (before, cause) => {
  const left = { recipe: before.recipe, step: before.frame.step };
  address.recipeReplaced(history.replaced(left, /** @type {Cause} */ (cause), performance.now()));
});
const address = createAddress(store, ({ recipe, step, sample, ...view }) => {
  store.set({ ...view, playing: false });
  moments.aim({ recipe, step, sample, keep: step, cause: { kind: 'travel' } });
});
const actions = createActions(store, moments, history);
/** @param {import('./types.d.ts').Store} store */
const questionsOf = (store) =>
  createQuestions(
    store,
    ({ run, recipe, frame, sample }, { what, about, post }) =>
      server.about({ run, recipe }, frame.step, what, { sample, ...about }, post && { sample, ...post }),
    (error) => (error instanceof Error ? error.message : String(error)),
  );
const questions = questionsOf(store);
createPlayer(store, moments);
// The server writes into the page as much of a long run as it has the time for, and a graph if it is not too large.
moments.aim({ step: first.frame.stopped ? first.frame.step : first.step });

/** @param {string} selector @returns {HTMLElement} */
function find(selector) {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`The page has no ${selector}`);
  return element;
}

/** @param {() => import('./stage/stage.js').Shown} drawing */
function saving(drawing) {
  const { button, menu } = createSave({
    drawing,
    name: fileName,
    title: words,
    text: ({ run, recipe, frame, sample }, form) =>
      server.graphText({ run, recipe }, frame.step, sample, form === 'dot' ? 'text/vnd.graphviz' : 'application/json'),
  });
  return [button, menu];
}

/** A panel that does nothing where nobody can see it. @param {Mount} mount @returns {Mount} */
function seen(mount) {
  return (element, store, actions) => {
    const own = storeInSight(store, /** @type {HTMLElement} */ (element.closest('.panel') ?? element));
    mount(element, own, actions, questionsOf(own));
  };
}

/**
 * The panels, and where they stand. They draw in this order: canvases first, since one that is told its font has the styles of
 * all that was written before computed.
 * @type {[string, Mount][]}
 */
const PANELS = [
  ['#stage .panel-body', seen((element, own) => mountStage(element, own, actions, questions, saving))],
  ['#map .panel-body', seen(mountMap)],
  ['#loss .panel-body', seen(mountLoss)],
  ['#film', mountFilm],
  ['#tabs', mountTabs],
  ['#banners', mountProblem],
  ['#recipe .panel-body', mountRecipe],
  ['#edits .panel-body', mountEdits],
  ['#transport', mountTransport],
  ['#readout', mountReadout],
  ['#practice .panel-body', mountPractice],
  ['#health .panel-body', seen(mountHealth)],
  ['#predictions .panel-body', seen(mountPredictions)],
  // Its paths are drawn in the picture, which may be seen when it is not.
  ['#inspector .panel-body', seen((element, own, _, asked) => mountInspector(element, own, actions, asked, questions))],
  ['#slope .panel-body', seen(mountSlope)],
  ['#update .panel-body', seen(mountUpdate)],
  ['#surface .panel-body', seen(mountSurface)],
  ['#parameters .panel-body', seen(mountParameters)],
  ['#tools', mountPresets],
  ['#tools', mountPracticeButton],
];

for (const [selector, mount] of PANELS) {
  // One panel that cannot start must not take the page with it.
  try {
    mount(find(selector), store, actions, questions);
  } catch (error) {
    reportError(error);
  }
}

const announcer = createAnnouncer(find('#live'), store);
const keyboard = mountKeyboard(find('#dialogs'), store, actions);
mountTools(find('#tools'), { say: announcer.say, keys: keyboard.open, flush: address.flush });

const step = find('#header-step');
const showStep = () => setText(step, store.get().frame.step.toLocaleString('en'));
showStep();
store.subscribe((state, before) => {
  if (state.frame.step !== before.frame.step) showStep();
});
