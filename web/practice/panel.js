// Predict, then reveal: a series of exercises on the graph that is shown.
import { h, icon, iconButton } from '../dom.js';
import { format } from '../numbers.js';
import { createLookup } from '../panels/lookup.js';
import { setText } from '../panels/cells.js';
import { refuse } from '../scrub.js';
import { readNumber } from '../settings.js';
import { nodeInBrief } from '../words.js';
import { foundIn } from './found.js';
import { articleOf, givensOf, nodeInSentence } from './givens.js';
import { explainMistake } from './mistakes.js';
import { scoreCard } from './score.js';
import { answered, begin, lookedAt, nextOpen, seenGradients } from './series.js';
import { ALL, lifted, veilFor } from './veil.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Practice} Practice
 * @typedef {import('../types.d.ts').GraphNode} GraphNode
 * @typedef {import('./series.js').Exercise} Exercise
 * @typedef {import('./series.js').Outcome} Outcome
 */

/** What people are asked for first. @type {Practice} */
const FIRST = { asked: 'both', seed: 1, number: 1 };
/** An answer is at most so large, either way; no exercise is. */
const MOST = 1e9;

/** @type {[Practice['asked'], string, string][]} */
const KINDS = [
  ['both', 'both', 'Values and gradients'],
  ['gradient', 'gradients', 'Gradients only: all values are shown'],
  ['data', 'values', 'Values only, as in a forward pass'],
];

/**
 * The button that begins and ends practice.
 * @type {import('../types.d.ts').Mount}
 */
export function mountPracticeButton(element, store, actions) {
  const button = h(
    'button',
    { type: 'button', class: 'button practise', title: 'Work numbers out yourself', onclick: toggle },
    icon('pencil'),
    h('span', { class: 'words' }, 'Practise'),
  );
  element.append(button);

  function toggle() {
    if (!store.get().practice) actions.pause();
    store.set({ practice: store.get().practice ? null : FIRST });
  }
  const draw = () => button.setAttribute('aria-pressed', String(store.get().practice !== null));
  draw();
  store.subscribe(draw);
}

/** @type {import('../types.d.ts').Mount} */
export function mountPractice(element, store, actions, questions) {
  const lookup = createLookup();
  const panel = element.closest('.panel') ?? element;
  /** @type {Exercise[]} */
  let exercises = [];
  /** @type {Outcome[]} */
  let outcomes = [];
  /** What the exercises were made for. @type {Practice | null} */
  let made = null;
  let finished = false;
  /** Whether the series was asked for by hand, and not by the address: then the field takes the focus. */
  let byHand = false;
  /** What the page shows of an exercise belongs to it as long as this stays the same. */
  let turn = 0;

  const kinds = KINDS.map(([asked, text, title]) =>
    h('button', { type: 'button', title, 'data-asked': asked, onclick: () => set({ asked, number: 1 }) }, text),
  );
  const stop = iconButton('remove', 'Stop practising', () => store.set({ practice: null }), {
    class: 'button quiet icon practice-stop',
  });
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
  const card = scoreCard({ go, again: () => set({ seed: (made ?? FIRST).seed + 1, number: 1 }) });
  const notice = h('p', { class: 'explain', role: 'status' });
  element.classList.add('practice');
  element.append(
    h(
      'div',
      { class: 'practice-head' },
      h('div', { class: 'segmented', role: 'group', 'aria-label': 'What to practise' }, ...kinds),
      stop,
    ),
    places,
    notice,
    exercise,
    card.element,
  );

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer();
  });
  field.addEventListener('input', () => field.removeAttribute('aria-invalid'));

  /** @param {Partial<Practice>} patch */
  function set(patch) {
    const { practice } = store.get();
    if (practice) store.set({ practice: { ...practice, ...patch } });
  }

  /** The place of the exercise, from 0. */
  function place() {
    return Math.min((store.get().practice?.number ?? 1) - 1, exercises.length - 1);
  }

  /** @param {number} to a place, from 0 */
  function go(to) {
    finished = false;
    if (to === place()) begun(true);
    else set({ number: to + 1 });
  }

  /** To the next exercise that is open, or to the score. */
  function goOn() {
    const to = nextOpen(outcomes, place());
    if (to >= 0) return go(to);
    finished = true;
    begun(true);
  }

  /** The veil of the exercise, with what has been found taken away. */
  function lay() {
    const { practice, graph, veil } = store.get();
    const current = exercises[place()];
    if (!practice) return;
    if (finished) return store.set({ veil: null });
    if (!graph || !current) return store.set({ veil: ALL });
    const cover = veilFor(graph, current, seenGradients(exercises, outcomes));
    const to = outcomes[place()].state === 'open' ? cover : lifted(cover, current);
    if (!veil || !sameVeil(veil, to)) store.set({ veil: to });
  }

  /** An exercise, or the score, comes into sight. @param {boolean} focus whether someone asked for it by a key or a button */
  function begun(focus) {
    turn++;
    const current = exercises[place()];
    field.value = '';
    field.removeAttribute('aria-invalid');
    verdict.replaceChildren();
    lay();
    if (current && !finished) {
      bringIntoSight(current);
      void tellCarried(current);
    }
    draw(store.get());
    if (!finished && current && outcomes[place()].state !== 'open') void tellFound(current);
    if (!focus) return;
    if (finished) card.focus();
    else if (outcomes[place()]?.state === 'open') field.focus();
    else next.focus();
  }

  /** Selects the node, and opens what is needed to see it with its neighbours. @param {Exercise} current */
  function bringIntoSight({ node, quantity }) {
    const { graph, depth } = store.get();
    const found = graph && lookup.find(graph, node);
    actions.select(node);
    if (!graph || !found || depth === 'scalars') return;
    if (depth === 'network') actions.setDepth('neurons');
    const around = quantity === 'gradient' ? lookup.users(graph, found) : [];
    const open = [...new Set([found, ...around].filter(({ op }) => op !== '').map(({ group }) => group))];
    const wanted = open.length > 0 ? open : [found.group];
    store.set({ open: wanted.filter((group) => group === 'loss' || group.includes('.')) });
  }

  async function answer() {
    const current = exercises[place()];
    const value = readNumber(field.value);
    const refusal = refuse(field.value, value, MOST);
    if (refusal) {
      field.setAttribute('aria-invalid', 'true');
      verdict.replaceChildren(h('p', { class: 'warn' }, refusal));
      field.focus();
      return;
    }
    const asked = turn;
    try {
      const post = { node: current.node, quantity: current.quantity, answer: value };
      const diagnosis = await questions.ask({ what: 'practice', post });
      if (asked !== turn) return;
      outcomes[place()] = answered(outcomes[place()], diagnosis);
      if (diagnosis.right) await found(current);
      else tellWrong(diagnosis);
    } catch (error) {
      if (asked === turn) verdict.replaceChildren(h('p', { class: 'warn' }, sentence(error)));
    }
  }

  /** @param {import('./series.js').Diagnosis} diagnosis */
  function tellWrong(diagnosis) {
    const { graph } = store.get();
    if (!graph) return;
    const node = (/** @type {string} */ id) => lookup.find(graph, id);
    const { what, hint } = explainMistake(diagnosis, {
      name(id) {
        const there = node(id);
        return there ? nodeInSentence(there) : id;
      },
      op: (id) => node(id)?.op ?? '',
      isRoot: diagnosis.node === graph.root,
    });
    verdict.replaceChildren(
      h('p', { class: 'practice-wrong' }, h('span', { 'aria-hidden': 'true' }, '✗ '), h('strong', {}, what)),
      h('p', {}, hint),
    );
    draw(store.get());
    field.focus();
    field.select();
  }

  async function reveal() {
    outcomes[place()] = lookedAt(outcomes[place()]);
    await found(exercises[place()]);
  }

  /** The number may be seen. @param {Exercise} current */
  async function found(current) {
    lay();
    draw(store.get());
    await tellFound(current);
    next.focus();
  }

  /** Whether it was found or shown, and how it comes about. @param {Exercise} current */
  async function tellFound(current) {
    const asked = turn;
    const solved = outcomes[place()].state === 'solved';
    try {
      const explanation = await questions.ask({ what: 'explanation', about: { node: current.node } });
      if (asked !== turn) return;
      verdict.replaceChildren(
        h(
          'p',
          { class: solved ? 'practice-right' : 'practice-shown' },
          ...(solved ? [h('span', { 'aria-hidden': 'true' }, '✓ '), h('strong', {}, 'Right.')] : ['This is it:']),
        ),
        foundIn(explanation, current.quantity),
      );
    } catch (error) {
      if (asked === turn) verdict.replaceChildren(h('p', { class: 'warn' }, sentence(error)));
    }
  }

  /** Where zeroing is off, what a gradient held before is one of its terms. @param {Exercise} current */
  async function tellCarried({ node, quantity }) {
    setText(carried, '');
    const { graph, parameters } = store.get();
    if (quantity !== 'gradient' || graph?.sample !== 'all' || !parameters.includes(node)) return;
    const asked = turn;
    try {
      const { gradient } = await questions.ask({ what: 'explanation', about: { node } });
      if (asked !== turn || gradient.start !== 'carried') return;
      setText(carried, `Zeroing is off: it holds ${format(gradient.from)} from the steps before.`);
    } catch {
      // Without this number the exercise can still be looked up.
    }
  }

  /** @param {State} state */
  function draw({ practice, graph }) {
    panel.toggleAttribute('hidden', practice === null);
    if (!practice) return;
    for (const button of kinds) button.setAttribute('aria-pressed', String(button.dataset.asked === practice.asked));
    const current = exercises[place()];
    const node = current && graph && lookup.find(graph, current.node);
    exercise.hidden = finished || !node;
    card.element.hidden = !finished;
    places.hidden = exercises.length === 0;
    drawPlaces();
    if (finished) card.show(exercises, outcomes, (id) => nameOf(id));
    if (!node) return;
    const { what, where } = nodeInBrief(node);
    question.replaceChildren(
      `What is the ${current.quantity === 'data' ? 'value' : 'gradient'} of ${articleOf(node)}`,
      h('b', {}, what),
      '?',
      ...(where ? [' ', h('small', {}, where)] : []),
    );
    const { state, tries } = outcomes[place()];
    givens.replaceChildren(givensOf(graph, current, lookup, actions.select));
    form.hidden = state !== 'open';
    setText(show, tries > 0 ? 'Show me' : 'I give up: show me');
    next.hidden = state === 'open';
    setText(next, nextOpen(outcomes, place()) < 0 ? 'See the score' : 'Next');
  }

  /** @param {string} id */
  function nameOf(id) {
    const { graph } = store.get();
    const node = graph && lookup.find(graph, id);
    return node ? nodeInSentence(node) : id;
  }

  function drawPlaces() {
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

  questions.follow(
    ({ practice }) =>
      practice && {
        what: 'practice',
        about: { seed: practice.seed, ...(practice.asked === 'both' ? {} : { quantity: practice.asked }) },
      },
    ({ answer, problem, stale }) => {
      const { practice } = store.get();
      setText(notice, practice ? (problem ?? '') : '');
      // Of another moment or another series: until its exercises are there, everything stays covered.
      if (!practice || stale || !answer) {
        exercises = [];
        outcomes = [];
        finished = false;
        turn++;
      } else if (exercises.length === 0) {
        exercises = answer.exercises;
        outcomes = begin(exercises);
        if (exercises.length === 0) setText(notice, 'There is nothing to ask about this graph.');
        const again = made !== null && made === practice && practice.number !== 1;
        made = practice;
        if (again) set({ number: 1 });
        begun(byHand);
        return;
      }
      lay();
      draw(store.get());
    },
  );

  store.watch((state, before) => {
    const { practice } = state;
    if (practice === before.practice) return;
    byHand = element.contains(document.activeElement) || !before.practice;
    if (!practice) {
      made = null;
      finished = false;
      draw(state);
    } else if (exercises.length > 0 && made && practice.seed === made.seed && practice.asked === made.asked) {
      made = practice;
      finished = false;
      begun(true);
    }
  });
  store.subscribe((state, before) => {
    const { veil, selected, practice, graph } = state;
    document.body.classList.toggle('practising', veil !== null);
    document.body.classList.toggle(
      'explaining',
      veil !== null && veil.explained !== null && veil.explained === selected,
    );
    if (practice && graph !== before.graph) draw(state);
  });
  draw(store.get());
}

/** @type {Record<Outcome['state'], string>} */
const WORDS = { open: 'open', solved: 'solved', shown: 'not solved' };

/** @param {import('../types.d.ts').Veil} a @param {import('../types.d.ts').Veil} b */
function sameVeil(a, b) {
  const plain = (/** @type {ReadonlySet<string> | 'all'} */ set) => (set === 'all' ? set : [...set].join('\n'));
  return a.explained === b.explained && plain(a.data) === plain(b.data) && plain(a.gradients) === plain(b.gradients);
}

/** @param {unknown} error */
function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}
