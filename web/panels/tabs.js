import { h } from '../dom.js';

/** @typedef {import('../types.d.ts').Mount} Mount */

const TABS = [
  { id: 'choose', title: 'Recipe' },
  { id: 'learn', title: 'Loss' },
  { id: 'why', title: 'Why' },
  { id: 'numbers', title: 'Weights' },
];

/**
 * Where there is no room for all panels beside each other, these buttons choose which ones are shown.
 * @type {Mount}
 */
export function mountTabs(element, store) {
  const buttons = TABS.map(({ id, title }) =>
    h('button', { type: 'button', 'data-tab': id, onclick: () => choose(id) }, title),
  );
  element.append(...buttons);

  /** @param {string} id */
  function show(id) {
    document.body.dataset.tab = id;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.tab === id));
  }

  /** @param {string} id */
  function choose(id) {
    show(id);
    // On a phone the panels begin below the buttons, wherever the page was scrolled to.
    if (element.getBoundingClientRect().top <= 0) element.scrollIntoView();
  }

  show('learn');
  /** @type {EventTarget | null} */
  let pressed = null;
  addEventListener('pointerdown', (event) => void (pressed = event.target), true);
  addEventListener('keydown', () => void (pressed = null), true);
  store.subscribe((state, before) => {
    if (state.selected === null || state.selected === before.selected) return;
    // Who sets a number where it stands stays there.
    const setting = [pressed, document.activeElement].some(
      (each) => each instanceof Element && each.closest('td.scrubs, .in-place'),
    );
    if (!setting) show('why');
  });
}
