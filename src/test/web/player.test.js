import { createPacer } from '/web/player.js';
import { equal, ok } from './assert.js';

/** Plays for a number of frames of 1/60 second and answers the steps of each. @param {number} speed @param {number} frames */
function play(speed, frames) {
  const pacer = createPacer();
  return Array.from({ length: frames }, (_, i) => {
    pacer.tick((i * 1000) / 60, speed);
    return pacer.take();
  });
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * Plays at full speed against a server that takes so many milliseconds a request and a step, until the pacer has had the time
 * to find out; the largest of the last requests.
 * @param {ReturnType<typeof createPacer>} pacer @param {number} latency @param {number} each
 */
function settle(pacer, latency, each) {
  /** @type {number[]} */
  const asked = [];
  for (let i = 0; i < 200; i++) {
    pacer.tick(i * 16, Infinity);
    const steps = pacer.take();
    asked.push(steps);
    pacer.answered(latency + steps * each, steps);
  }
  return Math.max(...asked.slice(-10));
}

export default {
  'the first step comes at once'() {
    equal(play(1, 1), [1]);
  },
  'a second of play is as many steps as the speed says'() {
    for (const speed of [1, 2, 5, 8, 20, 60, 200, 1000])
      equal(sum(play(speed, 61)), speed + 1, `at ${speed} steps a second:`);
  },
  'a page that was hidden owes no steps'() {
    const pacer = createPacer();
    pacer.tick(0, 60);
    pacer.take();
    pacer.tick(3_600_000, 60);
    ok(pacer.take() <= 15, 'at most a quarter of a second');
  },
  'steps that a slow server could not make are dropped'() {
    const pacer = createPacer();
    for (let i = 0; i < 600; i++) pacer.tick(i * 16, 8);
    ok(pacer.take() <= 2);
  },
  'full speed takes as many steps a request as keeps the picture moving'() {
    const pacer = createPacer();
    const steps = settle(pacer, 30, 0.25);
    ok(steps >= 150 && steps <= 250, `50 ms of steps of 0.25 ms each are about 200, not ${steps}`);
  },
  'full speed finds its measure however long a request takes, and again when that changes'() {
    const pacer = createPacer();
    for (const [latency, each] of [
      [5, 0.001],
      [400, 0.5],
      [30, 20],
      [2, 0.05],
    ]) {
      // prettier-ignore
      const steps = settle(pacer, latency, each);
      const wanted = Math.min(10_000, 50 / each);
      ok(steps > wanted / 3 && steps < wanted * 3, `${latency} ms and ${each} ms a step: ${steps} steps`);
    }
  },
  'full speed takes fewer steps where an answer would be late for ten pictures a second'() {
    const pacer = createPacer();
    const steps = settle(pacer, 55, 1);
    ok(steps >= 10 && steps <= 25, `20 ms of steps of 1 ms each are about 20, not ${steps}`);
  },
  'full speed never takes less than one step, nor more than an answer holds'() {
    const pacer = createPacer();
    equal(settle(pacer, 5, 10_000), 1);
    equal(settle(pacer, 5, 0.0001), 10_000);
  },
};
