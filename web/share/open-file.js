// A moment that was saved as a file is opened: by dropping it on the page, or by choosing it.
import { queryOf } from '../address.js';
import { compact } from '../compact.js';
import { MARK } from '../export/run-files.js';
import { h } from '../dom.js';
import { NONE } from '../lesson.js';
import { parse } from '../json.js';
import { Refused, Unreachable } from '../server.js';

/**
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../server.js').Server} Server
 */

/** A server takes no larger recipe. */
const MOST_BYTES = 2 * 1024 * 1024;

/** What is wrong with a file, in a sentence. */
class NoMoment extends Error {}

/**
 * @param {File} file
 * @param {Store} store
 * @param {Server} server
 */
export async function openFile(file, store, server) {
  try {
    location.assign('/' + (await compact(await addressIn(file, store, server))));
  } catch (error) {
    if (!(error instanceof NoMoment || error instanceof Refused || error instanceof Unreachable)) throw error;
    store.set({ problem: { title: 'Not opened', detail: `${file.name} cannot be opened: ${error.message}` } });
  }
}

/** Lets a file be chosen, and opens it. @param {Store} store @param {Server} server */
export function chooseFile(store, server) {
  const input = h('input', { type: 'file', accept: '.json,application/json', hidden: true });
  input.addEventListener('change', () => {
    if (input.files?.[0]) void openFile(input.files[0], store, server);
    input.remove();
  });
  document.body.append(input);
  input.click();
}

/** The address that says the same; the server looks at all of it. @param {File} file @param {Store} store @param {Server} server */
async function addressIn(file, store, server) {
  if (file.size > MOST_BYTES) throw new NoMoment('it is larger than 2 MiB.');
  const moment = momentIn(await file.text());
  const { recipe } = await server.run(moment.recipe ?? {});
  const view = { sample: 0, depth: 'neurons', open: [], selected: null, beside: null, edges: 'weight', axis: 'linear' };
  const place = { ...view, practice: null, until: null, lesson: NONE, ...moment.view, recipe, step: moment.step ?? 0 };
  try {
    return queryOf(/** @type {any} */ (place), store.get().settings);
  } catch {
    throw new NoMoment('what it says of the view makes no sense.');
  }
}

/** @param {string} text */
function momentIn(text) {
  let moment;
  try {
    moment = parse(text);
  } catch {
    throw new NoMoment('it is not JSON.');
  }
  if (moment?.[MARK] !== 1) throw new NoMoment('it is not a moment that was saved here.');
  return moment;
}
