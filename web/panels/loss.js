import { h, setAttribute, setHidden } from '../dom.js';
import { formatSmall as format } from '../numbers.js';
import { createSeries } from '../plot/series.js';
import { createLossPlot } from '../plot/loss-plot.js';
import { setText } from './cells.js';
import { createCurves } from './curves.js';
import { changedBy } from './edit-words.js';
import { percent } from './measures.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Axis} Axis
 */

/**
 * The loss of every step that was reached.
 * @type {import('../types.d.ts').Mount}
 */
export function mountLoss(element, store, actions, questions) {
  const series = createSeries();
  const at = h('span');
  const value = h('strong');
  const words = (/** @type {string} */ text) => h('span', { class: 'mute' }, text);
  const what = words('  loss ');
  const readout = h('p', { class: 'loss-readout number' }, words('step '), at, what, value);
  const axes = h('div', { class: 'segmented', role: 'group', 'aria-label': 'What the curve shows' });
  for (const [axis, title] of /** @type {[Axis, string][]} */ ([
    ['linear', 'linear'],
    ['log', 'log'],
    ['accuracy', 'accuracy'],
  ])) {
    axes.append(h('button', { type: 'button', 'data-axis': axis, onclick: () => actions.setAxis(axis) }, title));
  }
  const host = h('div', { class: 'loss-plot', 'aria-hidden': 'true' });
  const invitation = h('p', { class: 'loss-invitation' }, 'Press play: the curve grows with every step.');
  const summary = h('p', { class: 'loss-summary explain' });
  const note = h('p', { class: 'loss-note', hidden: true });
  const curves = createCurves(actions);
  element.classList.add('loss');
  element.append(
    h('div', { class: 'loss-head' }, readout, axes),
    h('div', { class: 'loss-box' }, host, invitation),
    note,
    summary,
    ...curves.elements,
  );

  const plot = createLossPlot(host, series, {
    seek: (step) => actions.seek(step),
    hover: () => read(store.get()),
    reached: () => store.get().reached,
  });
  plot.failed.then((reason) => {
    if (reason)
      host.replaceChildren(h('p', { class: 'explain' }, 'The curve could not be loaded; its numbers stand below.'));
  });

  /** @param {State} state */
  function read(state) {
    const hovered = plot.hovered();
    const step = hovered ?? state.frame.step;
    const accurate = axisOf(state) === 'accuracy';
    if (accurate) {
      const point = curves.course.at(step);
      setText(at, String(point?.step ?? step));
      setText(value, percent(point?.accuracy));
    } else {
      const loss = step === state.frame.step ? state.frame.loss : series.at(step);
      if (loss === undefined) return;
      setText(at, String(step));
      setText(value, format(loss));
    }
    setText(what, accurate ? '  accuracy ' : '  loss ');
    const edited = hovered === null ? '' : changedBy(state, step);
    const told = accurate ? curves.accuracyInWords(state) : summarize(series, state.reached, state.frame);
    setText(summary, edited || told);
    const pointed = hovered !== null;
    if (readout.classList.contains('hovered') !== pointed) readout.classList.toggle('hovered', pointed);
  }

  /** @param {State} state */
  function show(state) {
    const { frame, recipe } = state;
    const axis = axisOf(state);
    const y = axis === 'accuracy' ? (frame.accuracy ?? NaN) : frame.loss;
    plot.show({ step: frame.step, loss: y, axis, edits: recipe.edits, beside: curves.beside({ ...state, axis }) });
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const { frame, losses, reached, recipe } = state;
    const axis = axisOf(state);
    for (const button of axes.children) {
      const own = button.getAttribute('data-axis');
      setAttribute(button, 'aria-pressed', String(own === axis));
      if (own === 'accuracy') setHidden(/** @type {HTMLElement} */ (button), !hasAccuracy(state));
    }
    const grown =
      !before || losses !== before.losses || reached !== before.reached || state.compared !== before.compared;
    if (!grown && frame === before.frame && state.axis === before.axis && recipe === before.recipe) return;
    series.update(losses, frame);
    curves.draw(state, before);
    show(state);
    setHidden(invitation, reached > 0);
    const problem = axis === 'accuracy' ? '' : noteOn(series, axis);
    setHidden(note, problem === '');
    setText(note, problem);
    read(state);
  }
  draw(store.get(), null);
  store.subscribe(draw);
  questions.follow(
    (state) => (isMeasured(state) && state.frame.step > curves.course.known ? { what: 'course' } : null),
    ({ answer, stale }) => {
      if (!answer || stale) return;
      curves.course.learn(answer);
      curves.draw(store.get(), store.get());
      show(store.get());
    },
  );
}

/** @param {State} state */
const hasAccuracy = ({ frame }) => (frame.accuracy ?? null) !== null;

/** Where there is no accuracy, its axis shows the loss. @param {State} state @returns {Axis} */
const axisOf = (state) => (state.axis === 'accuracy' && !hasAccuracy(state) ? 'linear' : state.axis);

/** Whether there is more to be drawn than the losses of the batches. @param {State} state */
function isMeasured(state) {
  const { data, recipe } = state;
  return Boolean(data.test) || recipe.training.batchSize !== null || axisOf(state) === 'accuracy';
}

/**
 * The curve in a sentence.
 * @param {ReturnType<typeof createSeries>} series
 * @param {number} reached
 * @param {{ step: number, loss: number }} frame
 */
export function summarize(series, reached, frame) {
  const first = series.at(0) ?? frame.loss;
  if (reached === 0) return `${format(first)} at step 0, before the first update.`;
  const last = series.at(reached);
  const end = last === undefined ? '' : ` to ${format(last)} at step ${reached}`;
  const { min, minStep, finite } = series.extremes;
  if (finite === 0 || minStep === 0)
    return `From ${format(first)} at step 0${end}${finite > 1 && Number.isFinite(last) ? ', never below its start' : ''}.`;
  if (minStep === reached) return `From ${format(first)} at step 0${end}, the smallest yet.`;
  return `From ${format(first)} at step 0${end}; the smallest was ${format(min)}, at step ${minStep}.`;
}

/**
 * @param {ReturnType<typeof createSeries>} series
 * @param {Axis} axis
 */
export function noteOn(series, axis) {
  const { firstMissing, notPositive } = series.extremes;
  const notes = [];
  if (firstMissing >= 0)
    notes.push(`From step ${firstMissing} on the loss is not a finite number: the curve has a gap.`);
  if (axis === 'log' && notPositive > 0) {
    const losses = notPositive === 1 ? '1 loss that is' : `${notPositive} losses that are`;
    notes.push(`A log axis has no place for 0 or less: ${losses} not above 0 left out.`);
  }
  return notes.join(' ');
}
