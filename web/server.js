import { parse, write } from './json.js';

/**
 * @typedef {import('./types.d.ts').Problem} Problem
 * @typedef {import('./types.d.ts').Recipe} Recipe
 * @typedef {import('./types.d.ts').RunAnswer} RunAnswer
 * @typedef {import('./types.d.ts').StepsAnswer} StepsAnswer
 * @typedef {import('./types.d.ts').Graph} Graph
 * @typedef {import('./graphs.js').Graphs} Graphs
 * @typedef {{ run: string, recipe: Recipe }} Known a run's name, and the recipe from which any server can rebuild it
 * @typedef {ReturnType<typeof createServer>} Server
 */

/** The server understood and said no. */
export class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The server did not answer, or not yet: it is worth asking again. */
export class Unreachable extends Error {}

/** Longer than the longest request the server allows itself. */
const PATIENCE_MS = 20_000;
const JSON_TYPE = 'application/json';
const TRANSIENT = [408, 429, 502, 503, 504];

/**
 * The HTTP interface as functions. A run that the server has forgotten, because it was restarted or has dropped it, is
 * posted again and the question repeated, so that nobody notices.
 * @param {Graphs} graphs
 * @param {typeof fetch} [request]
 */
export function createServer(graphs, request = (input, init) => fetch(input, init)) {
  /**
   * An answer as it came.
   * @param {string} path
   * @param {unknown} body posted if given, a blob as it is
   * @param {string} type the media type that is wanted
   */
  async function read(path, body, type) {
    /** @type {Response} */
    let response;
    let text;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const headers = {
        Accept: type,
        ...(body === undefined ? {} : { 'Content-Type': body instanceof Blob ? body.type : JSON_TYPE }),
      };
      const init = body === undefined ? {} : { method: 'POST', body: body instanceof Blob ? body : write(body) };
      response = await request(path, { ...init, headers, signal });
      text = await response.text();
    } catch (cause) {
      throw new Unreachable('The server does not answer.', { cause });
    }
    if (TRANSIENT.includes(response.status)) throw new Unreachable(`The server answered ${response.status}.`);
    if (response.ok) return { text, status: response.status };
    const problem = answerOf(text, response.status);
    throw new Refused({ title: 'Refused', detail: '', ...problem, status: response.status });
  }

  /**
   * @param {string} path
   * @param {unknown} [body] posted if given
   * @returns {Promise<any>}
   */
  async function ask(path, body) {
    const { text, status } = await read(path, body, JSON_TYPE);
    return answerOf(text, status);
  }

  /** @param {Recipe} recipe @returns {Promise<RunAnswer>} */
  const run = (recipe) => ask('/api/runs', recipe);

  /**
   * @param {Known} known
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<any>}
   */
  async function askRun(known, path, body) {
    const address = `/api/runs/${known.run}/${path}`;
    try {
      return await ask(address, body);
    } catch (error) {
      if (!(error instanceof Refused && error.problem.status === 404)) throw error;
      await run(known.recipe);
      return ask(address, body);
    }
  }

  /**
   * The graph that came with an answer. Its topology is asked for when it is met for the first time.
   * @param {Known} known
   * @param {StepsAnswer} answer
   * @returns {Promise<Graph | null>}
   */
  async function graphOf(known, { graph }) {
    if (!graph) return null;
    const { step, sample } = graph;
    const there = graphs.of(graph);
    if (there) return there;
    graphs.learn(await askRun(known, `frames/${step}/graph?sample=${sample}&part=topology`));
    const whole = graphs.of(graph);
    // A server that has lost the run answers for an earlier step at first, and gets further each time.
    if (!whole) throw new Unreachable('The graph is not there yet.');
    return whole;
  }

  return {
    run,
    /** @type {(path: string, body: unknown) => Promise<any>} */
    post: ask,
    /** The answer as it came. @param {string} path @param {unknown} body @param {string} type the media type that is wanted */
    postForText: async (path, body, type) => (await read(path, body, type)).text,
    /**
     * The losses from a step on, and the frame of another step, or of one on the way there.
     * @param {Known} known @param {number} from @param {number} to
     * @returns {Promise<StepsAnswer>}
     */
    steps: (known, from, to) => askRun(known, 'steps', { from, to }),
    /**
     * As steps, with the graph of the frame's step.
     * @param {Known} known @param {number} from @param {number} to @param {import('./types.d.ts').Subject} sample
     * @param {(import('./types.d.ts').Until & { since: number })} [until] no further than where one of these comes true after a step
     */
    async moment(known, from, to, sample, until) {
      /** @type {StepsAnswer} */
      const answer = await askRun(known, 'steps', { from, to, graph: { sample }, ...(until ? { until } : {}) });
      const { losses, frame, graphProblem, met = null } = answer;
      return { losses, frame, graph: await graphOf(known, answer), graphProblem: graphProblem?.detail ?? null, met };
    },
    /**
     * The graph of a step, in the words of the server.
     * @param {Known} known @param {number} step @param {import('./types.d.ts').Subject} sample
     * @param {string} [type] "text/vnd.graphviz" for DOT
     */
    async graphText(known, step, sample, type = JSON_TYPE) {
      // A server that has lost the run makes it again, and gets further each time; one that has not answers at once.
      const { frame } = await askRun(known, 'steps', { from: step, to: step });
      if (frame.step !== step) throw new Unreachable('The server is on its way to this step. Try it once more.');
      return (await read(`/api/runs/${known.run}/frames/${step}/graph?sample=${sample}`, undefined, type)).text;
    },
    /**
     * A run up to a step as the text of a file.
     * @param {Known} known @param {number} step @param {string} form
     */
    async fileText(known, step, form) {
      const { frame } = await askRun(known, 'steps', { from: step, to: step });
      if (frame.step !== step) throw new Unreachable('The server is on its way to this step. Try it once more.');
      return (await read(`/api/runs/${known.run}/frames/${step}/exports/${form}`, undefined, '*/*')).text;
    },
    /**
     * Something about one step of a run: why its numbers are what they are.
     * @param {Known} known @param {number} step @param {string} what the last part of the address
     * @param {Record<string, string | number | boolean>} about
     * @param {Record<string, unknown>} [told] posted if given
     * @returns {Promise<any>}
     */
    async about(known, step, what, about, told) {
      if (told) return askRun(known, `frames/${step}/${what}`, told);
      const query = new URLSearchParams(Object.entries(about).map(([name, value]) => [name, String(value)]));
      const answer = await askRun(known, `frames/${step}/${what}?${query}`);
      // A server that has lost the run makes it again, and answers for an earlier step until it has caught up.
      if (answer.step !== step) throw new Unreachable('The server is on its way to this step.');
      return answer;
    },
  };
}

/** @param {string} text @param {number} status */
function answerOf(text, status) {
  try {
    return parse(text);
  } catch {
    const title = 'The answer cannot be read';
    throw new Refused({
      title,
      detail: `The server answered ${status}, in a form that this page does not know.`,
      status,
    });
  }
}
