import { h, setText } from '../dom.js';
import { formatSmall } from '../numbers.js';
import { mountJump } from './transport.js';

/** @typedef {import('../types.d.ts').Mount} Mount */

/**
 * The loss at the shown step, large.
 * @type {Mount}
 */
export function mountReadout(element, store, actions, questions) {
  const loss = h('output', { class: 'loss-now' });
  const jump = h('label', { class: 'at-step' }, h('span', {}, 'loss at step'));
  element.append(loss, jump);
  mountJump(jump, store, actions, questions);
  const draw = () => setText(loss, formatSmall(store.get().frame.loss));
  draw();
  store.subscribe((state, before) => {
    if (state.frame !== before.frame) draw();
  });
}
