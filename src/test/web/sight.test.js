import { createQuestions } from '/web/questions.js';
import { storeInSight } from '/web/sight.js';
import { createStore } from '/web/state.js';
import { equal } from './assert.js';

/** @typedef {import('../../../web/types.d.ts').State} State */

/** @param {number} step @param {boolean} [playing] */
const at = (step, playing = false) =>
  /** @type {Partial<State>} */ ({
    frame: { run: 'abc', step },
    sample: 0,
    playing,
  });

/** What is seen after a change is seen by the browser's observers a frame later. */
const drawn = async () => {
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
};

/** A panel as high as a hand, and what it was drawn for: the step before, and the step. */
async function begin(pace = Infinity) {
  const panel = document.createElement('section');
  panel.style.height = '90px';
  document.body.append(panel);
  const store = createStore(/** @type {State} */ (at(0)));
  const own = storeInSight(store, panel, pace);
  /** @type {string[]} */
  const draws = [];
  const end = own.subscribe(({ frame, playing }, before) => {
    if (frame !== before.frame) draws.push(`${before.frame.step} to ${frame.step}${playing ? ', playing' : ''}`);
  });
  await drawn();
  return { panel, store, own, draws, end };
}

/** @param {HTMLElement} panel @param {boolean} away */
function scroll(panel, away) {
  panel.style.marginTop = away ? '3000px' : '0';
}

export default {
  async 'what can be seen is drawn at every step'() {
    const { store, draws } = await begin();
    store.set(at(1, true));
    await drawn();
    store.set(at(2));
    await drawn();
    equal(draws, ['0 to 1, playing', '1 to 2']);
  },

  async 'what is on a tab that is not shown is drawn when it is, with all that it missed'() {
    const { panel, store, draws } = await begin();
    panel.style.display = 'none';
    await drawn();
    for (const step of [1, 2, 3]) {
      store.set(at(step));
      await drawn();
    }
    equal(draws, []);
    panel.style.display = '';
    // Before the frame is over that shows it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    equal(draws, ['0 to 3']);
  },

  async 'what is scrolled out of sight waits while a run plays, and is exact when it rests'() {
    const { panel, store, draws } = await begin();
    scroll(panel, true);
    await drawn();
    for (const step of [1, 2, 3]) {
      store.set(at(step, true));
      await drawn();
    }
    equal(draws, []);
    store.set({ playing: false });
    await drawn();
    equal(draws, ['0 to 3']);
    store.set(at(4));
    await drawn();
    equal(draws, ['0 to 3', '3 to 4']);
  },

  async 'what is out of sight follows a run at its pace, since it may be read aloud'() {
    const { panel, store, draws } = await begin(0);
    scroll(panel, true);
    await drawn();
    store.set(at(1, true));
    await drawn();
    equal(draws, ['0 to 1, playing']);
  },

  async 'what comes into sight while a run plays is made up for'() {
    const { panel, store, draws } = await begin();
    scroll(panel, true);
    await drawn();
    store.set(at(1, true));
    await drawn();
    scroll(panel, false);
    await drawn();
    equal(draws, ['0 to 1, playing']);
  },

  async 'a panel that hides itself is told when to come back'() {
    const { panel, store, draws, end } = await begin();
    panel.hidden = true;
    await drawn();
    store.set(at(1));
    await drawn();
    equal(draws, ['0 to 1']);
    end();
    store.set(at(2));
    await drawn();
    equal(draws, ['0 to 1']);
  },

  async 'nothing is asked for a panel that is not shown, and the newest moment is asked about when it is'() {
    const { panel, store, own } = await begin();
    panel.style.display = 'none';
    await drawn();
    /** @type {number[]} */
    const asked = [];
    const questions = createQuestions(
      own,
      ({ frame }) => Promise.resolve(asked.push(frame.step)),
      () => '',
    );
    questions.follow(
      () => ({ what: 'slope' }),
      () => {},
    );
    for (const step of [1, 2]) {
      store.set(at(step));
      await drawn();
    }
    equal(asked, []);
    panel.style.display = '';
    await drawn();
    equal(asked, [2]);
  },
};
