import { h } from '../dom.js';
import { precise } from '../numbers.js';
import { CLASSES } from './look.js';

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
    /** @param {number[][]} targets to add points with @param {number} middle those above it are round */
    show(targets, middle) {
      const now = `${targets.map((target) => target.join()).join(';')} ${middle}`;
      if (now === named) return;
      named = now;
      const add = targets.map((target, k) => {
        const classes = target.length > 1;
        const name = target.length === 0 ? '' : ` with ${classes ? `class ${k + 1}` : `target ${precise(target[0])}`}`;
        const face = classes ? String(k + 1) : target.length === 0 ? 'point' : precise(target[0]);
        const title = `Add points${name}: click, or draw`;
        return button(`add ${target}`, { add: target }, title, '+ ', markOf(target, k, middle), face);
      });
      element.replaceChildren(
        button(
          'move',
          'move',
          'Click a point to select its sample, drag it to move it; click elsewhere to ask why',
          'move',
        ),
        ...add,
        button('erase', 'erase', 'Click or draw over points to take them out', 'erase'),
      );
      if (![...element.children].some((each) => each.getAttribute('data-tool') === chosen)) choose('move', 'move');
    },
  };
}

/** As its points are drawn; a target that is not said depends on the place. @param {number[]} target @param {number} k its class @param {number} middle */
function markOf(target, k, middle) {
  const classes = target.length > 1;
  const round = classes ? k % 2 === 0 : target.length === 0 || target[0] > middle;
  const mark = h('i', { class: round ? 'mark-above' : 'mark-below', 'aria-hidden': 'true' });
  if (classes) mark.style.background = CLASSES[k];
  return mark;
}
