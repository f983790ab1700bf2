/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {import('./moments.js').Moments} Moments
 * @typedef {ReturnType<typeof createPacer>} Pacer
 */

/** A frame that comes later than this, after the page was hidden or the machine slept, does not owe the steps in between. */
const LONGEST_FRAME_MS = 250;
/** At full speed the steps of an answer may take this much longer than a request takes anyway, so that the picture still moves. */
const STEPS_MS = 50;
/** At full speed an answer should come within this, where fewer steps can help it: that is ten pictures a second and more. */
const ANSWER_MS = 75;
/** At full speed this share of what a request takes anyway goes into steps, however long it is. */
const STEPS_SHARE = 1 / 8;
/** At full speed each such request is for a single step: it shows what a request takes anyway. */
const PROBE = 16;
/** As many losses as an answer holds. */
const MOST_STEPS = 10_000;

/** How many steps are due: pure arithmetic over a clock that is handed in, in milliseconds. */
export function createPacer() {
  let last = NaN;
  let due = 1;
  let burst = 1;
  let answers = 0;
  /** What a request takes anyway, in milliseconds. */
  let least = Infinity;
  let probed = Infinity;
  return {
    /** To be called once a frame. @param {number} now @param {number} speed steps a second */
    tick(now, speed) {
      const passed = Number.isNaN(last) ? 0 : Math.min(Math.max(now - last, 0), LONGEST_FRAME_MS);
      last = now;
      if (!Number.isFinite(speed)) due = answers % PROBE === 0 ? 1 : burst;
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
     * @param {number} took milliseconds until the answer
     * @param {number} steps how many were asked for
     */
    answered(took, steps) {
      answers++;
      // Of two such requests the quicker one counts: the other was held up by something else.
      least = Math.min(took, steps === 1 ? probed : least);
      if (steps === 1) probed = took;
      if (steps === 1 && burst >= 2) return;
      const computing = Math.min(STEPS_MS, Math.max(ANSWER_MS - least, least * STEPS_SHARE));
      // Steps that were computed before cost nothing, until they are at their end: then a burst is soon a small one.
      const late = took > 2 * (least + computing);
      const share = late ? computing / (took - least) : (least + computing) / Math.max(took, 1);
      const factor = Math.min(2, Math.max(0.1, share));
      burst = Math.min(MOST_STEPS, Math.max(1, burst * factor));
    },
  };
}

/**
 * Play: a loop of requests, never two under way, each for as many steps as the speed needs. It hangs on animation frames, of
 * which each begins one request at most, so it rests while the page is hidden. At full speed the next request does not wait
 * for a frame: the server computes while the page draws.
 * @param {Store} store
 * @param {Moments} moments
 */
export function createPlayer(store, moments) {
  /** @type {Pacer} */
  let pacer = createPacer();
  let running = false;
  let asked = false;

  /** @param {number} now */
  function frame(now) {
    if (!store.get().playing) {
      running = false;
      return;
    }
    requestAnimationFrame(frame);
    asked = false;
    ask(now);
  }

  /** @param {number} now */
  function ask(now) {
    const { playing, speed, frame: shown, limits } = store.get();
    pacer.tick(now, speed);
    if (!playing || asked || !moments.idle()) return;
    if (shown.stopped || shown.step >= limits.steps) {
      store.set({ playing: false });
      return;
    }
    const steps = pacer.take();
    if (steps === 0) return;
    asked = true;
    const asking = pacer;
    moments.aim({ step: Math.min(shown.step + steps, limits.steps), live: true });
    void moments.settled().then(() => {
      asking.answered(moments.took(), steps);
      if (store.get().speed === Infinity) ask(performance.now());
    });
  }

  store.watch((state, before) => {
    if (before.playing && !state.playing) moments.hold();
    if (!state.playing || before.playing) return;
    pacer = createPacer();
    if (!running) {
      running = true;
      requestAnimationFrame(frame);
    }
  });
}
