import { h } from './dom.js';

/** @typedef {import('./types.d.ts').Mount} Mount */
/** @typedef {import('./types.d.ts').State} State */

/** How near to the window's edge a panel is about to be seen. */
const NEAR = '200px';

/**
 * A panel whose modules are fetched when it is needed, so that the first view needs no more than what it shows.
 * @param {() => Promise<Mount>} fetched
 * @param {(state: Readonly<State>) => boolean} [needed] from when on; otherwise when it comes near to sight
 * @param {Promise<unknown>} [sooner] in any case when this is resolved
 * @returns {Mount}
 */
export function later(fetched, needed, sooner) {
  return (element, store, actions, questions) => {
    /** Nobody waits for it any longer. @type {() => void} */
    let stop;
    let begun = false;
    async function begin() {
      if (begun) return;
      begun = true;
      stop();
      try {
        const mount = await fetched();
        // What grows in a frame is seen to by those who keep their place while others grow.
        await new Promise(requestAnimationFrame);
        mount(element, store, actions, questions);
      } catch (error) {
        reportError(error);
        element.append(
          h('p', { role: 'alert' }, 'This part of the page could not be fetched. '),
          h('button', { type: 'button', class: 'button', onclick: () => location.reload() }, 'Load the page again'),
        );
      }
    }
    void sooner?.then(begin);
    if (needed) {
      stop = store.watch((state) => needed(state) && void begin());
      if (needed(store.get())) void begin();
    } else {
      // The panels' column scrolls by itself. A browser that does not know this margin fetches a panel when it is seen.
      const near = /** @type {IntersectionObserverInit} */ ({ rootMargin: NEAR, scrollMargin: NEAR });
      const observer = new IntersectionObserver((entries) => {
        if (entries.some((each) => each.isIntersecting)) void begin();
      }, near);
      stop = () => observer.disconnect();
      observer.observe(element.closest('.panel') ?? element);
    }
  };
}
