import { createActions } from './actions.js';
import { createAddress } from './address.js';
import { createAnnouncer } from './announcer.js';
import { setText } from './dom.js';
import { mountEmbed } from './embed.js';
import { fileName, words } from './export/moment.js';
import { momentFile, RUN_FILES } from './export/run-files.js';
import { createSave } from './export/save.js';
import { mountHealth } from './explain/health.js';
import { createGraphs } from './graphs.js';
import { createHistory } from './history.js';
import { parse } from './json.js';
import { later } from './later.js';
import { mountLesson } from './lesson.js';
import { createMoments } from './moments.js';
import { mountEdits } from './panels/edits.js';
import { mountFilm } from './panels/film.js';
import { mountKeyboard } from './panels/keyboard.js';
import { mountLoss } from './panels/loss.js';
import { mountPredictions } from './panels/predictions.js';
import { mountPlaying } from './panels/playing.js';
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
import { createVeil } from './practice/veil.js';
import { createServer } from './server.js';
import { storeInSight } from './sight.js';
import { mountStage } from './stage/stage.js';
import { createStore, initialState } from './state.js';
import { createStepping } from './stepping.js';

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
const go = createStepping(store, moments, ({ run, recipe, parameters }, step) =>
  server
    .about({ run, recipe }, step, 'shares', { parameter: parameters[0], most: 1 })
    .then(({ samples, from, to }) => samples ?? Array.from({ length: to - from }, (_, i) => from + i)),
);
const actions = createActions(store, moments, history, go);
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
    files: RUN_FILES,
    written: async (shown, { form }) =>
      form === null
        ? momentFile(shown)
        : server.fileText({ run: shown.run, recipe: shown.recipe }, shown.frame.step, form),
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

async function compare() {
  const { mountCompare } = await import('./compare/panel.js');
  return seen((element, own) => mountCompare(element, own, actions, server));
}

async function importLink() {
  const { openImport } = await import('./imports/dialog.js');
  openImport(find('#dialogs'), actions, server);
}

async function share() {
  const { openShare } = await import('./share/dialog.js');
  await openShare(find('#dialogs'), store, first.shortLinks, address.query);
}

/** @param {{ id: string, made: string }} link */
async function compareWithLink(link) {
  const { checkLink } = await import('./share/reproduction.js');
  await checkLink(store, link);
}

/** @param {(files: typeof import('./share/open-file.js')) => void} open */
async function withFiles(open) {
  open(await import('./share/open-file.js'));
}

async function editSamples() {
  const { openSamples } = await import('./samples/dialog.js');
  openSamples(find('#dialogs'), store, actions, server);
}

/** @type {(nothing?: unknown) => void} */
let listParameters = () => {};
/** Resolves when the parameters come near to sight. */
const listed = new Promise((resolve) => void (listParameters = resolve));

async function parameters() {
  // Who chooses one of them must not have the page grow above it: what explains it is there before.
  listParameters();
  await Promise.all([
    import('./panels/inspector.js'),
    import('./explain/slope.js'),
    import('./explain/update.js'),
    import('./explain/surface.js'),
  ]);
  return seen((await import('./panels/parameters.js')).mountParameters);
}

/** @returns {Promise<Mount>} */
async function practice() {
  const { mountPractice } = await import('./practice/panel.js');
  const byHand = first.view.practice === null;
  return (element, store, actions, questions) => mountPractice(element, store, actions, questions, byHand);
}

async function inspector() {
  const { mountInspector } = await import('./panels/inspector.js');
  // Its paths are drawn in the picture, which may be seen when it is not.
  return seen((element, own, _, asked) => mountInspector(element, own, actions, asked, questions));
}

/** @typedef {Readonly<import('./types.d.ts').State>} State */
/** @param {State} state */
const selects = ({ selected }) => selected !== null;
/** @param {State} state */
const practises = ({ practice }) => practice !== null;
/** Of two inputs there is a plane. @param {State} state */
const hasMap = ({ data }) => data.inputs === 2;

/** @param {State} state */
const hasLine = ({ data }) => data.inputs === 1 && data.outputs === 1;

/**
 * The panels, and where they stand. They draw in this order: canvases first, since one that is told its font has the styles of
 * all that was written before computed.
 * @type {[string, Mount][]}
 */
const PANELS = [
  ['#stage .panel-body', seen((element, own) => mountStage(element, own, actions, questions, saving))],
  ['#map .panel-body', later(async () => seen((await import('./panels/map.js')).mountMap), hasMap)],
  ['#bend .panel-body', later(async () => seen((await import('./panels/bend.js')).mountBend), hasMap)],
  ['#curve .panel-body', later(async () => seen((await import('./panels/curve.js')).mountCurve), hasLine)],
  ['#loss .panel-body', seen(mountLoss)],
  ['#film', mountFilm],
  ['#tabs', mountTabs],
  ['#banners', mountProblem],
  ['#recipe .panel-body', (element) => mountRecipe(element, store, actions, editSamples)],
  ['#recipe .panel-body', mountPlaying],
  ['#edits .panel-body', mountEdits],
  ['#transport', mountTransport],
  ['#readout', mountReadout],
  ['#practice .panel-body', later(practice, practises)],
  ['#health .panel-body', seen(mountHealth)],
  ['#predictions .panel-body', seen(mountPredictions)],
  ['#compare .panel-body', later(compare)],
  ['#inspector .panel-body', later(inspector, selects, listed)],
  ['#slope .panel-body', later(async () => seen((await import('./explain/slope.js')).mountSlope), selects, listed)],
  ['#update .panel-body', later(async () => seen((await import('./explain/update.js')).mountUpdate), selects, listed)],
  [
    '#surface .panel-body',
    later(async () => seen((await import('./explain/surface.js')).mountSurface), selects, listed),
  ],
  ['#parameters .panel-body', later(parameters)],
  [
    '#tools',
    (element) =>
      mountPresets(element, store, actions, importLink, () => withFiles(({ chooseFile }) => chooseFile(store, server))),
  ],
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

mountLesson(find('#banners'), store);
mountEmbed(find('.wordmark a'), address.query);
const announcer = createAnnouncer(find('#live'), store);
const keyboard = mountKeyboard(find('#dialogs'), store, actions);
mountTools(find('#tools'), { say: announcer.say, keys: keyboard.open, flush: address.flush, share });
if (first.link) void compareWithLink(first.link);

const step = find('#header-step');
const showStep = () => setText(step, store.get().frame.step.toLocaleString('en'));
showStep();
store.subscribe((state, before) => {
  if (state.frame.step !== before.frame.step) showStep();
});

// A moment that was saved as a file opens where it is dropped. Other files mean nothing here, and do not take the page away.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) void withFiles(({ openFile }) => openFile(file, store, server));
});
