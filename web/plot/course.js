/**
 * How good the network was at the steps at which it was measured: by the server on its way, and whenever a frame is shown.
 *
 * @typedef {object} Point
 * @property {number} step
 * @property {number} trainLoss
 * @property {number | null} testLoss null if there is nothing to test with
 * @property {number | null} accuracy 0 to 1; null if the targets name no classes
 * @property {number | null} testAccuracy
 *
 * @typedef {object} CourseAnswer one entry a measured step in each list
 * @property {number} step
 * @property {number[]} steps
 * @property {number[]} trainLoss
 * @property {number[] | null} [testLoss]
 * @property {number[] | null} [accuracy]
 * @property {number[] | null} [testAccuracy]
 *
 * @typedef {import('../types.d.ts').Frame} Frame
 * @typedef {ReturnType<typeof createCourse>} Course
 */

/** From so many points on every other one is left out; a curve has fewer pixels. */
const MOST = 2048;

export function createCourse() {
  /** In the order of their steps. @type {Point[]} */
  let points = [];

  /** @param {Point} point */
  function put(point) {
    let i = points.length;
    while (i > 0 && points[i - 1].step >= point.step) i--;
    points.splice(i, points[i]?.step === point.step ? 1 : 0, point);
  }

  const course = {
    /** Another number whenever there is something else to draw. */
    version: 0,
    /** How far the server was asked. */
    known: -1,

    get points() {
      return points;
    },

    /** Forgets all from a step on, since another run goes on from there. @param {number} step */
    cut(step) {
      if (step > course.known && (points.at(-1)?.step ?? -1) < step) return;
      points = points.filter((point) => point.step < step);
      course.known = Math.min(course.known, step - 1);
      course.version++;
    },

    /** @param {Frame} frame */
    see({ step, trainLoss, testLoss = null, accuracy = null, testAccuracy = null }) {
      if (points.length >= MOST) points = points.filter((_, i) => i % 2 === 0);
      put({ step, trainLoss, testLoss, accuracy, testAccuracy });
      course.version++;
    },

    /** @param {CourseAnswer} answer */
    learn({ step, steps, trainLoss, testLoss, accuracy, testAccuracy }) {
      const later = points.filter((point) => point.step > step);
      points = steps.map((each, i) => ({
        step: each,
        trainLoss: trainLoss[i],
        testLoss: testLoss?.[i] ?? null,
        accuracy: accuracy?.[i] ?? null,
        testAccuracy: testAccuracy?.[i] ?? null,
      }));
      points.push(...later);
      course.known = Math.max(course.known, step);
      course.version++;
    },

    /** The last point that is not after a step. @param {number} step @returns {Point | undefined} */
    at(step) {
      return points.findLast((point) => point.step <= step);
    },

    /** Where the test loss was smallest. @returns {Point | undefined} */
    best() {
      /** @type {Point | undefined} */
      let best;
      for (const point of points) {
        const { testLoss } = point;
        if (testLoss !== null && Number.isFinite(testLoss) && !(testLoss >= (best?.testLoss ?? Infinity))) best = point;
      }
      return best;
    },
  };
  return course;
}

/**
 * One line of it.
 * @param {Course} course
 * @param {'testLoss' | 'trainLoss' | 'accuracy' | 'testAccuracy'} what
 * @returns {[number, number][]} steps and numbers, gaps left out
 */
export function lineOf({ points }, what) {
  /** @type {[number, number][]} */
  const line = [];
  for (const point of points) {
    const y = point[what];
    if (y !== null && Number.isFinite(y)) line.push([point.step, y]);
  }
  return line;
}
