import { h } from '../dom.js';
import { formatSmall, precise } from '../numbers.js';
import { setText, signClass } from '../panels/cells.js';
import { answerBox } from './answer-box.js';
import { formulaBlock } from './formula-block.js';
import { chosenParameter } from './selection.js';
import { updateCode, updateFormula, updateInWords } from './update-formula.js';

/**
 * What the next update does to the selected parameter.
 * @type {import('../types.d.ts').Mount}
 */
export function mountUpdate(element, store, actions, questions) {
  const panel = /** @type {HTMLElement} */ (element.closest('.panel') ?? element);
  const code = h('code', { class: 'update-code' });
  const block = formulaBlock({ label: 'The next update with its numbers' });
  const change = h('strong', { class: 'number' });
  const moves = h('p', { class: 'update-change' }, 'It moves by ', change, '.');
  const words = h('p', { class: 'explain' });
  const edited = h('p', { class: 'update-edited' });
  const box = answerBox('Pause to see the next update.', code, block.element, moves, words, edited);
  element.append(box.element);
  panel.hidden = true;

  questions.follow(
    (state) => {
      const chosen = chosenParameter(state);
      return chosen && { what: 'update', about: { parameter: chosen.name } };
    },
    (reply) => {
      const hidden = reply.question === null;
      if (panel.hidden !== hidden) panel.hidden = hidden;
      const stopped = reply.answer?.stopped;
      const told = stopped ? { ...reply, problem: 'Training stopped here: there is no next update.' } : reply;
      if (box.set(told, store.get().playing)) show(reply.answer);
    },
  );

  /** @param {import('./update-formula.js').Update} update */
  function show(update) {
    const [row] = update.parameters;
    setText(code, updateCode(update));
    block.show(updateFormula(update, row));
    const text = (row.change > 0 ? '+' : '') + formatSmall(row.change);
    setText(change, text);
    change.className = `number ${signClass(text.replace('+', ''))}`;
    setText(words, updateInWords(update, row));
    const by = row.edited ?? null;
    edited.hidden = by === null;
    if (by !== null) setText(edited, `Then your edit sets it to ${precise(by)}.`);
  }
}
