// One of the runs beside each other: its curve, its numbers, and what can be done with it.
import { h, iconButton, setHidden } from '../dom.js';
import { formatSmall as format } from '../numbers.js';
import { setText } from '../panels/cells.js';
import { percent } from '../panels/measures.js';
import { createThumb } from './thumb.js';

/** @typedef {import('../types.d.ts').Variant} Variant */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {Variant} variant
 * @param {{ open: () => void, remove: () => void }} actions
 */
export function createCard({ title, colour, pinned }, actions) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 100 100');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  svg.append(path);
  const picture = h('div', { class: 'compare-pictures' }, svg);
  const thumb = createThumb(picture);
  const loss = h('strong');
  const share = h('span');
  const at = h('span', { class: 'mute' });
  const problem = h('p', { class: 'error', role: 'alert', hidden: true });
  const name = h('span', { class: 'compare-title' }, title);
  const open = h(
    'button',
    { type: 'button', class: 'compare-open', title: 'Show this run', onclick: actions.open },
    h('i', { class: 'compare-key' }),
    name,
  );
  const element = h(
    'li',
    { class: `compare-card run-${colour}${pinned ? ' pinned' : ''}` },
    h(
      'div',
      { class: 'compare-head' },
      open,
      iconButton('remove', `Remove ${title}`, actions.remove, { class: 'button quiet icon' }),
    ),
    picture,
    h('p', { class: 'compare-numbers number' }, loss, share, at),
    problem,
  );

  return {
    element,
    /** @param {Variant} variant @param {string} curve the path of its losses */
    show(variant, curve) {
      const { frame, state, to, problem: why } = variant;
      thumb.show(variant);
      path.setAttribute('d', curve);
      setText(loss, frame ? format(frame.loss) : '…');
      setText(share, frame && (frame.accuracy ?? null) !== null ? percent(frame.accuracy) : '');
      setText(at, frame ? placeOf(frame, state, to) : '');
      setHidden(problem, why === '');
      setText(problem, why);
    },
  };
}

/**
 * @param {import('../types.d.ts').Frame} frame
 * @param {Variant['state']} state
 * @param {number} to
 */
function placeOf({ step, stopped }, state, to) {
  const steps = step.toLocaleString('en');
  if (stopped) return `stopped at ${steps}`;
  return state === 'done' ? `step ${steps}` : `${steps} of ${to.toLocaleString('en')}`;
}
