import { h } from '../dom.js';

/**
 * The parts of a formula that lead to a node. A mouse presses the part itself. To those who listen, a formula is one thing
 * in which nothing can be pressed: for them, and for the keyboard, a button lies over each part.
 * @param {HTMLElement} sheet
 * @param {(node: string) => void} follow
 */
export function createFormulaLinks(sheet, follow) {
  const layer = h('div', { class: 'formula-links' });
  sheet.append(layer);
  /** @type {HTMLElement[]} */
  let parts = [];
  /** @type {HTMLButtonElement[]} */
  let buttons = [];

  sheet.addEventListener('click', (event) => {
    const part = event.target instanceof Element ? event.target.closest('[data-node]') : null;
    // Whoever drags over a part to select it does not want to leave.
    if (part && getSelection()?.isCollapsed !== false) follow(part.getAttribute('data-node') ?? '');
  });

  return {
    get count() {
      return parts.length;
    },
    /** The parts of another formula; what has the focus keeps it. @param {Element} math */
    take(math) {
      parts = [...math.querySelectorAll('[data-node]')].map((part) => /** @type {HTMLElement} */ (part));
      for (const surplus of buttons.splice(parts.length)) surplus.remove();
      while (buttons.length < parts.length) {
        const button = h('button', { type: 'button' });
        buttons.push(button);
        layer.append(button);
      }
      parts.forEach((part, i) => {
        buttons[i].dataset.node = part.dataset.node;
        buttons[i].setAttribute('aria-label', `${part.textContent}, ${part.dataset.title}`);
      });
    },
    place() {
      const origin = sheet.getBoundingClientRect();
      const boxes = parts.map((part) => part.getBoundingClientRect());
      boxes.forEach(({ left, top, width, height }, i) => {
        const { style } = buttons[i];
        style.left = `${left - origin.left + sheet.scrollLeft}px`;
        style.top = `${top - origin.top + sheet.scrollTop}px`;
        style.width = `${width}px`;
        style.height = `${height}px`;
      });
    },
  };
}
