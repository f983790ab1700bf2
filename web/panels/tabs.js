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
  store.subscribe((state, before) => {
    if (state.selected !== null && state.selected !== before.selected) show('why');
  });
}
