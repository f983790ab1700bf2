// What stands above the picture: depth, sample, what the edges show, the view, and zoom.
import { h } from '../dom.js';
import { isPlace } from '../subject.js';
import { setAttribute, setText } from './dom.js';

/** @typedef {import('../types.d.ts').State} State */
/** @typedef {import('../types.d.ts').Actions} Actions */

/**
 * @typedef {object} Local  what only the stage knows
 * @property {"picture" | "tree" | "table"} show
 * @property {"neurons" | "ranks"} arrangement
 */
/**
 * @typedef {object} Handlers
 * @property {(show: Local["show"]) => void} show
 * @property {(arrangement: Local["arrangement"]) => void} arrange
 * @property {(factor: number) => void} zoom
 * @property {() => void} fit
 */

/**
 * Buttons side by side of which one is pressed.
 * @template {string} T
 * @param {string} name @param {[T, string, string?][]} choices value, text, explanation @param {(value: T) => void} choose
 */
function segmented(name, choices, choose) {
  const buttons = choices.map(([value, text, title]) =>
    h('button', { type: 'button', title, onclick: () => choose(value) }, text),
  );
  return {
    element: h('div', { class: 'segmented', role: 'group', 'aria-label': name }, ...buttons),
    /** @param {T} value */
    set(value) {
      buttons.forEach((button, i) => setAttribute(button, 'aria-pressed', String(choices[i][0] === value)));
    },
  };
}

/** @param {State} state */
export function sampleCount(state) {
  return state.data?.samples?.length || state.frame.outputs.length;
}

/** More samples than this are not offered at once; the server has the last word. */
const MOST_AT_ONCE = 64;

/** @param {Actions} actions @param {Handlers} handlers */
export function createToolbar(actions, handlers) {
  const depth = segmented(
    'Depth',
    [
      ['network', 'Network', 'The whole network from afar'],
      ['neurons', 'Neurons', 'Every neuron with its value and its gradient'],
      ['scalars', 'Scalars', 'Every single number, and the operation that made it'],
    ],
    actions.setDepth,
  );
  const edges = segmented(
    'Edges show',
    [
      ['weight', 'weight', 'Edges show the weights: colour and dashes for the sign, thickness for the size'],
      ['gradient', 'gradient', 'Edges show how the loss changes with each weight'],
    ],
    actions.setEdges,
  );
  const arrangement = segmented(
    'Arrange',
    [
      ['neurons', 'by neuron', "Each neuron's numbers stand together"],
      ['ranks', 'by order', 'From left to right in the order of computation, as the notebook draws it'],
    ],
    handlers.arrange,
  );
  const show = segmented(
    'Show as',
    [
      ['picture', 'Picture'],
      ['tree', 'Tree', 'The same as a list that opens level by level'],
      ['table', 'Table', 'The same as a table'],
    ],
    handlers.show,
  );

  /** @type {State | null} */
  let now = null;
  /** @param {number} by */
  const move = (by) => {
    if (!now) return;
    const n = sampleCount(now);
    actions.setSample(typeof now.sample === 'number' ? (now.sample + by + n) % n : by > 0 ? 0 : n - 1);
  };
  const input = h('input', {
    type: 'number',
    min: 1,
    inputmode: 'numeric',
    'aria-label': 'Sample',
    onchange: () => {
      const wanted = Math.round(Number(input.value)) - 1;
      if (now && wanted >= 0 && wanted < sampleCount(now)) actions.setSample(wanted);
      else if (now) input.value = written(now.sample);
    },
  });
  const of = h('span', { class: 'stage-of' });
  const all = h(
    'button',
    {
      type: 'button',
      class: 'button stage-all',
      title: 'All samples at once: one coloured cell a sample',
      onclick: () => actions.setSample(now?.sample === 'all' ? 0 : 'all'),
    },
    'all',
  );
  const previous = h(
    'button',
    { type: 'button', class: 'button icon quiet', 'aria-label': 'Previous sample', onclick: () => move(-1) },
    '‹',
  );
  const next = h(
    'button',
    { type: 'button', class: 'button icon quiet', 'aria-label': 'Next sample', onclick: () => move(1) },
    '›',
  );
  const samples = h(
    'div',
    { class: 'stage-samples', role: 'group', 'aria-label': 'Which sample' },
    h('span', { class: 'stage-word' }, 'sample'),
    previous,
    input,
    of,
    next,
    all,
  );

  const bar = h(
    'div',
    { class: 'stage-bar', role: 'group', 'aria-label': 'The picture' },
    depth.element,
    samples,
    h('div', { class: 'stage-switch' }, h('span', { class: 'stage-word' }, 'edges'), edges.element),
    h('div', { class: 'stage-switch' }, arrangement.element),
  );
  const [edgeSwitch, arrangementSwitch] = bar.querySelectorAll('.stage-switch');

  const zoomButtons = h(
    'div',
    { class: 'segmented', role: 'group', 'aria-label': 'Zoom' },
    h(
      'button',
      { type: 'button', 'aria-label': 'Zoom out', title: 'Zoom out (−)', onclick: () => handlers.zoom(1 / 1.4) },
      '−',
    ),
    h('button', { type: 'button', 'aria-label': 'Fit', title: 'Fit all of it (0)', onclick: handlers.fit }, 'fit'),
    h(
      'button',
      { type: 'button', 'aria-label': 'Zoom in', title: 'Zoom in (+)', onclick: () => handlers.zoom(1.4) },
      '+',
    ),
  );

  const zoom = h('div', { class: 'stage-corner' }, show.element, zoomButtons);

  /** What was set: nothing of it is written while a run plays. */
  let set = '';

  return {
    bar,
    zoom,
    /** @param {State} state @param {Local} local */
    set(state, local) {
      now = state;
      const n = sampleCount(state);
      // A graph that belongs to no run has one depth, and no weights.
      const free = state.parameters.length === 0;
      const value = written(state.sample);
      const typing = document.activeElement === input && typeof state.sample === 'number';
      if (!typing && input.value !== value) input.value = value;
      const wanted = [n, free, state.depth, state.edges, state.sample, local.arrangement, local.show].join();
      if (wanted === set) return;
      set = wanted;
      depth.element.hidden = free;
      depth.set(state.depth);
      edges.set(state.edges);
      arrangement.set(local.arrangement);
      show.set(local.show);
      zoomButtons.hidden = local.show === 'table';
      samples.hidden = n < 2;
      input.max = String(n);
      input.placeholder = isPlace(state.sample) ? '–' : 'all';
      setText(of, `of ${n}`);
      all.hidden = n > MOST_AT_ONCE;
      setAttribute(all, 'aria-pressed', String(state.sample === 'all'));
      /** @type {HTMLElement} */ (edgeSwitch).hidden =
        free || (state.depth === 'scalars' && local.arrangement === 'ranks');
      /** @type {HTMLElement} */ (arrangementSwitch).hidden = free || state.depth !== 'scalars';
    },
  };
}

/** A sample's number as people count; nothing for what has none. @param {import('../types.d.ts').Subject} sample */
function written(sample) {
  return typeof sample === 'number' ? String(sample + 1) : '';
}
