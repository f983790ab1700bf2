import { tickLabel, ticks } from '../plot/axis.js';
import { h, setHidden } from '../dom.js';
import { ALONG, createBend, gridLines, LINES, spreadOf } from '../map/bend.js';
import { CLASSES, lookOf } from '../map/look.js';
import { isMapped, middleOf, planeOf, steadyPlane } from '../map/plane.js';
import { seenBy } from '../map/seen.js';
import { onThemeChange } from '../theme.js';
import { setText } from './cells.js';

/** @typedef {import('../types.d.ts').State} State */

const HEIGHT = 0.72;
const EDGE = { left: 40, right: 8, top: 8, bottom: 22 };
/** Of more samples some are left out. */
const POINTS = 300;

/**
 * How each layer bends the plane: a grid of it, and the samples, where two neurons of the layer put them.
 * @type {import('../types.d.ts').Mount}
 */
export function mountBend(element, store) {
  const panel = /** @type {HTMLElement} */ (element.closest('.panel') ?? element);
  const canvas = h('canvas', { role: 'img' });
  const layers = h('div', { class: 'segmented small', role: 'group', 'aria-label': 'Layer' });
  const axes = ['across', 'up'].map((name) =>
    h('select', { 'aria-label': `Neuron ${name}`, onchange: () => choose() }),
  );
  const names = h('p', { class: 'bend-axes' }, 'across ', axes[0], ' up ', axes[1]);
  const words = h('p', { class: 'explain' });
  element.classList.add('bend');
  element.append(layers, names, canvas, words);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));

  /** 0: the inputs. */
  let layer = 1;
  let [across, up] = [0, 1];
  let shape = '';
  let width = 0;
  let inSight = false;
  let plane = planeOf(store.get().data);
  /** @type {State['data'] | null} */
  let data = null;
  /** @type {{ grid: ReturnType<typeof createBend>, samples: ReturnType<typeof createBend> } | null} */
  let bends = null;

  new ResizeObserver(() => {
    if (element.clientWidth === width || element.clientWidth === 0) return;
    width = element.clientWidth;
    const dense = devicePixelRatio || 1;
    canvas.width = Math.round(width * dense);
    canvas.height = Math.round(width * HEIGHT * dense);
    canvas.style.height = `${Math.round(width * HEIGHT)}px`;
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    redraw();
  }).observe(element);
  new IntersectionObserver(([entry]) => {
    inSight = entry.isIntersecting;
    redraw();
  }).observe(canvas);
  onThemeChange(redraw);

  function choose() {
    [across, up] = axes.map((select) => Number(select.value));
    redraw();
  }

  /** @param {number} next */
  function show(next) {
    layer = next;
    offer(store.get());
    redraw();
  }

  /** The layers, and the neurons of the one that is shown. @param {State} state */
  function offer({ recipe }) {
    const widths = recipe.network.layers;
    layer = Math.min(layer, widths.length);
    const titles = ['inputs', ...widths.slice(0, -1).map((_, l) => `layer ${l + 1}`), 'output'];
    layers.replaceChildren(
      ...titles.map((title, l) =>
        h('button', { type: 'button', 'aria-pressed': String(l === layer), onclick: () => show(l) }, title),
      ),
    );
    const neurons = layer === 0 ? 2 : widths[layer - 1];
    if (across >= neurons) across = 0;
    if (up >= neurons || up === across) up = Math.min(across === 0 ? 1 : 0, neurons - 1);
    const name = (/** @type {number} */ k) =>
      layer === 0 ? `x${k + 1}` : layer === widths.length ? `ŷ${neurons === 1 ? '' : k + 1}` : `n${k + 1}`;
    for (const [i, select] of axes.entries()) {
      select.replaceChildren(...Array.from({ length: neurons }, (_, k) => h('option', { value: k }, name(k))));
      select.value = String(i === 0 ? across : up);
    }
    setHidden(names, neurons <= 2);
    const line = neurons === 1 ? 'One neuron makes a line of the plane.' : 'What was straight is bent.';
    const next =
      layer === widths.length ? 'These are the outputs.' : 'Each neuron of the next layer parts it by a straight line.';
    setText(words, layer === 0 ? 'The plane as it is: what the layers bend, one after the other.' : `${line} ${next}`);
  }

  function redraw() {
    const state = store.get();
    if (!bends || panel.hidden || width === 0 || !inSight) return;
    const grid = bends.grid.through(state.frame.values)[layer];
    const samples = bends.samples.through(state.frame.values)[layer];
    const flat = new Float64Array(grid[0].length);
    const [gx, gy] = [grid[across], up === across ? flat : grid[up]];
    const [px, py] = [samples[across], up === across ? flat.subarray(0, samples[0].length) : samples[up]];
    const [left, right] = spreadOf([gx, px]);
    const [bottom, top] = spreadOf([gy, py]);
    const [w, hgt] = [width - EDGE.left - EDGE.right, width * HEIGHT - EDGE.top - EDGE.bottom];
    const x = (/** @type {number} */ value) => EDGE.left + ((value - left) / (right - left)) * w;
    const y = (/** @type {number} */ value) => EDGE.top + ((top - value) / (top - bottom)) * hgt;
    const look = lookOf(element);
    pen.clearRect(0, 0, width, width * HEIGHT);

    pen.lineWidth = 1;
    for (const [i, colour] of [look.palette[0], look.palette[look.palette.length - 1]].entries()) {
      pen.strokeStyle = colour;
      pen.globalAlpha = 0.55;
      pen.beginPath();
      for (let line = i * LINES; line < (i + 1) * LINES; line++) {
        for (let k = 0; k < ALONG; k++) {
          const p = line * ALONG + k;
          if (k === 0) pen.moveTo(x(gx[p]), y(gy[p]));
          else pen.lineTo(x(gx[p]), y(gy[p]));
        }
      }
      pen.stroke();
    }
    pen.globalAlpha = 1;
    drawSamples(state, look, px, py, x, y);

    pen.fillStyle = look.mute;
    pen.font = `11px ${look.mono}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'top';
    for (const tick of ticks(left, right)) pen.fillText(tickLabel(tick), x(tick), EDGE.top + hgt + 6);
    pen.textAlign = 'right';
    pen.textBaseline = 'middle';
    if (up !== across) for (const tick of ticks(bottom, top)) pen.fillText(tickLabel(tick), EDGE.left - 6, y(tick));
    canvas.setAttribute(
      'aria-label',
      `The plane as ${layer === 0 ? 'it is' : `layer ${layer} sees it`}: ${samples[0].length} samples on a grid`,
    );
  }

  /**
   * In their colours on the map.
   * @param {State} state @param {ReturnType<typeof lookOf>} look @param {Float64Array} px @param {Float64Array} py
   * @param {(value: number) => number} x @param {(value: number) => number} y
   */
  function drawSamples({ data: { samples, outputs }, recipe }, look, px, py, x, y) {
    const middle = middleOf(store.get().data, recipe.training.loss);
    pen.strokeStyle = look.card;
    for (let i = 0; i < px.length; i++) {
      const target = samples[i].y;
      pen.fillStyle =
        outputs > 1 ? CLASSES[target.indexOf(1)] : look.palette[target[0] > middle ? look.palette.length - 1 : 0];
      pen.beginPath();
      pen.arc(x(px[i]), y(py[i]), 3.5, 0, 2 * Math.PI);
      pen.fill();
      pen.stroke();
    }
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const suits = isMapped(state.data);
    setHidden(panel, !suits);
    if (!suits) {
      bends = null;
      return;
    }
    const { network } = state.recipe;
    const now = `${network.layers} ${network.activation} ${network.outputActivation} ${state.recipe.data.features}`;
    if (!bends || now !== shape || state.data !== data) {
      plane = bends && now === shape && state.recipe.data.points ? steadyPlane(plane, state.data) : planeOf(state.data);
      const seen = seenBy(state);
      const some = state.data.samples.slice(0, POINTS);
      const columns = [0, 1].map((k) => Float64Array.from(some, (sample) => sample.x[k]));
      bends = {
        grid: createBend(network, gridLines(plane), seen),
        samples: createBend(network, /** @type {[Float64Array, Float64Array]} */ (columns), seen),
      };
      if (now !== shape) offer(state);
      shape = now;
      data = state.data;
      redraw();
    } else if (state.frame !== before?.frame) redraw();
  }
  draw(store.get(), null);
  store.subscribe(draw);
}
