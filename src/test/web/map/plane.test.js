import { extentOf, gridOf, middleOf, planeOf } from '/web/map/plane.js';
import { close, equal, ok } from '/tests/assert.js';

/** @param {[number, number, number][]} rows x1, x2, target */
function data(rows) {
  return { inputs: 2, outputs: 1, samples: rows.map(([a, b, y]) => ({ x: [a, b], y: [y] })) };
}

export default {
  'all samples lie inside the plane, with room around them'() {
    const plane = planeOf(data([[-1, 5, 1], [3, 7, -1]])); // prettier-ignore
    ok(plane.left < -1 && plane.right > 3 && plane.bottom < 5 && plane.top > 7);
    close(plane.left, -1.48, 1e-12);
  },

  'samples on one line still have a plane'() {
    const { bottom, top } = planeOf(data([[0, 2, 1], [1, 2, -1]])); // prettier-ignore
    equal([bottom, top], [1, 3]);
  },

  'the grid begins at the upper left, so that the picture is the right way up'() {
    const [x1, x2] = gridOf({ left: 0, right: 2, bottom: 10, top: 14 }, 2, 2);
    equal([...x1], [0.5, 1.5, 0.5, 1.5]);
    equal([...x2], [13, 13, 11, 11]);
  },

  'the middle is halfway between the targets'() {
    equal(middleOf(data([[0, 0, -1], [1, 1, 1]]), 'hinge'), 0); // prettier-ignore
    equal(middleOf(data([[0, 0, 0], [1, 1, 1], [2, 2, 1]]), 'hinge'), 0.5); // prettier-ignore
    equal(middleOf(data([[0, 0, 0], [1, 1, 1]]), 'binary-cross-entropy'), 0, 'a score'); // prettier-ignore
  },

  'outputs that cannot leave their range have the strongest colour at its ends, others beyond'() {
    const labels = data([[0, 0, -1], [1, 1, 1]]); // prettier-ignore
    equal(extentOf(labels, 'tanh', 0), 1);
    equal(extentOf(labels, 'linear', 0), 2);
    equal(extentOf(data([[0, 0, 3]]), 'linear', 3), 2, 'targets that are all the same');
  },
};
