import { tickLabel, ticks } from '../plot/axis.js';
import { h } from '../dom.js';
import { share, steadyRange } from './range.js';
import { s, set } from './svg.js';

/**
 * @typedef {import('./range.js').Range} Range
 * @typedef {{ at: number, loss: number }} Point
 * @typedef {{ value: number, loss: number, next: { value: number, loss: number }, points: Point[], tangent: Point[] }} Curve
 *   what is drawn of the answer to "slope"
 */

const HEIGHT = 190;
const EDGE = { left: 48, right: 8, top: 10, bottom: 24 };
const HEAD = 7;

/**
 * The loss along one parameter: the curve, its tangent at the present point, and where the next update goes.
 * @param {(point: number | null) => void} hover tells which of the curve's points is pointed at
 */
export function createSlopePlot(hover) {
  const grid = s('g', { class: 'plot-grid' });
  const curve = s('path', { class: 'slope-curve' });
  const tangent = s('line', { class: 'slope-tangent' });
  const guides = s('path', { class: 'slope-guides' });
  const arrow = s('path', { class: 'slope-arrow' });
  const next = s('circle', { class: 'slope-next', r: 4.5 });
  const now = s('circle', { class: 'slope-now', r: 5 });
  const pointed = s('circle', { class: 'slope-pointed', r: 4 });
  const clip = s('rect', { x: 0, y: 0 });
  const inside = s('g', { 'clip-path': 'url(#slope-clip)' }, guides, curve, tangent);
  const picture = s(
    'svg',
    { class: 'slope-picture', 'aria-hidden': 'true', height: HEIGHT },
    s('clipPath', { id: 'slope-clip' }, clip),
    grid,
    inside,
    arrow,
    next,
    now,
    pointed,
  );
  const element = h('div', { class: 'slope-plot' });
  element.append(picture);

  let width = 0;
  /** @type {Curve | null} */
  let shown = null;
  /** @type {Range} */
  let across = { from: 0, to: 1 };
  /** @type {Range | null} */
  let up = null;
  /** @type {number | null} */
  let chosen = null;

  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    set(picture, { width });
    set(clip, { x: EDGE.left, y: EDGE.top, width: Math.max(0, right() - EDGE.left), height: bottom() - EDGE.top });
    draw();
  }).observe(element);

  picture.addEventListener('pointermove', (event) => {
    if (shown) hover(nearest(event.offsetX));
  });
  picture.addEventListener('pointerleave', () => hover(null));

  const right = () => width - EDGE.right;
  const bottom = () => HEIGHT - EDGE.bottom;
  const x = (/** @type {number} */ at) => EDGE.left + share(across, at) * (right() - EDGE.left);
  const y = (/** @type {number} */ loss) => (up ? bottom() - share(up, loss) * (bottom() - EDGE.top) : 0);

  /** @param {number} px */
  function nearest(px) {
    const last = (shown?.points.length ?? 1) - 1;
    return Math.min(Math.max(Math.round(((px - EDGE.left) / (right() - EDGE.left)) * last), 0), last);
  }

  function draw() {
    if (!shown || !up || width === 0) return;
    const { value, loss, next: after, points, tangent: line } = shown;
    drawGrid(up);
    set(curve, { d: path(points.map((point) => [x(point.at), y(point.loss)])) });
    const [a, b] = line;
    set(tangent, { x1: x(a.at), y1: y(a.loss), x2: x(b.at), y2: y(b.loss) });
    set(now, { cx: x(value), cy: y(loss) });
    const there = x(after.value);
    const inSight = there >= EDGE.left && there <= right() && Number.isFinite(y(after.loss));
    next.classList.toggle('absent', !inSight);
    if (inSight) set(next, { cx: there, cy: y(after.loss) });
    const drops = inSight ? [[x(value), y(loss)], [there, y(after.loss)]] : [[x(value), y(loss)]]; // prettier-ignore
    set(guides, { d: drops.map(([px, py]) => `M${px} ${py}V${bottom()}`).join('') });
    set(arrow, { d: arrowTo(x(value), Math.min(Math.max(there, EDGE.left), right()), bottom()) });
    point(chosen);
  }

  /** @param {Range} heights */
  function drawGrid(heights) {
    const lines = ticks(heights.from, heights.to, 4);
    const columns = ticks(across.from, across.to, 4);
    grid.replaceChildren(
      ...lines.map((tick) => s('line', { x1: EDGE.left, x2: right(), y1: y(tick), y2: y(tick) })),
      s('line', { class: 'plot-axis', x1: EDGE.left, x2: right(), y1: bottom(), y2: bottom() }),
      ...lines.map((tick) =>
        s('text', { x: EDGE.left - 8, y: y(tick), dy: '0.32em', 'text-anchor': 'end' }, tickLabel(tick)),
      ),
      ...columns.map((tick) => s('line', { x1: x(tick), x2: x(tick), y1: bottom(), y2: bottom() + 4 })),
      ...columns.map((tick) => s('text', { x: x(tick), y: HEIGHT - 6, 'text-anchor': 'middle' }, tickLabel(tick))),
    );
  }

  /** @param {number | null} i */
  function point(i) {
    chosen = i;
    const at = i === null ? undefined : shown?.points[i];
    const inSight = at !== undefined && Number.isFinite(at.loss);
    pointed.classList.toggle('absent', !inSight);
    if (inSight) set(pointed, { cx: x(at.at), cy: y(at.loss) });
  }

  return {
    element,
    /** @param {Curve} answer */
    show(answer) {
      shown = answer;
      across = { from: answer.points[0].at, to: answer.points[answer.points.length - 1].at };
      const losses = answer.points.map(({ loss }) => loss).filter(Number.isFinite);
      up = steadyRange(up, Math.min(...losses, answer.loss), Math.max(...losses, answer.loss));
      draw();
    },
    /** Marks one of the curve's points; null: none. */
    point,
    /** Forgets the axes, when another curve follows. */
    clear: () => void (up = null),
  };
}

/**
 * A line through what is finite of some points.
 * @param {number[][]} points
 */
export function path(points) {
  let pen = 'M';
  let d = '';
  for (const [px, py] of points) {
    if (Number.isFinite(py)) d += `${pen}${px.toFixed(2)} ${py.toFixed(2)}`;
    pen = Number.isFinite(py) ? 'L' : 'M';
  }
  return d;
}

/**
 * An arrow along a level line; of a very short one only the head is seen.
 * @param {number} from
 * @param {number} to
 * @param {number} height
 */
export function arrowTo(from, to, height) {
  if (!Number.isFinite(to) || from === to) return '';
  const back = to > from ? -HEAD : HEAD;
  const head = `M${to} ${height}l${back} ${-HEAD / 1.6}v${HEAD * 1.25}z`;
  return (Math.abs(to - from) > HEAD ? `M${from} ${height - 1}H${to + back}v2H${from}z` : '') + head;
}
