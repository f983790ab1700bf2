// The two figures of the stage: a frame in which every value of a large graph changes, and opening a neuron. Measured,
// not asserted: what a machine takes says as much about the machine.
import { createModel, renumber } from '/web/stage/model.js';
import { networkOf } from '/web/stage/network.js';
import { fit, pan, zoomAt } from '/web/stage/camera.js';
import { createPicture } from '/web/stage/picture.js';
import { createScenes } from '/web/stage/scenes.js';
import { nextExtents } from '/web/stage/extents.js';
import { readTheme } from '/web/stage/theme.js';
import { mlp } from './stage/graphs.js';

const [WIDTH, HEIGHT] = [1440, 900];
const FRAMES = 120;
const MOMENTS = 4;
const INSETS = { top: 20, right: 20, bottom: 20, left: 20 };

/** @param {number[]} times @param {number} share */
function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] * 100) / 100;
}

/**
 * Times are milliseconds; nodes are boxes and operations, counted as they are drawn. A frame is: other numbers in every
 * node, a step of panning and zooming, all that is drawn, and its pixels.
 */
export async function measure() {
  const moments = Array.from({ length: MOMENTS }, (_, i) =>
    mlp({ inputs: 2, layers: [16, 16, 1], samples: 10, sample: 'all', seed: i + 1 }),
  );
  const { graph, parameters, frame } = moments[0];
  const model = createModel(graph);
  const network = networkOf(parameters);
  const scenes = createScenes(network, model);
  /** @type {Omit<Parameters<typeof scenes.scene>[0], 'depth' | 'open'>} */
  const wanted = { arrangement: 'ranks', width: WIDTH, height: HEIGHT, activation: 'tanh', outputActivation: 'tanh' };
  const began = performance.now();
  const scene = scenes.scene({ ...wanted, depth: 'scalars', open: new Map() });
  const layoutMs = Math.round(performance.now() - began);

  const view = {
    scene,
    model,
    shown: null,
    camera: fit(scene.bounds, WIDTH, HEIGHT, INSETS),
    width: 0,
    height: 0,
    density: 0,
    theme: readTheme(document.documentElement),
    extents: nextExtents({ data: 0, gradient: 0, weight: 0, weightGradient: 0 }, model, frame.values, frame.gradients),
    weights: frame.values,
    gradients: frame.gradients,
    edgesBy: /** @type {const} */ ('weight'),
  };
  const nothing = () => {};
  const picture = createPicture(view, {
    insets: () => INSETS,
    focus: () => -1,
    still: () => true,
    looked: nothing,
    rescened: nothing,
    grown: nothing,
  });
  document.body.append(...picture.canvases);
  picture.resize(WIDTH, HEIGHT);
  picture.fit();
  picture.draw();

  /** @type {number[]} */
  const times = [];
  for (let i = 0; i < FRAMES; i++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const start = performance.now();
    const next = moments[i % MOMENTS];
    renumber(model, next.graph);
    view.extents = nextExtents(view.extents, model, next.frame.values, next.frame.gradients);
    const inwards = i % 60 < 30;
    picture.zoom(WIDTH * 0.4, HEIGHT / 2, inwards ? 1.1 : 1 / 1.1);
    picture.pan(inwards ? 4 : -4, 0);
    picture.draw();
    // A canvas may put its work off until the pixels are asked for.
    for (const canvas of picture.canvases) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
    times.push(performance.now() - start);
  }
  for (const canvas of picture.canvases) canvas.remove();

  return {
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    nodes: scene.boxes,
    layoutMs,
    openMs: openingMs(),
  };
}

/** The layout of opening one neuron of 2-16-16-1, the longest of its steps: the first, which reads the neuron's terms. */
function openingMs() {
  const { graph, parameters } = mlp({ inputs: 2, layers: [16, 16, 1], samples: 1 });
  const network = networkOf(parameters);
  const model = createModel(graph);
  /** @type {number[]} */
  const times = [];
  for (let i = 0; i < 16; i++) {
    const scenes = createScenes(network, model);
    const start = performance.now();
    scenes.scene({
      depth: 'neurons',
      arrangement: 'neurons',
      open: new Map([[`layer2.neuron${i + 1}`, 1]]),
      width: WIDTH,
      height: HEIGHT,
      activation: 'tanh',
      outputActivation: 'tanh',
    });
    times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
}
