import { h, iconButton } from '../dom.js';
import { drawRamp, lookOf } from '../map/look.js';
import { format, formatSmall } from '../numbers.js';
import { setText } from '../panels/cells.js';
import { onThemeChange } from '../theme.js';
import { answerBox } from './answer-box.js';
import { axisChoice, neighbourOf } from './axis-choice.js';
import { heightsOf } from './heights.js';
import { holds } from './range.js';
import { chosenParameter } from './selection.js';
import { createSurfaceChart } from './surface-chart.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('./surface-chart.js').Surface} Surface
 * @typedef {import('./surface-chart.js').Cell} Cell
 * @typedef {import('./range.js').Range} Range
 *
 * What of the plane is shown; zoomed: a person chose how much, and it stays so.
 * @typedef {{ pair: string, moment: string, x: Range, y: Range, zoomed: boolean }} View
 */

/** A view is left when the present point comes so near to its edge, as a share of its width. */
const NEAR_EDGE = 0.1;
/** What one press of the zoom leaves of the width. */
const ZOOM = 0.5;
/** The narrowest view, in units of a parameter: closer up, rounding would be seen. */
const NARROWEST = 1e-4;

/**
 * The loss as two parameters move, and the way that training took over it.
 * @type {import('../types.d.ts').Mount}
 */
export function mountSurface(element, store, actions, questions) {
  const panel = /** @type {HTMLElement} */ (element.closest('.panel') ?? element);
  const begin = h('button', { type: 'button', class: 'button', onclick: compare }, 'Compare with another weight');
  const first = h('span', { class: 'number' });
  const choice = axisChoice(actions.compare);
  const close = iconButton('remove', 'Close the surface', () => actions.compare(null), { class: 'button quiet icon' });
  const closer = iconButton('plus', 'Look closer', () => zoom(ZOOM), { class: 'button icon quiet' });
  const farther = iconButton('minus', 'See more of the landscape', () => zoom(1 / ZOOM), {
    class: 'button icon quiet',
  });
  const axes = h(
    'div',
    { class: 'surface-axes' },
    h('p', {}, h('span', { class: 'mute' }, '→ '), first, h('span', { class: 'surface-zoom' }, farther, closer)),
    h('p', {}, h('span', { class: 'mute' }, '↑ '), choice.element, close),
  );
  const canvas = h('canvas', { class: 'surface-canvas', 'aria-hidden': 'true' });
  const numbers = h('span');
  const where = h('span', { class: 'mute' });
  const readout = h('p', { class: 'surface-readout number' }, numbers, where);
  const spoken = h('p', { class: 'visually-hidden', role: 'status' });
  const field = h(
    'div',
    { class: 'surface-field', role: 'application', tabindex: 0, 'aria-label': 'Loss surface: arrow keys move over it' },
    canvas,
  );
  const ends = [h('span'), h('span', { class: 'mute' }, 'as now'), h('span')];
  const ramp = h('canvas', { class: 'surface-ramp', width: 200, height: 1 });
  const legend = h(
    'p',
    { class: 'surface-legend explain', 'aria-hidden': 'true' },
    ...['start', 'now', 'next', 'lowest'].map((key) => h('span', { class: `key-${key}` }, LEGEND[key])),
  );
  const words = h('p', { class: 'explain' });
  const box = answerBox(
    'Pause to see the surface.',
    field,
    readout,
    h('div', { class: 'surface-range number', 'aria-hidden': 'true' }, ends[0], ramp, ends[2]),
    legend,
    words,
  );
  element.append(begin, axes, box.element, spoken);
  element.classList.add('surface');
  panel.hidden = true;

  const chart = createSurfaceChart(canvas);
  let width = 0;
  /** @type {Surface | null} */
  let surface = null;
  /** @type {Cell | null} */
  let pointed = null;
  /** @type {View | null} */
  let view = null;

  new ResizeObserver(() => {
    if (field.clientWidth === width) return;
    width = field.clientWidth;
    if (width > 0) chart.resize(width);
    draw();
  }).observe(field);
  onThemeChange(() => {
    dress();
    draw();
  });
  canvas.addEventListener('pointermove', (event) => {
    look(chart.cellAt({ x: event.offsetX, y: event.offsetY }));
  });
  canvas.addEventListener('pointerleave', () => look(null));
  field.addEventListener('blur', () => look(null));
  field.addEventListener('keydown', (event) => {
    if (!surface) return;
    const { column, row } = pointed ?? nearest(surface);
    const last = surface.points - 1;
    /** @type {Record<string, Cell>} */
    const to = {
      ArrowRight: { column: Math.min(column + 1, last), row },
      ArrowLeft: { column: Math.max(column - 1, 0), row },
      ArrowUp: { column, row: Math.min(row + 1, last) },
      ArrowDown: { column, row: Math.max(row - 1, 0) },
    };
    if (event.key === 'Escape' && pointed) look(null);
    else if (event.key in to) look(to[event.key]);
    else return;
    setText(spoken, numbers.textContent ?? '');
    event.preventDefault();
    event.stopPropagation();
  });

  function compare() {
    const chosen = chosenParameter(store.get());
    if (chosen) actions.compare(neighbourOf(store.get().parameters, chosen.name));
  }

  function dress() {
    const look = lookOf(element);
    chart.dress(look);
    drawRamp(ramp, look.palette);
  }

  /** @param {Readonly<State>} state @returns {import('../types.d.ts').Question | null} */
  function wanted(state) {
    const x = chosenParameter(state);
    const y = state.beside;
    if (!x || y === null || x.name === y) return null;
    const about = { x: x.name, y };
    const moment = `${state.frame.run} ${state.frame.step}`;
    const same = view && view.pair === `${x.name} ${y}`;
    if (!view || !same || (view.moment === moment && !view.zoomed)) return { what: 'surface', about };
    const up = state.frame.values[state.parameters.indexOf(y)];
    // Another step is seen on the same piece of the plane, as long as it lies on it.
    if (!holds(view.x, x.value, NEAR_EDGE) || !holds(view.y, up, NEAR_EDGE)) {
      if (!view.zoomed) return { what: 'surface', about };
      view = { ...view, x: around(view.x, x.value, 1), y: around(view.y, up, 1) };
    }
    const spans = { xFrom: view.x.from, xTo: view.x.to, yFrom: view.y.from, yTo: view.y.to };
    return { what: 'surface', about: { ...about, ...spans } };
  }

  let end = follow();

  function follow() {
    return questions.follow(wanted, told);
  }

  /** @param {import('../types.d.ts').Reply} reply */
  function told(reply) {
    if (reply.question === null) surface = null;
    if (!box.set(reply, store.get().playing)) return;
    const answer = /** @type {Surface} */ (reply.answer);
    if (!('xFrom' in (reply.question?.about ?? {}))) {
      const { run, step } = store.get().frame;
      view = {
        pair: `${answer.x.parameter} ${answer.y.parameter}`,
        moment: `${run} ${step}`,
        x: answer.x,
        y: answer.y,
        zoomed: false,
      };
    }
    if (pointed && answer.points !== surface?.points) pointed = null;
    surface = answer;
    show();
  }

  /** @param {number} factor of the width */
  function zoom(factor) {
    if (!surface || !view) return;
    const { magnitude } = store.get().limits;
    const x = around(view.x, surface.x.value, factor);
    const y = around(view.y, surface.y.value, factor);
    const narrow = factor < 1 && Math.min(x.to - x.from, y.to - y.from) < NARROWEST;
    const wide = [x.from, x.to, y.from, y.to].some((end) => Math.abs(end) > magnitude);
    if (narrow || wide) return;
    view = { ...view, x, y, zoomed: true };
    pointed = null;
    end();
    end = follow();
  }

  function draw() {
    if (surface && width > 0) chart.draw(surface, pointed);
  }

  function show() {
    if (!surface) return;
    const { low, high } = heightsOf(surface.losses, surface.loss);
    setText(ends[0], formatSmall(low));
    setText(ends[2], formatSmall(high));
    setText(words, inWords(surface));
    look(pointed);
  }

  /** @param {Cell | null} cell */
  function look(cell) {
    pointed = cell;
    if (!surface) return;
    const { x, y, loss, losses } = surface;
    const here = cell
      ? { x: x.at[cell.column], y: y.at[cell.row], loss: losses[cell.row][cell.column] }
      : { x: x.value, y: y.value, loss };
    setText(numbers, `→ ${format(here.x)}  ↑ ${format(here.y)}  loss ${formatSmall(here.loss)}`);
    setText(where, cell ? '' : '  now');
    draw();
  }

  /** @param {State} state @param {State | null} before */
  function arrange(state, before) {
    const { selected, beside, parameters } = state;
    if (before && selected === before.selected && beside === before.beside && parameters === before.parameters) return;
    const chosen = chosenParameter(state);
    const hidden = chosen === null || parameters.length < 2;
    if (panel.hidden !== hidden) panel.hidden = hidden;
    const open = beside !== null;
    begin.hidden = open;
    axes.hidden = !open;
    box.element.hidden = !open || chosen?.name === beside;
    if (!chosen || !open) return;
    setText(first, chosen.name);
    choice.show(parameters, beside);
  }
  dress();
  arrange(store.get(), null);
  store.subscribe(arrange);
}

/** A range of another width with a value in its middle. @param {Range} range @param {number} value @param {number} factor */
function around({ from, to }, value, factor) {
  const half = ((to - from) / 2) * factor;
  return { from: value - half, to: value + half };
}

/** @type {Record<string, string>} */
const LEGEND = { start: 'step 0', now: 'now', next: 'next step', lowest: 'lowest here' };

/** The point of the grid that is nearest to the present one. @param {Surface} surface @returns {Cell} */
function nearest({ x, y }) {
  const of = (/** @type {{ at: number[], value: number }} */ { at, value }) => {
    const distances = at.map((each) => Math.abs(each - value));
    return distances.indexOf(Math.min(...distances));
  };
  return { column: of(x), row: of(y) };
}

/** @param {Surface} surface */
function inWords({ lowest, path }) {
  const way = path.length > 1 ? 'The line is the way that training took. On it all other weights moved too, so the ground was another at every step.' : 'Step on, and the way that training takes is drawn here.'; // prettier-ignore
  return `Orange is lower than now, blue is higher; on the dashed line the loss is as now. With these two alone the loss could be ${formatSmall(lowest.loss)}, at the cross. ${way}`;
}
