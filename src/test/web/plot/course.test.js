import { createCourse, lineOf } from '/web/plot/course.js';
import { equal } from '/tests/assert.js';

/** @param {number} step @param {number} testLoss */
const frame = (step, testLoss) => /** @type {any} */ ({ step, trainLoss: testLoss / 2, testLoss, accuracy: 0.5 });

/** @param {number[]} steps @param {number[]} testLoss */
const answer = (steps, testLoss) => ({
  step: steps[steps.length - 1],
  steps,
  trainLoss: testLoss,
  testLoss,
});

/** @param {ReturnType<typeof createCourse>} course */
const steps = (course) => course.points.map(({ step }) => step);

export default {
  'frames stand in the order of their steps, each once, however they come'() {
    const course = createCourse();
    for (const step of [3, 1, 7, 3, 0]) course.see(frame(step, step));
    equal(steps(course), [0, 1, 3, 7]);
    equal(lineOf(course, 'trainLoss'), [[0, 0], [1, 0.5], [3, 1.5], [7, 3.5]]); // prettier-ignore
  },

  'an answer knows all up to its step, and takes nothing from what is beyond'() {
    const course = createCourse();
    course.see(frame(1, 9));
    course.see(frame(9, 4));
    course.learn(answer([0, 2, 4], [3, 2, 1]));
    equal(steps(course), [0, 2, 4, 9]);
    equal(course.known, 4);
  },

  'another run keeps what it has in common'() {
    const course = createCourse();
    course.learn(answer([0, 2, 4], [3, 2, 1]));
    course.cut(3);
    equal(steps(course), [0, 2]);
    equal(course.known, 2);
    course.cut(0);
    equal(steps(course), []);
    equal(course.known, -1);
  },

  'the best step is the first with the smallest test loss'() {
    const course = createCourse();
    equal(course.best(), undefined);
    course.learn(answer([0, 1, 2, 3], [3, 1, 1, NaN]));
    equal(course.best()?.step, 1);
  },

  'what is not finite is a gap, and no best'() {
    const course = createCourse();
    course.learn(answer([0, 1], [NaN, Infinity]));
    equal(lineOf(course, 'testLoss'), []);
    equal(course.best(), undefined);
  },

  'a course of any length is drawn from so many points as a curve has pixels'() {
    const course = createCourse();
    for (let step = 0; step < 10_000; step++) course.see(frame(step, 1));
    equal(course.points.length <= 2048, true);
    equal(course.points.at(-1)?.step, 9999);
  },
};
