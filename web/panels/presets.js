import { h, icon } from '../dom.js';
import { same } from '../recipe.js';

/**
 * The menu of prepared runs, and of those that come from elsewhere.
 * @param {HTMLElement} element
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Actions} actions
 * @param {() => void} importLink asks for a link
 * @param {() => void} openFile asks for a file
 */
export function mountPresets(element, store, actions, importLink, openFile) {
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
  /** @param {string} name @param {() => void} ask */
  const foreign = (name, ask) => {
    const press = () => {
      menu.hidePopover();
      ask();
    };
    return h('button', { type: 'button', class: 'item', onclick: press }, name);
  };
  menu.append(
    h('hr'),
    foreign('A TensorFlow Playground link …', importLink),
    foreign('A saved moment (.glassgrad.json) …', openFile),
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
