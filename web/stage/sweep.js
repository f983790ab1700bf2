// A sweep over the graph: the moves of a pass one after the other, played or stepped, forward or backward.
import { createPacer } from '../player.js';
import { ARRIVAL } from './draw-sweep.js';
import { createCues } from './sweep-cues.js';
import { actOf } from './sweep-act.js';
import { createSweepBar, FIRST_SPEED } from './sweep-bar.js';
import { listenToKeys } from './sweep-keys.js';
import { movesOf, samePlace } from './sweep-moves.js';
import { shownAfter } from './sweep-shown.js';
import { captionOf } from './sweep-words.js';

/** @typedef {import('../types.d.ts').Questions} Questions */
/** @typedef {import('../types.d.ts').Reply} Reply */
/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./sweep-moves.js').Direction} Direction */
/** @typedef {import('./sweep-moves.js').Grain} Grain */
/** @typedef {import('./sweep-moves.js').Move} Move */
/** @typedef {import('./sweep-shown.js').Passes} Passes */

/** What a move takes when it is stepped, and at most when it is played, in milliseconds. */
const STEP_MS = 650;
const LONGEST_MS = 900;
/** Of a second, what a move that is played is seen moving; the rest is for reading. */
const SHARE_MS = 850;
/** Moves that are shorter than this are not seen moving. */
const SHORTEST_MS = 140;
/** After this long without a frame, time has not passed. */
const LONGEST_FRAME_MS = 100;

/**
 * @typedef {object} Owner
 * @property {() => boolean} still  whether nothing may be moved slowly
 * @property {() => void} begun  called before a sweep begins
 * @property {() => void} resized  called when the tools have come or gone
 */

/**
 * @param {import('./view.js').View} view its shown and model are set here while a sweep is on
 * @param {ReturnType<typeof import('./picture.js').createPicture>} picture
 * @param {Questions} questions
 * @param {Owner} owner
 */
export function createSweep(view, picture, questions, { still, begun, resized }) {
  /** @type {Model | null} */
  let model = null;
  /** @type {Grain} */
  let grain = { layers: false, single: () => true };
  let grainKey = '';
  let running = false;
  /** @type {Direction | null} */
  let direction = null;
  /** @type {Move[]} */
  let moves = [];
  let position = 0;
  let progress = 1;
  let playing = false;
  let speed = FIRST_SPEED;
  /** @type {Passes | null} */
  let passes = null;
  /** @type {string | null} */
  let problem = null;
  let unfollow = () => {};
  let pacer = createPacer();
  let frame = 0;
  let last = 0;
  /** @type {ReturnType<typeof createCues> | null} */
  let cues = null;
  /** The position of which the values are drawn. */
  let drawn = -1;

  const bar = createSweepBar({
    begin: (wanted) => {
      if (direction === wanted) return end();
      begin(wanted);
      play(true);
    },
    step,
    seek: (to) => step(to - position),
    toggle: () => play(!playing),
    speed: (next) => void (speed = next),
    end,
  });
  listenToKeys({
    on: () => direction !== null,
    press(wanted, by) {
      if (!model) return;
      if (direction !== wanted) begin(wanted);
      else step(by);
    },
    toggle: () => play(!playing),
    end,
  });

  /** @param {Direction} wanted */
  function begin(wanted) {
    if (!model) return;
    unfollow();
    begun();
    direction = wanted;
    moves = movesOf(model, wanted, grain);
    position = 0;
    progress = 1;
    playing = false;
    passes = problem = null;
    unfollow = wanted === 'backward' ? questions.follow(() => ({ what: 'sweep' }), answered) : () => {};
    apply();
    resized();
  }

  function end() {
    if (!direction) return;
    unfollow();
    unfollow = () => {};
    direction = null;
    playing = false;
    moves = [];
    apply();
    resized();
  }

  /** @param {Reply} reply */
  function answered({ answer, problem: why, stale }) {
    passes = !stale && answer && answer.sums.length === model?.partials.length ? answer : null;
    problem = why;
    apply();
  }

  /** @param {boolean} on */
  function play(on) {
    playing = on && direction !== null && position < moves.length;
    pacer = createPacer();
    if (playing) wake();
    tell();
  }

  /** @param {number} by */
  function step(by) {
    playing = false;
    advance(by, STEP_MS);
  }

  /** @param {number} by @param {number} duration of a single move on */
  function advance(by, duration) {
    const before = position;
    position = Math.max(0, Math.min(moves.length, position + by));
    progress = position === before + 1 && duration >= SHORTEST_MS && !still() ? 0 : 1;
    apply();
    const act = picture.marks.act;
    if (act) picture.follow([...act.cues.actors, ...act.cues.ways.map(({ near }) => near)]);
    if (progress < 1) wake();
  }

  function wake() {
    last = 0;
    frame ||= requestAnimationFrame(tick);
  }

  /** @param {number} now */
  function tick(now) {
    frame = 0;
    const passed = last ? Math.min(now - last, LONGEST_FRAME_MS) : 0;
    last = now;
    const duration = playing ? Math.min(LONGEST_MS, SHARE_MS / speed) : STEP_MS;
    if (progress < 1) {
      progress = Math.min(1, progress + passed / duration);
      glide();
    }
    // A pass whose numbers are on their way waits for them.
    if (playing && (direction === 'forward' || passes || position === 0)) {
      pacer.tick(now, speed);
      const due = pacer.take();
      if (due) advance(due, duration);
    }
    if (playing && position === moves.length && progress === 1) play(false);
    if (playing || progress < 1) frame ||= requestAnimationFrame(tick);
  }

  /** Shows where the sweep is. */
  function apply() {
    drawn = -1;
    if (direction && model) {
      stand();
      glide();
    } else {
      if (view.shown) picture.invalidate('values');
      view.shown = picture.marks.act = null;
      view.model = model;
      picture.invalidate('overlay');
    }
    tell();
  }

  /** Shows how far the move is; what comes of it appears when its numbers have arrived. */
  function glide() {
    if (!direction || !model) return;
    const { act } = picture.marks;
    if (act) act.progress = progress;
    picture.invalidate('overlay');
    const arrived = progress < ARRIVAL ? position - 1 : position;
    if (drawn === arrived) return;
    drawn = arrived;
    view.shown = shownAfter(model, direction, moves, arrived, passes);
    view.model = direction === 'forward' ? model : { ...model, gradient: view.shown.sums };
    picture.invalidate('values');
  }

  /** Finds the move in the scene that is shown. */
  function stand() {
    const { marks } = picture;
    // The scene of another graph is there before its model is.
    if (!direction || !model || !position || view.model?.topology !== model.topology) {
      marks.act = null;
      return;
    }
    if (cues?.scene !== view.scene) cues = createCues(view.scene);
    marks.act = { ...actOf(model, { direction, moves, position }, passes, cues), progress };
  }

  function tell() {
    bar.enable(model !== null);
    if (!direction || !model) return bar.set(null);
    const waiting = direction === 'backward' && !passes && position > 0;
    const caption = captionOf(model, { direction, moves, position }, passes);
    bar.set({
      ...{ direction, position, length: moves.length, playing },
      caption: problem ? [[problem], []] : waiting && running ? [['Pause the training to see why.'], []] : caption,
      stale: waiting && !running && !problem,
    });
  }

  return {
    buttons: bar.buttons,
    card: bar.card,
    live: bar.live,
    /**
     * Numbers, or another graph, which ends the sweep; or the same graph in other pieces.
     * @param {Model | null} nextModel @param {Grain} nextGrain @param {string} key of the grain @param {boolean} training whether a run plays
     */
    set(nextModel, nextGrain, key, training) {
      running = training;
      const other = nextModel !== model;
      model = nextModel;
      grain = nextGrain;
      if (other) end();
      else if (model && direction && key !== grainKey) {
        const before = moves;
        moves = movesOf(model, direction, grain);
        position = samePlace(before, position, moves);
        progress = 1;
      }
      grainKey = key;
      apply();
    },
    /** The scene is another one. */
    stand,
  };
}
