// Predict, then reveal: a series of exercises on the graph that is shown.
import { h } from '../dom.js';
import { createLookup } from '../panels/lookup.js';
import { refuse } from '../scrub.js';
import { readNumber } from '../settings.js';
import { FIRST } from './button.js';
import { workable } from './digits.js';
import { foundIn } from './found.js';
import { explainMistake } from './mistakes.js';
import { createRound, sameVeil } from './round.js';
import { createView, nameOf } from './view.js';

/**
 * @typedef {import('../types.d.ts').Practice} Practice
 * @typedef {import('./series.js').Exercise} Exercise
 */

/** An answer is at most so large, either way; no exercise is. */
const MOST = 1e9;

/**
 * @param {HTMLElement} element
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Actions} actions
 * @param {import('../types.d.ts').Questions} questions
 * @param {boolean} [begunByHand] whether practice is under way because a button was pressed
 */
export function mountPractice(element, store, actions, questions, begunByHand = false) {
  const lookup = createLookup();
  const panel = element.closest('.panel') ?? element;
  const round = createRound(() => store.get().practice?.number ?? 1);
  const view = createView(element, lookup, {
    ask: (asked) => set({ asked, number: 1 }),
    stop: () => store.set({ practice: null }),
    answer: () => void answer(),
    reveal: () => void reveal(),
    select: actions.select,
    ...{ go, goOn, again },
  });
  const { field, next } = view;
  /** What the exercises were made for. @type {Practice | null} */
  let made = null;
  /** Whether another seed gives the same exercises: then the graph has no others. */
  let only = false;
  /** Whether the series was asked for by hand, and not by the address: then the field takes the focus. */
  let byHand = begunByHand;
  /** What the page shows of an exercise belongs to it as long as this stays the same. */
  let turn = 0;
  /** The turn in which an answer is under way; -1 if none is. */
  let answering = -1;

  /** @param {Partial<Practice>} patch */
  function set(patch) {
    const { practice } = store.get();
    if (practice) store.set({ practice: { ...practice, ...patch } });
  }

  /** @param {number} to a place, from 0 */
  function go(to) {
    round.finish(false);
    if (to === round.place()) begun(true);
    else set({ number: to + 1 });
  }

  /** To the next exercise that is open, or to the score. */
  function goOn() {
    const to = round.next();
    if (to >= 0) return go(to);
    round.finish(true);
    begun(true);
  }

  /** Other exercises, or the same ones where there are no others. */
  function again() {
    if (!only) return set({ seed: (made ?? FIRST).seed + 1, number: 1 });
    round.again();
    go(0);
  }

  function lay() {
    const { practice, graph, veil } = store.get();
    if (!practice) return;
    const to = round.veil(graph);
    if (!veil || !to || !sameVeil(veil, to)) store.set({ veil: to });
  }

  /** An exercise, or the score, comes into sight. @param {boolean} focus whether someone asked for it by a key or a button */
  function begun(focus) {
    turn++;
    const current = round.current();
    view.clear();
    lay();
    if (current) {
      bringIntoSight(current);
      void tellCarried(current);
    }
    draw();
    if (current && round.outcome().state !== 'open') void tellFound(current);
    if (!focus) return;
    if (round.finished) view.card.focus();
    else if (round.outcome()?.state === 'open') field.focus();
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
    const current = round.current();
    // Of two quick presses, the second answers nothing.
    if (!current || answering === turn || round.outcome().state !== 'open') return;
    const value = readNumber(field.value);
    const refusal = refuse(field.value, value, MOST);
    if (refusal) {
      field.setAttribute('aria-invalid', 'true');
      view.warn(refusal);
      field.focus();
      return;
    }
    const asked = (answering = turn);
    try {
      const post = { node: current.node, quantity: current.quantity, answer: value };
      const diagnosis = await questions.ask({ what: 'practice', post });
      if (asked !== turn) return;
      round.answer(diagnosis);
      if (diagnosis.right) await found(current);
      else tellWrong(diagnosis);
    } catch (error) {
      if (asked === turn) view.warn(sentence(error));
    } finally {
      if (answering === asked) answering = -1;
    }
  }

  /** @param {import('./series.js').Diagnosis} diagnosis */
  function tellWrong(diagnosis) {
    const { graph } = store.get();
    if (!graph) return;
    const { what, hint } = explainMistake(diagnosis, {
      name: (id) => nameOf(graph, lookup, id),
      op: (id) => lookup.find(graph, id)?.op ?? '',
      isRoot: diagnosis.node === graph.root,
    });
    view.say(
      h('p', { class: 'practice-wrong' }, h('span', { 'aria-hidden': 'true' }, '✗ '), h('strong', {}, what)),
      h('p', {}, hint),
    );
    draw();
    field.focus();
    field.select();
  }

  async function reveal() {
    const current = round.current();
    if (!current) return;
    // An answer that is under way comes too late.
    turn++;
    round.look();
    await found(current);
  }

  /** The number may be seen. @param {Exercise} current */
  async function found(current) {
    const asked = turn;
    lay();
    draw();
    await tellFound(current);
    if (asked === turn) next.focus();
  }

  /** Whether it was found or shown, and how it comes about. @param {Exercise} current */
  async function tellFound(current) {
    const asked = turn;
    const solved = round.outcome().state === 'solved';
    try {
      const explanation = await questions.ask({ what: 'explanation', about: { node: current.node } });
      if (asked !== turn) return;
      view.say(
        h(
          'p',
          { class: solved ? 'practice-right' : 'practice-shown' },
          ...(solved ? [h('span', { 'aria-hidden': 'true' }, '✓ '), h('strong', {}, 'Right.')] : ['This is it:']),
        ),
        foundIn(explanation, current.quantity),
      );
    } catch (error) {
      if (asked === turn) view.warn(sentence(error));
    }
  }

  /** Where zeroing is off, what a gradient held before is one of its terms. @param {Exercise} current */
  async function tellCarried({ node, quantity }) {
    view.carried('');
    const { graph, parameters } = store.get();
    if (quantity !== 'gradient' || graph?.sample !== 'all' || !parameters.includes(node)) return;
    const asked = turn;
    try {
      const { gradient } = await questions.ask({ what: 'explanation', about: { node } });
      if (asked !== turn || gradient.start !== 'carried') return;
      view.carried(`Zeroing is off: it holds ${workable(gradient.from)} from the steps before.`);
    } catch {
      // Without this number the exercise can still be looked up.
    }
  }

  function draw() {
    const { practice, graph } = store.get();
    panel.toggleAttribute('hidden', practice === null);
    if (practice) view.draw(practice.asked, graph, round);
  }

  questions.follow(
    ({ practice }) =>
      practice && {
        what: 'practice',
        about: { seed: practice.seed, ...(practice.asked === 'both' ? {} : { quantity: practice.asked }) },
      },
    ({ answer, problem, stale }) => {
      const { practice } = store.get();
      view.notice(practice ? (problem ?? '') : '');
      // Of another moment or another series: until its exercises are there, everything stays covered.
      if (!practice || stale || !answer) {
        round.clear();
        turn++;
      } else if (round.exercises.length === 0) {
        const { exercises, candidates } = answer;
        round.start(exercises);
        only = candidates <= exercises.length;
        view.card.rename(only);
        if (exercises.length === 0) view.notice('There is nothing to ask about this graph.');
        const again = made !== null && made === practice && practice.number !== 1;
        made = practice;
        if (again) set({ number: 1 });
        begun(byHand);
        return;
      }
      lay();
      draw();
    },
  );

  store.watch(({ practice }, before) => {
    if (practice === before.practice) return;
    byHand = element.contains(document.activeElement) || !before.practice;
    if (!practice) {
      made = null;
      round.finish(false);
      draw();
    } else if (round.exercises.length > 0 && made && practice.seed === made.seed && practice.asked === made.asked) {
      made = practice;
      round.finish(false);
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
    if (practice && graph !== before.graph) draw();
  });
  draw();
}

/** @param {unknown} error */
function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}
