import { h, icon } from '../dom.js';
import { same } from '../recipe.js';

/**
 * The menu of prepared runs, and of those that come from elsewhere.
 * @param {HTMLElement} element
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Actions} actions
 * @param {() => void} importLink asks for a link
 */
export function mountPresets(element, store, actions, importLink) {
  const menu = h('div', { id: 'presets-menu', class: 'menu', popover: 'auto' });
  const button = h(
    'button',
    { type: 'button', class: 'button presets', popovertarget: menu.id, 'aria-haspopup': 'true' },
    h('span', {}, 'Examples'),
    icon('down'),
  );
  for (const preset of store.get().presets) {
    const open = () => {
      menu.hidePopover();
      actions.openPreset(preset.name);
    };
    menu.append(h('button', { type: 'button', class: 'item', onclick: open, 'data-name': preset.name }, preset.title));
  }
  const foreign = () => {
    menu.hidePopover();
    importLink();
  };
  menu.append(
    h('hr'),
    h('button', { type: 'button', class: 'item', onclick: foreign }, 'A TensorFlow Playground link …'),
  );
  menu.addEventListener('toggle', () => {
    const { presets, recipe } = store.get();
    const box = button.getBoundingClientRect();
    menu.style.top = `${box.bottom + 6}px`;
    menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8))}px`;
    for (const item of menu.children) {
      const preset = presets.find(({ name }) => name === item.getAttribute('data-name'));
      const current = preset && same({ ...preset.recipe, edits: [] }, { ...recipe, edits: [] });
      item.toggleAttribute('aria-current', !!current);
    }
  });
  element.append(button, menu);
}
