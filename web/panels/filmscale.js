/**
 * The film strip's arithmetic, without a pixel drawn.
 */

/** The strip shows at least as many steps. */
const LEAST_SPAN = 100;
/** A bar thinner than this, with its gap, is not worth drawing: steps then share one. */
const THINNEST = 3;
/** Losses that are smaller by more powers of ten than this are all as low as can be; the others would look alike otherwise. */
const MOST_DECADES = 6;

/**
 * How many steps the strip is long: a round number, so that it changes seldom.
 * @param {number} furthest the furthest step that has to be on it
 */
export function spanOf(furthest) {
  let span = LEAST_SPAN;
  for (let i = 0; span < furthest; i++) span *= i % 3 === 1 ? 2.5 : 2;
  return span;
}

/**
 * @param {number} span steps
 * @param {number} width pixels
 * @returns {{ perBar: number, bars: number, pitch: number }} steps a bar, bars, and pixels from bar to bar
 */
export function barsOf(span, width) {
  const steps = span + 1;
  const perBar = Math.max(1, Math.ceil((steps * THINNEST) / Math.max(width, 1)));
  const bars = Math.ceil(steps / perBar);
  return { perBar, bars, pitch: width / bars };
}

/**
 * The largest loss of the steps of each bar, so that no jump is lost; kept up to date as the run goes on.
 */
export function createBins() {
  /** @type {number[] | null} */
  let losses = null;
  let perBar = 0;
  let done = 0;
  /** @type {number[]} */
  let bins = [];
  let low = Infinity;
  let high = -Infinity;

  /** @param {number} step @param {number} loss */
  function add(step, loss) {
    const bin = Math.floor(step / perBar);
    // A loss that is not a number is the highest of all.
    const height = Number.isNaN(loss) ? Infinity : loss;
    bins[bin] = Math.max(bins[bin] ?? -Infinity, height);
    if (height > 0 && height < low) low = height;
    if (height < Infinity && height > high) high = height;
  }

  return {
    /**
     * @param {number[]} all the run's losses; grows in place
     * @param {number} steps a bar
     */
    update(all, steps) {
      if (all !== losses || steps !== perBar || all.length < done) {
        losses = all;
        perBar = steps;
        done = 0;
        bins = [];
        low = Infinity;
        high = -Infinity;
      }
      for (; done < all.length; done++) add(done, all[done]);
    },
    bins: () => bins,
    /** The smallest positive and the largest finite loss. */
    extent: () => ({ low, high }),
  };
}

/**
 * Heights between 0 and 1 on a logarithmic scale of whole powers of ten, so that the strip is redrawn to another scale only
 * when the losses reach another power.
 * @param {{ low: number, high: number }} extent
 * @returns {(loss: number) => number}
 */
export function heightScale({ low, high }) {
  if (!(low <= high)) return (loss) => (loss > 0 ? 1 : 0);
  const top = Math.ceil(Math.log10(high));
  const floor = Math.max(Math.floor(Math.log10(low)), top - MOST_DECADES);
  const ceiling = Math.max(top, floor + 1);
  return (loss) => {
    if (!(loss < Infinity)) return 1;
    if (loss <= 0) return 0;
    return Math.min(1, Math.max(0, (Math.log10(loss) - floor) / (ceiling - floor)));
  };
}

/**
 * Labels that stand beside each other without overlapping: those that come too near are joined.
 * @template T
 * @param {{ x: number, width: number, item: T }[]} labels in the order of x, which is where their middle is wanted
 * @param {number} right where the room ends
 * @param {(items: T[]) => number} widthOf how wide the label of several is
 * @returns {{ left: number, width: number, items: T[] }[]}
 */
export function placeLabels(labels, right, widthOf) {
  const gap = 4;
  /** @type {{ left: number, width: number, items: T[] }[]} */
  const placed = [];
  for (const { x, width, item } of labels) {
    let label = { left: Math.max(0, Math.min(x - width / 2, right - width)), width, items: [item] };
    for (let last = placed.at(-1); last && label.left < last.left + last.width + gap; last = placed.at(-1)) {
      placed.pop();
      const items = [...last.items, ...label.items];
      const wide = widthOf(items);
      label = { left: Math.max(0, Math.min(last.left, right - wide)), width: wide, items };
    }
    placed.push(label);
  }
  return placed;
}
