/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {import('./moments.js').Moments} Moments
 * @typedef {ReturnType<typeof createPacer>} Pacer
 */

/** A frame that comes later than this, after the page was hidden or the machine slept, does not owe the steps in between. */
const LONGEST_FRAME_MS = 250;
/** At full speed the steps of an answer may take this much longer than a request takes anyway, so that the picture still moves. */
const STEPS_MS = 50;
const FIRST_STEPS = 16;
const MOST_STEPS = 10_000;

/** How many steps are due: pure arithmetic over a clock that is handed in, in milliseconds. */
export function createPacer() {
  let last = NaN;
  let due = 1;
  let burst = FIRST_STEPS;
  return {
    /** To be called once a frame. @param {number} now @param {number} speed steps a second */
    tick(now, speed) {
      const passed = Number.isNaN(last) ? 0 : Math.min(now - last, LONGEST_FRAME_MS);
      last = now;
      if (!Number.isFinite(speed)) due = burst;
      // What the server cannot keep up with is dropped, not owed.
      else due = Math.min(due + (passed * speed) / 1000, Math.max(1, (speed * LONGEST_FRAME_MS) / 1000), MOST_STEPS);
    },
    /** The whole steps that are due; they are taken. */
    take() {
      const steps = Math.floor(due + 1e-9);
      due -= steps;
      return steps;
    },
    /**
     * At full speed the next request grows or shrinks by how long this one took.
     * @param {number} steps milliseconds until the steps were answered
     * @param {number} graph milliseconds until the graph was: a request without any steps
     */
    answered(steps, graph) {
      const factor = Math.min(2, Math.max(0.5, (graph + STEPS_MS) / Math.max(steps, 1)));
      burst = Math.min(MOST_STEPS, Math.max(1, Math.round(burst * factor)));
    },
  };
}

/**
 * Play: a loop of requests, never two under way, each for as many steps as the speed needs. It hangs on animation frames,
 * so it rests while the page is hidden.
 * @param {Store} store
 * @param {Moments} moments
 */
export function createPlayer(store, moments) {
  /** @type {Pacer} */
  let pacer = createPacer();
  let running = false;

  /** @param {number} now */
  function frame(now) {
    const { playing, speed, frame: shown, limits } = store.get();
    if (!playing) {
      running = false;
      return;
    }
    requestAnimationFrame(frame);
    pacer.tick(now, speed);
    if (!moments.idle()) return;
    if (shown.stopped || shown.step >= limits.steps) {
      store.set({ playing: false });
      return;
    }
    const steps = pacer.take();
    if (steps === 0) return;
    const asking = pacer;
    moments.aim({ step: Math.min(shown.step + steps, limits.steps) });
    void moments.settled().then(() => {
      const took = moments.took();
      asking.answered(took.steps, took.graph);
    });
  }

  store.watch((state, before) => {
    if (!state.playing || before.playing) return;
    pacer = createPacer();
    if (!running) {
      running = true;
      requestAnimationFrame(frame);
    }
  });
}
