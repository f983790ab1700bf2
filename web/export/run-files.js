// The files that a run leaves the page as, beside its picture and its graph.
import { write } from '../json.js';
import { momentOf } from '../share/moment.js';

/** @typedef {import('../types.d.ts').State} State */

/** What is written in front of a moment's file, so that it is known when it comes back. */
export const MARK = 'glassgrad';

/**
 * A file that can be saved: its name in the menu, what it is, and what it is called on the disk.
 * @typedef {object} RunFile
 * @property {string} name
 * @property {string} words
 * @property {string} file
 * @property {string | null} form by which the server knows it; null for the moment itself, which the page writes
 */

/** @type {RunFile[]} */
export const RUN_FILES = [
  {
    name: 'Python',
    words: 'prints the same losses, with nothing but Python',
    file: 'glassgrad_run.py',
    form: 'python',
  },
  { name: 'Notebook', words: 'the same, for Jupyter', file: 'glassgrad_run.ipynb', form: 'notebook' },
  { name: 'PyTorch', words: 'the same, with torch', file: 'glassgrad_pytorch.py', form: 'pytorch' },
  { name: 'Java', words: 'for this engine’s jar, or jshell', file: 'GlassgradRun.java', form: 'java' },
  { name: 'Samples', words: 'CSV, as the network sees them', file: 'samples.csv', form: 'samples.csv' },
  { name: 'Losses', words: 'CSV, of every step up to this one', file: 'losses.csv', form: 'losses.csv' },
  { name: 'Weights', words: 'CSV, with their gradients', file: 'parameters.csv', form: 'parameters.csv' },
  { name: 'Moment', words: 'opens again when dropped on the page', file: 'moment.glassgrad.json', form: null },
];

/** A moment as a file that opens here, and anywhere else. @param {Readonly<State>} state */
export function momentFile(state) {
  return write({ [MARK]: 1, ...momentOf(state) });
}
