import { h } from '../dom.js';
import { createChart } from '../map/chart.js';
import { evaluate } from '../map/evaluate.js';
import { drawRamp, lookOf } from '../map/look.js';
import { extentOf, middleOf, planeOf } from '../map/plane.js';
import { createSurface } from '../map/surface.js';
import { compact, format, precise } from '../numbers.js';
import { onThemeChange } from '../theme.js';
import { setText } from './cells.js';

/** @typedef {import('../types.d.ts').State} State */

/** Pixels a side. A film that plays has sixteen milliseconds for all it shows; nobody looks at its single pixels. */
const SIDE = { still: 100, playing: 50 };
/** How near to a sample, in pixels, the pointer means it. */
const NEAR = 10;

/**
 * What the network would say at every point of the plane, for data of two inputs and one output.
 * @type {import('../types.d.ts').Mount}
 */
export function mountMap(element, store, actions) {
  const panel = /** @type {HTMLElement} */ (element.closest('.panel') ?? element);
  const field = h('div', { class: 'map-field', 'aria-hidden': 'true' });
  const numbers = h('p', { class: 'number' });
  const where = h('p', { class: 'mute' });
  const ramp = h('canvas', { class: 'map-ramp', width: 200, height: 1 });
  const ends = [h('span'), h('span')];
  const above = h('span', { class: 'map-above' });
  const below = h('span', { class: 'map-below' });
  const line = h('span', { class: 'map-line' });
  element.classList.add('map');
  element.append(
    field,
    h('div', { class: 'map-readout' }, numbers, where),
    h('div', { class: 'map-range number', 'aria-hidden': 'true' }, ends[0], ramp, ends[1]),
    h('p', { class: 'map-legend explain' }, above, below, line),
  );

  const chart = createChart(field);
  /** @type {Record<keyof typeof SIDE, ReturnType<typeof createSurface>> | null} */
  let surfaces = null;
  /** What the surface was made for. */
  let network = '';
  let plane = planeOf(store.get().data);
  let middle = 0;
  let extent = 1;
  let width = 0;
  let inSight = false;
  /** @type {import('../map/chart.js').Pixel | null} */
  let pointer = null;

  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    if (width > 0) chart.resize(width);
    redraw(store.get());
  }).observe(element);
  new IntersectionObserver(([entry]) => {
    inSight = entry.isIntersecting;
    redraw(store.get());
  }).observe(field);
  onThemeChange(() => {
    dress();
    redraw(store.get());
  });

  field.addEventListener('pointermove', (event) => {
    pointer = { x: event.offsetX, y: event.offsetY };
    field.classList.toggle('on-point', sampleUnder(store.get()) >= 0);
    read(store.get());
  });
  field.addEventListener('pointerleave', () => {
    pointer = null;
    read(store.get());
  });
  field.addEventListener('click', (event) => {
    pointer = { x: event.offsetX, y: event.offsetY };
    const sample = sampleUnder(store.get());
    if (sample >= 0) actions.setSample(sample);
    read(store.get());
  });

  function dress() {
    const look = lookOf(element);
    chart.dress(look);
    drawRamp(ramp, look.palette);
    element.style.setProperty('--map-above', look.palette[look.palette.length - 1]);
    element.style.setProperty('--map-below', look.palette[0]);
  }

  /** The sample under the pointer, or -1. @param {State} state */
  function sampleUnder({ data }) {
    if (!pointer) return -1;
    const { x: x0, y: y0 } = pointer;
    let best = -1;
    let nearest = NEAR;
    data.samples.forEach(({ x }, i) => {
      const place = chart.toPixel(x);
      const distance = Math.hypot(place.x - x0, place.y - y0);
      if (distance < nearest) [best, nearest] = [i, distance];
    });
    return best;
  }

  /** What is under the pointer; without one, the chosen sample. @param {State} state */
  function read(state) {
    const { data, frame, recipe, sample } = state;
    const under = sampleUnder(state);
    const shown = under >= 0 || pointer ? under : sample === 'all' ? 0 : sample;
    const inputs = shown < 0 && pointer ? chart.toInputs(pointer) : data.samples[shown].x;
    const output = shown < 0 ? evaluate(recipe.network, frame.values, [inputs])[0][0] : frame.outputs[shown][0];
    setText(numbers, `x1 ${format(inputs[0], 2)}  x2 ${format(inputs[1], 2)}  → ${format(output)}`);
    setText(
      where,
      shown < 0 ? 'under the pointer' : `sample ${shown + 1}, target ${precise(data.samples[shown].y[0])}`,
    );
  }

  /** @param {State} state */
  function redraw({ data, frame, sample, playing }) {
    if (!surfaces || width === 0 || !inSight) return;
    const surface = surfaces[playing ? 'playing' : 'still'];
    surface.evaluate(frame.values);
    chart.draw(surface, { plane, samples: data.samples, middle, extent, chosen: sample === 'all' ? -1 : sample });
    read(store.get());
  }

  /** @param {State} state */
  function prepare({ data, recipe }) {
    plane = planeOf(data);
    middle = middleOf(data, recipe.training.loss);
    extent = extentOf(data, recipe.network.outputActivation, middle);
    const of = (/** @type {number} */ side) => createSurface(recipe.network, plane, side);
    surfaces = { still: of(SIDE.still), playing: of(SIDE.playing) };
    setText(ends[0], compact(middle - extent));
    setText(ends[1], compact(middle + extent));
    setText(above, `target above ${precise(middle)}`);
    setText(below, 'below');
    setText(line, `output ${precise(middle)}`);
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const { data, frame, sample, recipe, playing } = state;
    const suits = data.inputs === 2 && data.outputs === 1;
    if (panel.hidden === suits) panel.hidden = !suits;
    if (!suits) {
      surfaces = null;
      return;
    }
    const { layers, activation, outputActivation } = recipe.network;
    const shape = `${layers} ${activation} ${outputActivation} ${recipe.training.loss}`;
    const other = !surfaces || data !== before?.data || shape !== network;
    if (other) {
      network = shape;
      prepare(state);
    }
    const { frame: drawn, sample: chosen, playing: moving } = before ?? {};
    if (other || frame !== drawn || sample !== chosen || playing !== moving) redraw(state);
  }
  dress();
  draw(store.get(), null);
  store.subscribe(draw);
}
