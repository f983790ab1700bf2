// Short links, as the server keeps them.
import { parse, write } from '../json.js';
import { momentOf } from './moment.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {{ id: string, url: string, made: string, deleteCode?: string }} Made
 * @typedef {{ what: string, then?: number, now?: number }} Difference
 * @typedef {{ step: number, reached: number, exact: boolean | null, differences: Difference[], engineThen: string, engineNow: string }} Reproduction
 */

/** A page's own random name, by which the server counts how many links it makes. It is gone with the page. */
const SESSION = crypto.getRandomValues(new Uint32Array(4)).join('-');
/** A long run is computed a piece a request. */
const MOST_PIECES = 500;

/** What the server said no with, in a sentence. */
export class NoLink extends Error {}

/** Keeps a moment. @param {Readonly<State>} state @returns {Promise<Made>} */
export async function makeLink(state) {
  const body = write(momentOf(state));
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    const { status, answer } = await ask('POST', '/api/links', { 'X-Glassgrad-Session': SESSION }, body);
    if (status !== 409) return answer;
  }
  throw new NoLink('The server is still on its way to this step. Try it once more in a while.');
}

/** @param {string} id @param {string} code @returns {Promise<void>} */
export async function deleteLink(id, code) {
  await ask('DELETE', `/api/links/${id}`, { 'X-Delete-Code': code });
}

/** The moment of a link, computed again. @param {string} id @returns {Promise<Reproduction>} */
export async function reproduce(id) {
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    const { answer } = await ask('GET', `/api/links/${id}/reproduction`, {});
    if (answer.exact !== null) return answer;
  }
  throw new NoLink('The server is still on its way to the step of this link.');
}

/**
 * @param {string} method @param {string} path @param {Record<string, string>} headers @param {string} [body]
 * @returns {Promise<{ status: number, answer: any }>}
 */
async function ask(method, path, headers, body) {
  /** @type {Response} */
  let response;
  try {
    /** @type {Record<string, string>} */
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    response = await fetch(path, { method, body, headers: { ...type, ...headers } });
  } catch {
    throw new NoLink('The server does not answer. The long address works without it.');
  }
  const text = await response.text();
  const answer = text === '' ? null : parse(text);
  if (!response.ok && response.status !== 409)
    throw new NoLink(answer?.detail ?? `The server answered ${response.status}.`);
  return { status: response.status, answer };
}
