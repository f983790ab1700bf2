import { createLossPlot } from '/web/plot/loss-plot.js';
import { createSeries } from '/web/plot/series.js';
import { ok } from '/tests/assert.js';

/** Where uPlot writes the labels of the losses, in pixels from the left. */
const LABELS = 50;

/** Whether anything is written beside the axis. @param {number} highest loss */
async function labelled(highest) {
  const host = document.createElement('div');
  Object.assign(host.style, { width: '340px', height: '220px' });
  document.body.append(host);
  const series = createSeries();
  const losses = [highest, highest / 2, highest / 3];
  series.update(losses, { step: 3, loss: highest / 4 });
  const plot = createLossPlot(host, series, { seek() {}, hover() {}, reached: () => 3 });
  plot.show({ step: 3, loss: highest / 4, axis: 'linear', edits: [] });
  await plot.failed;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const canvas = /** @type {HTMLCanvasElement} */ (host.querySelector('canvas'));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const { data } = pen.getImageData(0, 0, LABELS * devicePixelRatio, canvas.height);
  host.remove();
  return data.some((part) => part !== 0);
}

export default {
  async 'every limit of the losses has labels at its axis'() {
    for (const highest of [0.003, 0.9, 1.37, 1.9, 2.9, 3.7, 4.5, 6, 7.7, 9, 140, 38_000]) {
      ok(await labelled(highest), `up to ${highest}`);
    }
  },
};
