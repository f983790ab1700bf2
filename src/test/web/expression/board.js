// A page of expressions for tests, with a server whose answers are given by hand.
import { createBoardActions } from '/web/expression/actions.js';
import { createEvaluator } from '/web/expression/evaluator.js';
import { initialState } from '/web/expression/state.js';
import { createGraphs } from '/web/graphs.js';
import { createHistory } from '/web/history.js';
import { Refused } from '/web/server.js';
import { createStore } from '/web/state.js';

/**
 * @typedef {import('../../../../web/expression/types.d.ts').Sheet} Sheet
 * @typedef {import('../../../../web/expression/types.d.ts').BoardStore} BoardStore
 * @typedef {{ source: string, inputs: ReadonlyMap<string, number>, overwrite: boolean }} Wanted
 */

/**
 * What a server would answer for sources such as "a + b": every letter is an input, every "n = 5" a number of the text, and
 * the value is the sum of all. Numbers here stand for themselves; the server's own tests hold the real ones.
 * @param {Wanted} wanted @param {number} missing @param {string | null} known
 * @returns {Sheet}
 */
export function sheetOf({ source, inputs }, missing, known) {
  const literals = [...source.matchAll(/([a-z]) = (\d+);/g)];
  const given = literals.map((match) => match[1]);
  const free = [...new Set(source.match(/[a-z]/g) ?? [])].filter((name) => !given.includes(name));
  const values = Object.fromEntries(free.map((name) => [name, inputs.get(name) ?? missing]));
  const names = [
    ...free.map((name) => ({ name, value: values[name], input: true, number: null })),
    ...literals.map((match) => {
      const from = match.index + 5;
      const number = { line: 1, column: from, endLine: 1, endColumn: from + match[2].length };
      return { name: match[1], value: Number(match[2]), input: false, number };
    }),
  ].map((name) => ({ ...name, node: name.name, gradient: 1, correct: null }));
  const value = names.reduce((sum, each) => sum + each.value, 0);
  const topology = `of ${names.map(({ name }) => name).join()}`;
  const nodes = names.map(({ name }) => ({ id: name, op: '', label: name, operands: [], group: '' }));
  return {
    ...{ value, root: nodes[0]?.id ?? '', inputs: values, names, statements: [], wrong: [] },
    topology: topology === known ? null : { topology, nodes, root: nodes[0]?.id ?? '' },
    graph: {
      ...{ step: 0, sample: 0, topology, data: names.map((each) => each.value), partials: [] },
      gradients: names.map(() => 1),
    },
  };
}

export const defaults = { missing: 1, rate: 0.01, maxRate: 1000, characters: 100 };

/** A page that shows an expression. @param {string} source @param {Record<string, number>} inputs */
export function begin(source, inputs) {
  const graphs = createGraphs();
  const sheet = sheetOf({ source, inputs: new Map(Object.entries(inputs)), overwrite: false }, 1, null);
  if (sheet.topology) graphs.learn(sheet.topology);
  /** @type {BoardStore} */
  const store = createStore(
    initialState(
      {
        ...{ source, inputs, overwrite: false, selected: null, leaves: null, rate: 0.5, sheet, practice: null },
        ...{ mistake: null, problem: null, examples: [], defaults },
      },
      graphs.of(sheet.graph),
    ),
  );
  /** @type {{ wanted: Wanted, topology: string | null, answer: () => void, refuse: (detail: string) => void, fail: (error: Error) => void }[]} */
  const asked = [];
  const evaluator = createEvaluator(
    store,
    graphs,
    (wanted, topology) =>
      new Promise((give, reject) => {
        asked.push({
          ...{ wanted, topology, fail: reject },
          answer: () => give(sheetOf(wanted, defaults.missing, topology)),
          refuse: (detail) => reject(new Refused({ title: 'mistake', detail, status: 400 })),
        });
      }),
  );
  /** @type {{ path: string, body: any, answer: (value: unknown) => void }[]} */
  const posted = [];
  const actions = createBoardActions(
    store,
    (path, body) => new Promise((answer) => void posted.push({ path, body, answer })),
    evaluator,
    createHistory(store),
    () => {},
  );
  return { store, asked, posted, actions, evaluator };
}

/** Until all promises that can be kept are. */
export const soon = () => new Promise((resolve) => setTimeout(resolve));
