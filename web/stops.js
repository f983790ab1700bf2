import { plain } from './settings.js';

/** @typedef {import('./types.d.ts').Until} Until */

/** Why play stopped, in a sentence. @param {keyof Until} met @param {import('./types.d.ts').Frame} frame @param {Until} until */
export function stoppedInWords(met, { step, loss, accuracy }, until) {
  const at = `Stopped at step ${step.toLocaleString('en')}`;
  if (met === 'loss') return `${at}: the loss is ${plain(Number(loss.toPrecision(4)))}, as you wanted.`;
  if (met === 'accuracy')
    return `${at}: ${plain(Number((100 * (accuracy ?? 0)).toPrecision(4)))} % are right, as you wanted.`;
  if (met === 'patience') return `${at}: the last ${until.patience} steps brought no progress. Play goes on.`;
  return `${at}, as you wanted.`;
}
