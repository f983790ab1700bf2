// What every neuron would give at every point of the plane, as small pictures in the colours of the values, each as strong as its
// neuron becomes on that plane: the pattern is what counts, the value itself stands beside it.
import { BUCKETS, bucket } from '../scales.js';
import { FOR_PIXELS, forward, roomFor } from '../map/evaluate.js';
import { gridOf, planeOf, steadyPlane } from '../map/plane.js';
import { seenBy, seenColumns } from '../map/seen.js';
import { packed } from './draw-far.js';

/** @typedef {import('../types.d.ts').State} State */
/** @typedef {import('./theme.js').Theme} Theme */

/** Pixels a side. */
const SIDE = 20;
/** @typedef {ReturnType<typeof createNeuronMaps>} NeuronMaps */

export function createNeuronMaps() {
  const canvas = document.createElement('canvas');
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  /** @type {Map<string, number>} */
  let places = new Map();
  /** A column of outputs for each neuron of each layer. @type {Float64Array[][]} */
  let room = [];
  /** @type {Float64Array[]} */
  let columns = [];
  let image = pen.createImageData(1, 1);
  let pixels = new Uint32Array(image.data.buffer);
  let made = '';
  /** @type {import('../map/plane.js').Plane | null} */
  let plane = null;
  /** @type {State['data'] | null} */
  let data = null;
  /** @type {unknown[]} */
  let drawn = [];
  /** The colour of each pixel. */
  let colours = new Uint8Array();

  /** @param {State} state */
  function prepare(state) {
    const { layers } = state.recipe.network;
    const shape = `${layers} ${state.recipe.data.features}`;
    if (shape === made && state.data === data) return;
    plane = plane && state.recipe.data.points ? steadyPlane(plane, state.data) : planeOf(state.data);
    columns = seenColumns(seenBy(state), gridOf(plane, SIDE, SIDE));
    if (shape !== made) {
      room = roomFor(state.recipe.network, SIDE * SIDE);
      places = new Map();
      layers.forEach((neurons, l) => {
        for (let k = 0; k < neurons; k++) places.set(`layer${l + 1}.neuron${k + 1}`, places.size);
      });
      // One below the other, so that each is a stretch of the pixels.
      canvas.width = SIDE;
      canvas.height = SIDE * places.size;
      image = pen.createImageData(canvas.width, canvas.height);
      pixels = new Uint32Array(image.data.buffer);
      colours = new Uint8Array(pixels.length);
    }
    made = shape;
    data = state.data;
    drawn = [];
  }

  return {
    side: SIDE,
    canvas,

    /** @param {State} state @param {Theme} theme @param {boolean} hidden whether no number may be seen */
    update(state, theme, hidden) {
      prepare(state);
      const now = [state.frame.values, theme, hidden];
      if (now.every((each, i) => each === drawn[i])) return;
      drawn = now;
      forward(state.recipe.network, state.frame.values, columns, FOR_PIXELS, room);
      const palette = theme.box.map(packed);
      let p = 0;
      for (const neurons of room) {
        for (const outputs of neurons) {
          const extent = largest(outputs);
          for (let i = 0; i < outputs.length; i++, p++) {
            colours[p] = hidden ? (BUCKETS - 1) / 2 : bucket(outputs[i], extent);
            pixels[p] = palette[colours[p]];
          }
        }
      }
      pen.putImageData(image, 0, 0);
    },

    /** Which of the pictures is a neuron's; -1 for what is none. @param {string} group */
    placeOf: (group) => places.get(group) ?? -1,

    /** The colour of a pixel. @param {number} place @param {number} x @param {number} y */
    colourAt: (place, x, y) => colours[(place * SIDE + y) * SIDE + x],
  };
}

/** @param {Float64Array} numbers */
function largest(numbers) {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) if (Math.abs(numbers[i]) > most) most = Math.abs(numbers[i]);
  return most || 1;
}
