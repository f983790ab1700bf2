import { compact } from '/web/compact.js';
import { equal, ok } from './assert.js';

/** @param {string} address */
async function inflated(address) {
  const field = new URLSearchParams(address).get('z') ?? '';
  ok(field.startsWith('1.'), address);
  const bytes = atob(field.slice(2).replaceAll('-', '+').replaceAll('_', '/'));
  const stream = new Blob([Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/** @param {number} count */
function points(count) {
  return Array.from({ length: count }, (_, i) => `${Math.sin(i)},${Math.cos(i)}:${i % 2 ? 1 : -1}`).join(';');
}

export default {
  async 'a short address stays as it is'() {
    for (const query of ['', '?rate=0.1', '?points=0,0:1&edits=1:training.l2=0.1']) equal(await compact(query), query);
  },
  async 'what is long stands in one field, in front of all else'() {
    const long = `points=${points(100)}`;
    const edits = 'edits=1:training.l2=0.1';
    const short = await compact(`?${long}&layers=8&${edits}&step=3`);
    ok(short.startsWith('?z=1.') && short.endsWith('&layers=8&step=3'), short);
    ok(short.length < 0.7 * long.length, `${short.length} of ${long.length} characters`);
    equal(await inflated(short), `${long}&${edits}`);
  },
  async 'samples that compress too well to be believed are written plainly'() {
    const query = `?points=${'0,0:1;'.repeat(5999)}0,0:1`;
    equal(await compact(query), query);
  },
};
