import { precise } from './numbers.js';
import { valueOf } from './recipe.js';

/**
 * @typedef {import('./types.d.ts').Setting} Setting
 * @typedef {import('./types.d.ts').Problem} Problem
 */

/** Where a logarithmic slider begins and ends, within the setting's limits: beyond that, numbers are typed. */
const SLIDER = { from: 1e-4, to: 10 };

/**
 * Whether a setting is moved by factors rather than by differences: it has no largest useful value and may not be zero.
 * @param {Setting} setting
 */
export function isLogarithmic(setting) {
  return setting.type === 'number' && setting.aboveMin && setting.min === 0;
}

/** @param {Setting} setting */
export function sliderRange(setting) {
  return { from: Math.log10(Math.max(SLIDER.from, setting.min)), to: Math.log10(Math.min(SLIDER.to, setting.max)) };
}

/** A slider's place as a number of two digits. @param {number} position */
export function fromSlider(position) {
  return Number((10 ** position).toPrecision(2));
}

/** @param {number} value */
export function toSlider(value) {
  return Math.log10(value);
}

/**
 * A number as people type it: with a comma or a point, and a minus of either kind.
 * @param {string} text
 * @returns {number} NaN if it is none
 */
export function readNumber(text) {
  const plain = text.trim().replace(',', '.').replace('\u2212', '-');
  return plain === '' ? NaN : Number(plain);
}

/** The limits in words, as the server says them. @param {Setting} setting */
export function range(setting) {
  const kind = setting.type === 'integer' ? 'a whole number' : 'a number';
  const low = setting.aboveMin ? 'more than' : 'at least';
  return `${kind}, ${low} ${limit(setting.min)} and at most ${limit(setting.max)}`;
}

/** @param {number} x */
function limit(x) {
  return x.toLocaleString('en', { maximumFractionDigits: 20 }).replace('-', '\u2212');
}

/** Why a number is none that the setting may have, in a sentence with its name and limits; "" if it is one. @param {Setting} setting @param {number} value */
export function refusal(setting, value) {
  const { type, min, max, aboveMin, title } = setting;
  const kind = type !== 'integer' || Number.isInteger(value);
  // NaN is within no limits.
  if (kind && (aboveMin ? value > min : value >= min) && value <= max) return '';
  return `${title[0].toUpperCase()}${title.slice(1)} must be ${range(setting)}.`;
}

/** What a form shows for a number. @param {unknown} value */
export function plain(value) {
  if (typeof value !== 'number') return String(value ?? '');
  return precise(value);
}

/** How people call a value of a setting. @param {Setting | undefined} setting @param {unknown} value */
export function titleOf(setting, value) {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (value === null || value === undefined) return 'all';
  if (typeof value === 'number') return plain(value);
  return setting?.choices.find((choice) => choice.value === value)?.title ?? String(value);
}

/**
 * Whether a setting changes anything in a recipe.
 * @param {Setting} setting
 * @param {import('./types.d.ts').Recipe} recipe
 */
export function applies({ when }, recipe) {
  if (!when) return true;
  const value = valueOf(recipe, when.field) ?? null;
  return when.values.length === 0 ? value !== null && value !== 0 : when.values.includes(String(value));
}

/** Whether a problem is about a setting's value: the recipe's, or an edit's. @param {Problem | null} problem @param {string} field */
export function isAbout(problem, field) {
  const where = problem?.field ?? '';
  const within = where.startsWith(field) && !/^[a-z]/i.test(where.slice(field.length));
  return within || where.endsWith(`.set.${field}`);
}
