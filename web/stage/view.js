// What all parts of the drawing share: the state they draw, the way from world to canvas, and the shapes of boxes.
import { KIND } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./camera.js').Camera} Camera */
/** @typedef {import('./theme.js').Theme} Theme */
/** @typedef {import('./sweep-shown.js').Shown} Shown */

/**
 * What the picture is drawn with: as much of a canvas as can be written down as SVG too, by ../export/svg-pen.js.
 * @typedef {Pick<CanvasRenderingContext2D, 'setTransform' | 'clearRect' | 'beginPath' | 'moveTo' | 'lineTo' | 'arcTo' |
 *   'bezierCurveTo' | 'roundRect' | 'fill' | 'stroke' | 'fillRect' | 'strokeRect' | 'fillText' | 'measureText' | 'setLineDash' |
 *   'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'font' | 'textAlign' | 'textBaseline' | 'globalAlpha'>} Pen
 */

/**
 * Everything a frame is drawn from.
 * @typedef {object} View
 * @property {Scene} scene
 * @property {Model | null} model
 * @property {Shown | null} shown  what of the model's numbers is seen in the middle of a sweep; null: all
 * @property {Camera} camera
 * @property {number} width  in CSS pixels
 * @property {number} height
 * @property {number} density  device pixels a CSS pixel
 * @property {Theme} theme
 * @property {{data: number, gradient: number, weight: number, weightGradient: number}} extents
 * @property {ArrayLike<number>} weights  one a parameter
 * @property {ArrayLike<number>} gradients
 * @property {"weight" | "gradient"} edgesBy
 * @property {import('./neuron-maps.js').NeuronMaps | null} [maps]  what neurons would give all over the plane
 * @property {boolean} [vector]  whether the pen knows shapes and text only, no pixels
 * @property {boolean} [unhurried]  whether there is time for everything, however many boxes are in sight
 */

/** Text of fewer pixels is not drawn. */
export const LEAST_TEXT = 5;
/** The size of text within a box, in units of the world. */
export const FONT = 11;

/** Whether anything can be read at this scale. @param {number} scale */
export function readable(scale) {
  return FONT * scale >= LEAST_TEXT;
}

/** @param {Pen} ctx @param {View} view */
export function look(ctx, { camera, density }) {
  const s = camera.scale * density;
  ctx.setTransform(s, 0, 0, s, camera.x * density, camera.y * density);
}

/** @param {Pen} ctx @param {View} view */
export function clear(ctx, { width, height, density }) {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, Math.ceil(width * density), Math.ceil(height * density));
}

/** The part of the world in sight. @param {View} view */
export function inSight({ camera, width, height }) {
  const { x, y, scale } = camera;
  return { left: -x / scale, top: -y / scale, right: (width - x) / scale, bottom: (height - y) / scale };
}

/** Where the gradient's part of a box begins; a record's label counts to the data. @param {Scene} scene @param {number} b */
export function split(scene, b) {
  const h = scene.h[b];
  if (scene.kind[b] === KIND.DOT) return h;
  if (scene.kind[b] === KIND.RECORD) return h - 15.5 * scene.scale[b];
  return h / 2;
}

/** @param {Scene} scene @param {number} b */
export function radius(scene, b) {
  const kind = scene.kind[b];
  return (
    (kind === KIND.OPERATION ? 11 : kind === KIND.CARD ? 9 : kind === KIND.DOT ? 13 : kind === KIND.PANEL ? 12 : 5) *
    scene.scale[b]
  );
}

/** @param {Pen} ctx @param {number} x @param {number} y @param {number} s @param {boolean} open */
export function chevron(ctx, x, y, s, open) {
  ctx.beginPath();
  if (open) {
    ctx.moveTo(x, y - 2 * s);
    ctx.lineTo(x + 7 * s, y - 2 * s);
    ctx.lineTo(x + 3.5 * s, y + 3 * s);
  } else {
    ctx.moveTo(x + 1 * s, y - 3.5 * s);
    ctx.lineTo(x + 6 * s, y);
    ctx.lineTo(x + 1 * s, y + 3.5 * s);
  }
  ctx.fill();
}
