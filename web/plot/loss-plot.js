import { onThemeChange } from '../theme.js';
import { decades, decadeTicks, roundLimit, tickLabel, ticks } from './axis.js';

/**
 * @typedef {import('uplot')} Plot
 * @typedef {import('uplot').Options} Options
 * @typedef {import('../types.d.ts').Edit} Edit
 * @typedef {ReturnType<typeof import('./series.js').createSeries>} Series
 * @typedef {{ step: number, loss: number, axis: import('../types.d.ts').Axis, edits: Edit[] }} View
 * @typedef {{ seek(step: number): void, hover(): void, reached(): number }} Handlers
 */

// The axis that a short run already fills to a good part.
const SHORTEST = 20;

/**
 * The curve itself: uPlot on a canvas, with the present step as an element over it, so that scrubbing draws nothing anew.
 * @param {HTMLElement} host
 * @param {Series} series
 * @param {Handlers} handlers
 */
export function createLossPlot(host, series, handlers) {
  /** @type {(new (options: Options, data: any, host: HTMLElement) => Plot) | null} */
  let Plot = null;
  /** @type {Plot | null} */
  let plot = null;
  /** @type {View | null} */
  let view = null;
  let drawn = -1;
  let colours = readColours(host);
  const line = Object.assign(document.createElement('div'), { className: 'curve-line' });
  const dot = Object.assign(document.createElement('div'), { className: 'curve-dot' });

  /** @type {Promise<unknown>} */
  const failed = import('/webjars/uplot/1.6.30/dist/uPlot.esm.js').then(
    (module) => {
      Plot = module.default;
      build();
      return null;
    },
    (reason) => reason ?? 'unknown',
  );

  new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = host;
    if (width === 0 || height === 0) return;
    if (!plot) return build();
    plot.setSize({ width, height });
  }).observe(host);
  onThemeChange(() => {
    colours = readColours(host);
    plot?.redraw();
  });

  function data() {
    return series.points(view?.axis ?? 'linear');
  }

  function build() {
    if (!Plot || !view || host.clientWidth === 0) return;
    plot?.destroy();
    plot = new Plot(options(view.axis), data(), host);
    drawn = series.version;
    plot.over.append(line, dot);
    listen(plot);
  }

  /** @param {View['axis']} axis @returns {Options} */
  function options(axis) {
    const font = `11px ${colours.mono}`;
    const common = { font, stroke: () => colours.mute, ticks: { show: false }, gap: 6, filter: all };
    const grid = { stroke: () => colours.line, width: 1 };
    return {
      width: host.clientWidth,
      height: host.clientHeight,
      padding: [8, 22, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        drag: { x: false, y: false, setScale: false },
        points: { size: 7, fill: () => colours.accent, stroke: () => colours.card, width: 2 },
      },
      scales: {
        x: { time: false, range: () => [0, roundLimit(series.last, SHORTEST)] },
        y: { distr: axis === 'log' ? 3 : 1, range: () => yRange(axis) },
      },
      axes: [
        { ...common, size: 26, grid: { show: false }, splits: (_, __, min, max) => ticks(min, max, 5), values: labels },
        {
          ...common,
          size: 58,
          grid,
          incrs: whole,
          splits: (_, __, min, max) => yTicks(axis, min, max),
          values: labels,
        },
      ],
      series: [{}, { stroke: () => colours.accent, width: 2, points: { show: false }, spanGaps: false }],
      hooks: { drawAxes: [drawEdits], setCursor: [() => handlers.hover()], draw: [placeMarker] },
    };
  }

  /** @param {View['axis']} axis @returns {[number, number]} */
  function yRange(axis) {
    const { min, minPositive, max } = series.extremes;
    if (axis === 'log') return minPositive === Infinity ? [0.1, 1] : decades(minPositive, max);
    if (max === -Infinity) return [0, 1];
    const least = 1e-6;
    return [min < 0 ? -roundLimit(-min, least) : 0, max <= 0 ? 0 : roundLimit(max, least)];
  }

  /** @param {Plot} self */
  function drawEdits({ ctx, bbox, valToPos, scales }) {
    if (!view?.edits.length) return;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colours.mute;
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    for (const step of new Set(view.edits.map((edit) => edit.step))) {
      if (step > (scales.x.max ?? 0)) continue;
      const x = Math.round(valToPos(step, 'x', true)) + 0.5;
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
    }
    ctx.stroke();
    ctx.restore();
  }

  /** After uPlot has drawn, for only then it knows its scales. */
  function placeMarker() {
    if (!plot || !view) return;
    const x = plot.valToPos(view.step, 'x');
    line.style.transform = `translateX(${x}px)`;
    const visible = Number.isFinite(view.loss) && (view.axis === 'linear' || view.loss > 0);
    if (dot.hidden === visible) dot.hidden = !visible;
    if (visible) dot.style.transform = `translate(${x}px, ${plot.valToPos(view.loss, 'y')}px)`;
  }

  /** A press or a drag on the curve goes to the step under it. @param {Plot} plot */
  function listen({ over, posToVal }) {
    let sought = -1;
    /** @param {PointerEvent} event */
    const seek = (event) => {
      const left = event.clientX - over.getBoundingClientRect().left;
      const step = Math.min(Math.max(Math.round(posToVal(left, 'x')), 0), handlers.reached());
      if (step !== sought) handlers.seek((sought = step));
    };
    over.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      over.setPointerCapture(event.pointerId);
      sought = -1;
      seek(event);
    });
    over.addEventListener('pointermove', (event) => {
      if (over.hasPointerCapture(event.pointerId)) seek(event);
    });
  }

  return {
    /** Resolves to a reason if the library could not be loaded, to null once it is there. */
    failed,

    /** Draws what the series and the view have become. @param {View} next */
    show(next) {
      const before = view;
      view = next;
      if (!plot || next.axis !== before?.axis) build();
      else {
        // Going back and forth in a run that has not grown moves the marker only.
        if (drawn !== series.version || next.edits !== before.edits) {
          // At once, not after the other panels have written: a canvas that is told its font has all styles computed.
          const plotted = plot;
          const points = /** @type {any} */ (data());
          plotted.batch(() => plotted.setData(points));
        } else placeMarker();
        drawn = series.version;
      }
    },

    /** The step under the pointer, or null. @returns {number | null} */
    hovered() {
      const index = plot?.cursor.left !== undefined && plot.cursor.left >= 0 ? plot.cursor.idx : null;
      return index == null ? null : (plot?.data[0][index] ?? null);
    },
  };
}

/**
 * uPlot leaves an axis out when none of its increments is large enough, or has a number of decimals that it knows; from 5 on
 * it does not ask for them. The splits are ours whatever the increment.
 * @param {unknown} _
 * @param {unknown} __
 * @param {number} min
 * @param {number} max
 */
function whole(_, __, min, max) {
  return [Math.max(5, max - min)];
}

/** The splits are chosen already. @param {unknown} _ @param {number[]} splits */
function all(_, splits) {
  return splits;
}

/** @param {unknown} _ @param {number[]} values */
function labels(_, values) {
  return values.map(tickLabel);
}

/** @param {View['axis']} axis @param {number} min @param {number} max */
function yTicks(axis, min, max) {
  return axis === 'log' ? decadeTicks(min, max) : ticks(min, max, 4);
}

/** @param {Element} element */
function readColours(element) {
  const style = getComputedStyle(element);
  /** @param {string} token */
  const token = (token) => style.getPropertyValue(token).trim();
  return {
    accent: token('--accent'),
    mute: token('--mute'),
    line: token('--line'),
    card: token('--card'),
    mono: token('--mono'),
  };
}
