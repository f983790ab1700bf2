import { answered, begin, lookedAt, nextOpen, seenGradients } from './series.js';
import { ALL, lifted, veilFor } from './veil.js';

/**
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').Veil} Veil
 * @typedef {import('./series.js').Diagnosis} Diagnosis
 * @typedef {import('./series.js').Exercise} Exercise
 * @typedef {import('./series.js').Outcome} Outcome
 */

/**
 * A series under way: its exercises, what came of them, and which one it is at.
 * @param {() => number} number of the exercise that is wanted, from 1
 */
export function createRound(number) {
  /** @type {Exercise[]} */
  let exercises = [];
  /** @type {Outcome[]} */
  let outcomes = [];
  /** Whether the score is looked at. */
  let finished = false;

  /** The place of the exercise, from 0. */
  const place = () => Math.min(number() - 1, exercises.length - 1);
  /** @param {Exercise[]} series */
  function start(series) {
    exercises = series;
    outcomes = begin(exercises);
    finished = false;
  }

  return {
    start,
    clear: () => start([]),
    /** The same exercises, none of them answered. */
    again: () => start(exercises),
    place,
    get exercises() {
      return exercises;
    },
    get outcomes() {
      return outcomes;
    },
    get finished() {
      return finished;
    },
    /** @param {boolean} now */
    finish: (now) => void (finished = now),
    /** The exercise; null if there is none, or the score is looked at. @returns {Exercise | null} */
    current: () => (finished ? null : (exercises[place()] ?? null)),
    /** What came of it so far. @returns {Outcome} */
    outcome: () => outcomes[place()],
    /** @param {Diagnosis} diagnosis */
    answer: (diagnosis) => void (outcomes[place()] = answered(outcomes[place()], diagnosis)),
    look: () => void (outcomes[place()] = lookedAt(outcomes[place()])),
    /** The next place that is open; -1 if there is none. */
    next: () => nextOpen(outcomes, place()),
    /** The veil of the exercise, with what has been found taken away. @param {Graph | null} graph @returns {Veil | null} */
    veil(graph) {
      if (finished) return null;
      const current = exercises[place()];
      if (!graph || !current) return ALL;
      const cover = veilFor(graph, current, seenGradients(exercises, outcomes));
      return outcomes[place()].state === 'open' ? cover : lifted(cover, current);
    },
  };
}

/** @param {Veil} a @param {Veil} b */
export function sameVeil(a, b) {
  const plain = (/** @type {ReadonlySet<string> | 'all'} */ set) => (set === 'all' ? set : [...set].join('\n'));
  return a.explained === b.explained && plain(a.data) === plain(b.data) && plain(a.gradients) === plain(b.gradients);
}
