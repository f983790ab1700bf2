import { encode, exercise } from '../address.js';

/**
 * @typedef {import('./types.d.ts').Choice} Choice
 * @typedef {import('./types.d.ts').Defaults} Defaults
 * @typedef {import('./types.d.ts').Example} Example
 */

/**
 * What someone chose as the query of an address. The expression is always in it, so that it means the same for ever.
 * @param {Choice} choice
 * @param {Defaults} defaults
 */
export function queryOf({ draft, inputs, overwrite, selected, leaves, rate, practice }, defaults) {
  /** @type {[string, string][]} */
  const words = [['source', draft]];
  if (inputs.size) words.push(['inputs', [...inputs].map(([name, value]) => `${name}:${value}`).join()]);
  if (overwrite) words.push(['overwrite', 'on']);
  if (selected !== null) words.push(['selected', selected]);
  if (leaves) words.push(['leaves', leaves.join()]);
  if (rate !== defaults.rate) words.push(['rate', String(rate)]);
  if (practice) words.push(['practice', exercise(practice)]);
  return '?' + words.map(([key, text]) => `${key}=${encode(text)}`).join('&');
}

/** @param {Example} example @param {Defaults} defaults @returns {Choice} */
export function choiceOf({ source, inputs, node, leaves }, defaults) {
  const { rate } = defaults;
  const chosen = { overwrite: false, selected: node, leaves, rate, practice: null };
  return { draft: source, inputs: new Map(Object.entries(inputs)), ...chosen };
}

/** @param {Choice} state @returns {Choice} without anything else that a state holds */
export function choiceIn({ draft, inputs, overwrite, selected, leaves, rate, practice }) {
  return { draft, inputs, overwrite, selected, leaves, rate, practice };
}
