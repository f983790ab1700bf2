import { h, setHidden } from '../dom.js';
import { createChart } from '../map/chart.js';
import { evaluate } from '../map/evaluate.js';
import { createHand } from '../map/hand.js';
import { drawRamp, lookOf } from '../map/look.js';
import { extentOf, middleOf, planeOf, steadyPlane } from '../map/plane.js';
import { targetsOf } from '../map/points.js';
import { createSurface } from '../map/surface.js';
import { createTools } from '../map/tools.js';
import { compact, format, precise } from '../numbers.js';
import { onThemeChange } from '../theme.js';
import { setText } from './cells.js';

/** @typedef {import('../types.d.ts').State} State */

/** Pixels a side. A film that plays has sixteen milliseconds for all it shows; nobody looks at its single pixels. */
const SIDE = { still: 100, playing: 50 };

/**
 * What the network would say at every point of the plane, for data of two inputs and one output.
 * @type {import('../types.d.ts').Mount}
 */
export function mountMap(element, store, actions) {
  const panel = /** @type {HTMLElement} */ (element.closest('.panel') ?? element);
  const field = h('div', {
    class: 'map-field',
    role: 'application',
    tabindex: 0,
    'aria-label': 'Decision map: arrow keys go over it, Enter adds or takes up a point, Delete takes one out',
  });
  const cross = h('i', { class: 'map-cursor', hidden: true });
  const said = h('p', { class: 'visually-hidden', role: 'status' });
  const numbers = h('p', { class: 'number' });
  const where = h('p', { class: 'mute' });
  const ramp = h('canvas', { class: 'map-ramp', width: 200, height: 1 });
  const ends = [h('span'), h('span')];
  const above = h('span', { class: 'map-above' });
  const below = h('span', { class: 'map-below' });
  const line = h('span', { class: 'map-line' });
  element.classList.add('map');
  const tools = createTools((tool) => {
    hand.use(tool);
    field.dataset.tool = typeof tool === 'string' ? tool : 'add';
  });
  const aside = h('p', { class: 'explain' }, 'With no samples set aside for testing, points could be moved here.');
  element.append(
    tools.element,
    aside,
    said,
    field,
    h('div', { class: 'map-readout' }, numbers, where),
    h('div', { class: 'map-range number', 'aria-hidden': 'true' }, ends[0], ramp, ends[1]),
    h('p', { class: 'map-legend explain' }, above, below, line),
  );

  const chart = createChart(field);
  field.append(cross);
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

  const hand = createHand(field, {
    samples: () => store.get().data.samples,
    plane: () => plane,
    most: () => store.get().limits.samples,
    toPixel: chart.toPixel,
    toInputs: chart.toInputs,
    begin: actions.beginGesture,
    change: (samples) => mayChange(store.get()) && actions.setPoints(samples),
    end: actions.endGesture,
    choose: actions.setSample,
    cursor(at) {
      pointer = at;
      setHidden(cross, at === null);
      if (at) cross.style.translate = `${at.x}px ${at.y}px`;
      read(store.get());
    },
    say: (text) => setText(said, text),
  });
  field.addEventListener('pointermove', (event) => {
    pointer = { x: event.offsetX, y: event.offsetY };
    field.classList.toggle('on-point', sampleUnder() >= 0);
    read(store.get());
  });
  field.addEventListener('pointerleave', () => {
    pointer = null;
    read(store.get());
  });
  function dress() {
    const look = lookOf(element);
    chart.dress(look);
    drawRamp(ramp, look.palette);
    element.style.setProperty('--map-above', look.palette[look.palette.length - 1]);
    element.style.setProperty('--map-below', look.palette[0]);
  }

  /** The sample under the pointer, or -1. */
  const sampleUnder = () => (pointer ? hand.under(pointer) : -1);

  /** What is under the pointer; without one, the chosen sample. @param {State} state */
  function read(state) {
    const { data, frame, recipe, sample } = state;
    const under = sampleUnder();
    const shown = under >= 0 || pointer ? under : sample === 'all' ? 0 : Math.min(sample, data.samples.length - 1);
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

  /** @param {State} state @param {boolean} reshaped */
  function prepare({ data, recipe }, reshaped) {
    const before = plane;
    // Whoever moves points wants the ground to stay.
    plane = recipe.data.points && !reshaped ? steadyPlane(plane, data) : planeOf(data);
    middle = middleOf(data, recipe.training.loss);
    extent = extentOf(data, recipe.network.outputActivation, middle);
    const of = (/** @type {number} */ side) => createSurface(recipe.network, plane, side);
    if (!surfaces || reshaped || plane !== before) surfaces = { still: of(SIDE.still), playing: of(SIDE.playing) };
    setText(ends[0], compact(middle - extent));
    setText(ends[1], compact(middle + extent));
    setText(above, `target above ${precise(middle)}`);
    setText(below, 'below');
    setText(line, `output ${precise(middle)}`);
    const changes = mayChange({ data });
    setHidden(tools.element, !changes);
    setHidden(aside, changes);
    tools.show(changes ? targetsOf(data.samples) : [], middle);
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
    const reshaped = !surfaces || shape !== network;
    const other = reshaped || data !== before?.data;
    if (other) {
      network = shape;
      prepare(state, reshaped);
    }
    const { frame: drawn, sample: chosen, playing: moving } = before ?? {};
    if (other || frame !== drawn || sample !== chosen || playing !== moving) redraw(state);
  }
  dress();
  draw(store.get(), null);
  store.subscribe(draw);
}

/** Of samples of which some are put aside nobody sees which. @param {Pick<State, 'data'>} state */
function mayChange({ data }) {
  return !data.test;
}
