// Points of a map set by hand: with the pointer, and with the keys.
import { movedPoint, nearestTo, placeOn, withPoint, withoutPoint } from './points.js';

/**
 * @typedef {import('../types.d.ts').Sample} Sample
 * @typedef {import('./plane.js').Plane} Plane
 * @typedef {{ x: number, y: number }} Pixel
 *
 * What the hand does: "move" points, "erase" them, or add some with these targets.
 * @typedef {'move' | 'erase' | { add: number[] }} Tool
 *
 * @typedef {object} Ground what the hand works on
 * @property {() => readonly Sample[]} samples
 * @property {() => Plane} plane
 * @property {() => number} most  so many samples there can be
 * @property {(inputs: readonly number[]) => Pixel} toPixel
 * @property {(pixel: Pixel) => [number, number]} toInputs
 * @property {() => void} begin  what changes from now on is one change, until the end
 * @property {(samples: readonly Sample[]) => void} change
 * @property {() => void} end
 * @property {(index: number) => void} choose  a sample was clicked
 * @property {(x: number[]) => void} ask  a place was clicked where no sample is
 * @property {(cursor: Pixel | null) => void} cursor  where the keys are
 * @property {(text: string) => void} say  to those who do not see it
 */

/** How near to a sample, in pixels, the pointer means it. */
export const NEAR = 10;
/** A pointer that moved less has not dragged, in pixels. */
const STILL = 3;
/** Painted points are so far apart. */
const APART = 16;
/** An arrow key goes so far, in pixels. */
const STEP = 4;

/**
 * @param {HTMLElement} canvas
 * @param {Ground} ground
 */
export function createHand(canvas, ground) {
  /** @type {Tool} */
  let tool = 'move';
  /** The pointer that is down. @type {{ id: number, origin: Pixel, last: Pixel, index: number, dragging: boolean } | null} */
  let press = null;
  /** @type {Pixel | null} */
  let newest = null;
  let scheduled = 0;
  /** Where the keys are, and the sample that they carry. @type {Pixel | null} */
  let cursor = null;
  let carried = -1;

  const under = (/** @type {Pixel} */ pixel) => nearestTo(ground.samples(), ground.toPixel, pixel, NEAR);
  const placeAt = (/** @type {Pixel} */ pixel) => placeOn(ground.plane(), ground.toInputs(pixel));

  /** @param {readonly Sample[]} samples @returns {boolean} whether anything changed */
  function change(samples) {
    if (samples === ground.samples()) return false;
    ground.change(samples);
    return true;
  }

  /** @param {Pixel} pixel @param {number[]} y */
  function add(pixel, y) {
    const most = ground.most();
    const added = change(withPoint(ground.samples(), { x: placeAt(pixel), y }, most));
    ground.say(added ? `Added: ${ground.samples().length + 1} points.` : `There can be ${most} points at most.`);
  }

  /** @param {Pixel} pixel */
  function erase(pixel) {
    const index = under(pixel);
    if (index >= 0 && !change(withoutPoint(ground.samples(), index))) ground.say('The last point stays.');
  }

  canvas.addEventListener('pointerdown', (event) => {
    if (press || event.button !== 0 || !event.isPrimary) return;
    const origin = pixelOf(event);
    const index = tool === 'move' ? under(origin) : -1;
    press = { id: event.pointerId, origin, last: origin, index, dragging: false };
    if (tool === 'move') return;
    ground.begin();
    canvas.setPointerCapture(event.pointerId);
    press.dragging = true;
    if (tool === 'erase') erase(origin);
    else add(origin, tool.add);
  });

  canvas.addEventListener('pointermove', (event) => {
    if (!press || event.pointerId !== press.id) return;
    if (event.buttons === 0) {
      // It was let go outside, before it was a drag.
      press = null;
      return;
    }
    const pixel = pixelOf(event);
    if (!press.dragging) {
      if (press.index < 0 || distance(pixel, press.origin) < STILL) return;
      press.dragging = true;
      ground.begin();
      canvas.setPointerCapture(event.pointerId);
    }
    newest = pixel;
    scheduled ||= requestAnimationFrame(follow);
  });

  /** At most once an animation frame. */
  function follow() {
    scheduled = 0;
    if (!press || !newest) return;
    if (tool === 'move') {
      if (press.index < ground.samples().length) change(movedPoint(ground.samples(), press.index, placeAt(newest)));
    } else if (tool === 'erase') erase(newest);
    else if (distance(newest, press.last) >= APART) {
      press.last = newest;
      add(newest, tool.add);
    }
    newest = null;
  }

  /** @param {PointerEvent} event */
  function end(event) {
    if (!press || event.pointerId !== press.id) return;
    if (scheduled) {
      cancelAnimationFrame(scheduled);
      follow();
    }
    const { index, dragging } = press;
    press = null;
    if (dragging) ground.end();
    if (dragging || event.type !== 'pointerup') return;
    if (index >= 0) ground.choose(index);
    else ground.ask(placeAt(pixelOf(event)));
  }
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);

  /** @param {Pixel | null} to */
  function put(to) {
    cursor = to;
    ground.cursor(to);
  }

  /** @param {number} dx @param {number} dy pixels */
  function go(dx, dy) {
    const from = cursor ?? { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 };
    const place = placeAt({ x: from.x + dx, y: from.y + dy });
    put(ground.toPixel(place));
    if (carried >= 0) change(movedPoint(ground.samples(), carried, place));
    const index = carried < 0 && cursor ? under(cursor) : -1;
    ground.say(`${place[0]}, ${place[1]}${index < 0 ? '' : `: point ${index + 1}`}`);
  }

  /** Adds, erases, or takes up the point at the cursor and puts it down again. @param {Pixel} at */
  function useAt(at) {
    if (carried >= 0) {
      putDown();
      ground.say('Put down.');
    } else if (tool === 'move') {
      carried = under(at);
      ground.say(
        carried < 0 ? 'No sample is here: see below.' : `Point ${carried + 1} is taken up: arrow keys move it.`,
      );
      if (carried < 0) return ground.ask(placeAt(at));
      ground.begin();
      ground.choose(carried);
    } else {
      const { add: target } = tool === 'erase' ? { add: null } : tool;
      once(() => (target ? add(at, target) : erase(at)));
    }
  }

  /** @param {() => void} does */
  function once(does) {
    ground.begin();
    does();
    ground.end();
  }

  function putDown() {
    if (carried >= 0) ground.end();
    carried = -1;
  }

  /** @type {Record<string, [number, number]>} */
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const length = STEP * (event.shiftKey ? 5 : 1);
    if (arrow) go(arrow[0] * length, arrow[1] * length);
    else if ((event.key === 'Enter' || event.key === ' ') && cursor) useAt(cursor);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && cursor) {
      const at = cursor;
      putDown();
      once(() => erase(at));
    } else if (event.key === 'Escape' && cursor) {
      putDown();
      put(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  canvas.addEventListener('blur', () => {
    putDown();
    put(null);
  });

  return {
    under,
    /** @param {Tool} next */
    use(next) {
      tool = next;
      putDown();
    },
    /** Whether points are being moved, so that the plane should stay where it is. */
    busy: () => press?.dragging === true || carried >= 0,
  };
}

/** @param {PointerEvent} event @returns {Pixel} */
const pixelOf = ({ offsetX, offsetY }) => ({ x: offsetX, y: offsetY });

/** @param {Pixel} a @param {Pixel} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
