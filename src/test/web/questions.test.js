import { createQuestions } from '/web/questions.js';
import { Unreachable } from '/web/server.js';
import { createStore } from '/web/state.js';
import { equal } from './assert.js';

/** @typedef {import('../../../web/types.d.ts').State} State */
/** @typedef {import('../../../web/types.d.ts').Reply} Reply */

/** What a question depends on. @param {number} step */
const at = (step) =>
  /** @type {Partial<State>} */ ({
    frame: { run: 'abc', step },
    sample: 0,
    playing: false,
  });

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** A page at step 0 whose answers are given by hand, and what a panel was told: the answer, "…" while there is none. */
function begin() {
  const store = createStore(/** @type {State} */ (at(0)));
  /** @type {{ step: number, give: (answer: string) => void, refuse: (error: Error) => void }[]} */
  const asked = [];
  const questions = createQuestions(
    store,
    ({ frame }) => new Promise((give, refuse) => void asked.push({ step: frame.step, give, refuse })),
    (error) => /** @type {Error} */ (error).message,
  );
  /** @type {string[]} */
  const told = [];
  /** @param {Reply} reply */
  const show = ({ answer, problem, stale }) => void told.push(problem ?? `${answer ?? '…'}${stale ? ' (old)' : ''}`);
  const end = questions.follow(
    ({ selected }) => ({
      what: 'explanation',
      about: { node: selected ?? 'loss' },
    }),
    show,
  );
  return { store, asked, told, end };
}

export default {
  async 'an answer is shown until the moment changes, and then called old until the next one comes'() {
    const { store, asked, told } = begin();
    asked[0].give('why at 0');
    await drawn();
    store.set(at(1));
    await drawn();
    asked[1].give('why at 1');
    await drawn();
    equal(told, ['… (old)', 'why at 0', 'why at 0 (old)', 'why at 1']);
  },
  async 'an answer that comes too late is dropped, and what was passed over is never asked'() {
    const { store, asked, told } = begin();
    for (const step of [1, 2, 3]) {
      store.set(at(step));
      await drawn();
    }
    asked[0].give('why at 0');
    await drawn();
    equal(
      asked.map(({ step }) => step),
      [0, 3],
    );
    asked[1].give('why at 3');
    await drawn();
    equal(told.at(-1), 'why at 3');
    equal(told.includes('why at 0'), false);
  },
  async 'under a veil there is no question, and its answer is forgotten'() {
    const { store, asked, told } = begin();
    asked[0].give('why at 0');
    await drawn();
    store.set({ veil: { data: 'all', gradients: new Set(), explained: null } });
    await drawn();
    store.set({ veil: null });
    await drawn();
    equal(told.slice(1), ['why at 0', '…', '… (old)']);
    equal(asked.length, 2);
  },
  async 'while a run plays nothing is asked; when it pauses, the step that is shown is'() {
    const { store, asked, told } = begin();
    asked[0].give('why at 0');
    await drawn();
    store.set({ ...at(5), playing: true });
    await drawn();
    equal(asked.length, 1);
    equal(told.at(-1), 'why at 0 (old)');
    store.set({ playing: false });
    await drawn();
    equal(asked[1].step, 5);
  },
  async 'a question about something else does not begin with the old answer'() {
    const { store, asked, told } = begin();
    asked[0].give('why the loss');
    await drawn();
    store.set({ selected: 'layer1.neuron1.w1' });
    await drawn();
    equal(told.at(-1), '… (old)');
  },
  async 'whoever has ended to follow is not told the answer that was under way'() {
    const { asked, told, end } = begin();
    end();
    asked[0].give('why at 0');
    await drawn();
    equal(told, ['… (old)']);
  },
  async 'a server that did not answer is asked again, at once when the network is back'() {
    const { asked, told } = begin();
    asked[0].refuse(new Unreachable('The server does not answer.'));
    await drawn();
    equal([told.at(-1), asked.length], ['The server does not answer.', 1]);
    dispatchEvent(new Event('online'));
    await drawn();
    asked[1].give('why at 0');
    await drawn();
    equal(told.at(-1), 'why at 0');
    dispatchEvent(new Event('online'));
    await drawn();
    equal(asked.length, 2);
  },
  async 'a refusal is told in its own words'() {
    const { asked, told } = begin();
    asked[0].refuse(new Error('This graph is too large.'));
    await drawn();
    equal(told.at(-1), 'This graph is too large.');
  },
};
