import { h, iconButton } from '../dom.js';
import { format, formatSmall, precise } from '../numbers.js';
import { setText, signClass } from '../panels/cells.js';
import { answerBox } from './answer-box.js';
import { holds, reachFor, REACHES, steadySpan } from './range.js';
import { chosenParameter } from './selection.js';
import { createSlopePlot } from './slope-plot.js';
import { afterUpdate, slopeInWords } from './slope-words.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('./range.js').Span} Span
 */

/** How far the curve reaches to either side where nobody has chosen. */
const REACH = 1;

/**
 * The loss as the selected parameter alone moves: its slope at the present value is the gradient.
 * @type {import('../types.d.ts').Mount}
 */
export function mountSlope(element, store, actions, questions) {
  const panel = /** @type {HTMLElement} */ (element.closest('.panel') ?? element);
  const name = h('span', { class: 'slope-name' });
  const at = h('span');
  const loss = h('span');
  const where = h('span', { class: 'mute' });
  const readout = h(
    'p',
    { class: 'slope-readout number' },
    name,
    ' ',
    at,
    h('span', { class: 'mute' }, '  loss '),
    loss,
    where,
  );
  const closer = iconButton('plus', 'Look closer', () => zoom(1), { class: 'button icon quiet' });
  const farther = iconButton('minus', 'See more of the curve', () => zoom(-1), { class: 'button icon quiet' });
  const reached = h('span', { class: 'number mute' });
  const plot = createSlopePlot((point) => look(point));
  const slider = h('div', {
    class: 'slope-slider',
    role: 'slider',
    tabindex: 0,
    'aria-label': 'Along the curve',
    'aria-valuemin': 0,
    'aria-valuemax': 0,
    'aria-valuenow': 0,
  });
  slider.append(plot.element);
  const legend = h(
    'p',
    { class: 'slope-legend explain', 'aria-hidden': 'true' },
    h('span', { class: 'key-now' }, 'now'),
    h('span', { class: 'key-tangent' }, 'tangent'),
    h('span', { class: 'key-next' }, 'after the update'),
  );
  const words = h('p', { class: 'slope-words' });
  const after = h('p', { class: 'explain' });
  const head = h('div', { class: 'slope-head' }, readout, h('div', { class: 'slope-zoom' }, farther, reached, closer));
  const box = answerBox('Pause to see the slope.', head, slider, legend, words, after);
  element.append(box.element);
  panel.hidden = true;

  /** @type {Span | null} */
  let span = null;
  let parameter = '';
  let reach = REACH;
  /** Whether a person chose the reach: then it stays, even if the next value is out of sight. */
  let zoomed = false;
  /** @type {any} */
  let answer = null;
  /** The point of the curve that is looked at. @type {number | null} */
  let looked = null;
  let end = follow();

  function follow() {
    return questions.follow(wanted, (reply) => {
      const hidden = reply.question === null;
      if (panel.hidden !== hidden) panel.hidden = hidden;
      if (!box.set(reply, store.get().playing)) return;
      answer = reply.answer;
      if (!zoomed && !(span && holds(span, answer.next.value))) {
        const wider = reachFor(answer.value, answer.next.value, reach, store.get().limits.magnitude);
        if (wider !== reach) return again(wider);
      }
      show();
    });
  }

  /** @param {number} wider */
  function again(wider) {
    reach = wider;
    end();
    // Not from inside the call that told the answer.
    queueMicrotask(() => (end = follow()));
  }

  /** @param {Readonly<State>} state @returns {import('../types.d.ts').Question | null} */
  function wanted(state) {
    const chosen = chosenParameter(state);
    if (chosen === null) return null;
    if (chosen.name !== parameter) {
      parameter = chosen.name;
      reach = REACH;
      zoomed = false;
      span = looked = null;
      plot.clear();
    }
    if (!Number.isFinite(chosen.value)) return { what: 'slope', about: { parameter } };
    span = steadySpan(span, chosen.value, reach, state.limits.magnitude);
    return { what: 'slope', about: { parameter, from: span.from, to: span.to } };
  }

  /** @param {number} by steps in the table of reaches */
  function zoom(by) {
    const to = REACHES[REACHES.indexOf(reach) + by];
    if (to === undefined) return;
    zoomed = true;
    looked = null;
    plot.clear();
    again(to);
  }

  function show() {
    if (looked !== null && looked >= answer.points.length) looked = null;
    setText(name, parameter.slice(parameter.lastIndexOf('.') + 1));
    setText(reached, `±${precise(reach)}`);
    closer.disabled = reach === REACHES[REACHES.length - 1];
    farther.disabled = reach === REACHES[0];
    plot.show(answer);
    words.replaceChildren(...slopeInWords(answer).map(part));
    setText(after, afterUpdate(answer));
    look(looked);
  }

  /** @param {string | number} each a number stands in the colour of its sign */
  function part(each) {
    if (typeof each === 'string') return each;
    const text = formatSmall(each);
    return h('strong', { class: `number ${signClass(text)}` }, text);
  }

  /** @param {number | null} point */
  function look(point) {
    if (!answer) return;
    looked = point;
    plot.point(point);
    const here = point === null ? { at: answer.value, loss: answer.loss } : answer.points[point];
    setText(at, format(here.at));
    setText(loss, formatSmall(here.loss));
    setText(where, point === null ? '  now' : '');
    slider.setAttribute('aria-valuemax', String(answer.points.length - 1));
    slider.setAttribute('aria-valuenow', String(point ?? nearest()));
    slider.setAttribute('aria-valuetext', `at ${format(here.at)} the loss is ${formatSmall(here.loss)}`);
  }

  /** The point of the curve that is nearest to the present value. @returns {number} */
  function nearest() {
    const distances = answer.points.map((/** @type {{ at: number }} */ { at: there }) =>
      Math.abs(there - answer.value),
    );
    return distances.indexOf(Math.min(...distances));
  }

  slider.addEventListener('keydown', (event) => {
    if (!answer) return;
    const last = answer.points.length - 1;
    const from = looked ?? nearest();
    /** @type {Record<string, number>} */
    const to = {
      ArrowRight: from + 1,
      ArrowUp: from + 1,
      ArrowLeft: from - 1,
      ArrowDown: from - 1,
      PageUp: from + 8,
      PageDown: from - 8,
      Home: 0,
      End: last,
    };
    if (event.key === 'Escape' && looked !== null) look(null);
    else if (event.key in to) look(Math.min(Math.max(to[event.key], 0), last));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  slider.addEventListener('blur', () => look(null));
}
