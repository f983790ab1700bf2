import { precise } from './numbers.js';

/**
 * What a graph is about: a sample's number, counted from 0; 'all' for the batch; or a place that is no sample, its inputs before
 * the colon and its targets after it, as in "0.5,-1:1".
 * @typedef {import('./types.d.ts').Subject} Subject
 * @typedef {import('./types.d.ts').Sample} Sample
 * @typedef {import('./types.d.ts').Data} Data
 */

/** @param {Subject} subject @returns {subject is string} */
export function isPlace(subject) {
  return typeof subject === 'string' && subject !== 'all';
}

/** @param {Sample} place */
export function placeText({ x, y }) {
  return `${x.join()}:${y.join()}`;
}

/** The sample that a place would be. @param {string} subject @returns {Sample} */
export function readPlace(subject) {
  const [x, y] = subject.split(':').map((side) => side.split(',').map(Number));
  return { x, y };
}

/** Its number where it is a sample, else -1. @param {Subject} subject */
export function numberOf(subject) {
  return typeof subject === 'number' ? subject : -1;
}

/** @param {Subject} subject */
export function subjectInWords(subject) {
  if (subject === 'all') return 'all samples';
  if (typeof subject === 'number') return `sample ${subject + 1}`;
  return `the place (${readPlace(subject).x.map(precise).join(', ')})`;
}

/** The same subject if these data have it, or could; else the first sample. @param {Subject} subject @param {Data} data @returns {Subject} */
export function fitting(subject, data) {
  if (typeof subject === 'number') return subject < data.samples.length ? subject : 0;
  if (!isPlace(subject)) return subject;
  const { x, y } = readPlace(subject);
  return x.length === data.inputs && y.length === data.outputs ? subject : 0;
}
