import { contour } from './contour.js';
import { FOR_PIXELS, forward, roomFor } from './evaluate.js';
import { gridOf } from './plane.js';

/**
 * The network's output all over a plane, as a square picture that is made anew for every frame.
 * @param {import('../types.d.ts').Recipe['network']} network
 * @param {import('./plane.js').Plane} plane
 * @param {number} side pixels; the browser smooths between them
 */
export function createSurface(network, plane, side) {
  const columns = gridOf(plane, side, side);
  const room = roomFor(network, side * side);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = pen.createImageData(side, side);
  const pixels = new Uint32Array(image.data.buffer);
  /** @type {Float64Array} */
  let outputs = new Float64Array(side * side);

  return {
    canvas,

    /** @param {number[]} values the parameters */
    evaluate(values) {
      outputs = forward(network, values, columns, FOR_PIXELS, room)[0];
    },

    /**
     * @param {Uint32Array} colours an odd number of them, as pixels; the middle one for the middle
     * @param {number} middle
     * @param {number} extent
     */
    paint(colours, middle, extent) {
      const half = (colours.length - 1) / 2;
      const scale = half / extent;
      for (let i = 0; i < outputs.length; i++) {
        const place = Math.round((outputs[i] - middle) * scale) + half;
        // What is not a number has no colour.
        pixels[i] = place !== place ? 0 : colours[place < 0 ? 0 : place > 2 * half ? 2 * half : place];
      }
      pen.putImageData(image, 0, 0);
    },

    /** The line on which the output is in the middle, in shares of the picture's sides. @param {number} middle */
    boundary(middle) {
      return contour(outputs, side, side, middle).map((place) => (place + 0.5) / side);
    },
  };
}

/**
 * Colours as pixels, in finer steps than the palette's.
 * @param {string[]} palette "#rrggbb", negative to positive
 * @param {number} [between] steps from one colour to the next
 */
export function pixelColours(palette, between = 8) {
  const channels = palette.map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));
  const colours = new Uint32Array((palette.length - 1) * between + 1);
  const bytes = new Uint8ClampedArray(colours.buffer);
  for (let i = 0; i < colours.length; i++) {
    const from = channels[Math.floor(i / between)];
    const to = channels[Math.min(Math.floor(i / between) + 1, channels.length - 1)];
    const share = (i % between) / between;
    for (let c = 0; c < 3; c++) bytes[4 * i + c] = from[c] + (to[c] - from[c]) * share;
    bytes[4 * i + 3] = 255;
  }
  return colours;
}
