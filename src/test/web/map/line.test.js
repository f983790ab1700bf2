import { placesOf, polyline, samplesAt } from '/web/map/line.js';
import { close, equal, ok } from '/tests/assert.js';

const plane = { left: 0, right: 1, bottom: -1, top: 1 };

export default {
  'a sample stands at its input and its target, and comes back from there'() {
    const data = { inputs: 1, outputs: 1, samples: [{ x: [2], y: [-3] }] };
    const places = placesOf();
    equal(places(data).samples, [{ x: [2, -3], y: [-3] }]);
    ok(places(data) === places(data));
    equal(samplesAt(places(data).samples), data.samples);
  },

  'a line goes from height to height'() {
    equal(polyline([1, 0, -1], plane), [0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1]);
  },

  'it ends at the edges of the plane'() {
    // From the middle up to twice the height: it leaves half way.
    equal(polyline([0, 2], plane), [0, 0.5, 0.5, 0]);
    equal(polyline([-3, 0], plane), [2 / 3, 1, 1, 0.5]);
    equal(polyline([5, 7, NaN, 0], plane), []);
    const [x1, , x2] = polyline([-3, 3], plane);
    close(x1, 1 / 3, 1e-12);
    close(x2, 2 / 3, 1e-12);
  },
};
