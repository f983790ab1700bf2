import { createPaths, othersInWords, readable } from '/web/explain/paths.js';
import { createStore } from '/web/state.js';
import { equal } from '/tests/assert.js';
import { graphOf } from '/tests/graph.js';

/** @param {string} id @param {string} op @param {string[]} operands */
const node = (id, op, operands) => ({
  ...{ id, op, label: id, data: 1, gradient: 1, operands, partials: operands.map(() => 1), group: '' },
});
const graph = graphOf({ step: 0, sample: 0, root: 'b', nodes: [node('a', '', []), node('b', '+', ['a', 'a'])] });
const path = { nodes: ['a', 'b'], operands: [0], partials: [1], product: 1 };
const answer = {
  ...{ node: 'a', root: 'b', gradient: 2, carried: 0, count: '2', exact: true, sum: 2 },
  ...{ paths: [path, { ...path, operands: [1] }], rest: { count: '0', sum: 0 } },
};

/** What the paths of a add up to, in words. @param {boolean} wrong whether its gradient is */
async function total(wrong) {
  const store = createStore(/** @type {any} */ ({ graph, selected: 'a' }));
  const { element } = createPaths(store, {
    ...{ select() {}, trace() {}, isWrong: () => wrong },
    questions: {
      ask: () => Promise.reject(new Error('nothing is asked once')),
      follow(wanted, show) {
        show({ question: wanted(store.get()), answer, problem: null, stale: false });
        return () => {};
      },
    },
  });
  document.body.append(element);
  const opened = new Promise((resolve) => element.addEventListener('toggle', resolve));
  element.open = true;
  await opened;
  return element.querySelector('tfoot th')?.textContent;
}

export default {
  async 'where gradients are overwritten, the paths add up to what the gradient should be'() {
    equal(await total(false), 'the gradient');
    equal(await total(true), 'what the gradient should be');
  },

  'a number of paths is read in groups of three, and a vast one by its power of ten'() {
    equal(readable('4'), '4');
    equal(readable('1048576'), '1,048,576');
    equal(readable(`321${'0'.repeat(43)}`), '3.21 × 10⁴⁵');
    equal(readable(`1${'0'.repeat(300)}`), '1.00 × 10³⁰⁰');
  },

  'a vast number is rounded, not cut'() {
    equal(readable('12345678901234567'), '1.23 × 10¹⁶');
    equal(readable('12399999999999999'), '1.24 × 10¹⁶');
    equal(readable(`9999${'0'.repeat(16)}`), '1.00 × 10²⁰');
  },

  'of paths that were not all counted, the others are not counted either'() {
    equal(othersInWords('1024', true), 'the other 1,024 together');
    equal(othersInWords(`9${'9'.repeat(299)}`, false), 'all others together');
  },
};
