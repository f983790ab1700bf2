import { h, icon } from '../dom.js';
import { choiceOf, queryOf } from './query.js';

/**
 * @typedef {import('./types.d.ts').BoardStore} BoardStore
 * @typedef {import('./actions.js').BoardActions} BoardActions
 */

/**
 * The menu of the lecture's expressions. Each is a link, which a click follows without leaving the page.
 * @param {HTMLElement} element @param {BoardStore} store @param {BoardActions} actions
 */
export function mountExamples(element, store, actions) {
  const { examples, defaults } = store.get();
  const menu = h('div', { id: 'examples-menu', class: 'menu', popover: 'auto' });
  const button = h(
    'button',
    { type: 'button', class: 'button presets', popovertarget: menu.id, 'aria-haspopup': 'true' },
    h('span', {}, 'Examples'),
    icon('down'),
  );
  const items = examples.map((example) => {
    const item = h(
      'a',
      { class: 'item', href: `/expressions${queryOf(choiceOf(example, defaults), defaults)}` },
      example.title,
    );
    item.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      menu.hidePopover();
      actions.openExample(example);
    });
    return item;
  });
  menu.append(...items);
  menu.addEventListener('toggle', () => {
    const box = button.getBoundingClientRect();
    menu.style.top = `${box.bottom + 6}px`;
    menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8))}px`;
    examples.forEach(({ source }, i) => items[i].toggleAttribute('aria-current', source === store.get().draft));
  });
  element.append(button, menu);
}
