import { chosenLeaves, leavesOf } from '/web/expression/actions.js';
import { equal } from '../assert.js';
import { begin, soon } from './board.js';

/** @param {ReadonlyMap<string, number>} map */
const plain = (map) => Object.fromEntries(map);

export default {
  async 'a step beyond the largest number moves nothing, and says so'() {
    const { store, posted, actions } = begin('n = 5; a', { a: 2 });
    actions.takeStep();
    await soon();
    posted[0].answer({ moved: { a: Infinity, n: 6 }, value: Infinity });
    await soon();
    const { draft, inputs, problem } = store.get();
    equal([draft, plain(inputs), problem?.title], ['n = 5; a', { a: 2 }, 'Too far']);
  },
  'an input that the source gives another meaning is not moved: one name would stand for two numbers'() {
    const { store } = begin('a + b', { a: 2, b: 3 });
    const { shown } = store.get();
    const again = { ...shown?.sheet.names[0], input: false, number: null };
    const sheet = { ...shown?.sheet, names: [...(shown?.sheet.names ?? []), again] };
    equal(leavesOf(/** @type {any} */ ({ ...store.get(), shown: { ...shown, sheet } })), ['b']);
  },
  async 'a step is asked for by the names that it moves, and its numbers are taken over'() {
    const { store, asked, posted, actions } = begin('n = 5; a + b', { a: 2, b: 3 });
    actions.chooseLeaf('b', false);
    equal(chosenLeaves(store.get()), ['a', 'n']);
    actions.takeStep();
    await soon();
    equal(posted[0].path, '/api/expressions/step');
    equal(posted[0].body, {
      ...{ source: 'n = 5; a + b', inputs: { a: 2, b: 3 }, overwrite: false, leaves: ['a', 'n'], rate: 0.5 },
    });
    posted[0].answer({ moved: { a: 2.5, n: 6 }, value: 11.5 });
    await soon();
    const { draft, inputs, stepped } = store.get();
    equal([draft, plain(inputs), stepped], ['n = 6; a + b', { a: 2.5, b: 3 }, { before: 10, after: 11.5 }]);
    asked[0].answer();
    await soon();
    equal([store.get().shown?.sheet.value, store.get().stepped?.after], [11.5, 11.5]);
  },
  async 'three presses are three steps, one after the other'() {
    const { store, asked, posted, actions } = begin('a', { a: 1 });
    for (let i = 0; i < 3; i++) actions.takeStep();
    for (let i = 0; i < 3; i++) {
      await soon();
      equal(posted.length, i + 1);
      equal(posted[i].body.inputs, { a: 1 + i / 2 });
      posted[i].answer({ moved: { a: 1 + (i + 1) / 2 }, value: 1 + (i + 1) / 2 });
      await soon();
      asked[i].answer();
    }
    await soon();
    equal(plain(store.get().inputs), { a: 2.5 });
    for (const a of [2, 1.5, 1]) {
      actions.undo();
      equal(plain(store.get().inputs), { a });
    }
    equal(store.get().canUndo, false);
    actions.redo();
    equal(plain(store.get().inputs), { a: 1.5 });
  },
  async 'steps that wait are not taken once something is practised, nor is the one that is under way'() {
    const { store, asked, posted, actions } = begin('a', { a: 1 });
    for (let i = 0; i < 3; i++) actions.takeStep();
    await soon();
    posted[0].answer({ moved: { a: 1.5 }, value: 1.5 });
    await soon();
    store.set({ practice: { asked: 'both', seed: 1, number: 1 } });
    asked[0].answer();
    await soon();
    equal(posted.length, 1);
    equal(plain(store.get().inputs), { a: 1.5 });
    store.set({ practice: null });
    actions.takeStep();
    await soon();
    store.set({ practice: { asked: 'both', seed: 1, number: 1 } });
    posted[1].answer({ moved: { a: 2 }, value: 2 });
    await soon();
    equal(plain(store.get().inputs), { a: 1.5 });
  },
  async 'whoever moves a number while a step is under way has left its place'() {
    const { store, posted, actions } = begin('a', { a: 1 });
    actions.takeStep();
    await soon();
    actions.setNumber('a', 40);
    posted[0].answer({ moved: { a: 1.5 }, value: 1.5 });
    await soon();
    equal(plain(store.get().inputs), { a: 40 });
  },
  async 'a number of the text is set in the text, as often as one likes before the engine has read it'() {
    const { store, actions } = begin('n = 5; k = 7; a', { a: 2 });
    actions.setNumber('n', 1234);
    actions.setNumber('k', 8);
    actions.setNumber('n', 6);
    equal(store.get().draft, 'n = 6; k = 8; a');
    actions.setNumber('unknown', 3);
    equal(store.get().draft, 'n = 6; k = 8; a');
  },
  'a drag is one change, and undo takes all of it back'() {
    const { store, actions } = begin('a + b', { a: 2, b: 3 });
    for (const a of [2.1, 2.2, 2.3]) actions.setNumber('a', a);
    actions.setNumber('b', 4);
    actions.undo();
    equal(plain(store.get().inputs), { a: 2.3, b: 3 });
    actions.undo();
    equal(plain(store.get().inputs), { a: 2, b: 3 });
  },
  'all leaves chosen is what an address need not say'() {
    const { store, actions } = begin('a + b', { a: 2, b: 3 });
    actions.chooseLeaf('a', false);
    equal(store.get().leaves, ['b']);
    actions.chooseLeaf('a', true);
    equal(store.get().leaves, null);
  },
};
