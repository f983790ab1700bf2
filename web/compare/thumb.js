import { classRamps, lookOf } from '../map/look.js';
import { extentOf, isMapped, middleOf, planeOf } from '../map/plane.js';
import { seenBy } from '../map/seen.js';
import { createSurface, pixelColours } from '../map/surface.js';
import { onThemeChange } from '../theme.js';

/** @typedef {import('../types.d.ts').Variant} Variant */

/** Pixels a side. */
const SIDE = 44;

/**
 * The decision map of a variant, small, for data that have a plane.
 * @param {HTMLElement} host
 */
export function createThumb(host) {
  /** @type {ReturnType<typeof createSurface> | null} */
  let surface = null;
  /** @type {Variant | null} */
  let last = null;

  /** @param {Variant} variant */
  function show({ recipe, data, frame }) {
    if (!data || !frame || !isMapped(data)) return;
    surface ??= createSurface(recipe.network, planeOf(data), SIDE, seenBy({ recipe, data }));
    if (!surface.canvas.isConnected) host.append(surface.canvas);
    const { palette } = lookOf(host);
    surface.evaluate(frame.values);
    const { loss } = recipe.training;
    if (data.outputs > 1) surface.paintClasses(classRamps(palette), loss.endsWith('cross-entropy'));
    else {
      const middle = middleOf(data, loss);
      surface.paint(pixelColours(palette), middle, extentOf(data, recipe.network.outputActivation, middle));
    }
  }
  onThemeChange(() => last && show(last));

  return {
    /** @param {Variant} variant */
    show(variant) {
      last = variant;
      show(variant);
    },
  };
}
