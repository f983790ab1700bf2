import { h, setHidden, setText } from '../dom.js';
import { EXACT, evaluate, forward } from '../map/evaluate.js';
import { createField, mayChange } from '../map/field.js';
import { createMend } from '../map/mend.js';
import { placesOf, polyline, samplesAt } from '../map/line.js';
import { planeOf, steadyPlane } from '../map/plane.js';
import { seenBy, seenColumns } from '../map/seen.js';
import { format, precise } from '../numbers.js';
import { isPlace, numberOf, placeText, readPlace } from '../subject.js';

/** @typedef {import('../types.d.ts').State} State */

/** So many inputs, evenly from left to right. */
const COLUMNS = 241;

/**
 * What the network would say for every input, for data of one input and one output.
 * @type {import('../types.d.ts').Mount}
 */
export function mountCurve(element, store, actions) {
  const panel = /** @type {HTMLElement} */ (element.closest('.panel') ?? element);
  const numbers = h('p', { class: 'number' });
  const where = h('p', { class: 'mute' });
  const aside = h('p', { class: 'explain' }, 'With no samples set aside for testing, points could be moved here.');
  /** The samples as places. */
  const places = placesOf();
  let plane = planeOf(places(store.get().data));
  let data = store.get().data;
  let network = '';
  /** @type {number[] | null} */
  let place = null;

  const field = createField(element, actions, {
    ...{ label: 'Curve', axes: ['x1', 'y'] },
    samples: () => places(store.get().data).samples,
    plane: () => plane,
    most: () => store.get().limits.samples,
    change: (samples) => mayChange(store.get()) && actions.setPoints(samplesAt(samples)),
    ask: ([x, y]) => actions.setSample(placeText({ x: [x], y: [y] })),
    redraw: () => redraw(store.get()),
    read: () => read(store.get()),
  });
  element.classList.add('map');
  element.append(
    h('div', { class: 'map-head' }, field.tools.element),
    aside,
    field.said,
    field.element,
    h('div', { class: 'map-readout' }, numbers, where),
    h(
      'p',
      { class: 'map-legend explain' },
      h('span', { class: 'map-above' }, 'samples'),
      h('span', { class: 'map-line' }, 'what the network says'),
    ),
    createMend(store, actions).element,
  );

  /** @param {State} state */
  function read(state) {
    const { frame, recipe, sample } = state;
    const { samples } = state.data;
    const under = field.under();
    const pointer = field.place();
    const shown = under >= 0 || pointer || place ? under : Math.max(0, Math.min(numberOf(sample), samples.length - 1));
    const x = shown >= 0 ? samples[shown].x[0] : (pointer ?? place ?? [0])[0];
    const output =
      shown >= 0 ? frame.outputs[shown][0] : evaluate(recipe.network, frame.values, [[x]], seenBy(state))[0][0];
    setText(numbers, `x1 ${format(x, 2)}  → ${format(output)}`);
    if (shown < 0) setText(where, pointer ? 'under the pointer' : 'the place that you asked about');
    else setText(where, `sample ${shown + 1}, target ${precise(samples[shown].y[0])}`);
  }

  /** @param {State} state */
  function redraw(state) {
    if (!field.isSeen() || panel.hidden) return;
    const { frame, recipe, sample } = state;
    const asked = isPlace(sample) ? readPlace(sample) : null;
    const now = asked && [asked.x[0], asked.y[0]];
    if (now?.join() !== place?.join()) place = now;
    const x = Float64Array.from(
      { length: COLUMNS },
      (_, i) => plane.left + (i / (COLUMNS - 1)) * (plane.right - plane.left),
    );
    const [y] = forward(recipe.network, frame.values, seenColumns(seenBy(state), [x]), EXACT);
    const { samples } = places(state.data);
    field.chart.draw(
      { plane, samples, middle: -Infinity, chosen: numberOf(sample), place, classes: false },
      polyline(y, plane),
      null,
    );
    read(store.get());
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const suits = hasCurve(state);
    setHidden(panel, !suits);
    if (!suits) return;
    const shape = JSON.stringify(state.recipe.network);
    if (!before || state.data !== data || shape !== network) {
      const other = !before || !state.recipe.data.points || shape !== network;
      plane = other ? planeOf(places(state.data)) : steadyPlane(plane, places(state.data));
      data = state.data;
      network = shape;
      const changes = mayChange(state);
      setHidden(field.tools.element, !changes);
      setHidden(aside, changes);
      // A point's target is where it is put.
      field.tools.show(changes ? [[]] : [], 0);
    }
    if (!before || state.frame !== before.frame || state.sample !== before.sample || state.data !== before.data)
      redraw(state);
  }
  draw(store.get(), null);
  store.subscribe(draw);
}

/** Of one input and one output there is a curve. @param {Readonly<Pick<State, 'data'>>} state */
export function hasCurve({ data }) {
  return data.inputs === 1 && data.outputs === 1;
}
