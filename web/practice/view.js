import { h, iconButton } from '../dom.js';
import { setText } from '../panels/cells.js';
import { nodeInBrief } from '../words.js';
import { articleOf, givensOf, nodeInSentence } from './givens.js';
import { scoreCard } from './score.js';

/**
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').Practice} Practice
 * @typedef {import('./series.js').Exercise} Exercise
 * @typedef {import('./series.js').Outcome} Outcome
 * @typedef {ReturnType<typeof import('./round.js').createRound>} Round
 * @typedef {ReturnType<typeof import('../panels/lookup.js').createLookup>} Lookup
 */

/** @type {[Practice['asked'], string, string][]} */
const KINDS = [
  ['both', 'both', 'Values and gradients'],
  ['gradient', 'gradients', 'Gradients only: all values are shown'],
  ['data', 'values', 'Values only, as in a forward pass'],
];

/** @type {Record<Outcome['state'], string>} */
const WORDS = { open: 'open', solved: 'solved', shown: 'not solved' };

/**
 * What is seen of a series: the question with its givens, the field, the verdict; at the end, the score.
 * @param {HTMLElement} element
 * @param {Lookup} lookup
 * @param {object} does what a press does
 * @param {(asked: Practice['asked']) => void} does.ask
 * @param {() => void} does.stop
 * @param {() => void} does.answer
 * @param {() => void} does.reveal
 * @param {() => void} does.goOn
 * @param {(place: number) => void} does.go from 0
 * @param {() => void} does.again
 * @param {(node: string) => void} does.select
 */
export function createView(element, lookup, { ask, stop, answer, reveal, goOn, go, again, select }) {
  const kinds = KINDS.map(([asked, text, title]) =>
    h('button', { type: 'button', title, 'data-asked': asked, onclick: () => ask(asked) }, text),
  );
  const end = iconButton('remove', 'Stop practising', stop, { class: 'button quiet icon practice-stop' });
  const places = h('ol', { class: 'practice-places', 'aria-label': 'Exercises' });
  const question = h('p', { class: 'practice-question', id: 'practice-question' });
  const givens = h('div', {});
  const carried = h('p', { class: 'explain' });
  const field = h('input', {
    id: 'practice-answer',
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'practice-question practice-verdict',
  });
  const check = h('button', { type: 'submit', class: 'button primary' }, 'Check');
  const show = h('button', { type: 'button', class: 'button quiet practice-show', onclick: reveal }, '');
  const form = h(
    'form',
    { class: 'practice-form', novalidate: true },
    h('label', { for: 'practice-answer' }, 'Your answer'),
    field,
    check,
    show,
  );
  const verdict = h('div', { id: 'practice-verdict', class: 'practice-verdict', role: 'status' });
  const next = h('button', { type: 'button', class: 'button primary', onclick: goOn }, 'Next');
  const exercise = h(
    'div',
    { class: 'practice-exercise' },
    question,
    givens,
    carried,
    form,
    h('div', { class: 'practice-answered' }, verdict, next),
  );
  const card = scoreCard({ go, again });
  const notice = h('p', { class: 'explain', role: 'status' });
  element.classList.add('practice');
  element.append(
    h(
      'div',
      { class: 'practice-head' },
      h('div', { class: 'segmented', role: 'group', 'aria-label': 'What to practise' }, ...kinds),
      end,
    ),
    places,
    notice,
    exercise,
    card.element,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer();
  });
  field.addEventListener('input', () => field.removeAttribute('aria-invalid'));

  /** @param {Round} round */
  function drawPlaces({ exercises, outcomes, finished, place }) {
    places.hidden = exercises.length === 0;
    while (places.children.length > exercises.length) places.lastElementChild?.remove();
    while (places.children.length < exercises.length) {
      const to = places.children.length;
      places.append(h('li', {}, h('button', { type: 'button', onclick: () => go(to) })));
    }
    outcomes.forEach(({ state }, i) => {
      const button = /** @type {HTMLElement} */ (places.children[i].firstElementChild);
      const now = !finished && i === place();
      setText(button, state === 'solved' ? '✓' : state === 'shown' ? '–' : String(i + 1));
      button.className = state;
      button.setAttribute('aria-label', `Exercise ${i + 1}, ${WORDS[state]}`);
      if (now) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
    });
  }

  return {
    field,
    next,
    card,
    /** Why there is nothing to answer. @param {string} text */
    notice: (text) => setText(notice, text),
    /** What a gradient held before. @param {string} text */
    carried: (text) => setText(carried, text),
    /** What is said of an answer. @param {...Node} parts */
    say: (...parts) => verdict.replaceChildren(...parts),
    /** @param {string} why */
    warn: (why) => verdict.replaceChildren(h('p', { class: 'warn' }, why)),
    clear() {
      field.value = '';
      field.removeAttribute('aria-invalid');
      verdict.replaceChildren();
    },
    /** @param {Practice['asked']} asked @param {Graph | null} graph @param {Round} round */
    draw(asked, graph, round) {
      for (const button of kinds) button.setAttribute('aria-pressed', String(button.dataset.asked === asked));
      const current = round.exercises[round.place()];
      const node = current && graph && lookup.find(graph, current.node);
      exercise.hidden = round.finished || !node;
      card.element.hidden = !round.finished;
      drawPlaces(round);
      if (round.finished) card.show(round.exercises, round.outcomes, (id) => nameOf(graph, lookup, id));
      if (!node) return;
      const { what, where } = nodeInBrief(node);
      question.replaceChildren(
        `What is the ${current.quantity === 'data' ? 'value' : 'gradient'} of ${articleOf(node)}`,
        h('b', {}, what),
        '?',
        ...(where ? [' ', h('small', {}, where)] : []),
      );
      const { state, tries } = round.outcome();
      givens.replaceChildren(givensOf(graph, current, lookup, select));
      form.hidden = state !== 'open';
      setText(show, tries > 0 ? 'Show me' : 'I give up: show me');
      next.hidden = state === 'open';
      setText(next, round.next() < 0 ? 'See the score' : 'Next');
    },
  };
}

/** A node in words that fit into a sentence. @param {Graph | null} graph @param {Lookup} lookup @param {string} id */
export function nameOf(graph, lookup, id) {
  const node = graph && lookup.find(graph, id);
  return node ? nodeInSentence(node) : id;
}
