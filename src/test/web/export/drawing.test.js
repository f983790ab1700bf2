import { svgOf, visible, whole } from '/web/export/drawing.js';
import { escaped, SvgPen } from '/web/export/svg-pen.js';
import { fit, zoomAt } from '/web/stage/camera.js';
import { nextExtents } from '/web/stage/extents.js';
import { LAYERS } from '/web/stage/layers.js';
import { createModel } from '/web/stage/model.js';
import { networkOf } from '/web/stage/network.js';
import { createScenes } from '/web/stage/scenes.js';
import { readTheme } from '/web/stage/theme.js';
import { equal, ok, throws } from '../assert.js';
import { mlp } from '../stage/graphs.js';

const [WIDTH, HEIGHT] = [900, 640];
const INSETS = { top: 20, right: 20, bottom: 20, left: 20 };
/** Letters are smoothed differently within an image: so much of a picture that is full of them. */
const LETTERS = 0.004;
const NOTHING = {
  hoverBox: -1,
  hoverEdge: -1,
  selectedBox: -1,
  selectedEdge: -1,
  focus: [],
  wrong: [],
  traces: [],
  act: null,
};

/**
 * @param {Parameters<typeof mlp>[0]} graphs
 * @param {{depth?: 'neurons' | 'scalars', arrangement?: 'neurons' | 'ranks', open?: string[], zoom?: number}} [options]
 */
function drawing(graphs, { depth = 'scalars', arrangement = 'ranks', open = [], zoom = 1 } = {}) {
  const { graph, parameters, frame } = mlp(graphs);
  const model = createModel(graph);
  const scene = createScenes(networkOf(parameters), model).scene({
    ...{ depth, arrangement, activation: 'tanh', outputActivation: 'tanh' },
    ...{ width: WIDTH, height: HEIGHT, open: new Map(open.map((group) => [group, 1])) },
  });
  const none = { data: 0, gradient: 0, weight: 0, weightGradient: 0 };
  const view = {
    ...{ scene, model, width: WIDTH, height: HEIGHT, density: 1, theme: readTheme(document.documentElement) },
    camera: zoomAt(fit(scene.bounds, WIDTH, HEIGHT, INSETS), WIDTH / 2, HEIGHT / 2, zoom),
    extents: nextExtents(none, model, frame.values, frame.gradients),
    shown: null,
    ...{ weights: frame.values, gradients: frame.gradients, edgesBy: /** @type {const} */ ('weight') },
  };
  return { view, marks: { ...NOTHING, selectedBox: 3, hoverBox: 5, focus: [4] } };
}

function canvas() {
  const made = document.createElement('canvas');
  [made.width, made.height] = [WIDTH, HEIGHT];
  return /** @type {CanvasRenderingContext2D} */ (made.getContext('2d', { willReadFrequently: true }));
}

/** The share of pixels that look different when a picture is drawn and when its SVG is opened. @param {ReturnType<typeof drawing>} shown */
async function difference(shown) {
  const { view, marks } = visible(shown);
  const [drawn, layer, opened] = [canvas(), canvas(), canvas()];
  drawn.fillStyle = view.theme.paper;
  drawn.fillRect(0, 0, WIDTH, HEIGHT);
  for (const draw of Object.values(LAYERS)) {
    draw(layer, view, marks);
    drawn.drawImage(layer.canvas, 0, 0);
  }
  const address = URL.createObjectURL(new Blob([svgOf({ view, marks }, 'it')], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  await image.decode();
  opened.drawImage(image, 0, 0);
  const [a, b] = [drawn, opened].map((pen) => pen.getImageData(0, 0, WIDTH, HEIGHT).data);
  let count = 0;
  for (let p = 0; p < a.length; p += 4) {
    if (Math.max(...[0, 1, 2].map((i) => Math.abs(a[p + i] - b[p + i]))) > 40) count++;
  }
  return count / (WIDTH * HEIGHT);
}

export default {
  async 'a picture looks the same as SVG, from near, with a neuron open, and from afar'() {
    const near = drawing({ layers: [4, 4, 1] }, { depth: 'neurons', arrangement: 'neurons', open: ['layer2.neuron2'] });
    ok((await difference(near)) < LETTERS, 'near');
    const samples = drawing(
      { layers: [3, 1], samples: 5, sample: 'all' },
      { depth: 'neurons', arrangement: 'neurons' },
    );
    ok((await difference(samples)) < 0.0005, 'several samples');
    const many = drawing({ inputs: 2, layers: [16, 16, 1] }, { zoom: 3 });
    ok((await difference(many)) < 0.0005, 'many boxes');
    const far = drawing({ inputs: 2, layers: [16, 16, 1], samples: 10, sample: 'all' });
    ok(far.view.scene.boxes > 13_000, 'a large graph');
    ok((await difference(far)) < 0.0005, 'from afar');
  },

  'the whole of a picture holds every number of a large graph'() {
    const shown = whole(drawing({ inputs: 2, layers: [16, 16, 1], samples: 10, sample: 'all' }, { zoom: 4 }));
    const svg = new DOMParser().parseFromString(svgOf(shown, 'it'), 'image/svg+xml');
    const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent);
    const { model } = shown.view;
    equal(texts.filter((text) => text === 'grad').length, model?.n);
    equal(texts.filter((text) => text?.startsWith('∂')).length, model?.operands.length);
  },

  'what a person has typed cannot break out of an SVG'() {
    const [pen, name] = [new SvgPen(), '</text><script>"&\u0000'];
    pen.fillText(name, 0, 0);
    const svg = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg">${pen}</svg>`,
      'image/svg+xml',
    );
    equal(svg.querySelector('text')?.textContent, name.replace('\u0000', '\ufffd'));
    equal(svg.querySelectorAll('script, parsererror').length, 0);
    equal(escaped('a < b'), 'a &lt; b');
  },

  async 'a pen that is turned says that it cannot be'() {
    await throws(() => new SvgPen().setTransform(0, 1, -1, 0, 0, 0), 'never turned');
  },
};
