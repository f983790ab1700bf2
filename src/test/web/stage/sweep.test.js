import { createModel } from '/web/stage/model.js';
import { networkOf } from '/web/stage/network.js';
import { createScenes } from '/web/stage/scenes.js';
import { createCues } from '/web/stage/sweep-cues.js';
import { movesOf, samePlace } from '/web/stage/sweep-moves.js';
import { HIDDEN, PALE, SEEN, shownAfter } from '/web/stage/sweep-shown.js';
import { calculation, nodeOf, textOf } from '/web/stage/sweep-numbers.js';
import { captionOf } from '/web/stage/sweep-words.js';
import { graphOf } from '../graph.js';
import { equal, ok } from '../assert.js';
import { mlp, passesOf } from './graphs.js';

/** @typedef {import('/web/stage/sweep-moves.js').Grain} Grain */
/** @typedef {import('/web/stage/sweep-moves.js').Direction} Direction */
/** @typedef {import('/web/stage/sweep-moves.js').Move} Move */

/** @type {Record<string, Grain>} */
const GRAINS = {
  network: { layers: true, single: () => false },
  neurons: { layers: false, single: () => false },
  opened: { layers: false, single: (group) => group === 'layer2.neuron2' || group === 'loss' },
  scalars: { layers: false, single: () => true },
};
const SHAPES = [
  { inputs: 3, layers: [4, 4, 1] },
  { inputs: 2, layers: [3, 2], sample: /** @type {const} */ ('all') },
  { inputs: 1, layers: [2, 1], activation: /** @type {const} */ ('linear') },
  { inputs: 2, layers: [1] },
];

/** @param {Parameters<typeof mlp>[0]} shape */
function modelOf(shape) {
  const { graph } = mlp(shape);
  return { model: createModel(graph), passes: passesOf(graph) };
}

/** The graph of an expression, from its nodes: name, operation, operands, partials, data, gradient. @param {[string, string, string[], number[], number, number][]} nodes */
function expression(nodes) {
  return graphOf({
    step: 0,
    sample: 0,
    root: nodes[nodes.length - 1][0],
    nodes: nodes.map(([id, op, operands, partials, data, gradient]) => ({
      ...{ id, op, label: id, operands, partials, data, gradient, group: '' },
    })),
  });
}

/** b = a + a */
const TWICE = expression([
  ['a', '', [], [], 3, 2],
  ['b', '+', ['a', 'a'], [1, 1], 6, 1],
]);

/** @param {import('/web/stage/model.js').Model} model @param {Direction} direction @param {Move[]} moves @param {number} position @param {ReturnType<typeof passesOf> | null} passes */
function said(model, direction, moves, position, passes) {
  return captionOf(model, { direction, moves, position }, passes).map(textOf);
}

export default {
  'every operation is computed once, after all that it is made from, at every depth'() {
    for (const shape of SHAPES) {
      const { model } = modelOf(shape);
      for (const grain of Object.values(GRAINS)) {
        const known = new Set([...model.ops.keys()].filter((i) => model.ops[i] === ''));
        for (const { unit } of movesOf(model, 'forward', grain)) {
          for (const i of unit.nodes) {
            ok(!known.has(i));
            for (let p = model.start[i]; p < model.start[i + 1]; p++) ok(known.has(model.operands[p]));
            known.add(i);
          }
        }
        equal(known.size, model.n);
      }
    }
  },

  'every contribution is handed on once, by a gradient that is complete, and in the order of the sums'() {
    for (const shape of SHAPES) {
      const { model, passes } = modelOf(shape);
      for (const grain of Object.values(GRAINS)) {
        const moves = movesOf(model, 'backward', grain);
        equal(moves[0].kind, 'root');
        const left = Int32Array.from(model.ops, (_, i) => model.consumerStart[i + 1] - model.consumerStart[i]);
        const sums = new Float64Array(model.n);
        let handed = 0;
        for (const { slots } of moves) {
          for (const slot of slots) {
            equal(left[nodeOf(model, slot)], 0, 'contributions that are missing still');
            left[model.operands[slot]]--;
            sums[model.operands[slot]] += passes.contributions[slot];
            equal(sums[model.operands[slot]], passes.sums[slot]);
            handed++;
          }
        }
        equal(handed, model.operands.length);
      }
    }
  },

  'the deeper the picture, the smaller the moves'() {
    const { model } = modelOf({ inputs: 3, layers: [4, 4, 1] });
    const count = (/** @type {string} */ depth) => movesOf(model, 'forward', GRAINS[depth]).length;
    equal([count('network'), count('neurons')], [4, 10]);
    equal(count('scalars'), model.ops.filter((op) => op !== '').length);
    ok(count('opened') > count('neurons') && count('opened') < count('scalars'));
  },

  'neuron by neuron, an input collects a contribution from every neuron, one move each'() {
    const { model, passes } = modelOf({ inputs: 3, layers: [4, 4, 1] });
    const moves = movesOf(model, 'backward', GRAINS.neurons);
    const n1 = model.index.get('layer1.neuron1#7') ?? -1;
    const to = moves.filter(({ seen }) => seen.some((slot) => model.operands[slot] === n1));
    equal(
      to.map(({ unit, seen }) => [unit.key, seen.length]),
      [4, 3, 2, 1].map((j) => [`layer2.neuron${j}`, 1]),
    );
    const last = moves.indexOf(to[3]) + 1;
    const [what, then] = said(model, 'backward', moves, last, passes);
    ok(/^n1 in layer 1 gets \+= \S+ × \S+ = \S+$/.test(what), what);
    ok(/^its gradient is now \S+ [+\u2212] \S+ = \S+ \(part 4 of 4\)$/.test(then), then);
  },

  'what is not computed yet is hidden, and of gradients what was collected so far is seen'() {
    const { model, passes } = modelOf({ inputs: 2, layers: [2, 1] });
    const forward = movesOf(model, 'forward', GRAINS.scalars);
    for (const position of [0, 3, forward.length]) {
      const { data, gradient } = shownAfter(model, 'forward', forward, position, null);
      equal(data.filter((state) => state === HIDDEN).length, forward.length - position);
      ok(gradient.every((state) => state === HIDDEN));
    }
    const backward = movesOf(model, 'backward', GRAINS.scalars);
    const before = shownAfter(model, 'backward', backward, 0, passes);
    ok(before.data.every((state) => state === SEEN) && before.gradient.every((state) => state === PALE));
    const after = shownAfter(model, 'backward', backward, backward.length, passes);
    ok(after.gradient.every((state) => state === SEEN));
    equal([...after.sums], [...model.gradient]);
  },

  'an unknown sum is not made up: it is hidden until the gradient is complete'() {
    const model = createModel(TWICE);
    const moves = movesOf(model, 'backward', GRAINS.scalars);
    equal([...shownAfter(model, 'backward', moves, 2, null).gradient], [HIDDEN, SEEN]);
    equal([...shownAfter(model, 'backward', moves, 3, null).gradient], [SEEN, SEEN]);
  },

  'b = a + a: a collects 1, and 1 once more'() {
    const model = createModel(TWICE);
    const passes = passesOf(TWICE);
    const moves = movesOf(model, 'backward', GRAINS.scalars);
    equal(moves.length, 3);
    equal(said(model, 'backward', moves, 1, passes)[1], 'its gradient is 1.0000');
    equal(said(model, 'backward', moves, 2, passes), [
      'a gets += 1.0000 × 1.0000 = 1.0000',
      'its gradient is now 0.0000 + 1.0000 = 1.0000 (part 1 of 2)',
    ]);
    equal(said(model, 'backward', moves, 3, passes), [
      'a gets += 1.0000 × 1.0000 = 1.0000',
      'its gradient is now 1.0000 + 1.0000 = 2.0000 (part 2 of 2)',
    ]);
    equal(
      [1, 2, 3].map((m) => shownAfter(model, 'backward', moves, m, passes).sums[0]),
      [0, 1, 2],
    );
  },

  "with the lecture's mistake the second contribution replaces the first, which is lost"() {
    const model = createModel(TWICE);
    model.gradient[0] = 1;
    const passes = { overwritten: true, carried: {}, contributions: [1, 1], sums: [1, 1] };
    const moves = movesOf(model, 'backward', GRAINS.scalars);
    equal(said(model, 'backward', moves, 3, passes), [
      'a gets = 1.0000 × 1.0000 = 1.0000',
      'the 1.0000 it held is lost: its gradient is now 1.0000 (part 2 of 2)',
    ]);
    equal(
      [2, 3].map((m) => shownAfter(model, 'backward', moves, m, passes).sums[0]),
      [1, 1],
    );
  },

  'a gradient that was not set to zero begins with what it holds'() {
    const model = createModel(TWICE);
    model.gradient[0] = 7;
    const passes = { overwritten: false, carried: { a: 5 }, contributions: [1, 1], sums: [6, 7] };
    const moves = movesOf(model, 'backward', GRAINS.scalars);
    equal(said(model, 'backward', moves, 0, passes)[0], 'The gradients still hold what earlier steps left in them.');
    equal(shownAfter(model, 'backward', moves, 1, passes).sums[0], 5);
    equal(said(model, 'backward', moves, 2, passes)[1], 'its gradient is now 5.0000 + 1.0000 = 6.0000 (part 1 of 2)');
  },

  'what a gradient begins with is not told before it is known'() {
    const model = createModel(TWICE);
    const moves = movesOf(model, 'backward', GRAINS.scalars);
    equal(said(model, 'backward', moves, 0, null), ['3 steps to go', '']);
    const passes = { overwritten: false, carried: {}, contributions: [1, 1], sums: [1, 2] };
    equal(said(model, 'backward', moves, 0, passes), ['Every gradient begins at 0.', '3 steps to go']);
  },

  'operations are written with their numbers as people write them'() {
    /** @param {string} op @param {number[]} operands */
    const written = (op, ...operands) => {
      const leaves = operands.map((data, k) => /** @type {const} */ ([`x${k}`, '', [], [], data, 0]));
      const nodes = [...leaves, ['y', op, operands.map((_, k) => `x${k}`), operands.map(() => 1), 0, 1]];
      const model = createModel(expression(/** @type {any} */ (nodes)));
      return textOf(calculation(model, model.n - 1));
    };
    equal(written('*', 2, -3), '2.0000 × \u22123.0000');
    equal(written('+', 2, -3), '2.0000 \u2212 3.0000');
    equal(written('-', 2, -3), '2.0000 \u2212 (\u22123.0000)');
    equal(written('/', 1, -3), '1.0000 ÷ (\u22123.0000)');
    equal(written('**', -2, 3), '(\u22122.0000)**3.0000');
    equal(written('**2', -2), '(\u22122.0000)**2');
    equal(written('1-', 2), '1 \u2212 2.0000');
    equal(written('-2*', 3), '\u22122 × 3.0000');
    equal(written('*0.5', 3), '3.0000 × 0.5');
    equal(written('tanh', -0.5), 'tanh(\u22120.5000)');
    equal(written('max', 1, -2), 'max(1.0000, \u22122.0000)');
    equal(written('max 0', -2), 'max(\u22122.0000, 0)');
    equal(written('leaky_relu', -2), 'leaky relu(\u22122.0000)');
  },

  'every move has a sentence, and none of them a number that is not one'() {
    for (const shape of SHAPES) {
      const { model, passes } = modelOf(shape);
      for (const grain of Object.values(GRAINS)) {
        for (const direction of /** @type {Direction[]} */ (['forward', 'backward'])) {
          const moves = movesOf(model, direction, grain);
          for (let position = 0; position <= moves.length; position++) {
            const text = said(model, direction, moves, position, passes).join('; ');
            ok(text.length > 10 && !/undefined|NaN|null/.test(text), text);
          }
        }
      }
    }
  },

  'in other pieces, a sweep is where all that was done is done, and no more'() {
    const { model } = modelOf({ inputs: 3, layers: [4, 4, 1] });
    for (const direction of /** @type {Direction[]} */ (['forward', 'backward'])) {
      const fine = movesOf(model, direction, GRAINS.scalars);
      const coarse = movesOf(model, direction, GRAINS.neurons);
      for (let position = 0; position <= coarse.length; position++) {
        const back = samePlace(fine, samePlace(coarse, position, fine), coarse);
        ok(back <= position);
        // Within a neuron, its scalars go another way round.
        if (coarse[position - 1]?.unit !== coarse[position]?.unit) equal(back, position);
      }
      equal(samePlace(fine, fine.length - 1, coarse), coarse.length - 1);
    }
  },

  'the picture has a place for every move, and a way to all that gets something'() {
    for (const shape of SHAPES) {
      const { graph, parameters } = mlp(shape);
      const model = createModel(graph);
      const scenes = createScenes(networkOf(parameters), model);
      for (const [depth, arrangement] of /** @type {const} */ ([
        ['network', 'neurons'],
        ['neurons', 'neurons'],
        ['scalars', 'neurons'],
        ['scalars', 'ranks'],
      ])) {
        const scene = scenes.scene({
          ...{ depth, arrangement, width: 1000, height: 700, activation: 'tanh', outputActivation: 'tanh' },
          open: new Map([['layer1.neuron1', 1]]),
        });
        const inside = (/** @type {string} */ group) => scenes.inside(group) !== null;
        const grain = {
          layers: depth === 'network',
          single: (/** @type {string} */ group) =>
            depth === 'scalars' ? arrangement === 'ranks' || inside(group) : group === 'layer1.neuron1',
        };
        const cues = createCues(scene);
        for (const direction of /** @type {Direction[]} */ (['forward', 'backward'])) {
          for (const move of movesOf(model, direction, grain)) {
            const { actors, ways } = cues.of(model, move);
            ok(actors.length, `${depth} ${move.unit.key}`);
            ok(ways.length >= move.seen.length, `${depth} ${arrangement} ${move.kind} ${move.unit.key}`);
          }
        }
      }
    }
  },
};
