import { h } from '../dom.js';

/** @typedef {import('../types.d.ts').Mount} Mount */

const REDUCED = matchMedia('(prefers-reduced-motion: reduce)');
const TABS = [
  { id: 'choose', title: 'Recipe' },
  { id: 'learn', title: 'Loss' },
  { id: 'why', title: 'Why' },
  { id: 'numbers', title: 'Weights' },
];

/**
 * Where there is no room for all panels beside each other, these buttons choose which ones are shown. What was just selected
 * is explained in sight, whether by its tab or by scrolling.
 * @type {Mount}
 */
export function mountTabs(element, store) {
  const buttons = TABS.map(({ id, title }) =>
    h('button', { type: 'button', 'data-tab': id, onclick: () => show(id) }, title),
  );
  element.append(...buttons);

  /** @param {string} id */
  function show(id) {
    document.body.dataset.tab = id;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.tab === id));
  }

  show('learn');
  store.subscribe((state, before) => {
    if (state.selected === null || state.selected === before.selected) return;
    show('why');
    document
      .getElementById('inspector')
      ?.scrollIntoView({ block: 'nearest', behavior: REDUCED.matches ? 'auto' : 'smooth' });
  });
}
