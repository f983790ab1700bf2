// The graph of the moment at three depths: a picture, and beside it the same as a tree and as a table.
import { h } from '../dom.js';
import { asksToEdit } from '../in-place.js';
import { onThemeChange } from '../theme.js';
import { boxesOf, boxOf, markSelected } from './boxes.js';
import { setAttribute } from './dom.js';
import { nextExtents } from './extents.js';
import { insetsOf, onBanners } from './insets.js';
import { listenToStageKeys } from './keys.js';
import { createLegend } from './legend.js';
import { createModel, renumber } from './model.js';
import { networkOf } from './network.js';
import { createNotice } from './notice.js';
import { createPicture, LEGIBLE } from './picture.js';
import { createPointing } from './pointing.js';
import { SceneBuilder } from './scene.js';
import { arrangementFor, createScenes } from './scenes.js';
import { createSetting } from './setting.js';
import { createSweep } from './sweep.js';
import { createTable } from './table.js';
import { readTheme } from './theme.js';
import { createToolbar } from './toolbar.js';
import { createTooltip } from './tooltip.js';
import { tracesIn } from './traces.js';
import { createTree } from './tree.js';

/** @typedef {import('../types.d.ts').State} State */
/** @typedef {import('../types.d.ts').Store} Store */
/** @typedef {import('../types.d.ts').Actions} Actions */
/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./view.js').View} View */

/** What of the state the stage shows. @type {(keyof State)[]} */
const SHOWN = [
  'frame',
  'graph',
  'graphProblem',
  'parameters',
  'recipe',
  'data',
  'sample',
  'depth',
  'open',
  'selected',
  'edges',
  'playing',
  'wrong',
];
/** Of more neurons the maps could not be seen, and would cost too much of a frame. */
const MOST_MAPS = 80;

/** The picture, and the state of which it is. @typedef {import('../export/drawing.js').Drawing & {shown: State}} Shown */
const REDUCED = matchMedia('(prefers-reduced-motion: reduce)');
/** On a phone a map would be as large as a letter. */
const NARROW = matchMedia('(max-width: 760px)');

/**
 * @param {HTMLElement} element @param {Store} store @param {Actions} actions @param {import('../types.d.ts').Questions} questions
 * @param {(drawing: () => Shown) => HTMLElement[]} [tools] what else stands beside the zoom, made from what is drawn
 */
export function mountStage(element, store, actions, questions, tools = () => []) {
  let state = store.get();
  let named = state.parameters;
  let network = networkOf(named, state.recipe.data?.features);
  /** @type {Model | null} */
  let model = null;
  let scenes = createScenes(network, model);
  /** @type {import('./toolbar.js').Local} */
  const local = { show: 'picture', arrangement: arrangementFor(network) };
  /** Whether someone has chosen how the scalars stand. */
  let arranged = false;
  /** What the scene was made from; another shape, another scene. */
  let shape = '';
  /** What the eye was set for; anything else, another view. */
  let framing = '';
  let scenesMade = 0;
  /** @type {string[]} */
  let opened = [...state.open];
  /** What was selected in the picture itself, where it must not move under the pointer. @type {string | null} */
  let picked = null;
  let sought = false;
  /** Fetched when they are needed. @type {import('./neuron-maps.js').NeuronMaps | null} */
  let maps = null;
  let asked = false;

  /** @type {View} */
  const view = {
    scene: new SceneBuilder().finish(),
    model: null,
    shown: null,
    camera: { x: 0, y: 0, scale: 1 },
    width: 0,
    height: 0,
    density: 1,
    theme: readTheme(element),
    extents: { data: 0, gradient: 0, weight: 0, weightGradient: 0 },
    weights: state.frame.values,
    gradients: state.frame.gradients,
    edgesBy: state.edges,
    maps: null,
  };

  const picture = createPicture(view, {
    insets,
    focus,
    still: () => REDUCED.matches,
    looked() {
      drawLegend();
      setting.place();
    },
    rescened() {
      mark();
      setting.place();
    },
    grown() {
      bringSelectedIntoSight();
      drawLegend();
      pointing.again();
    },
  });
  const tooltip = createTooltip();
  const legend = createLegend();
  const notice = createNotice();
  const canvasHost = h('div', { class: 'stage-view' });
  const pictureBox = h('div', { class: 'stage-picture', 'aria-hidden': 'true' }, canvasHost);
  canvasHost.append(...picture.canvases, tooltip.element);
  const toolbar = createToolbar(actions, {
    show(show) {
      setting.leave();
      local.show = show;
      write(update(state));
      // The tree covers a part of the picture, which makes room for it.
      picture.again(true);
      if (show === 'tree') tree.focus();
    },
    arrange(arrangement) {
      local.arrangement = arrangement;
      arranged = true;
      write(update(state));
    },
    zoom: (factor) => zoomAtCentre(factor),
    fit: () => picture.fit(),
  });
  const sweep = createSweep(view, picture, questions, {
    still: () => REDUCED.matches,
    begun: () => store.get().playing && actions.pause(),
    resized() {
      body.toggleAttribute('data-sweep', view.shown !== null);
      picture.again(true);
    },
  });
  toolbar.bar.append(sweep.buttons);
  toolbar.zoom.prepend(sweep.card);
  const setting = createSetting(view, store, actions, {
    ...{ state: () => state, network: () => network, insets, boxOf: (id) => boxOf(view, id) },
    reveal: (boxes) => picture.reveal(boxes),
  });
  const tree = createTree(actions, {
    edit(item, row) {
      const name = item.node >= 0 ? setting.parameterOf(item.node) : (state.parameters[item.parameter] ?? '');
      if (!name) setting.sayWhy(item.node);
      else if (local.show === 'tree') setting.openOver(name, row, tree.element);
      else setting.open(name);
    },
    focused(item) {
      picture.marks.focus = boxesOf(view, item?.marks);
      if (picture.marks.focus.length) picture.reveal(picture.marks.focus);
      pointing.again();
      picture.invalidate('overlay');
    },
    pan: (dx, dy) => picture.pan(dx, dy),
  });
  const table = createTable(actions, {
    edit(node, cell) {
      const name = setting.parameterOf(node);
      if (name) setting.openOver(name, cell, table.element);
      else setting.sayWhy(node);
    },
  });
  for (const { element } of [tree, table]) element.addEventListener('scroll', setting.place, { passive: true });
  const picking = {
    ...actions,
    /** @param {string | null} id */
    select(id) {
      picked = id;
      actions.select(id);
    },
  };
  const pointing = createPointing(canvasHost, view, picture, tooltip, picking, setting, {
    state: () => state,
    network: () => network,
    focus: () => (local.show === 'picture' ? tree.current() : null),
  });
  const body = h(
    'div',
    { class: 'stage' },
    toolbar.bar,
    pictureBox,
    toolbar.zoom,
    legend.element,
    notice.element,
    sweep.live,
    tree.element,
    table.element,
    setting.layer,
  );
  element.append(body);
  toolbar.zoom.append(...tools(drawn));

  function insets() {
    return insetsOf(view, { stage: canvasHost, toolbar, legend, side: local.show === 'tree' ? tree.element : null });
  }

  /** @returns {Shown} */
  function drawn() {
    picture.settle();
    return { view, marks: picture.marks, shown: state };
  }

  function zoomAtCentre(/** @type {number} */ factor) {
    picture.zoom(view.width / 2, view.height / 2, factor);
  }

  /** What a picture that is too large to be read as a whole begins with: what is selected or opened, or else the loss. */
  function focus() {
    const { boxOfKey } = view.scene;
    if (state.depth === 'scalars') {
      const selected = state.selected ? boxOf(view, state.selected) : -1;
      return selected >= 0 ? selected : (boxOfKey.get('loss') ?? (model ? boxOf(view, model.ids[model.root]) : -1));
    }
    return boxOfKey.get(opened[opened.length - 1] ?? '') ?? -1;
  }

  function mark() {
    const { marks } = picture;
    marks.hoverBox = marks.hoverEdge = -1;
    markSelected(view, marks, state);
    marks.focus = boxesOf(view, tree.current()?.marks);
    marks.wrong = boxesOf(view, state.wrong);
    drawnTraces();
    sweep.stand();
  }

  function editSelected() {
    const { selected, parameters } = state;
    const node = model?.index.get(selected ?? '') ?? -1;
    const name = setting.parameterOf(node) || (selected && parameters.includes(selected) ? selected : '');
    if (name) setting.open(name);
    else setting.sayWhy(node);
  }

  /** Whether every scalar of a group is seen by itself. @param {string} group */
  function single(group) {
    const { depth } = state;
    if (depth === 'scalars' && (local.arrangement === 'ranks' || !network.layers.length)) return true;
    return (depth === 'scalars' || opened.includes(group)) && scenes.inside(group) !== null;
  }

  function drawnTraces() {
    const { traces } = store.get();
    picture.marks.traces = traces?.length && model ? tracesIn(view.scene, model, state.parameters, traces) : [];
  }

  function bringSelectedIntoSight() {
    const { selectedBox } = picture.marks;
    if (sought && selectedBox >= 0 && view.width) picture.reveal([selectedBox]);
    sought = false;
  }

  /** @param {Map<string, number>} open */
  function sceneWith(open) {
    const { activation, outputActivation } = state.recipe.network;
    const { top, right, bottom, left } = insets();
    return scenes.scene({
      depth: state.depth,
      arrangement: local.arrangement,
      open,
      width: view.width - left - right,
      height: view.height - top - bottom,
      activation,
      outputActivation,
      maps: view.maps !== null,
    });
  }

  function rebuild() {
    picture.settle();
    view.scene = sceneWith(new Map(opened.map((group) => [group, 1])));
    mark();
    picture.invalidate('ground', 'values', 'overlay');
  }

  /** @param {string} group @param {string[]} open */
  function grow(group, open) {
    const opening = open.includes(group);
    const others = open.filter((other) => other !== group);
    opened = open;
    picture.grow(
      group,
      (t) => {
        const share = opening ? t : 1 - t;
        return sceneWith(
          new Map([...others.map((other) => /** @type {[string, number]} */ ([other, 1])), [group, share]]),
        );
      },
      open.length === 0,
    );
  }

  /** Draws; answers what tells of what is pointed at. @param {State} next */
  function update(next) {
    const before = state;
    state = next;
    takeNumbers();
    toolbar.set(state, local);
    setAttribute(body, 'data-show', local.show);
    const shapeNow = [network.key, scenesMade, state.depth, local.arrangement, view.maps !== null].join();
    const framingNow = [network.key, state.depth, local.arrangement].join();
    const toggled = difference(opened, state.open);
    if (shapeNow !== shape || (toggled.length && (toggled.length > 1 || state.depth !== 'neurons' || !view.width))) {
      const reframe = framingNow !== framing || !picture.moved;
      [shape, framing] = [shapeNow, framingNow];
      opened = [...state.open];
      rebuild();
      if (reframe) picture.home();
    } else if (toggled.length) {
      grow(toggled[0], [...state.open]);
    }
    sweep.set(model, { layers: state.depth === 'network', single }, shape + opened.join(), state.playing);
    if (before.edges !== state.edges) picture.invalidate('ground');
    if (before.wrong !== state.wrong) mark();
    if (before.selected !== state.selected) {
      mark();
      sought = state.selected !== picked;
      picked = null;
    }
    if (!picture.growing) bringSelectedIntoSight();
    picture.renumbered(state.depth !== 'scalars' || local.arrangement === 'neurons');
    tree.set(state, model, network);
    const tellFound = pointing.found();
    if (!picture.growing) picture.draw();
    return tellFound;
  }

  /** @param {() => void} tellFound */
  function write(tellFound) {
    tellFound();
    drawLegend();
    notice.set(state);
    setting.place();
    tree.write();
    table.set(state, model, local.show === 'table');
  }

  function takeNumbers() {
    const { frame, graph, parameters } = state;
    let other = false;
    if (parameters !== named) {
      named = parameters;
      const networkNow = networkOf(parameters, state.recipe.data?.features);
      other = networkNow.key !== network.key || String(networkNow.inputs) !== String(network.inputs);
      if (other) network = networkNow;
      if (!arranged) local.arrangement = arrangementFor(network);
    }
    if (!graph) {
      other ||= model !== null;
      model = null;
    } else if (model?.topology === graph.topology) {
      renumber(model, graph);
    } else {
      model = createModel(graph);
      other = true;
    }
    if (other) {
      scenes = createScenes(network, model);
      scenesMade++;
    }
    view.model = model;
    view.weights = frame.values;
    view.gradients = frame.gradients;
    view.edgesBy = state.edges;
    view.extents = nextExtents(view.extents, model, frame.values, frame.gradients);
    takeMaps();
  }

  /** Neurons have maps where there is a plane, and not so many of them that no map could be seen. */
  function takeMaps() {
    const neurons = network.layers.reduce((sum, layer) => sum + layer.length, 0);
    const suits =
      state.data?.inputs === 2 && neurons > 0 && neurons <= MOST_MAPS && state.depth === 'neurons' && !NARROW.matches;
    if (suits && !asked) {
      asked = true;
      void import('./neuron-maps.js').then(({ createNeuronMaps }) => {
        maps = createNeuronMaps();
        write(update(state));
        picture.draw();
      });
    }
    view.maps = suits ? maps : null;
    view.maps?.update(state, view.theme, store.get().veil !== null);
  }

  function drawLegend() {
    const weights = view.scene.parameter.some((p) => p >= 0);
    const far = state.depth !== 'network' && view.camera.scale < LEGIBLE.least - 1e-6 && view.width > 0;
    const rest = !picture.moved && picture.beyond() ? 'Drag to see the rest. Fit shows all of it.' : '';
    legend.set(
      view.theme,
      view.extents,
      state.edges,
      weights,
      state.depth !== 'network',
      far ? 'Zoom in to read every number.' : rest,
    );
  }

  listenToStageKeys(() => local.show !== 'table', {
    edits: (event) => state.selected !== null && asksToEdit(event, isNowhere(event.target)),
    edit: editSelected,
    zoom: zoomAtCentre,
    fit: () => picture.fit(),
    find: () => tree.find(),
  });

  /** Whether nothing else has the focus. @param {EventTarget | null} target */
  function isNowhere(target) {
    return target === document.body || target === element.closest('#stage');
  }

  new ResizeObserver(() => {
    picture.resize(canvasHost.clientWidth, canvasHost.clientHeight);
    if (!view.width) return;
    rebuild();
    picture.again();
    picture.draw();
    drawLegend();
    setting.place();
  }).observe(canvasHost);

  // A message that comes covers a part of the picture, which makes room for it.
  onBanners(() => view.width && picture.again(true));

  onThemeChange(() => {
    view.theme = readTheme(element);
    takeMaps();
    picture.invalidate('ground', 'values', 'overlay');
    drawLegend();
  });

  picture.resize(canvasHost.clientWidth, canvasHost.clientHeight);
  write(update(state));
  store.subscribe((next, before) => {
    if (SHOWN.some((key) => next[key] !== before[key])) {
      const tellFound = update(next);
      // Not before the other panels have drawn: a canvas that is told its font has the styles of all that was written computed.
      queueMicrotask(() => write(tellFound));
    }
    if (next.traces !== before.traces) {
      drawnTraces();
      picture.invalidate('overlay');
    }
  });
}

/** @param {string[]} a @param {string[]} b */
function difference(a, b) {
  return [...a.filter((x) => !b.includes(x)), ...b.filter((x) => !a.includes(x))];
}
