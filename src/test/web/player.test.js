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
    let steps = 0;
    for (let i = 0; i < 40; i++) {
      pacer.tick(i * 16, Infinity);
      steps = pacer.take();
      pacer.answered(30 + steps * 0.25, 30);
    }
    ok(steps >= 150 && steps <= 250, `50 ms of steps of 0.25 ms each are about 200, not ${steps}`);
  },
  'full speed never takes less than one step, nor more than an answer holds'() {
    const pacer = createPacer();
    for (let i = 0; i < 40; i++) pacer.answered(10_000, 5);
    pacer.tick(0, Infinity);
    equal(pacer.take(), 1);
    for (let i = 0; i < 40; i++) pacer.answered(5, 5);
    pacer.tick(16, Infinity);
    equal(pacer.take(), 10_000);
  },
};
