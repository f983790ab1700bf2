// What a sweep may change, and by which values.
import { same, valueOf, withValue } from '../recipe.js';
import { applies, plain, readNumber, refusal, titleOf } from '../settings.js';

/**
 * @typedef {import('../types.d.ts').Setting} Setting
 * @typedef {import('../types.d.ts').Recipe} Recipe
 * @typedef {import('./variants.js').Wanted} Wanted
 */

/** The number of neurons of every hidden layer, which is no setting of its own. */
const WIDTH = 'width';

const FIELDS = [
  'training.learningRate',
  'network.seed',
  WIDTH,
  'training.optimizer',
  'network.activation',
  'network.initialisation',
  'training.batchSize',
  'training.momentum',
  'training.l1',
  'training.l2',
];

/**
 * What may be swept in a recipe.
 * @param {Setting[]} settings
 * @param {Recipe} recipe
 * @param {Record<string, number>} limits
 * @returns {Setting[]}
 */
export function sweepable(settings, recipe, limits) {
  return FIELDS.flatMap((field) => {
    if (field === WIDTH) return recipe.network.layers.length > 1 ? [widthSetting(limits)] : [];
    return settings.filter((setting) => setting.field === field && applies(setting, recipe));
  });
}

/** @param {Record<string, number>} limits @returns {Setting} */
function widthSetting({ neuronsPerLayer }) {
  return {
    ...{ field: WIDTH, key: WIDTH, title: 'width', help: 'Neurons of every hidden layer', type: 'integer', default: 4 },
    ...{ min: 1, aboveMin: false, max: neuronsPerLayer, choices: [], editable: false },
  };
}

/** Whether its values are chosen, not typed. @param {Setting} setting */
export const isChosen = ({ choices }) => choices.length > 0;

/** Values that are worth a look, around the recipe's own. @param {Setting} setting @param {Recipe} recipe @returns {string} */
export function proposal(setting, recipe) {
  const { field } = setting;
  if (field === WIDTH) return '2 4 8 16';
  const own = Number(valueOf(recipe, field));
  if (field === 'network.seed') return [0, 1, 2, 3].map((i) => own + i).join(' ');
  if (field === 'training.learningRate') {
    return [1 / 9, 1 / 3, 1, 3].map((factor) => plain(Number((own * factor).toPrecision(2)))).join(' ');
  }
  if (field === 'training.batchSize') return '1 4 16';
  if (field === 'training.momentum') return '0 0.5 0.9';
  return '0 0.001 0.01';
}

/**
 * Numbers as people write them beside each other: with spaces, semicolons or commas between them, and a point or a comma in them.
 * @param {string} text
 * @returns {string[]}
 */
export function split(text) {
  const words = text.replace(/,\s+/g, ' ').split(/[;\s]+/);
  return words
    .flatMap((word) => ((word.match(/,/g)?.length ?? 0) > 1 ? word.split(',') : [word]))
    .filter((word) => word !== '');
}

/**
 * The recipes of a sweep.
 * @param {Setting} setting
 * @param {Recipe} recipe
 * @param {string[]} values as they were typed or chosen
 * @param {number} most
 * @returns {{ wanted: Wanted[], problem: string }} a problem in a sentence, or ""
 */
export function wantedBy(setting, recipe, values, most) {
  /** @param {string} problem */
  const refused = (problem) => ({ wanted: [], problem });
  if (values.length === 0) return refused(`Say at least one value for ${setting.title}.`);
  /** @type {Wanted[]} */
  const wanted = [];
  for (const value of values) {
    const number = readNumber(value);
    if (!isChosen(setting) && refusal(setting, number))
      return refused(`${refusal(setting, number)} “${value}” is not.`);
    const read = isChosen(setting) ? value : number;
    const title = `${setting.title} ${titleOf(setting, read)}`;
    if (!wanted.some((each) => each.title === title))
      wanted.push({ title, recipe: withSwept(recipe, setting.field, read) });
  }
  if (wanted.length > most) return refused(`At most ${most} runs fit beside each other; these are ${wanted.length}.`);
  return { wanted, problem: '' };
}

/** @param {Recipe} recipe @param {string} field @param {unknown} value @returns {Recipe} */
function withSwept(recipe, field, value) {
  // An edit of a weight means nothing in another network.
  const whole = field.startsWith('training.') ? recipe : { ...recipe, edits: [] };
  if (field !== WIDTH) return withValue(whole, field, value);
  const { layers } = recipe.network;
  return withValue(whole, 'network.layers', [
    ...layers.slice(0, -1).map(() => Number(value)),
    layers[layers.length - 1],
  ]);
}

/**
 * By what a recipe differs from another, in words.
 * @param {Recipe} recipe
 * @param {Recipe} other
 * @param {Setting[]} settings
 */
export function difference(recipe, other, settings) {
  const parts = settings
    .filter(
      (setting) => applies(setting, recipe) && !same(valueOf(recipe, setting.field), valueOf(other, setting.field)),
    )
    .map((setting) => {
      const value = valueOf(recipe, setting.field);
      const words = Array.isArray(value) ? value.join('-') : titleOf(setting, value);
      return `${setting.title} ${words}`;
    });
  if (!same(recipe.data.points, other.data.points)) parts.push('other points');
  if (!same(recipe.edits, other.edits)) parts.push(`${recipe.edits.length} edits`);
  return parts.length === 0 ? 'as it is shown' : parts.join(', ');
}
