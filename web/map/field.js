import { h, setHidden, setText } from '../dom.js';
import { onThemeChange } from '../theme.js';
import { createChart } from './chart.js';
import { createHand } from './hand.js';
import { lookOf } from './look.js';
import { createTools } from './tools.js';

/**
 * @typedef {import('../types.d.ts').Sample} Sample
 * @typedef {import('../types.d.ts').Actions} Actions
 *
 * What a field shows, and what is done with it.
 * @typedef {object} Use
 * @property {string} label
 * @property {[string, string]} axes  their names
 * @property {() => readonly Sample[]} samples  the inputs of each are its place; the same array as long as they are the same
 * @property {() => import('./plane.js').Plane} plane
 * @property {() => number} most  so many samples there can be
 * @property {(samples: readonly Sample[]) => void} change
 * @property {(place: number[]) => void} ask  a place where no sample is was clicked
 * @property {() => void} redraw  it may be seen, and its size or its colours may be others
 * @property {() => void} read  the pointer is elsewhere
 */

/**
 * A chart whose samples are set by hand, with the tools for it.
 * @param {HTMLElement} element whose width it has
 * @param {Actions} actions
 * @param {Use} use
 */
export function createField(element, actions, use) {
  const field = h('div', {
    class: 'map-field',
    role: 'application',
    tabindex: 0,
    'aria-label': `${use.label}: arrow keys go over it, Enter adds or takes up a point, Delete takes one out`,
  });
  const cross = h('i', { class: 'map-cursor', hidden: true });
  const said = h('p', { class: 'visually-hidden', role: 'status' });
  const tools = createTools((tool) => {
    hand.use(tool);
    field.dataset.tool = typeof tool === 'string' ? tool : 'add';
  });
  const chart = createChart(field, use.axes);
  field.append(cross);
  let width = 0;
  let inSight = false;
  /** @type {import('./chart.js').Pixel | null} */
  let pointer = null;

  const hand = createHand(field, {
    ...{ samples: use.samples, plane: use.plane, most: use.most, change: use.change, ask: use.ask },
    ...{ toPixel: chart.toPixel, toInputs: chart.toInputs },
    ...{ begin: actions.beginGesture, end: actions.endGesture, choose: actions.setSample },
    cursor(at) {
      pointer = at;
      setHidden(cross, at === null);
      if (at) cross.style.translate = `${at.x}px ${at.y}px`;
      use.read();
    },
    say: (text) => setText(said, text),
  });
  /** The sample under the pointer, or -1. */
  const under = () => (pointer ? hand.under(pointer) : -1);

  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    if (width > 0) chart.resize(width);
    use.redraw();
  }).observe(element);
  new IntersectionObserver(([entry]) => {
    inSight = entry.isIntersecting;
    use.redraw();
  }).observe(field);
  function dress() {
    const look = lookOf(element);
    chart.dress(look);
    element.style.setProperty('--map-above', look.palette[look.palette.length - 1]);
    element.style.setProperty('--map-below', look.palette[0]);
  }
  onThemeChange(() => {
    dress();
    use.redraw();
  });
  dress();

  field.addEventListener('pointermove', (event) => {
    pointer = { x: event.offsetX, y: event.offsetY };
    field.classList.toggle('on-point', under() >= 0);
    use.read();
  });
  field.addEventListener('pointerleave', () => {
    pointer = null;
    use.read();
  });

  return {
    ...{ element: field, said, tools, chart, under },
    isSeen: () => width > 0 && inSight,
    /** Where the pointer or the keys are; null if they are elsewhere. */
    place: () => pointer && chart.toInputs(pointer),
  };
}

/** Of samples of which some are put aside nobody sees which. @param {Pick<import('../types.d.ts').State, 'data'>} state */
export function mayChange({ data }) {
  return !data.test;
}
