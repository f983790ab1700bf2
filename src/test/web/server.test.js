import { createGraphs } from '/web/graphs.js';
import { Refused, Unreachable, createServer } from '/web/server.js';
import { equal, ok } from './assert.js';
import { notebook } from './recipes.js';

const known = { run: 'abc', recipe: notebook };

/**
 * A server that gives prepared answers, and what it was asked.
 * @param {...(Response | Error)} answers
 */
function answering(...answers) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(createGraphs(), async (input, init) => {
    asked.push(`${init?.method ?? 'GET'} ${input} ${init?.body ?? ''}`.trim());
    const answer = answers.shift();
    if (answer instanceof Response) return answer;
    throw answer;
  });
  return { server, asked };
}

/** @param {number} status @param {unknown} body */
const json = (status, body) => new Response(JSON.stringify(body), { status });
const unknown = () => json(404, { title: 'unknown run', detail: 'Post its recipe again.', status: 404 });

/** @param {Promise<unknown>} promise */
const failure = (promise) => promise.then(() => undefined).catch((/** @type {unknown} */ error) => error);

export default {
  async 'a run that the server has forgotten is posted again and the question repeated'() {
    const { server, asked } = answering(
      unknown(),
      json(200, { run: 'abc' }),
      json(200, { from: 3, losses: [], frame: {} }),
    );
    equal(await server.steps(known, 3, 5), { from: 3, losses: [], frame: {} });
    const steps = 'POST /api/runs/abc/steps {"from":3,"to":5}';
    equal(asked, [steps, `POST /api/runs ${JSON.stringify(notebook)}`, steps]);
  },
  async 'a run that stays unknown is a refusal, not a loop'() {
    const { server, asked } = answering(unknown(), json(200, { run: 'abc' }), unknown());
    ok((await failure(server.steps(known, 0, 1))) instanceof Refused);
    equal(asked.length, 3);
  },
  async 'a refusal carries the problem’s own words'() {
    const { server } = answering(json(400, { title: 'invalid', detail: 'Too many layers.', field: 'network.layers' }));
    const refused = /** @type {Refused} */ (await failure(server.run(notebook)));
    equal(
      [refused.problem.detail, refused.problem.field, refused.problem.status],
      ['Too many layers.', 'network.layers', 400],
    );
  },
  async 'no network and an overloaded server are worth asking again'() {
    const { server } = answering(
      new TypeError('Failed to fetch'),
      new Response('', { status: 503 }),
      new Response('', { status: 429 }),
    );
    for (let i = 0; i < 3; i++) ok((await failure(server.run(notebook))) instanceof Unreachable);
  },
  async 'an answer about an earlier step than the one asked about is none'() {
    const { server } = answering(json(200, { step: 6, slope: 1 }), json(200, { step: 7, slope: 2 }));
    const ask = () => server.about(known, 7, 'slope', { parameter: 'w' });
    ok((await failure(ask())) instanceof Unreachable);
    equal(await ask(), { step: 7, slope: 2 });
  },
  async 'an answer that is not JSON is a problem in words'() {
    const { server } = answering(new Response('<html>', { status: 200 }));
    const refused = /** @type {Refused} */ (await failure(server.run(notebook)));
    ok(refused instanceof Refused && refused.problem.detail !== '');
  },
  async 'numbers that JSON cannot write arrive as numbers'() {
    const { server } = answering(json(200, { from: 0, losses: ['NaN'], frame: { loss: '-Infinity' } }));
    const { losses, frame } = await server.steps(known, 0, 1);
    ok(Number.isNaN(losses[0]));
    equal(frame.loss === -Infinity, true);
  },
  async 'a topology is asked for once, and every moment brings its numbers with it'() {
    const topology = { topology: 't', nodes: [{ id: 'w', op: '', label: 'w', operands: [], group: '' }], root: 'w' };
    const moment = (/** @type {number} */ step) =>
      json(200, {
        ...{ from: 0, losses: [1], frame: { step } },
        graph: { ...{ step, sample: 0, topology: 't' }, data: [step], gradients: [0], partials: [] },
      });
    const { server, asked } = answering(moment(7), json(200, topology), moment(8));
    const first = await server.moment(known, 0, 7, 0);
    const second = await server.moment(known, 1, 8, 0);
    equal([first.graph?.node(0).data, second.graph?.node(0).data], [7, 8]);
    equal(asked, [
      'POST /api/runs/abc/steps {"from":0,"to":7,"graph":{"sample":0}}',
      'GET /api/runs/abc/frames/7/graph?sample=0&part=topology',
      'POST /api/runs/abc/steps {"from":1,"to":8,"graph":{"sample":0}}',
    ]);
  },
  async 'a graph that cannot be shown has a sentence in its place'() {
    const graphProblem = { title: 'invalid', detail: 'Too large.', status: 400 };
    const { server } = answering(json(200, { from: 0, losses: [], frame: { step: 0 }, graphProblem }));
    const { graph, graphProblem: sentence } = await server.moment(known, 0, 0, 'all');
    equal([graph, sentence], [null, 'Too large.']);
  },
};
