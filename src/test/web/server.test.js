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
  const server = createServer(async (input, init) => {
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
  async 'an answer that is not JSON is a problem in words'() {
    const { server } = answering(new Response('<html>', { status: 200 }));
    const refused = /** @type {Refused} */ (await failure(server.run(notebook)));
    ok(refused instanceof Refused && refused.problem.detail !== '');
  },
  async 'numbers that JSON cannot write arrive as numbers'() {
    const { server } = answering(json(200, { step: 7, nodes: [{ data: 'NaN', gradient: '-Infinity' }] }));
    const graph = await server.graph(known, 7, 0);
    ok(Number.isNaN(graph.nodes[0].data));
    equal(graph.nodes[0].gradient === -Infinity, true);
  },
};
