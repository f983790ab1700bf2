import { h } from '../dom.js';
import { formatSmall, HIDDEN } from '../numbers.js';
import { isParameter } from '../recipe.js';
import { onThemeChange } from '../theme.js';
import { barsOf, createBins, heightScale, placeLabels, spanOf } from './filmscale.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Edit} Edit
 * @typedef {import('../types.d.ts').Setting} Setting
 * @typedef {import('../types.d.ts').Mount} Mount
 */

const PAGE = 10;
const STUB = 3;
/** Room for the label of one edit, and of several. */
const LABEL = { one: 58, many: 62 };

/**
 * The film strip: a bar a step, as high as its loss. It is a slider: drag it to any step that was reached.
 * @type {Mount}
 */
export function mountFilm(element, store, actions) {
  const canvas = h('canvas', { class: 'film-strip', 'aria-hidden': 'true' });
  const marks = h('div', { class: 'film-marks' });
  const tip = h('div', { class: 'film-tip number', 'aria-hidden': 'true', hidden: true });
  const slider = h(
    'div',
    {
      ...{ class: 'film-slider', role: 'slider', tabindex: 0, 'aria-label': 'Step', 'aria-valuemin': 0 },
      onkeydown: keydown,
      onpointerdown: grab,
      onpointermove: move,
      onpointerleave: () => (tip.hidden = true),
    },
    canvas,
  );
  element.append(slider, marks, tip);

  const bins = createBins();
  let span = 0;
  let bars = barsOf(100, 1);
  let width = 0;
  let height = 0;
  let colours = readColours();
  /** The loss of the furthest step, which is not among the losses yet. */
  let tipLoss = { losses: store.get().losses, step: -1, loss: 0 };

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
    return {
      bar: read('--accent'),
      line: read('--line-strong'),
      focus: read('--focus'),
      warn: read('--warn'),
      edit: read('--neg'),
    };
  }

  /** @param {number} step the middle of its bar */
  const xOf = (step) => (Math.floor(step / bars.perBar) + 0.5) * bars.pitch;

  /** @param {PointerEvent} event */
  function stepAt(event) {
    const { left } = canvas.getBoundingClientRect();
    const bar = Math.floor((event.clientX - left) / bars.pitch);
    return Math.min(Math.max(bar * bars.perBar, 0), store.get().reached);
  }

  /** @param {PointerEvent} event */
  function grab(event) {
    if (event.button !== 0) return;
    slider.setPointerCapture(event.pointerId);
    actions.seek(stepAt(event));
  }

  /** @param {PointerEvent} event */
  function move(event) {
    const step = stepAt(event);
    if (slider.hasPointerCapture(event.pointerId)) actions.seek(step);
    showTip(step);
  }

  /** @param {number} step */
  function showTip(step) {
    const loss = lossOf(step, store.get());
    tip.hidden = loss === undefined;
    if (loss === undefined) return;
    tip.textContent = `step ${step}  loss ${formatSmall(loss)}`;
    const room = element.clientWidth - tip.offsetWidth;
    tip.style.left = `${Math.max(0, Math.min(xOf(step) - tip.offsetWidth / 2, room))}px`;
  }

  /** @param {number} step @param {State} state */
  function lossOf(step, { losses, frame }) {
    if (frame.loss === HIDDEN) return HIDDEN;
    if (step < losses.length) return losses[step];
    if (step === frame.step) return frame.loss;
    return tipLoss.losses === losses && tipLoss.step === step ? tipLoss.loss : undefined;
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    const { reached } = store.get();
    const far = event.shiftKey ? PAGE : 1;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowLeft: () => actions.step(-far),
      ArrowDown: () => actions.step(-far),
      ArrowRight: () => actions.step(far),
      ArrowUp: () => actions.step(far),
      PageDown: () => actions.step(-PAGE),
      PageUp: () => actions.step(PAGE),
      Home: () => actions.seek(0),
      End: () => actions.seek(reached),
    };
    if (!keys[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    keys[event.key]();
    event.preventDefault();
  }

  function resize() {
    const ratio = devicePixelRatio || 1;
    width = canvas.clientWidth;
    height = canvas.clientHeight;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.getContext('2d')?.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(store.get());
    label(store.get());
  }

  /** @param {State} state */
  function draw(state) {
    const { frame, losses, reached, recipe } = state;
    if (frame.step === losses.length && frame.loss !== HIDDEN) tipLoss = { losses, step: frame.step, loss: frame.loss };
    const newSpan = spanOf(Math.max(reached, recipe.edits.at(-1)?.step ?? 0));
    const before = bars;
    bars = barsOf(newSpan, width);
    if (newSpan !== span || bars.pitch !== before.pitch) {
      span = newSpan;
      label(state);
    }
    bins.update(losses, bars.perBar);
    paint(state);
    const loss = formatSmall(frame.loss);
    slider.setAttribute('aria-valuemax', String(reached));
    slider.setAttribute('aria-valuenow', String(frame.step));
    slider.setAttribute('aria-valuetext', `step ${frame.step} of ${reached} reached, loss ${loss}`);
  }

  /** @param {State} state */
  function paint(state) {
    const pen = canvas.getContext('2d');
    if (!pen || width === 0) return;
    const { frame, recipe } = state;
    const heights = [...bins.bins()];
    const tipAt = tipLoss.losses === state.losses && tipLoss.step >= state.losses.length ? tipLoss : undefined;
    if (tipAt) {
      const bin = Math.floor(tipAt.step / bars.perBar);
      heights[bin] = Math.max(heights[bin] ?? -Infinity, Number.isNaN(tipAt.loss) ? Infinity : tipAt.loss);
    }
    const { low, high } = bins.extent();
    const extra = tipAt && tipAt.loss > 0 && tipAt.loss < Infinity ? tipAt.loss : NaN;
    const scale = heightScale({ low: Math.min(low, extra || low), high: Math.max(high, extra || high) });

    pen.clearRect(0, 0, width, height);
    const foot = height - 5;
    const room = foot - 7;
    const bar = Math.max(1, bars.pitch - Math.min(2, bars.pitch * 0.3));
    const inset = (bars.pitch - bar) / 2;

    pen.strokeStyle = colours.line;
    pen.globalAlpha = 0.55;
    pen.setLineDash([3, 4]);
    pen.beginPath();
    pen.moveTo(heights.length * bars.pitch, foot - 0.5);
    pen.lineTo(width, foot - 0.5);
    pen.stroke();
    pen.setLineDash([]);

    for (let i = 0; i < heights.length; i++) {
      if (heights[i] === undefined) continue;
      const finite = heights[i] < Infinity;
      const part = scale(heights[i]);
      const tall = STUB + part * (room - STUB);
      pen.fillStyle = finite ? colours.bar : colours.warn;
      pen.globalAlpha = finite ? 0.32 + 0.68 * part : 1;
      pen.fillRect(i * bars.pitch + inset, foot - tall, bar, tall);
    }

    pen.globalAlpha = 1;
    pen.fillStyle = colours.edit;
    for (const { step } of recipe.edits) {
      const x = xOf(step);
      pen.beginPath();
      pen.moveTo(x - 3.5, height);
      pen.lineTo(x + 3.5, height);
      pen.lineTo(x, height - 5);
      pen.fill();
    }

    const head = Math.max(bars.pitch + 2, 8);
    const x = Math.min(Math.max(xOf(frame.step), head / 2 + 1), width - head / 2 - 1);
    pen.strokeStyle = colours.focus;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.roundRect(x - head / 2, 1, head, height - 5, 3);
    pen.stroke();
  }

  /** The scale and the edits' names under the strip. @param {State} state */
  function label({ recipe, settings }) {
    const labels = recipe.edits.map((edit) => ({ x: xOf(edit.step), width: LABEL.one, item: edit }));
    const placed = placeLabels(labels, width - 40, (items) => (items.length > 1 ? LABEL.many : LABEL.one));
    const buttons = placed.map(({ left, items }) => {
      const [first] = items;
      const text = items.length > 1 ? `${items.length} edits` : shortName(first, settings);
      const where = items.length > 1 ? `Edits from step ${first.step} on` : `Edit at step ${first.step}: ${text}`;
      const button = h(
        'button',
        {
          type: 'button',
          class: 'film-mark number',
          title: `${where}. Press to go there.`,
          'aria-label': where,
          onclick: () => actions.seek(first.step),
        },
        items.length > 1 ? text : `✎ ${text}`,
      );
      button.style.left = `${left}px`;
      return button;
    });
    const free = (/** @type {number} */ x) =>
      placed.every(({ left, width: wide }) => x + 26 < left || x - 26 > left + wide);
    const ticks = [0, span / 2, span].map((step) => {
      const x = step === span ? width : step === 0 ? 0 : xOf(step);
      const tick = h(
        'span',
        { class: `film-tick number ${step === 0 ? 'start' : step === span ? 'end' : ''}` },
        step.toLocaleString('en'),
      );
      tick.style.left = `${x}px`;
      return free(x) ? [tick] : [];
    });
    marks.replaceChildren(...ticks.flat(), ...buttons);
  }

  new ResizeObserver(resize).observe(canvas);
  onThemeChange(() => {
    colours = readColours();
    paint(store.get());
  });
  store.subscribe((state, before) => {
    const { frame, losses, reached, recipe } = before;
    if (state.recipe !== recipe) label(state);
    if (state.frame !== frame || state.losses !== losses || state.reached !== reached || state.recipe !== recipe)
      draw(state);
  });
  draw(store.get());
}

/** What an edit is about, in as few letters as possible. @param {Edit} edit @param {Setting[]} settings */
function shortName({ set }, settings) {
  const [name, ...others] = Object.keys(set);
  if (others.length > 0) return `${others.length + 1} edits`;
  const setting = settings.find(({ field }) => field === name);
  return setting?.key ?? name.slice(name.lastIndexOf('.') + 1);
}
