// What the colours mean, with the scale in use.
import { h } from '../dom.js';
import { setHidden, setText } from './dom.js';
import { BUCKETS } from '../scales.js';

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
    setText(one.low, '\u2212' + plain(extent));
    setText(one.high, '+' + plain(extent));
  };

  return {
    element,
    /** @param {Theme} theme @param {Extents} extents @param {"weight" | "gradient"} edges @param {boolean} edgesShown @param {boolean} gradientsShown @param {string} text */
    set(theme, extents, edges, edgesShown, gradientsShown, text) {
      scale(data, extents.data);
      scale(gradient, extents.gradient);
      scale(edge, edges === 'weight' ? extents.weight : extents.weightGradient);
      setText(edge.title, edges === 'weight' ? 'weight, − dashed' : 'weight’s gradient, log');
      setHidden(edge.element, !edgesShown);
      setHidden(gradient.element, !gradientsShown);
      setText(hint, text);
      setHidden(hint, !text);
      const key = theme.box[0] + theme.edge[0];
      if (key === painted) return;
      painted = key;
      for (const one of [data, gradient]) one.strip.style.background = gradientOf(theme.box);
      edge.strip.style.background = gradientOf(theme.edge);
    },
  };
}

/** An extent is one digit and a power of ten. @param {number} extent */
function plain(extent) {
  if (extent >= 1000 || extent < 0.001) return extent.toExponential(0).replace('+', '').replace('-', '\u2212');
  return String(Number(extent.toPrecision(1)));
}

/** @param {string[]} colours */
function gradientOf(colours) {
  return `linear-gradient(to right, ${colours.slice(0, BUCKETS).join(', ')})`;
}
