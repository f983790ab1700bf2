import { HIDDEN } from '/web/numbers.js';
import { createVeil, covered, lifted, mayBeAsked, veilFor } from '/web/practice/veil.js';
import { createStore } from '/web/state.js';
import { equal, ok } from '/tests/assert.js';
import { graphOf } from '/tests/graph.js';

/** L = (a*b + c) * f, the lecture's. */
const lecture = graphOf({
  step: 0,
  sample: 0,
  root: 'L',
  nodes: [
    node('a', '', 2, 6, []),
    node('b', '', -3, -4, []),
    node('e', '*', -6, -2, ['a', 'b'], [-3, 2]),
    node('c', '', 10, -2, []),
    node('d', '+', 4, -2, ['e', 'c'], [1, 1]),
    node('f', '', -2, 4, []),
    node('L', '*', -8, 1, ['d', 'f'], [-2, 4]),
  ],
});

/** @param {string} id @param {string} op @param {number} data @param {number} gradient @param {string[]} operands @param {number[]} [partials] */
function node(id, op, data, gradient, operands, partials = []) {
  return { id, op, label: id, data, gradient, operands, partials, group: '' };
}

const frame = /** @type {import('/web/types.d.ts').Frame} */ (
  /** @type {unknown} */ ({ run: 'r', step: 0, loss: -8, trainLoss: -8, values: [2], gradients: [6], outputs: [[4]] })
);

/** What stands where a number may be read. @param {import('/web/types.d.ts').Graph | null} graph @param {'data' | 'gradients'} what */
function shown(graph, what) {
  return graph?.topology.nodes.flatMap(({ id }, i) => (graph[what][i] === HIDDEN ? [] : [`${id}=${graph[what][i]}`]));
}

export default {
  'for a gradient all values are given, and of the gradients the one that is handed on'() {
    const veil = veilFor(lecture, { node: 'e', quantity: 'gradient' }, []);
    const { graph, frame: also } = covered({ frame, graph: lecture }, veil);
    equal(shown(graph, 'data')?.length, 7);
    equal(shown(graph, 'gradients'), ['d=-2']);
    equal([also.gradients, also.loss, also.outputs], [[HIDDEN], -8, [[4]]]);
    ok(graph?.partials.every((partial) => partial === HIDDEN));
  },

  'gradients that were found before stay'() {
    const veil = veilFor(lecture, { node: 'a', quantity: 'gradient' }, ['f', 'a']);
    equal(shown(covered({ frame, graph: lecture }, veil).graph, 'gradients'), ['e=-2', 'f=4']);
  },

  'for a value nothing is given that is made of it, and no gradient'() {
    const veil = veilFor(lecture, { node: 'e', quantity: 'data' }, ['f']);
    const { graph, frame: also } = covered({ frame, graph: lecture }, veil);
    equal(shown(graph, 'data'), ['a=2', 'b=-3', 'c=10', 'f=-2']);
    equal(shown(graph, 'gradients'), []);
    equal([also.loss, also.trainLoss, also.outputs], [HIDDEN, HIDDEN, [[HIDDEN]]]);
  },

  'the number that was found appears, with the local derivative that it needs'() {
    const asked = /** @type {const} */ ({ node: 'e', quantity: 'gradient' });
    const { graph } = covered({ frame, graph: lecture }, lifted(veilFor(lecture, asked, []), asked));
    equal(shown(graph, 'gradients'), ['e=-2', 'd=-2']);
    equal(graph?.partials, [HIDDEN, HIDDEN, 1, HIDDEN, HIDDEN, HIDDEN]);
    const value = /** @type {const} */ ({ node: 'e', quantity: 'data' });
    const after = covered({ frame, graph: lecture }, lifted(veilFor(lecture, value, []), value));
    equal(shown(after.graph, 'data'), ['a=2', 'b=-3', 'e=-6', 'c=10', 'f=-2']);
  },

  'under a veil the server is asked about the number that was found, and about nothing else'() {
    const veil = veilFor(lecture, { node: 'e', quantity: 'gradient' }, []);
    const why = { what: 'explanation', about: { node: 'e' } };
    ok(mayBeAsked(why, null));
    ok(!mayBeAsked(why, veil));
    ok(mayBeAsked(why, { ...veil, explained: 'e' }));
    ok(!mayBeAsked({ what: 'explanation', about: { node: 'a' } }, { ...veil, explained: 'e' }));
    ok(!mayBeAsked({ what: 'update' }, { ...veil, explained: 'e' }));
    ok(mayBeAsked({ what: 'practice' }, veil));
  },

  'whatever arrives is covered before anyone hears of it, and comes back when the veil is lifted'() {
    const state = /** @type {import('/web/types.d.ts').State} */ (
      /** @type {unknown} */ ({ frame, graph: lecture, practice: null, veil: null })
    );
    const store = createStore(state);
    createVeil(store);
    /** @type {(number | undefined)[]} */
    const heard = [];
    store.watch(({ graph }) => void heard.push(graph?.gradients[0]));
    store.set({ practice: { asked: 'both', seed: 1, number: 1 } });
    store.set({ veil: veilFor(lecture, { node: 'a', quantity: 'gradient' }, []) });
    const next = lecture.with({ ...lecture, gradients: lecture.gradients.map((x) => x + 1) });
    store.set({ frame: { ...frame, step: 1 }, graph: next });
    equal(store.get().frame.step, 1);
    equal(shown(store.get().graph, 'gradients'), ['e=-1']);
    ok(heard.slice(1).every((number) => number === HIDDEN));
    store.set({ practice: null });
    ok(store.get().graph === next && store.get().veil === null);
  },

  'a page that begins with an exercise shows nothing until it is known what is asked'() {
    const state = /** @type {import('/web/types.d.ts').State} */ (
      /** @type {unknown} */ ({ frame, graph: lecture, practice: { asked: 'both', seed: 1, number: 1 }, veil: null })
    );
    const store = createStore(state);
    createVeil(store);
    equal(shown(store.get().graph, 'data'), []);
    equal(store.get().frame.loss, HIDDEN);
  },
};
