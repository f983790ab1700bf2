import { h } from '../dom.js';
import { formatSmall } from '../numbers.js';
import { setText, signClass } from '../panels/cells.js';
import { createLookup } from '../panels/lookup.js';
import { createDerivation } from './derivation.js';
import { gradientDerivation, valueDerivation } from './derivations.js';
import { createNudge, NUDGE } from './nudge.js';
import { gradientInWords } from './sentence.js';
import { surroundingsIn } from './surroundings.js';

/**
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Questions} Questions
 * @typedef {import('../types.d.ts').Reply} Reply
 * @typedef {import('./answers.d.ts').Explanation} Explanation
 */

/** So many terms of a gradient stand in the formula; the others are one number. */
const TERMS = 12;

/**
 * Why the selected number is what it is: how its value was computed, how its gradient came together, and the gradient put
 * to the test. It needs of the state only its graph and what is selected.
 * @param {Store} store
 * @param {object} page
 * @param {(node: string) => void} page.select
 * @param {Questions} page.questions
 * @param {(state: Readonly<State>, node: import('../types.d.ts').GraphNode) => string} [page.gradientName] whose gradient it is
 */
export function createWhy(store, { select, questions, gradientName = () => 'Gradient' }) {
  const lookup = createLookup();
  let by = NUDGE;
  const value = fact('Value');
  const gradient = fact('Gradient');
  const how = createDerivation('How its value is computed', select);
  const chain = createDerivation('How its gradient comes together', select);
  const sentence = h('p', { class: 'why-sentence' });
  const nudge = createNudge((amount) => {
    by = amount;
    follow();
  });
  const answer = h('div', { class: 'why-answer' }, sentence, chain.element, nudge.element);
  const waiting = h('p', { class: 'explain why-waiting', role: 'status' });
  const element = h(
    'div',
    { class: 'why' },
    h('section', {}, value.element, how.element),
    h('section', {}, gradient.element, waiting, answer),
  );
  /** @type {Reply | null} */
  let reply = null;
  let stop = () => {};

  /** @param {Readonly<State>} state */
  function nodeOf({ graph, selected }) {
    return graph && selected ? lookup.find(graph, selected) : undefined;
  }

  function follow() {
    stop();
    stop = questions.follow(
      (state) => {
        const node = nodeOf(state);
        return node ? { what: 'explanation', about: { node: node.id, by, most: TERMS } } : null;
      },
      (next) => {
        // What is there keeps its place, out of sight, until the next answer comes.
        reply = next.stale && !next.answer && reply ? { ...next, answer: reply.answer } : next;
        explain();
      },
    );
  }

  function show() {
    const state = store.get();
    const node = nodeOf(state);
    element.hidden = !node;
    if (!node) return;
    value.set('Value', node.data);
    gradient.set(gradientName(state, node), node.gradient);
    explain();
  }

  function explain() {
    const { graph, playing } = store.get();
    const why = /** @type {Explanation | null} */ (reply?.answer ?? null);
    const stale = !reply || reply.stale;
    setText(waiting, stale && playing ? 'Pause to see why.' : (reply?.problem ?? ''));
    waiting.hidden = waiting.textContent === '';
    for (const part of [how.element, answer]) part.classList.toggle('stale', stale);
    answer.hidden = !why;
    if (!why || !graph) return void (how.element.hidden = true);
    if (stale) return;
    const around = surroundingsIn(graph, lookup);
    how.show(valueDerivation(why, around), around, why.node);
    const derivation = gradientDerivation(why, around);
    chain.show(derivation, around, why.node);
    sentence.replaceChildren(...gradientInWords(why, around, derivation.symbols));
    nudge.show(why, around.words(around.root));
  }

  follow();
  show();
  store.subscribe((state, before) => {
    if (state.graph !== before.graph || state.selected !== before.selected || state.playing !== before.playing) show();
  });
  return { element };
}

/** A number with its name, as the heading of what explains it. @param {string} name */
export function fact(name) {
  const term = h('span', {}, name);
  const number = h('span', { class: 'number' });
  return {
    element: h('h4', { class: 'fact' }, term, ' ', number),
    /** @param {string} words @param {number} x */
    set(words, x) {
      const text = formatSmall(x);
      setText(term, words);
      setText(number, text);
      number.className = `number ${signClass(text)}`;
    },
  };
}
