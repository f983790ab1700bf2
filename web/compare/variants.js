// Runs that are laid beside the one that is shown: pinned, or computed for a sweep while the page goes on.
import { Refused } from '../server.js';

/**
 * @typedef {import('../types.d.ts').Variant} Variant
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Recipe} Recipe
 * @typedef {Pick<import('../server.js').Server, 'run' | 'steps'>} Server
 * @typedef {{ title: string, recipe: Recipe }} Wanted
 * @typedef {ReturnType<typeof createVariants>} Variants
 */

/** So many runs can be told apart. */
export const MOST = 8;

/** The first answer is soon there; later ones bring as many steps as take about this long. */
const FIRST_STEPS = 50;
const ANSWER_MS = 150;
/** As many losses as an answer holds. */
const MOST_STEPS = 10_000;
/** A server that does not answer is asked again after so long. */
const WAIT_MS = 1_000;

/**
 * @param {Server} server
 * @param {(all: readonly Variant[]) => void} changed told whenever one has come, grown or gone
 */
export function createVariants(server, changed) {
  /** @type {Variant[]} */
  let all = [];
  let next = 1;
  /** Another number whenever what is under way is not wanted any more. */
  let turn = 0;

  /** @param {Variant[]} list */
  function tell(list) {
    all = list;
    changed(all);
  }

  /** @param {number} id @param {Partial<Variant>} patch */
  const set = (id, patch) => tell(all.map((each) => (each.id === id ? { ...each, ...patch } : each)));

  /** The first that no other has. */
  function freeColour() {
    const taken = new Set(all.map(({ colour }) => colour));
    let colour = 0;
    while (taken.has(colour)) colour++;
    return colour;
  }

  async function work() {
    const own = ++turn;
    let steps = FIRST_STEPS;
    for (let i = 0; own === turn; i++) {
      const open = all.filter(({ state }) => state === 'running');
      if (open.length === 0) return;
      // One after the other, a piece of each: what they have in common is seen early.
      const variant = open[i % open.length];
      const began = performance.now();
      try {
        const patch = await advance(variant, steps);
        if (own !== turn) return;
        set(variant.id, patch);
        if (i >= open.length) steps = paced(steps, performance.now() - began);
      } catch (error) {
        if (own !== turn) return;
        if (error instanceof Refused) set(variant.id, { state: 'failed', problem: error.message });
        else await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      }
    }
  }

  /** @param {Variant} variant @param {number} steps @returns {Promise<Partial<Variant>>} */
  async function advance({ run, recipe, losses, to }, steps) {
    if (run === '') {
      const { run: opened, recipe: whole, data, frame } = await server.run(recipe);
      return { run: opened, recipe: whole, data, frame, ...(frame.stopped ? { state: 'done' } : {}) };
    }
    const { frame, losses: more } = await server.steps(
      { run, recipe },
      losses.length,
      Math.min(to, losses.length + steps),
    );
    for (const loss of more) losses.push(loss);
    return { frame, state: frame.stopped || frame.step >= to ? 'done' : 'running' };
  }

  return {
    /** Keeps the run that is shown, as far as it came. @param {Readonly<State>} state @param {string} title */
    pin({ recipe, run, data, frame, losses, reached }, title) {
      if (all.length >= MOST) return false;
      const kept = losses.slice(0, reached);
      /** @type {Variant} */
      const pinned = {
        ...{ id: next++, title, recipe, run, data, frame, losses: kept, to: frame.step },
        ...{ colour: freeColour(), state: 'done', pinned: true, problem: '' },
      };
      tell([...all, pinned]);
      return true;
    },

    /** Computes runs to a step, in the place of those of the sweep before. @param {Wanted[]} wanted @param {number} to */
    sweep(wanted, to) {
      all = all.filter(({ pinned }) => pinned);
      for (const { title, recipe } of wanted.slice(0, MOST - all.length)) {
        all.push({
          ...{ id: next++, title, recipe, run: '', data: null, frame: null, losses: [], to },
          ...{ colour: freeColour(), state: 'running', pinned: false, problem: '' },
        });
      }
      changed(all);
      void work();
    },

    /** Ends what is under way; what was computed stays. */
    cancel() {
      turn++;
      tell(all.map((each) => (each.state === 'running' ? { ...each, state: 'cancelled' } : each)));
    },

    /** @param {number} id */
    remove: (id) => tell(all.filter((each) => each.id !== id)),

    clear() {
      turn++;
      tell([]);
    },
  };
}

/** How many steps the next answer is to bring. @param {number} steps @param {number} took milliseconds */
function paced(steps, took) {
  const factor = Math.min(2, Math.max(0.5, ANSWER_MS / Math.max(took, 1)));
  return Math.min(MOST_STEPS, Math.max(1, Math.round(steps * factor)));
}

/** How far a sweep has come. @param {readonly Variant[]} all @returns {{ done: number, of: number, running: boolean }} */
export function progressOf(all) {
  const swept = all.filter(({ pinned }) => !pinned);
  let done = 0;
  let of = 0;
  for (const { state, to, frame } of swept) {
    of += to;
    done += state === 'running' ? (frame?.step ?? 0) : to;
  }
  return { done, of, running: swept.some(({ state }) => state === 'running') };
}
