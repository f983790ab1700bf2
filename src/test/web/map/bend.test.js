import { ALONG, createBend, gridLines, LINES, spreadOf } from '/web/map/bend.js';
import { close, equal } from '/tests/assert.js';

const plane = { left: -2, right: 2, bottom: -1, top: 3 };
const seen = { features: null, standardisation: null };
const network = /** @type {any} */ ({ layers: [2, 1], activation: 'tanh', outputActivation: 'linear' });

export default {
  'lines go along x1 from the lowest up, and then along x2'() {
    const [x1, x2] = gridLines(plane);
    const last = ALONG - 1;
    equal([x1[0], x2[0], x1[last], x2[last]], [-2, -1, 2, -1]);
    const first = LINES * ALONG;
    equal([x1[first], x2[first], x1[first + last], x2[first + last]], [-2, -1, -2, 3]);
    equal([x1[x1.length - 1], x2[x2.length - 1]], [2, 3]);
  },

  'a layer puts every point where its neurons say'() {
    const points = gridLines(plane);
    const [inputs, hidden, output] = createBend(network, points, seen).through([1, 0, 0, 0, 0.5, 0.1, 2, -1, 0.5]);
    equal(inputs, points);
    for (let p = 0; p < points[0].length; p += 37) {
      const [a, b] = [Math.tanh(points[0][p]), Math.tanh(0.5 * points[1][p] + 0.1)];
      close(hidden[0][p], a, 1e-12);
      close(hidden[1][p], b, 1e-12);
      close(output[0][p], 2 * a - b + 0.5, 1e-12);
    }
  },

  'what is drawn has some room around it, also where it is a single place'() {
    equal(spreadOf([[0, 10], [5]]), [-0.6, 10.6]);
    equal(spreadOf([[3, 3]]), [2, 4]);
    equal(spreadOf([[NaN]]), [-1, 1]);
  },
};
