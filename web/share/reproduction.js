// Whether the moment of a short link came out as it was when the link was made.
import { formatSmall } from '../numbers.js';
import { NoLink, reproduce } from './links.js';

/** @typedef {import('./links.js').Reproduction} Reproduction */

/**
 * @param {Reproduction} reproduction
 * @param {string} made the day on which the link was made
 * @returns {import('../types.d.ts').Problem}
 */
export function reproducedInWords({ exact, differences, engineThen, engineNow }, made) {
  if (exact) {
    const detail = `Reproduced exactly: every number is as it was when this link was made, on ${made}.`;
    return { title: 'Reproduced exactly', detail, calm: true };
  }
  const said = differences.map(({ what, then, now }) =>
    then === undefined || now === undefined
      ? `the ${what} differ`
      : `the ${what} was ${formatSmall(then)} (${then}) and is ${formatSmall(now)} (${now})`,
  );
  const engine =
    engineThen === engineNow ? `the same version, ${engineNow}` : `version ${engineThen}, now it is ${engineNow}`;
  return {
    title: 'Not reproduced',
    detail: `This is not what the link showed on ${made}: ${said.join('; ')}. It was made with ${engine}.`,
  };
}

/**
 * Computes the moment of a link again, and says how it came out.
 * @param {import('../types.d.ts').Store} store
 * @param {{ id: string, made: string }} link
 */
export async function checkLink(store, { id, made }) {
  try {
    store.set({ problem: reproducedInWords(await reproduce(id), made) });
  } catch (error) {
    if (!(error instanceof NoLink)) throw error;
    store.set({
      problem: { title: 'Not compared', detail: `Whether these are the link’s numbers is not known. ${error.message}` },
    });
  }
}
