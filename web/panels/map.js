import { h, setHidden } from '../dom.js';
import { evaluate } from '../map/evaluate.js';
import { createField, mayChange } from '../map/field.js';
import { createMend } from '../map/mend.js';
import { CLASSES, classRamps, drawRamp, lookOf } from '../map/look.js';
import { extentOf, isMapped, middleOf, planeOf, steadyPlane } from '../map/plane.js';
import { decided, rightAt, targetsOf } from '../map/points.js';
import { seenBy } from '../map/seen.js';
import { createSurface, pixelColours } from '../map/surface.js';
import { compact, format, precise } from '../numbers.js';
import { isPlace, numberOf, placeText, readPlace } from '../subject.js';
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
  const numbers = h('p', { class: 'number' });
  const where = h('p', { class: 'mute' });
  const ramp = h('canvas', { class: 'map-ramp', width: 200, height: 1 });
  const ends = [h('span'), h('span')];
  const above = h('span', { class: 'map-above' });
  const below = h('span', { class: 'map-below' });
  const line = h('span', { class: 'map-line' });
  element.classList.add('map');
  const field = createField(element, actions, {
    ...{ label: 'Decision map', axes: ['x1', 'x2'], ask },
    samples: () => store.get().data.samples,
    plane: () => plane,
    most: () => store.get().limits.samples,
    change: (samples) => mayChange(store.get()) && actions.setPoints(samples),
    redraw: () => redraw(store.get()),
    read: () => read(store.get()),
  });
  const { chart, tools } = field;
  const aside = h('p', { class: 'explain' }, 'With no samples set aside for testing, points could be moved here.');
  let sharp = false;
  const discretise = h(
    'button',
    {
      ...{ type: 'button', class: 'button small map-decided', 'aria-pressed': 'false' },
      title: 'Show only what the network decides, not how sure it is',
      onclick: () => {
        sharp = !sharp;
        discretise.setAttribute('aria-pressed', String(sharp));
        redraw(store.get());
      },
    },
    'Discretise',
  );
  const range = h('div', { class: 'map-range number', 'aria-hidden': 'true' }, ends[0], ramp, ends[1]);
  const legend = h('p', { class: 'map-legend explain' }, above, below, line);
  const named = h('p', { class: 'map-classes explain', hidden: true });
  element.append(
    h('div', { class: 'map-head' }, tools.element, discretise),
    aside,
    field.said,
    field.element,
    h('div', { class: 'map-readout' }, numbers, where),
    range,
    legend,
    named,
    createMend(store, actions).element,
  );

  /** @type {Record<keyof typeof SIDE, ReturnType<typeof createSurface>> | null} */
  let surfaces = null;
  /** What the surface was made for. */
  let network = '';
  let plane = planeOf(store.get().data);
  let middle = 0;
  let extent = 1;
  let colours = new Uint32Array();
  /** Of each class, from unsure to sure. @type {Uint32Array[]} */
  let ramps = [];
  /** What is asked about, where that is no sample. @type {number[] | null} */
  let place = null;
  /** The same array for the same place. @param {string} sample */
  const placeOf = (sample) => (place && place.join() === sample.split(':')[0] ? place : readPlace(sample).x);

  function dress() {
    const look = lookOf(element);
    colours = pixelColours(look.palette);
    ramps = classRamps(look.palette);
    drawRamp(ramp, look.palette);
  }

  /** Lets a place run through the network as a sample that the network has wrong. @param {number[]} x */
  function ask(x) {
    const state = store.get();
    const { samples } = state.data;
    const targets = targetsOf(samples);
    const [outputs] = evaluate(state.recipe.network, state.frame.values, [x], seenBy(state));
    const given = targets.length > 0 ? decided(targets, outputs, middle) : null;
    actions.setSample(placeText({ x, y: rightAt(samples, x, given) }));
  }

  /** What is under the pointer; without one, the chosen sample. @param {State} state */
  function read(state) {
    const { data, frame, recipe, sample } = state;
    const under = field.under();
    const pointer = field.place();
    const shown =
      under >= 0 || pointer || place ? under : Math.max(0, Math.min(numberOf(sample), data.samples.length - 1));
    const inputs = shown >= 0 ? data.samples[shown].x : (pointer ?? place ?? []);
    const outputs =
      shown < 0 ? evaluate(recipe.network, frame.values, [inputs], seenBy(state))[0] : frame.outputs[shown];
    const classes = data.outputs > 1;
    const told = classes ? `class ${classOf(outputs)}` : format(outputs[0]);
    setText(numbers, `x1 ${format(inputs[0], 2)}  x2 ${format(inputs[1], 2)}  → ${told}`);
    if (shown < 0) return setText(where, pointer ? 'under the pointer' : 'the place that you asked about');
    const { y } = data.samples[shown];
    setText(where, `sample ${shown + 1}, ${classes ? `class ${classOf(y)}` : `target ${precise(y[0])}`}`);
  }

  /** @param {State} state */
  function redraw({ data, frame, sample, playing, recipe }) {
    if (!surfaces || !field.isSeen()) return;
    place = isPlace(sample) ? placeOf(sample) : null;
    const surface = surfaces[playing ? 'playing' : 'still'];
    surface.evaluate(frame.values);
    const classes = data.outputs > 1;
    if (classes) surface.paintClasses(ramps, recipe.training.loss.endsWith('cross-entropy'), sharp);
    else surface.paint(colours, middle, extent, sharp);
    chart.draw(
      { plane, samples: data.samples, middle, chosen: numberOf(sample), place, classes },
      classes ? surface.borders() : surface.boundary(middle),
      surface.canvas,
    );
    read(store.get());
  }

  /** @param {State} state @param {boolean} reshaped */
  function prepare({ data, recipe }, reshaped) {
    const before = plane;
    // Whoever moves points wants the ground to stay.
    plane = recipe.data.points && !reshaped ? steadyPlane(plane, data) : planeOf(data);
    middle = middleOf(data, recipe.training.loss);
    extent = extentOf(data, recipe.network.outputActivation, middle);
    const seen = seenBy({ data, recipe });
    const of = (/** @type {number} */ side) => createSurface(recipe.network, plane, side, seen);
    if (!surfaces || reshaped || data.standardisation || plane !== before)
      surfaces = { still: of(SIDE.still), playing: of(SIDE.playing) };
    setText(ends[0], compact(middle - extent));
    setText(ends[1], compact(middle + extent));
    setText(above, `target above ${precise(middle)}`);
    setText(below, 'below');
    setText(line, `output ${precise(middle)}`);
    const changes = mayChange({ data });
    setHidden(tools.element, !changes);
    setHidden(aside, changes);
    const classes = data.outputs > 1;
    tools.show(changes ? targetsOf(data.samples) : [], middle);
    setHidden(discretise, !classes && targetsOf(data.samples).length !== 2);
    setHidden(range, classes);
    setHidden(legend, classes);
    setHidden(named, !classes);
    if (classes) named.replaceChildren(...CLASSES.slice(0, data.outputs).map(swatch));
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const { data, frame, sample, recipe, playing } = state;
    const suits = isMapped(data);
    if (panel.hidden === suits) panel.hidden = !suits;
    if (!suits) {
      surfaces = null;
      return;
    }
    const { layers, activation, outputActivation } = recipe.network;
    const shape = `${layers} ${activation} ${outputActivation} ${recipe.training.loss} ${recipe.data.features}`;
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
  onThemeChange(() => {
    dress();
    redraw(store.get());
  });
  draw(store.get(), null);
  store.subscribe(draw);
}

/** The class, from 1, of the largest number. @param {number[]} numbers */
const classOf = (numbers) => numbers.indexOf(Math.max(...numbers)) + 1;

/** @param {string} colour @param {number} k */
function swatch(colour, k) {
  const mark = h('i', { class: k % 2 === 0 ? 'round' : 'diamond' });
  mark.style.background = colour;
  return h('span', {}, mark, `class ${k + 1}`);
}
