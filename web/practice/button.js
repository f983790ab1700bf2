import { h, icon } from '../dom.js';

/** What people are asked for first. @type {import('../types.d.ts').Practice} */
export const FIRST = { asked: 'both', seed: 1, number: 1 };

/**
 * The button that begins and ends practice.
 * @type {import('../types.d.ts').Mount}
 */
export function mountPracticeButton(element, store, actions) {
  const button = h(
    'button',
    { type: 'button', class: 'button practise', title: 'Work numbers out yourself', onclick: toggle },
    icon('pencil'),
    h('span', { class: 'words' }, 'Practise'),
  );
  element.append(button);

  function toggle() {
    if (!store.get().practice) actions.pause();
    store.set({ practice: store.get().practice ? null : FIRST });
  }
  const draw = () => button.setAttribute('aria-pressed', String(store.get().practice !== null));
  draw();
  store.subscribe(draw);
}
