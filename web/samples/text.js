import { readNumber } from '../settings.js';

/**
 * Samples as text, of a file or of the cells of a table.
 * @typedef {import('../types.d.ts').Sample} Sample
 */

/** "x1", "x2", "y"; several targets are "y1", "y2". @param {number} inputs @param {number} outputs @returns {string[]} */
export function columnsOf(inputs, outputs) {
  const x = Array.from({ length: inputs }, (_, i) => `x${i + 1}`);
  return [...x, ...Array.from({ length: outputs }, (_, k) => (outputs === 1 ? 'y' : `y${k + 1}`))];
}

/** A file that opens here again as the same samples. @param {readonly Sample[]} samples */
export function csvOf(samples) {
  const head = columnsOf(samples[0].x.length, samples[0].y.length);
  return [head, ...samples.map(({ x, y }) => [...x, ...y])].map((cells) => cells.join()).join('\r\n') + '\r\n';
}

/** Which columns, counted from 1, are targets by their names; [] if the names do not say it. @param {string[]} names */
export function targetsNamed(names) {
  const targets = names.flatMap((name, i) => (/^y\d*$/i.test(name.trim()) ? [i + 1] : []));
  return targets.length < names.length ? targets : [];
}

/** @param {readonly Sample[]} samples @returns {string[][]} */
export function cellsOf(samples) {
  return samples.map(({ x, y }) => [...x, ...y].map(String));
}

/**
 * @typedef {object} Read
 * @property {Sample[]} samples
 * @property {{ row: number, column: number, why: string } | null} mistake  the first one; then there are no samples
 */

/**
 * The samples that stand in cells. A row without a word is no sample.
 * @param {string[][]} cells
 * @param {number} inputs
 * @param {number} magnitude that a number may have
 * @returns {Read}
 */
export function samplesIn(cells, inputs, magnitude) {
  const samples = [];
  for (const [row, texts] of cells.entries()) {
    if (texts.every((text) => text.trim() === '')) continue;
    const numbers = texts.map(readNumber);
    const column = numbers.findIndex((number) => !(Math.abs(number) <= magnitude));
    if (column >= 0) return { samples: [], mistake: { row, column, why: whyNot(texts[column], magnitude) } };
    samples.push({ x: numbers.slice(0, inputs), y: numbers.slice(inputs) });
  }
  return { samples, mistake: null };
}

/** @param {string} text @param {number} magnitude */
function whyNot(text, magnitude) {
  if (text.trim() === '') return 'This cell is empty.';
  if (Number.isNaN(readNumber(text))) return `“${text.trim()}” is not a number.`;
  const most = magnitude.toLocaleString('en');
  return `A number must be between −${most} and ${most}.`;
}
