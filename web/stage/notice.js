import { h } from '../dom.js';
import { setHidden, setText } from './dom.js';

/** The sentence in place of a graph that is not there. */
export function createNotice() {
  const element = h('p', { class: 'stage-notice', role: 'status', hidden: true });
  return {
    element,
    /** @param {Readonly<import('../types.d.ts').State>} state */
    set({ graph, graphProblem, depth }) {
      const waiting = !graph && depth === 'scalars' ? 'Waiting for the numbers of this moment.' : '';
      const text = graphProblem || waiting;
      setText(element, text);
      setHidden(element, !text);
      // Without a graph the network can still be seen; the sentence then stands below it.
      if (text) element.classList.toggle('aside', depth !== 'scalars');
    },
  };
}
