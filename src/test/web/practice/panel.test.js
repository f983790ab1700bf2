import { mountPractice } from '/web/practice/panel.js';
import { createStore } from '/web/state.js';
import { equal, ok } from '/tests/assert.js';
import { graphOf } from '/tests/graph.js';

/** @typedef {import('/web/types.d.ts').Questions} Questions */
/** @typedef {import('/web/types.d.ts').Question} Question */
/** @typedef {import('/web/types.d.ts').State} State */

/** @param {string} id @param {string} op @param {number} data @param {number} gradient @param {string[]} operands @param {number[]} [partials] */
function node(id, op, data, gradient, operands, partials = []) {
  return { id, op, label: id, data, gradient, operands, partials, group: '' };
}

const graph = graphOf({
  ...{ step: 0, sample: 0, root: 'L' },
  nodes: [node('a', '', 2, -3, []), node('b', '', -3, 2, []), node('L', '*', -6, 1, ['a', 'b'], [-3, 2])],
});
const exercises = ['a', 'b'].map((id) => ({ node: id, quantity: 'gradient', difficulty: 1 }));
const right = { node: 'a', quantity: 'gradient', answer: -3, right: true, expected: -3 };
const wrong = { ...right, answer: 1, right: false, mistake: { kind: 'other', missing: [] } };
const explanation = {
  gradient: { gradient: -3, from: 0, start: 'zero', terms: [{ upstream: 1, partial: -3 }], rest: null },
};

const soon = () => new Promise((resolve) => setTimeout(resolve));

/** A panel with its series, and what it asks for; answers come when they are told. @param {number} candidates */
async function begin(candidates) {
  const practice = /** @type {const} */ ({ asked: 'gradient', seed: 1, number: 1 });
  const state = { ...{ graph, practice, veil: null, depth: 'scalars', parameters: [], selected: null, open: [] } };
  const store = createStore(/** @type {State} */ (/** @type {unknown} */ (state)));
  /** @type {{ question: Question, answer(said: unknown): void }[]} */
  const asked = [];
  /** @type {Parameters<Questions['follow']>[1]} */
  let show = () => {};
  /** @type {Questions} */
  const questions = {
    ask: (question) => new Promise((answer) => void asked.push({ question, answer })),
    follow(_, told) {
      show = told;
      return () => {};
    },
  };
  const element = document.createElement('div');
  document.body.append(element);
  const actions = /** @type {any} */ ({ select: (/** @type {string} */ selected) => store.set({ selected }) });
  mountPractice(element, store, actions, questions);
  show({ question: { what: 'practice' }, answer: { exercises, candidates }, problem: null, stale: false });
  const field = /** @type {HTMLInputElement} */ (element.querySelector('#practice-answer'));
  const form = /** @type {HTMLFormElement} */ (field.form);
  return {
    store,
    asked,
    /** @param {string} text */
    enter(text) {
      field.value = text;
      form.requestSubmit();
    },
    /** @param {string} name */
    press(name) {
      const named = [...element.querySelectorAll('button')].find((button) => button.textContent === name);
      if (!named) throw new Error(`no button ${name}`);
      named.click();
    },
    said: () => element.querySelector('#practice-verdict')?.textContent ?? '',
    places: () => [...element.querySelectorAll('.practice-places button')].map(({ className }) => className),
  };
}

export default {
  async 'of two quick presses of Enter one is an answer'() {
    const { enter, asked, said, places } = await begin(9);
    enter('1');
    enter('1');
    equal(asked.length, 1);
    asked[0].answer(wrong);
    await soon();
    ok(said().startsWith('✗'));
    enter('-3');
    equal(asked.length, 2);
    asked[1].answer(right);
    await soon();
    enter('-3');
    equal(
      asked.map(({ question }) => question.what),
      ['practice', 'practice', 'explanation'],
    );
    asked[2].answer(explanation);
    await soon();
    equal(places(), ['solved', 'open']);
  },

  async 'what was looked up while an answer was under way stays looked up'() {
    const { enter, press, asked, said, places } = await begin(9);
    enter('1');
    press('I give up: show me');
    asked[1].answer(explanation);
    await soon();
    ok(said().startsWith('This is it:'), said());
    asked[0].answer(wrong);
    await soon();
    ok(said().startsWith('This is it:'), said());
    equal(places(), ['shown', 'open']);
  },

  async 'an answer to another exercise does not hold up this one'() {
    const { store, enter, asked, said } = await begin(9);
    enter('1');
    store.set({ practice: { asked: 'gradient', seed: 1, number: 2 } });
    enter('1');
    equal(asked.map(({ question }) => question.post?.node), ['a', 'b']); // prettier-ignore
    asked[0].answer(wrong);
    await soon();
    equal(said(), '');
  },

  async 'a graph that has no other exercises offers the same ones once more'() {
    const { store, press, asked, places } = await begin(2);
    for (let i = 0; i < 2; i++) {
      press('I give up: show me');
      asked[i].answer(explanation);
      await soon();
      press(i === 0 ? 'Next' : 'See the score');
    }
    equal(places(), ['shown', 'shown']);
    press('The same once more');
    equal(places(), ['open', 'open']);
    equal(store.get().practice, { asked: 'gradient', seed: 1, number: 1 });
  },

  async 'a graph that has others offers other numbers'() {
    const { store, press, asked } = await begin(3);
    for (let i = 0; i < 2; i++) {
      press('I give up: show me');
      asked[i].answer(explanation);
      await soon();
      press(i === 0 ? 'Next' : 'See the score');
    }
    press('Again with other numbers');
    equal(store.get().practice?.seed, 2);
  },
};
