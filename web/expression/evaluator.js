import { Refused, Unreachable } from '../server.js';
import { literalsOf } from './place.js';
import { showing } from './state.js';

/**
 * @typedef {import('./types.d.ts').BoardStore} BoardStore
 * @typedef {import('./types.d.ts').Sheet} Sheet
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../graphs.js').Graphs} Graphs
 * @typedef {{ source: string, inputs: ReadonlyMap<string, number>, overwrite: boolean }} Wanted
 */

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 5_000;
/** So many numbers of names that are not in use are kept, in case they come back. */
const MOST_REMEMBERED = 1_000;

/**
 * Keeps the numbers in step with what is chosen. One request is under way at a time, and when it is answered the newest choice
 * counts: what was passed over is never asked for. A draft that cannot be understood leaves what is shown as it is, and its
 * inputs can still be moved.
 * @param {BoardStore} store
 * @param {Graphs} graphs
 * @param {(wanted: Wanted, topology: string | null) => Promise<Sheet>} ask with the name of the topology that is there
 */
export function createEvaluator(store, graphs, ask) {
  /** The draft that was read last, whether or not it was understood. */
  let read = store.get().draft;
  /** What was answered last, or refused for its inputs. @type {Wanted | null} */
  let done = store.get().shown;
  let working = false;
  /** @type {Map<string, number>} */
  const remembered = new Map();
  /** @type {(() => void)[]} */
  let waiting = [];

  /** What is to be asked now, or null. @returns {Wanted | null} */
  function next() {
    const { draft, inputs, overwrite, shown } = store.get();
    const source = draft !== read ? draft : shown?.source;
    if (source === undefined) return null;
    const same = done?.source === source && done.inputs === inputs && done.overwrite === overwrite;
    return same ? null : { source, inputs, overwrite };
  }

  async function work() {
    working = true;
    store.set({ busy: true });
    let wait = FIRST_WAIT_MS;
    for (let wanted = next(); wanted; wanted = next()) {
      try {
        show(wanted, await answerTo(wanted));
        wait = FIRST_WAIT_MS;
      } catch (error) {
        if (error instanceof Unreachable) {
          store.set({ online: false });
          await pause(wait);
          wait = Math.min(2 * wait, LONGEST_WAIT_MS);
        } else {
          refuse(wanted, error);
        }
      }
    }
    working = false;
    store.set({ busy: false });
    for (const answered of waiting.splice(0)) answered();
  }

  /** @param {Wanted} wanted @returns {Promise<{ sheet: Sheet, graph: Graph }>} */
  async function answerTo(wanted) {
    // Those in use come first, and count where both are.
    const inputs = new Map([...wanted.inputs, ...remembered, ...wanted.inputs]);
    for (const topology of [store.get().graph?.topology.topology ?? null, null]) {
      const sheet = await ask({ ...wanted, inputs }, topology);
      if (sheet.topology) graphs.learn(sheet.topology);
      const graph = graphs.of(sheet.graph);
      if (graph) return { sheet, graph };
    }
    throw new Error('A graph came without its topology.');
  }

  /** @param {Wanted} wanted @param {{ sheet: Sheet, graph: Graph }} answer */
  function show({ source, inputs, overwrite }, { sheet, graph }) {
    const state = store.get();
    const answered = inOrder(new Map(Object.entries(sheet.inputs)), inputs);
    for (const [name, value] of inputs) if (!answered.has(name)) remember(name, value);
    const newest = state.inputs === inputs;
    read = source;
    done = { source, overwrite, inputs: newest ? answered : inputs };
    const known = state.graph?.topology === graph.topology;
    store.set({
      ...showing({ source, overwrite, sheet, inputs: answered }, graph, state.draft),
      // Who goes on moving an input is not held up by the answer to where it was.
      inputs: newest ? answered : withNumbersOf(answered, state.inputs),
      mistake: state.draft === source ? null : state.mistake,
      selected: known || graph.topology.nodes.some(({ id }) => id === state.selected) ? state.selected : null,
      stepped: state.stepped?.after === sheet.value ? state.stepped : null,
      online: true,
    });
  }

  /** @param {Wanted} wanted @param {unknown} error */
  function refuse(wanted, error) {
    const { shown } = store.get();
    if (!(error instanceof Refused)) reportError(error);
    const problem =
      error instanceof Refused
        ? error.problem
        : { title: 'Something went wrong in this page', detail: 'Reloading brings back this expression.' };
    read = wanted.source;
    if (wanted.source === shown?.source) done = wanted;
    store.set({
      online: true,
      ...(wanted.source === shown?.source ? { problem } : { mistake: problem, literals: [] }),
    });
  }

  /** @param {string} name @param {number} value */
  function remember(name, value) {
    if (value === store.get().defaults.missing) return;
    remembered.delete(name);
    remembered.set(name, value);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= MOST_REMEMBERED) break;
      remembered.delete(oldest);
    }
  }

  /** Waits, or less long if the browser says that the network is back. @param {number} milliseconds */
  async function pause(milliseconds) {
    await new Promise((resolve) => {
      const timer = setTimeout(go, milliseconds);
      addEventListener('online', go);
      /** @this {void} */
      function go() {
        clearTimeout(timer);
        removeEventListener('online', go);
        resolve(undefined);
      }
    });
  }

  store.watch(({ draft, shown }, before) => {
    if (draft !== before.draft && draft === shown?.source && shown.sheet) {
      // A mistake was taken back.
      read = draft;
      store.set({ mistake: null, literals: literalsOf(draft, shown.sheet.names) });
    }
    if (!working && next()) void work();
  });

  return {
    /** Numbers of names that are not in use are not brought back. */
    forget: () => remembered.clear(),
    /** Resolves when what is chosen is shown, or was refused. @returns {Promise<void>} */
    settled: () => (working ? new Promise((resolve) => void waiting.push(resolve)) : Promise.resolve()),
  };
}

/**
 * The names in the order in which they were, and new ones behind them.
 * @param {ReadonlyMap<string, number>} answered @param {ReadonlyMap<string, number>} before
 */
function inOrder(answered, before) {
  const names = [...[...before.keys()].filter((name) => answered.has(name)), ...answered.keys()];
  return new Map([...new Set(names)].map((name) => [name, answered.get(name) ?? NaN]));
}

/** @param {ReadonlyMap<string, number>} answered @param {ReadonlyMap<string, number>} newest */
function withNumbersOf(answered, newest) {
  return new Map([...answered].map(([name, value]) => [name, newest.get(name) ?? value]));
}
