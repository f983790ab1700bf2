import { Refused } from '../server.js';
import { withNumbers } from './place.js';
import { choiceOf } from './query.js';

/**
 * @typedef {import('./types.d.ts').BoardState} BoardState
 * @typedef {import('./types.d.ts').BoardStore} BoardStore
 * @typedef {import('./types.d.ts').Choice} Choice
 * @typedef {import('./types.d.ts').Example} Example
 * @typedef {ReturnType<typeof import('../history.js').createHistory<Pick<Choice, 'draft' | 'inputs' | 'leaves'>>>} History
 * @typedef {ReturnType<typeof import('./evaluator.js').createEvaluator>} Evaluator
 * @typedef {ReturnType<typeof createBoardActions>} BoardActions
 */

/** So many presses of "take a step" are kept while one is under way. */
const MOST_STEPS = 100;

/**
 * What a person can do on the page of expressions.
 * @param {BoardStore} store
 * @param {(path: string, body: unknown) => Promise<any>} post
 * @param {Evaluator} evaluator
 * @param {History} history
 * @param {() => void} turned a new page of the browser's history begins
 */
export function createBoardActions(store, post, evaluator, history, turned) {
  let steps = 0;
  let gesture = 0;

  /**
   * @param {Partial<BoardState>} patch
   * @param {string} label changes of one label in quick succession, as when a number is dragged, are one change
   */
  function change(patch, label) {
    const { draft, inputs, leaves } = store.get();
    store.set({ stepped: null, ...patch });
    history.replaced({ draft, inputs, leaves }, { kind: 'change', label }, performance.now());
  }

  /** What numbers make of the draft and of the inputs. @param {ReadonlyMap<string, number>} numbers by name */
  function withAll(numbers) {
    const { draft, inputs, literals } = store.get();
    const { text, literals: moved } = withNumbers(draft, literals, numbers);
    return {
      draft: text,
      literals: moved,
      inputs: new Map([...inputs].map(([name, value]) => [name, numbers.get(name) ?? value])),
    };
  }

  async function takeSteps() {
    for (; steps > 0; steps--) {
      await evaluator.settled();
      const { shown, rate, practice } = store.get();
      const leaves = chosenLeaves(store.get());
      // Numbers that are practised with stay where they are.
      if (!shown || !leaves.length || practice) break;
      const { source, inputs, overwrite, sheet } = shown;
      try {
        const { moved, value } = await post('/api/expressions/step', {
          ...{ source, inputs: Object.fromEntries(inputs), overwrite, leaves, rate },
        });
        if (store.get().practice) break;
        if (!Object.values(moved).every(Number.isFinite)) {
          store.set({ problem: TOO_FAR });
          break;
        }
        // Whoever has moved something meanwhile has left the place of the step.
        if (store.get().shown !== shown || store.get().inputs !== inputs || store.get().draft !== source) continue;
        change({ ...withAll(new Map(Object.entries(moved))), stepped: { before: sheet.value, after: value } }, '');
      } catch (error) {
        const problem = error instanceof Refused ? error.problem : UNANSWERED;
        store.set({ problem });
        break;
      }
    }
    steps = 0;
  }

  /** @param {'undo' | 'redo'} kind */
  function travel(kind) {
    const to = history.peek(kind);
    if (!to) return;
    const { draft, inputs, leaves } = store.get();
    store.set({ ...to, stepped: null });
    history.replaced({ draft, inputs, leaves }, { kind }, performance.now());
  }

  return {
    /** The text of the editor. @param {string} draft */
    write: (draft) => store.set({ draft, literals: [], stepped: null }),
    /** Sets an input, or a number that the source gives to a name. @param {string} name @param {number} value */
    setNumber(name, value) {
      const { inputs, literals } = store.get();
      if (!inputs.has(name) && !literals.some((literal) => literal.name === name)) return;
      change(withAll(new Map([[name, value]])), `number:${name}:${gesture}`);
    },
    /** What was changed before and what is changed from now on are two changes. */
    beginGesture: () => void gesture++,
    /** Moves the chosen leaves along their gradients. */
    takeStep() {
      if (store.get().practice) return;
      steps = Math.min(steps + 1, MOST_STEPS);
      if (steps === 1) void takeSteps();
    },
    /** Whether a step moves a leaf. @param {string} name @param {boolean} moves */
    chooseLeaf(name, moves) {
      const chosen = new Set(chosenLeaves(store.get()));
      if (moves) chosen.add(name);
      else chosen.delete(name);
      const all = leavesOf(store.get());
      store.set({ leaves: all.every((leaf) => chosen.has(leaf)) ? null : all.filter((leaf) => chosen.has(leaf)) });
    },
    /** @param {number} rate */
    setRate: (rate) => store.set({ rate }),
    /** @param {boolean} overwrite */
    setOverwrite: (overwrite) => store.set({ overwrite, stepped: null }),
    /** @param {string | null} selected */
    select: (selected) => store.set({ selected }),
    /** @param {Example} example */
    openExample(example) {
      evaluator.forget();
      turned();
      change({ ...choiceOf(example, store.get().defaults), problem: null }, '');
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    dismissProblem: () => store.set({ problem: null }),
  };
}

const TOO_FAR = {
  title: 'Too far',
  detail: 'The step would lead beyond the largest number there is, so nothing was moved. Take a smaller one.',
};
const UNANSWERED = { title: 'No answer', detail: 'The server did not answer, and no step was taken. Try again.' };

/**
 * The names that a step can move: inputs, and numbers that stand alone behind a name. An input that the source gives another
 * meaning is not among them: one name would stand for two numbers.
 * @param {Pick<BoardState, 'shown'>} state
 */
export function leavesOf({ shown }) {
  const names = shown?.sheet.names ?? [];
  const given = new Set(names.filter(({ input }) => !input).map(({ name }) => name));
  return names.filter(({ name, input, number }) => (input ? !given.has(name) : number)).map(({ name }) => name);
}

/** The names that a step moves. @param {Readonly<BoardState>} state */
export function chosenLeaves(state) {
  const { leaves } = state;
  return leavesOf(state).filter((name) => leaves === null || leaves.includes(name));
}
