import { onThemeChange } from '../theme.js';
import { decades, decadeTicks, roundLimit, tickLabel, ticks } from './axis.js';
import { drawLines, drawRing } from './draw-course.js';

/**
 * @typedef {import('uplot')} Plot
 * @typedef {import('uplot').Options} Options
 * @typedef {import('../types.d.ts').Edit} Edit
 * @typedef {ReturnType<typeof import('./series.js').createSeries>} Series
 * @typedef {import('./draw-course.js').Line} Line
 *
 * @typedef {object} Beside what is drawn over the losses, or instead of them
 * @property {string} version another one whenever there is something else to draw
 * @property {Line[]} lines
 * @property {boolean} faint whether the losses themselves stand back
 * @property {[number, number] | null} ring around a point of the test loss
 *
 * @typedef {object} View
 * @property {number} step
 * @property {number} loss what the axis shows at this step
 * @property {import('../types.d.ts').Axis} axis
 * @property {Edit[]} edits
 * @property {Beside} [beside]
 *
 * @typedef {{ seek(step: number): void, hover(): void, reached(): number }} Handlers
 */

// The axis that a short run already fills to a good part.
const SHORTEST = 20;

/** Colours for runs that are laid beside. */
const RUNS = 8;

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
  let drawn = '';
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
    return series.points(view?.axis === 'log' ? 'log' : 'linear');
  }

  const version = () => `${series.version} ${view?.beside?.version ?? ''}`;

  function build() {
    if (!Plot || !view || host.clientWidth === 0) return;
    plot?.destroy();
    plot = new Plot(options(view.axis), data(), host);
    drawn = version();
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
        x: { time: false, range: () => [0, roundLimit(last(), SHORTEST)] },
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
          values: axis === 'accuracy' ? percents : labels,
        },
      ],
      series: [
        {},
        {
          show: axis !== 'accuracy',
          stroke: () => colours.accent,
          width: 2,
          alpha: view?.beside?.faint ? 0.35 : 1,
          points: { show: false },
          spanGaps: false,
        },
      ],
      hooks: { drawAxes: [drawEdits], setCursor: [() => handlers.hover()], draw: [drawBeside, placeMarker] },
    };
  }

  /** The furthest step of all that is drawn. */
  function last() {
    const ends = (view?.beside?.lines ?? []).map(({ points }) => points.at(-1)?.[0] ?? 0);
    return Math.max(series.last, ...ends);
  }

  /** Of all that is drawn. */
  function extremes() {
    let { min, minPositive, max } = series.extremes;
    for (const { points } of view?.beside?.lines ?? []) {
      for (const [, y] of points) {
        min = Math.min(min, y);
        max = Math.max(max, y);
        if (y > 0) minPositive = Math.min(minPositive, y);
      }
    }
    return { min, minPositive, max };
  }

  /** @param {View['axis']} axis @returns {[number, number]} */
  function yRange(axis) {
    if (axis === 'accuracy') return [0, 1];
    const { min, minPositive, max } = extremes();
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

  /** @param {Plot} self */
  function drawBeside(self) {
    if (!view?.beside) return;
    const { lines, ring } = view.beside;
    drawLines(self, lines, colours);
    if (ring) drawRing(self, ring, colours.test);
  }

  /** After uPlot has drawn, for only then it knows its scales. */
  function placeMarker() {
    if (!plot || !view) return;
    const x = plot.valToPos(view.step, 'x');
    line.style.transform = `translateX(${x}px)`;
    const visible = Number.isFinite(view.loss) && (view.axis !== 'log' || view.loss > 0);
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
      if (!plot || next.axis !== before?.axis || next.beside?.faint !== before.beside?.faint) build();
      else {
        // Going back and forth in a run that has not grown moves the marker only.
        if (drawn !== version() || next.edits !== before.edits) {
          // At once, not after the other panels have written: a canvas that is told its font has all styles computed.
          const plotted = plot;
          const points = /** @type {any} */ (data());
          plotted.batch(() => plotted.setData(points));
        } else placeMarker();
        drawn = version();
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

/** @param {unknown} _ @param {number[]} values */
function percents(_, values) {
  return values.map((share) => `${Math.round(share * 100)} %`);
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
    test: token('--test'),
    runs: Array.from({ length: RUNS }, (_, i) => token(`--run-${i}`)),
    mute: token('--mute'),
    line: token('--line'),
    card: token('--card'),
    mono: token('--mono'),
  };
}
