import { between, closeUp, fit, flight, openedView, pan, reveal, toWorld, zoomAt } from '/web/stage/camera.js';
import { boxAt, createHitIndex, edgeAt, onCurve, squaredDistance } from '/web/stage/hit.js';
import { createModel } from '/web/stage/model.js';
import { networkOf } from '/web/stage/network.js';
import { KIND } from '/web/stage/scene.js';
import { createScenes } from '/web/stage/scenes.js';
import { nextExtents } from '/web/stage/extents.js';
import { close, equal, ok } from '../assert.js';
import { mlp, randomFrom } from './graphs.js';

const INSETS = { top: 50, right: 20, bottom: 60, left: 30 };

/** @param {object} [wanted] */
function scene(wanted = {}) {
  const { graph, parameters } = mlp();
  return createScenes(networkOf(parameters), createModel(graph)).scene({
    depth: 'neurons',
    arrangement: 'neurons',
    open: new Map([['layer2.neuron3', 1]]),
    width: 900,
    height: 600,
    activation: 'tanh',
    outputActivation: 'tanh',
    ...wanted,
  });
}

export default {
  'zooming keeps the point under the pointer'() {
    const camera = { x: 40, y: -10, scale: 0.7 };
    const before = toWorld(camera, 300, 200);
    const after = toWorld(zoomAt(camera, 300, 200, 1.9), 300, 200);
    close([after.x, after.y], [before.x, before.y], 1e-9);
    ok(zoomAt(camera, 0, 0, 1e9).scale < 100 && zoomAt(camera, 0, 0, 1e-9).scale > 0.001, 'within limits');
  },

  'panning moves by pixels at every scale'() {
    equal(pan({ x: 1, y: 2, scale: 3 }, 10, -4), { x: 11, y: -2, scale: 3 });
  },

  'fitting shows all of it within what is left free'() {
    for (const bounds of [
      { x: -200, y: -90, width: 4000, height: 300 },
      { x: 10, y: 0, width: 20, height: 30 },
    ]) {
      const { x, y, scale } = fit(bounds, 800, 500, INSETS);
      ok(
        bounds.x * scale + x >= INSETS.left - 1e-6 &&
          (bounds.x + bounds.width) * scale + x <= 800 - INSETS.right + 1e-6,
      );
      ok(
        bounds.y * scale + y >= INSETS.top - 1e-6 &&
          (bounds.y + bounds.height) * scale + y <= 500 - INSETS.bottom + 1e-6,
      );
      ok(scale <= 1.4);
    }
  },

  'revealing moves no further than it must'() {
    const camera = { x: 0, y: 0, scale: 1 };
    equal(reveal(camera, { x: 100, y: 100, width: 50, height: 50 }, 800, 500, INSETS), camera);
    equal(reveal(camera, { x: 790, y: 100, width: 50, height: 50 }, 800, 500, INSETS), { x: -60, y: 0, scale: 1 });
    equal(reveal(camera, { x: 100, y: 0, width: 50, height: 50 }, 800, 500, INSETS), { x: 0, y: 50, scale: 1 });
  },

  'close to a part there is no empty ground while there is something left to see'() {
    const bounds = { x: 0, y: 0, width: 4000, height: 300 };
    const last = { x: 3900, y: 100, width: 100, height: 50 };
    equal(closeUp(bounds, last, 1, 800, 500, INSETS), { x: 780 - 4000, y: 245 - 150, scale: 1 });
    const middle = { x: 2000, y: 100, width: 100, height: 50 };
    equal(closeUp(bounds, middle, 0.5, 800, 500, INSETS).x, 405 - 2050 * 0.5);
    equal(closeUp(bounds, { ...last, x: 0 }, 1, 800, 500, INSETS).x, 30);
  },

  'an opened box stays where it was if it and its neighbours are in sight there'() {
    const camera = { x: 0, y: 0, scale: 0.9 };
    const box = { x: 300, y: 200, width: 300, height: 100 };
    const around = { x: 150, y: 100, width: 600, height: 300 };
    equal(openedView(camera, box, around, { least: 0.6, good: 0.8 }, 800, 500, INSETS), camera);
  },

  'an opened box is as large as it can be read, with as much around it as there is room for'() {
    const legible = { least: 0.6, good: 0.8 };
    const box = { x: 1000, y: 200, width: 500, height: 200 };
    const on = (/** @type {{x: number, scale: number}} */ { x, scale }, /** @type {number} */ at) => at * scale + x;
    for (const width of [600, 760, 900, 2000]) {
      const around = { x: 1000 - width / 3, y: 100, width, height: 300 };
      const view = openedView({ x: -900, y: 0, scale: 0.5 }, box, around, legible, 800, 500, INSETS);
      ok(view.scale >= 0.6 && view.scale <= 0.8, `${view.scale}`);
      ok(on(view, 1000) >= 30 - 1e-9 && on(view, 1500) <= 780 + 1e-9, 'the box is in sight');
      if (width < 1000)
        ok(on(view, around.x) >= 30 - 1e-9 && on(view, around.x + width) <= 780 + 1e-9, 'all around it is');
      else close(on(view, 1000) - 30, 780 - on(view, 1500), 1e-9, 'as much on either side');
    }
  },

  'a flight keeps one point of the world in its place'() {
    const [a, b] = [
      { x: 40, y: -10, scale: 0.5 },
      { x: -300, y: 90, scale: 2 },
    ];
    equal(flight(a, b, 0), a);
    close(Object.values(flight(a, b, 1)), Object.values(b), 1e-9);
    const fixed = { x: (a.x - b.x) / (b.scale - a.scale), y: (a.y - b.y) / (b.scale - a.scale) };
    const place = fixed.x * a.scale + a.x;
    for (const t of [0.2, 0.5, 0.9]) {
      const { x, scale } = flight(a, b, t);
      close(fixed.x * scale + x, place, 1e-9);
    }
    const aside = { x: 50, y: 0, scale: 0.5 };
    equal(flight(a, aside, 0.5), { x: 45, y: -5, scale: 0.5 });
  },

  'a motion begins and ends where it should'() {
    const [a, b] = [
      { x: 0, y: 0, scale: 0.5 },
      { x: 10, y: 20, scale: 2 },
    ];
    equal(between(a, b, 0), a);
    equal(between(a, b, 1), b);
    equal(between(a, b, 0.5).scale, 1);
  },

  'the grid finds the same box as looking at every one'() {
    for (const depth of ['neurons', 'scalars']) {
      const s = scene({ depth });
      const index = createHitIndex(s);
      const random = randomFrom(3);
      let hits = 0;
      for (let i = 0; i < 3000; i++) {
        const x = s.bounds.x + (random() * 0.55 + 0.5) * s.bounds.width;
        const y = s.bounds.y + (random() * 0.55 + 0.5) * s.bounds.height;
        const at = [];
        for (let b = 0; b < s.boxes; b++) {
          if (x >= s.x[b] && x <= s.x[b] + s.w[b] && y >= s.y[b] && y <= s.y[b] + s.h[b]) at.push(b);
        }
        const expected = at.filter((b) => s.kind[b] !== KIND.PANEL).pop() ?? at.pop() ?? -1;
        equal(boxAt(index, s, x, y), expected);
        if (expected >= 0) hits++;
      }
      ok(hits > 200, 'enough of them hit something');
    }
  },

  'the grid finds the nearest weight, as far as the reach goes'() {
    const s = scene();
    const index = createHitIndex(s);
    for (let e = 0; e < s.edges; e++) {
      if (s.parameter[e] < 0) continue;
      const a = 2 * s.from[e];
      const [x0, y0, x1, y1] = s.points.subarray(a, a + 4);
      const { x, y } = onCurve(x0, y0, x1, y1, 0.5);
      const found = edgeAt(index, x, y, 6);
      ok(found >= 0, 'a point of the curve is on an edge');
      const p = 2 * s.from[found];
      let nearest = Infinity;
      for (let i = 0; i < 40; i++) {
        const from = onCurve(s.points[p], s.points[p + 1], s.points[p + 2], s.points[p + 3], i / 40);
        const to = onCurve(s.points[p], s.points[p + 1], s.points[p + 2], s.points[p + 3], (i + 1) / 40);
        nearest = Math.min(nearest, squaredDistance(x, y, from.x, from.y, to.x, to.y));
      }
      ok(nearest < 4, 'and the one that is found passes there');
    }
    equal(edgeAt(index, s.bounds.x + 1, s.bounds.y + 1, 6), -1);
  },

  'the distance to a piece of a line'() {
    equal(squaredDistance(0, 5, -10, 0, 10, 0), 25);
    equal(squaredDistance(13, 4, -10, 0, 10, 0), 25);
    equal(squaredDistance(3, 4, 0, 0, 0, 0), 25);
  },

  'the scales stay while the numbers wander, and what is not finite does not touch them'() {
    const { graph, frame } = mlp();
    const model = createModel(graph);
    const first = nextExtents(
      { data: 0, gradient: 0, weight: 0, weightGradient: 0 },
      model,
      frame.values,
      frame.gradients,
    );
    ok(Object.values(first).every((extent) => extent > 0));
    model.data.forEach((v, i) => (model.data[i] = v * 0.8));
    model.data[3] = Infinity;
    model.gradient[5] = NaN;
    equal(
      nextExtents(
        first,
        model,
        frame.values.map((v) => v * 0.9),
        [...frame.gradients.slice(1), NaN],
      ),
      first,
    );
  },
};
