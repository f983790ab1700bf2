import { copyText } from '../clipboard.js';
import { h, icon } from '../dom.js';
import { latex } from './latex.js';
import { plainText } from './plain.js';

/** @typedef {import('./formula.js').Formula} Formula */

const CONFIRMATION_MS = 2_500;

/** One menu serves all formulas; it is made when it is first opened. @type {{ open(button: HTMLButtonElement, copy: (text: string) => void, formula: Formula): void } | null} */
let menu = null;

/**
 * The button beside a formula that copies it, as LaTeX or as text.
 * @param {() => Formula | null} shown the formula when the button is pressed
 */
export function copyButton(shown) {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button quiet icon formula-copy',
      title: 'Copy this formula',
      'aria-label': 'Copy this formula',
      'aria-haspopup': 'true',
      onclick: () => {
        const formula = shown();
        if (formula) (menu ??= makeMenu()).open(button, copy, formula);
      },
    },
    icon('copy'),
  );
  const said = h('span', { class: 'formula-said', role: 'status' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {string} text */
  async function copy(text) {
    const done = await copyText(text);
    said.textContent = done ? 'Copied' : 'This browser does not let it be copied';
    button.replaceChildren(icon(done ? 'check' : 'copy'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      said.textContent = '';
      button.replaceChildren(icon('copy'));
    }, CONFIRMATION_MS);
  }
  return h('span', { class: 'formula-tools' }, said, button);
}

function makeMenu() {
  /** @type {{ button: HTMLButtonElement, copy: (text: string) => void, formula: Formula } | null} */
  let current = null;
  const element = h(
    'div',
    { class: 'menu copy-menu', popover: 'auto', 'aria-label': 'Copy this formula', role: 'group' },
    item('Copy as LaTeX', latex),
    item('Copy as text', plainText),
  );
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    const items = /** @type {HTMLElement[]} */ ([...element.children]);
    items[document.activeElement === items[0] ? 1 : 0].focus();
  });
  // It hangs on its button, which moves when something is scrolled.
  const follow = () => {
    if (!current || !element.matches(':popover-open')) return;
    const { top, bottom } = current.button.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) element.hidePopover();
    else place(current.button);
  };
  addEventListener('scroll', follow, { capture: true, passive: true });
  document.body.append(element);

  /** @param {string} name @param {(formula: Formula) => string} write */
  function item(name, write) {
    const press = () => {
      const pressed = current;
      element.hidePopover();
      if (!pressed) return;
      pressed.button.focus();
      pressed.copy(write(pressed.formula));
    };
    return h('button', { type: 'button', class: 'item', onclick: press }, name);
  }

  /** @param {HTMLButtonElement} button */
  function place(button) {
    const box = button.getBoundingClientRect();
    const below = box.bottom + 4 + element.offsetHeight <= innerHeight;
    element.style.top = `${below ? box.bottom + 4 : box.top - 4 - element.offsetHeight}px`;
    element.style.left = `${Math.max(8, Math.min(box.right - element.offsetWidth, innerWidth - element.offsetWidth - 8))}px`;
  }

  return {
    /** @param {HTMLButtonElement} button @param {(text: string) => void} copy @param {Formula} formula */
    open(button, copy, formula) {
      current = { button, copy, formula };
      element.showPopover();
      place(button);
      /** @type {HTMLElement} */ (element.firstElementChild).focus();
    },
  };
}
