// The figure of the loss curve: a frame in which a run of a hundred thousand losses has grown. Measured, not asserted.
import { createLossPlot } from '/web/plot/loss-plot.js';
import { createSeries } from '/web/plot/series.js';
import { randomFrom } from './stage/graphs.js';

const POINTS = 100_000;
const FRAMES = 120;
/** As many as a quick server answers a frame. */
const GROWTH = 500;

/** @param {'linear' | 'log'} axis */
async function measureOn(axis) {
  const host = document.createElement('div');
  Object.assign(host.style, { width: '340px', height: '220px' });
  document.body.append(host);
  const random = randomFrom(3);
  /** @type {number[]} */
  const losses = [];
  const grow = (/** @type {number} */ count) => {
    for (let i = 0; i < count; i++) losses.push(Math.exp(2 * random() - losses.length / 40_000));
  };
  grow(POINTS);
  const series = createSeries();
  const handlers = { seek() {}, hover() {}, reached: () => losses.length };
  const plot = createLossPlot(host, series, handlers);
  await plot.failed;
  const times = [];
  for (let i = 0; i < FRAMES; i++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    grow(GROWTH);
    const start = performance.now();
    series.update(losses, { step: losses.length, loss: 1 });
    plot.show({ step: losses.length, loss: 1, axis, edits: [] });
    // A canvas may put its work off until the pixels are asked for.
    host.querySelector('canvas')?.getContext('2d')?.getImageData(0, 0, 1, 1);
    times.push(performance.now() - start);
  }
  host.remove();
  times.sort((a, b) => a - b);
  return { median: times[FRAMES / 2], p95: times[Math.floor(FRAMES * 0.95)] };
}

/** Milliseconds a frame. */
export async function measure() {
  const [linear, log] = [await measureOn('linear'), await measureOn('log')];
  return { linearMs: linear.median, linearP95Ms: linear.p95, logMs: log.median, logP95Ms: log.p95 };
}
