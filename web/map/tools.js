import { h } from '../dom.js';
import { precise } from '../numbers.js';

/** @typedef {import('./hand.js').Tool} Tool */

/**
 * What the hand does on the map: move points, add some of each class, erase.
 * @param {(tool: Tool) => void} use
 */
export function createTools(use) {
  const element = h('div', { class: 'segmented small map-tools', role: 'group', 'aria-label': 'The pointer' });
  let named = '';
  let chosen = 'move';

  /** @param {string} name @param {Tool} tool */
  function choose(name, tool) {
    chosen = name;
    for (const button of element.children) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-tool') === name));
    }
    use(tool);
  }

  /** @param {string} name @param {Tool} tool @param {string} title @param {(Node | string)[]} face */
  function button(name, tool, title, ...face) {
    const attributes = { type: 'button', 'data-tool': name, title, 'aria-pressed': String(name === chosen) };
    return h('button', { ...attributes, onclick: () => choose(name, tool) }, ...face);
  }

  return {
    element,
    /** @param {readonly number[]} targets to add points with @param {number} middle those above it are round */
    show(targets, middle) {
      const now = `${targets.join()} ${middle}`;
      if (now === named) return;
      named = now;
      const add = targets.map((target) => {
        const mark = h('i', { class: target > middle ? 'mark-above' : 'mark-below', 'aria-hidden': 'true' });
        const title = `Add points with target ${precise(target)}: click, or draw`;
        return button(`add ${target}`, { add: [target] }, title, '+ ', mark, precise(target));
      });
      element.replaceChildren(
        button('move', 'move', 'Click a point to select its sample, drag it to move it', 'move'),
        ...add,
        button('erase', 'erase', 'Click or draw over points to take them out', 'erase'),
      );
      if (![...element.children].some((each) => each.getAttribute('data-tool') === chosen)) choose('move', 'move');
    },
  };
}
