import { createBuckets } from '/web/plot/buckets.js';
import { randomFrom } from '../stage/graphs.js';
import { equal, ok } from '/tests/assert.js';

/** @param {number[]} losses @param {number} [most] */
function bucketsOf(losses, most) {
  const buckets = createBuckets(most);
  losses.forEach((loss, step) => buckets.add(step, loss));
  return buckets;
}

/** A curve that jumps, with a spike now and then. @param {number} length */
function jumping(length) {
  const random = randomFrom(7);
  return Array.from({ length }, (_, step) => Math.exp(3 * random()) + (step % 997 === 500 ? 1000 : 0));
}

export default {
  'as long as there is room every loss is a point'() {
    equal(bucketsOf([3, 1, 2], 4).points('linear'), [[0, 1, 2], [3, 1, 2]]); // prettier-ignore
  },

  'a hundred thousand losses are a few thousand points, from left to right'() {
    const [steps, losses] = bucketsOf(jumping(100_000)).points('linear');
    ok(steps.length > 2000 && steps.length <= 4096, `${steps.length} points`);
    ok(steps.every((step, i) => i === 0 || step > steps[i - 1]));
    equal(losses.length, steps.length);
  },

  'each point is the loss of its step, and no pixel’s smallest or largest is left out'() {
    const losses = jumping(100_000);
    const [steps, drawn] = bucketsOf(losses).points('linear');
    steps.forEach((step, i) => equal(drawn[i], losses[step]));
    const width = 512;
    const pixels = (/** @type {number[]} */ at) => {
      const extremes = Array.from({ length: width }, () => [Infinity, -Infinity]);
      for (const step of at) {
        const pixel = extremes[Math.floor((step * width) / 131_072)];
        pixel[0] = Math.min(pixel[0], losses[step]);
        pixel[1] = Math.max(pixel[1], losses[step]);
      }
      return extremes;
    };
    equal(pixels(steps), pixels(losses.map((_, step) => step)));
  },

  'a logarithmic axis keeps the smallest loss above 0, and leaves out the others'() {
    const buckets = bucketsOf([4, 0, 2, -1, 0, 0, 3, 5], 2);
    equal(buckets.points('linear'), [[0, 3, 4, 7], [4, -1, 0, 5]]); // prettier-ignore
    equal(buckets.points('log'), [[0, 2, 6, 7], [4, 2, 3, 5]]); // prettier-ignore
    equal(bucketsOf([4, 1, 0, -1], 2).points('log'), [[0, 1, 2], [4, 1, null]]); // prettier-ignore
  },

  'a curve ends in a gap where the losses are not finite'() {
    equal(bucketsOf([4, 1, Infinity, NaN], 4).points('linear'), [[0, 1, 2, 3], [4, 1, null, null]]); // prettier-ignore
    equal(bucketsOf([4, 1, 2, NaN, NaN], 3).points('linear'), [[0, 1, 2, 3, 4], [4, 1, 2, null, null]]); // prettier-ignore
  },

  'another run begins with a point a step'() {
    const buckets = bucketsOf(jumping(100), 8);
    buckets.clear();
    buckets.add(0, 5);
    equal(buckets.points('linear'), [[0], [5]]);
  },
};
