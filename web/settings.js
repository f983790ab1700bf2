import { precise } from './numbers.js';

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

/** The limits in words, for someone about to type. @param {Setting} setting */
export function range(setting) {
  const kind = setting.type === 'integer' ? 'a whole number' : 'a number';
  const low = setting.aboveMin ? 'more than' : 'from';
  return `${kind} ${low} ${plain(setting.min)} to ${plain(setting.max)}`;
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

/** Whether a problem is about a setting's value: the recipe's, or an edit's. @param {Problem | null} problem @param {string} field */
export function isAbout(problem, field) {
  const where = problem?.field ?? '';
  return where.startsWith(field) || where.endsWith(`.set.${field}`);
}
