import { contour } from './contour.js';
import { FOR_PIXELS, forward, roomFor } from './evaluate.js';
import { gridOf } from './plane.js';
import { seenColumns } from './seen.js';

/**
 * The network's output all over a plane, as a square picture that is made anew for every frame.
 * @param {import('../types.d.ts').Recipe['network']} network
 * @param {import('./plane.js').Plane} plane
 * @param {number} side pixels; the browser smooths between them
 * @param {import('./seen.js').Seen} seen
 */
export function createSurface(network, plane, side, seen) {
  const columns = seenColumns(seen, gridOf(plane, side, side));
  const room = roomFor(network, side * side);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = pen.createImageData(side, side);
  const pixels = new Uint32Array(image.data.buffer);
  /** One column an output. @type {Float64Array[]} */
  let all = [new Float64Array(side * side)];

  return {
    canvas,

    /** @param {number[]} values the parameters */
    evaluate(values) {
      all = forward(network, values, columns, FOR_PIXELS, room);
    },

    /**
     * @param {Uint32Array} colours an odd number of them, as pixels; the middle one for the middle
     * @param {number} middle
     * @param {number} extent
     * @param {boolean} [decided] only on which side of the middle an output is
     */
    paint(colours, middle, extent, decided = false) {
      const [outputs] = all;
      const half = (colours.length - 1) / 2;
      const scale = decided ? Infinity : half / extent;
      for (let i = 0; i < outputs.length; i++) {
        const off = outputs[i] - middle;
        const place = off === 0 ? half : Math.round(off * scale) + half;
        // What is not a number has no colour.
        pixels[i] = place !== place ? 0 : colours[place < 0 ? 0 : place > 2 * half ? 2 * half : place];
      }
      pen.putImageData(image, 0, 0);
    },

    /**
     * The class of the largest output, as strong as it is sure.
     * @param {Uint32Array[]} ramps of each class, from unsure to sure
     * @param {boolean} scores whether the outputs are scores, of which probabilities are made
     * @param {boolean} [decided] as if it always were sure
     */
    paintClasses(ramps, scores, decided = false) {
      const last = ramps[0].length - 1;
      for (let i = 0; i < pixels.length; i++) {
        const best = largestAt(all, i);
        const sure = decided ? 1 : scores ? probability(all, best, i) : leadOf(all, best, i);
        pixels[i] = sure !== sure ? 0 : ramps[best][Math.round(Math.max(0, Math.min(1, sure)) * last)];
      }
      pen.putImageData(image, 0, 0);
    },

    /** The lines between classes, as boundary. */
    borders() {
      return all.flatMap((_, k) => {
        const before = Float64Array.from(pixels, (_, i) => leadOf(all, k, i));
        return contour(before, side, side, 0).map((place) => (place + 0.5) / side);
      });
    },

    /** The line on which the output is in the middle, in shares of the picture's sides. @param {number} middle */
    boundary(middle) {
      return contour(all[0], side, side, middle).map((place) => (place + 0.5) / side);
    },
  };
}

/** @param {Float64Array[]} columns @param {number} i */
function largestAt(columns, i) {
  let best = 0;
  for (let k = 1; k < columns.length; k++) if (columns[k][i] > columns[best][i]) best = k;
  return best;
}

/** By how much an output is above the largest of the others; below 0 if it is not. @param {Float64Array[]} columns @param {number} k @param {number} i */
function leadOf(columns, k, i) {
  let other = -Infinity;
  for (let j = 0; j < columns.length; j++) if (j !== k && columns[j][i] > other) other = columns[j][i];
  return columns[k][i] - other;
}

/** The softmax of the largest score, 0 where all are alike. @param {Float64Array[]} columns @param {number} best @param {number} i */
function probability(columns, best, i) {
  let sum = 0;
  for (const column of columns) sum += Math.exp(column[i] - columns[best][i]);
  const even = 1 / columns.length;
  return (1 / sum - even) / (1 - even);
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
