import {
  decided,
  movedPoint,
  nearestTo,
  placeOn,
  rightAt,
  targetsOf,
  withPoint,
  withoutPoint,
} from '/web/map/points.js';
import { equal, ok } from '/tests/assert.js';

/** @param {[number, number, number][]} rows x1, x2, target */
const samples = (rows) => rows.map(([a, b, y]) => ({ x: [a, b], y: [y] }));
const three = samples([[0, 0, 1], [1, 1, -1], [2, 2, 1]]); // prettier-ignore

export default {
  'the targets are the classes, unless they are a scale'() {
    equal(targetsOf(three), [[-1], [1]]);
    equal(targetsOf(samples(Array.from({ length: 11 }, (_, i) => [0, 0, i]))), []);
  },

  'where each class has an output there is a target of each'() {
    equal(targetsOf([{ x: [0, 0], y: [0, 1, 0] }]), [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  },

  'a network decides for the larger output, the side of the middle, or the nearest target'() {
    equal(decided(targetsOf([{ x: [0, 0], y: [0, 1] }]), [-3, -2], 0), [0, 1]);
    equal(decided([[0], [1]], [0.4], 0), [1]);
    equal(decided([[0], [1]], [0.4], 0.5), [0]);
    equal(decided([[1], [2], [5]], [3.6], 3), [5]);
  },

  'what would be right is the target of the nearest sample that has another than is given'() {
    equal(rightAt(three, [2, 2], [1]), [-1]);
    equal(rightAt(three, [0.4, 0], [-1]), [1]);
    equal(rightAt(samples([[0, 0, 1]]), [5, 5], [1]), [1]);
    equal(rightAt(three, [1.1, 1], null), [-1]);
  },

  'a point is added while there is room'() {
    equal(withPoint(three, { x: [3, 3], y: [1] }, 4).length, 4);
    ok(withPoint(three, { x: [3, 3], y: [1] }, 3) === three);
  },

  'a point is taken out, but never the last one'() {
    equal(withoutPoint(three, 1), [three[0], three[2]]);
    ok(withoutPoint(three.slice(0, 1), 0).length === 1);
    ok(withoutPoint(three, -1) === three);
  },

  'a point is moved, and the samples before stay as they were'() {
    equal(movedPoint(three, 1, [5, 6])[1], { x: [5, 6], y: [-1] });
    equal(three[1].x, [1, 1]);
  },

  'a place has as many digits as the plane can show, and lies on it'() {
    equal(placeOn({ left: -1, right: 1, bottom: 0, top: 200 }, [0.123456, 77.777]), [0.123, 77.8]);
    equal(placeOn({ left: -1, right: 1, bottom: 0, top: 200 }, [-4, 300]), [-1, 200]);
  },

  'the nearest sample is found, if one is near enough'() {
    const toPixel = (/** @type {readonly number[]} */ [a, b]) => ({ x: 100 * a, y: 100 * b });
    equal(nearestTo(three, toPixel, { x: 104, y: 97 }, 10), 1);
    equal(nearestTo(three, toPixel, { x: 150, y: 150 }, 10), -1);
  },
};
