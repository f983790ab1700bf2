// The partial derivative of each operation by each operand, written on the edge, where there is room for it.
import { format } from '../numbers.js';
import { createPen } from './draw-text.js';
import { inSight, look } from './view.js';

/** @typedef {import('./view.js').View} View */

const SIZE = 9.5;
/** Smaller than this many pixels, or more of them than this, they would only be in the way. */
const LEAST = 6.5;
const MOST = 160;

const found = new Int32Array(MOST);

/** @param {CanvasRenderingContext2D} ctx @param {View} view */
export function drawPartials(ctx, view) {
  const { scene, model, theme, camera } = view;
  if (!model || SIZE * camera.scale < LEAST) return;
  const { left, top, right, bottom } = inSight(view);
  let count = 0;
  for (let e = 0; e < scene.edges; e++) {
    const [x, y] = [scene.slotX[e], scene.slotY[e]];
    if (scene.slot[e] < 0 || x > right || y > bottom + 10 || x < left - 60 || y < top) continue;
    if (count === MOST) return;
    found[count++] = e;
  }
  look(ctx, view);
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = 'left';
  const pen = createPen(ctx, theme.mono);
  pen.use(SIZE);
  for (let i = 0; i < count; i++) {
    const e = found[i];
    const text = '∂' + format(model.partials[scene.slot[e]], 3);
    const [x, y] = [scene.slotX[e], scene.slotY[e]];
    // Lines pass behind the number, not through it.
    ctx.fillStyle = scene.inside[e] ? theme.card : theme.paper;
    ctx.fillRect(x - 1, y - SIZE * 0.78, pen.width(text) + 2, SIZE * 0.92);
    ctx.fillStyle = theme.mute;
    ctx.fillText(text, x, y);
  }
}
