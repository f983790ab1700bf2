// How far someone has come with a series of exercises.

/**
 * @typedef {{ node: string, quantity: 'data' | 'gradient', difficulty: number }} Exercise
 * @typedef {object} Diagnosis what the server says of an answer
 * @property {string} node
 * @property {'data' | 'gradient'} quantity
 * @property {number} answer
 * @property {boolean} right
 * @property {number} expected
 * @property {Mistake | null} [mistake]
 *
 * @typedef {object} Mistake
 * @property {string} kind
 * @property {string | null} [took]
 * @property {number | null} [factor]
 * @property {string | null} [consumer]
 * @property {number | null} [upstream]
 * @property {string[]} missing
 *
 * @typedef {object} Outcome of one exercise
 * @property {'open' | 'solved' | 'shown'} state shown: the number was looked at before it was found
 * @property {number} tries
 * @property {Diagnosis | null} last about the newest answer
 */

/** @param {Exercise[]} exercises @returns {Outcome[]} */
export function begin(exercises) {
  return exercises.map(() => ({ state: 'open', tries: 0, last: null }));
}

/** @param {Outcome} outcome @param {Diagnosis} diagnosis @returns {Outcome} */
export function answered({ state, tries }, diagnosis) {
  if (state !== 'open') return { state, tries, last: diagnosis };
  return { state: diagnosis.right ? 'solved' : 'open', tries: tries + 1, last: diagnosis };
}

/** @param {Outcome} outcome @returns {Outcome} */
export function lookedAt(outcome) {
  return outcome.state === 'open' ? { ...outcome, state: 'shown' } : outcome;
}

/**
 * @param {Outcome[]} outcomes
 * @returns {{ solved: number, atOnce: number, missed: number[], open: number }} missed: the places of those that were not
 *   solved, from 0
 */
export function scoreOf(outcomes) {
  const solved = outcomes.filter(({ state }) => state === 'solved');
  return {
    solved: solved.length,
    atOnce: solved.filter(({ tries }) => tries === 1).length,
    missed: outcomes.flatMap(({ state }, i) => (state === 'solved' ? [] : [i])),
    open: outcomes.filter(({ state }) => state === 'open').length,
  };
}

/** The next place that is still open, from 0, beginning after one and going round; -1 if there is none. @param {Outcome[]} outcomes @param {number} after */
export function nextOpen(outcomes, after) {
  for (let i = 1; i <= outcomes.length; i++) {
    const place = (after + i) % outcomes.length;
    if (outcomes[place].state === 'open') return place;
  }
  return -1;
}

/** The nodes whose gradients have been seen. @param {Exercise[]} exercises @param {Outcome[]} outcomes */
export function seenGradients(exercises, outcomes) {
  return exercises
    .filter(({ quantity }, i) => quantity === 'gradient' && outcomes[i].state !== 'open')
    .map(({ node }) => node);
}
