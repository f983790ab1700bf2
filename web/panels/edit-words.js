import { parameterTitle } from '../recipe.js';

/**
 * What the edits of a step changed: "Your edit at step 12: learning rate.", or "".
 * @param {Pick<import('../types.d.ts').State, 'recipe' | 'settings'>} state
 * @param {number} step
 */
export function changedBy({ recipe, settings }, step) {
  const names = recipe.edits.filter((edit) => edit.step === step).flatMap((edit) => Object.keys(edit.set));
  if (names.length === 0) return '';
  const title = (/** @type {string} */ name) =>
    settings.find(({ field }) => field === name)?.title ?? parameterTitle(name);
  return `Your edit at step ${step}: ${names.slice(0, 2).map(title).join(' and ')}${names.length > 2 ? ', and more' : ''}.`;
}
