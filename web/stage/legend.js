// What the colours mean, with the scale in use.
import { compact } from '../numbers.js';
import { BUCKETS, LOG_RANGE } from '../scales.js';
import { h, setText } from './dom.js';

/** @typedef {import('./theme.js').Theme} Theme */
/** @typedef {import('./extents.js').Extents} Extents */

/** @param {string} name */
function bar(name) {
  const low = h('span', { class: 'number' });
  const high = h('span', { class: 'number' });
  const strip = h('span', { class: 'stage-strip' });
  const title = h('span', {}, name);
  return { element: h('div', { class: 'stage-scale' }, title, low, strip, high), low, strip, high, title };
}

export function createLegend() {
  const data = bar('value');
  const gradient = bar('gradient, log');
  const edge = bar('weight');
  const hint = h('div', { class: 'stage-hint' });
  const element = h(
    'div',
    { class: 'stage-legend', 'aria-hidden': 'true' },
    hint,
    data.element,
    gradient.element,
    edge.element,
  );
  let painted = '';

  /** @param {ReturnType<typeof bar>} one @param {number} extent */
  const scale = (one, extent) => {
    setText(one.low, compact(-extent).replace(/\.?0+$/, ''));
    setText(one.high, '+' + compact(extent).replace(/\.?0+$/, ''));
  };

  return {
    element,
    /** @param {Theme} theme @param {Extents} extents @param {"weight" | "gradient"} edges @param {boolean} edgesShown @param {boolean} gradientsShown @param {string} text */
    set(theme, extents, edges, edgesShown, gradientsShown, text) {
      scale(data, extents.data);
      scale(gradient, extents.gradient);
      scale(edge, edges === 'weight' ? extents.weight : extents.weightGradient);
      setText(edge.title, edges === 'weight' ? 'weight, − dashed' : 'weight’s gradient, log');
      gradient.element.title = `logarithmic down to ${compact(extents.gradient)} / ${LOG_RANGE}`;
      edge.element.hidden = !edgesShown;
      gradient.element.hidden = !gradientsShown;
      setText(hint, text);
      hint.hidden = !text;
      const key = theme.box[0] + theme.edge[0];
      if (key === painted) return;
      painted = key;
      for (const one of [data, gradient]) one.strip.style.background = gradientOf(theme.box);
      edge.strip.style.background = gradientOf(theme.edge);
    },
  };
}

/** @param {string[]} colours */
function gradientOf(colours) {
  return `linear-gradient(to right, ${colours.slice(0, BUCKETS).join(', ')})`;
}
