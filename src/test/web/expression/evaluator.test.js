import { Unreachable } from '/web/server.js';
import { equal, ok } from '../assert.js';
import { begin, soon } from './board.js';

/** @param {ReadonlyMap<string, number>} map */
const plain = (map) => Object.fromEntries(map);

export default {
  async 'while a number is dragged one request is under way, and the newest number wins'() {
    const { store, asked, actions } = begin('a + b', { a: 2, b: 3 });
    for (const a of [2.1, 2.2, 2.3]) actions.setNumber('a', a);
    equal(asked.length, 1);
    asked[0].answer();
    await soon();
    equal(store.get().shown?.sheet.value, 5.1);
    equal(plain(store.get().inputs), { a: 2.3, b: 3 });
    equal(asked.length, 2);
    asked[1].answer();
    await soon();
    equal([store.get().shown?.sheet.value, asked.length, store.get().busy], [5.3, 2, false]);
  },
  async 'all that is shown is of one answer'() {
    const { store, asked, actions } = begin('a + b', { a: 2, b: 3 });
    actions.setNumber('a', 7);
    actions.setNumber('a', 8);
    asked[0].answer();
    await soon();
    const { shown, graph, frame } = store.get();
    equal([shown?.inputs.get('a'), graph?.data[0], frame.loss], [7, 7, 10]);
  },
  async 'the topology that is there is not sent again'() {
    const { store, asked, actions } = begin('a + b', { a: 2, b: 3 });
    const { topology } = store.get().graph ?? {};
    actions.setNumber('a', 7);
    equal(asked[0].topology, 'of a,b');
    asked[0].answer();
    await soon();
    ok(store.get().graph?.topology === topology);
  },
  async 'a new name becomes an input, and one that is gone comes back with its number'() {
    const { store, asked, actions } = begin('a + b', { a: 2, b: 3 });
    actions.write('a + c');
    asked[0].answer();
    await soon();
    equal(plain(store.get().inputs), { a: 2, c: 1 });
    actions.write('a + c + b');
    asked[1].answer();
    await soon();
    equal(plain(store.get().inputs), { a: 2, c: 1, b: 3 });
  },
  async 'a mistake leaves what is shown, whose inputs can still be moved'() {
    const { store, asked, actions } = begin('a + b', { a: 2, b: 3 });
    actions.write('a +');
    asked[0].refuse('A value is missing here.');
    await soon();
    const { mistake, shown, draft } = store.get();
    equal([mistake?.detail, shown?.source, draft], ['A value is missing here.', 'a + b', 'a +']);
    actions.setNumber('b', 30);
    equal(asked[1].wanted.source, 'a + b');
    asked[1].answer();
    await soon();
    equal([store.get().shown?.sheet.value, store.get().mistake?.detail], [32, 'A value is missing here.']);
  },
  async 'a mistake that is taken back is one no more, without a question'() {
    const { store, asked, actions } = begin('a + b', { a: 2, b: 3 });
    actions.write('a +');
    asked[0].refuse('A value is missing here.');
    await soon();
    actions.write('a + b');
    await soon();
    equal([store.get().mistake, asked.length, store.get().busy], [null, 1, false]);
  },
  async 'a draft that was written over is not judged'() {
    const { store, asked, actions } = begin('a + b', { a: 2, b: 3 });
    actions.write('a +');
    actions.write('a + c');
    asked[0].refuse('A value is missing here.');
    await soon();
    asked[1].answer();
    await soon();
    equal([store.get().mistake, store.get().shown?.source], [null, 'a + c']);
  },
  async 'what is selected stays as long as it is there'() {
    const { store, asked, actions } = begin('a + b', { a: 2, b: 3 });
    actions.select('b');
    actions.write('b + c');
    asked[0].answer();
    await soon();
    equal(store.get().selected, 'b');
    actions.write('a + c');
    asked[1].answer();
    await soon();
    equal(store.get().selected, null);
  },
  async 'a server that does not answer is asked again'() {
    const { store, asked, actions } = begin('a + b', { a: 2, b: 3 });
    actions.setNumber('a', 7);
    asked[0].fail(new Unreachable('The server does not answer.'));
    await soon();
    equal(store.get().online, false);
    dispatchEvent(new Event('online'));
    await soon();
    asked[1].answer();
    await soon();
    equal([store.get().online, store.get().shown?.sheet.value], [true, 10]);
  },
};
