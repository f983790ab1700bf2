// The partial derivative of each operation by each operand, written on the edge, where there is room for it.
import { format, HIDDEN } from '../numbers.js';
import { createPen } from './draw-text.js';
import { SEEN } from './sweep-shown.js';
import { inSight, look } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Pen} Pen */

const SIZE = 9.5;
/** Smaller than this many pixels, or more of them than this, they would only be in the way. */
const LEAST = 6.5;
const MOST = 160;

let found = new Int32Array(MOST);

/** @param {Pen} ctx @param {View} view */
export function drawPartials(ctx, view) {
  const { scene, model, shown, theme, camera } = view;
  if (!model || SIZE * camera.scale < LEAST) return;
  const { left, top, right, bottom } = inSight(view);
  const most = view.unhurried ? scene.edges : MOST;
  if (found.length < most) found = new Int32Array(most);
  let count = 0;
  for (let e = 0; e < scene.edges; e++) {
    const [x, y] = [scene.slotX[e], scene.slotY[e]];
    if (scene.slot[e] < 0 || model.partials[scene.slot[e]] === HIDDEN) continue;
    if (x > right || y > bottom + 10 || x < left - 60 || y < top) continue;
    if (shown && shown.data[scene.nodes[scene.first[scene.target[e]]]] !== SEEN) continue;
    if (count === most) return;
    found[count++] = e;
  }
  look(ctx, view);
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = 'left';
  const pen = createPen(ctx, theme.mono);
  pen.use(SIZE);
  const texts = Array.from({ length: count }, (_, i) => '∂' + format(model.partials[scene.slot[found[i]]], 3));
  // Lines pass behind the number, not through it.
  for (let i = 0; i < count; i++) {
    const e = found[i];
    ctx.fillStyle = scene.inside[e] ? theme.card : theme.paper;
    ctx.fillRect(scene.slotX[e] - 1, scene.slotY[e] - SIZE * 0.78, pen.width(texts[i]) + 2, SIZE * 0.92);
  }
  ctx.fillStyle = theme.mute;
  for (let i = 0; i < count; i++) {
    ctx.fillText(texts[i], scene.slotX[found[i]], scene.slotY[found[i]]);
  }
}
