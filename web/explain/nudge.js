import { h } from '../dom.js';
import { significant } from '../numbers.js';
import { setText, signClass } from '../panels/cells.js';

/** @typedef {import('./answers.d.ts').Explanation} Explanation */

/** How far a value can be moved for the test. */
const STEPS = [0.1, 0.01, 0.001];
export const NUDGE = 0.001;
/** A gradient that is tested by moving to both sides agrees to so many digits unless something is wrong with it. */
const DIGITS = 3;

/**
 * A gradient put to the test: what the root does when the value is moved.
 * @param {(by: number) => void} choose moves it by another amount
 */
export function createNudge(choose) {
  const steps = STEPS.map((by) => {
    const press = () => choose(by);
    return {
      by,
      button: h(
        'button',
        { type: 'button', class: 'number', 'aria-label': `move it by ${by}`, onclick: press },
        String(by),
      ),
    };
  });
  const moved = row();
  const promised = row();
  const mark = h('span', { class: 'nudge-mark', 'aria-hidden': 'true' });
  const words = h('span');
  const verdict = h('p', { class: 'nudge-verdict' }, mark, words);
  const element = h(
    'div',
    { class: 'nudge', role: 'group', 'aria-label': 'Check by nudging' },
    h(
      'div',
      { class: 'nudge-head' },
      h('h5', {}, 'Check it: move it by'),
      h('div', { class: 'segmented small' }, ...steps.map(({ button }) => button)),
    ),
    h('dl', {}, moved.element, promised.element),
    verdict,
  );

  return {
    element,
    /** @param {Explanation} why @param {string} root what moves with it, in words */
    show({ nudge, gradient }, root) {
      for (const { by, button } of steps) button.setAttribute('aria-pressed', String(by === nudge.by));
      moved.set(`${root} moves by`, nudge.change);
      promised.set(`${nudge.by} times the gradient`, nudge.expected);
      const { good, text } = judge(nudge, gradient);
      setText(mark, good === null ? '' : good ? '✓' : '≠');
      setText(words, text);
      verdict.classList.toggle('bad', good === false);
    },
  };

  function row() {
    const term = h('dt');
    const number = h('dd', { class: 'number' });
    return {
      element: h('div', {}, term, number),
      /** @param {string} name @param {number} x */
      set(name, x) {
        const text = significant(x);
        setText(term, name);
        setText(number, text);
        number.className = `number ${signClass(text)}`;
      },
    };
  }
}

/**
 * What came of the test. It is good, bad, or null where rounding leaves it open.
 * @param {Explanation['nudge']} nudge
 * @param {Pick<Explanation['gradient'], 'overwritten' | 'terms' | 'rest'>} gradient
 * @returns {{ good: boolean | null, text: string }}
 */
export function judge({ quotient, agreement, by, expected, rounding }, { overwritten, terms, rest }) {
  if (rounding === Infinity)
    return { good: null, text: 'It cannot be checked here: beside so large a value the move is too small to be seen.' };
  if (!Number.isFinite(agreement))
    return { good: false, text: 'It cannot be checked here: something on the way is not finite.' };
  const slope = `Moved both ways, the slope is ${significant(quotient)}`;
  if (agreement === 0) return { good: true, text: `${slope}: exactly the gradient.` };
  const digits = Math.min(15, Math.floor(-Math.log10(agreement)));
  if (digits >= DIGITS) return { good: true, text: `${slope}: the gradient, to ${digits} digits.` };
  if (agreement * Math.max(Math.abs(quotient), Math.abs(expected / by)) <= rounding)
    return {
      good: null,
      text: `${slope}, as near as can be told: the change is too small to be seen beside so large a result.`,
    };
  if (overwritten) {
    const what = terms.length > 1 || rest ? 'It' : 'One that it comes from';
    return { good: false, text: `${slope}: not the gradient. ${what} was overwritten instead of added up.` };
  }
  const smaller = by > Math.min(...STEPS) ? ' A smaller move comes closer.' : '';
  return { good: false, text: `${slope}: not quite the gradient, since it bends on the way.${smaller}` };
}
