import { h } from '../dom.js';
import { format } from '../numbers.js';

export { setText } from '../dom.js';

/**
 * A table's cell for one number that changes often; it writes only what changed.
 * @param {object} [options]
 * @param {boolean} [options.bar] with a bar under the number, to the right for more than 0 and to the left for less
 * @param {boolean} [options.sign] in the colour of its sign
 * @param {(x: number) => string} [options.text]
 */
export function numberCell({ bar = false, sign = false, text = format } = {}) {
  const written = document.createTextNode('');
  const number = h('span', {}, written);
  const cell = h('td', { class: 'number' }, number);
  const fill = bar ? h('i', {}) : null;
  if (fill) cell.append(h('span', { class: 'bar', 'aria-hidden': 'true' }, fill));
  /** @type {number | null} */
  let shown = null;
  let drawn = NaN;
  return {
    cell,
    /**
     * @param {number} x
     * @param {number} [share] the bar's length, -1 .. 1
     */
    set(x, share = 0) {
      if (shown === null || !Object.is(x, shown)) {
        shown = x;
        const next = text(x);
        if (next !== written.data) {
          // Into the text that is there: a new one would be a new box to lay out.
          written.data = next;
          if (sign) setClass(number, signClass(next));
        }
      }
      if (fill && share !== drawn) {
        drawn = share;
        const length = Number.isFinite(share) ? Math.max(-1, Math.min(1, share)) : 0;
        setLength(fill, Math.abs(length));
        setClass(fill, length < 0 ? 'negative' : 'positive');
      }
    },
  };
}

/** @param {HTMLElement} bar @param {number} share of the longest there is */
export function setLength(bar, share) {
  bar.style.backgroundSize = `${(100 * share).toFixed(1)}% 100%`;
}

/** @param {HTMLElement} element @param {string} name */
export function setClass(element, name) {
  if (element.className !== name) element.className = name;
}

/** The colour of the sign that is written: what reads as zero has none. @param {string} written */
export function signClass(written) {
  return written.startsWith('−') ? 'neg' : /[1-9∞]/.test(written) ? 'pos' : '';
}
