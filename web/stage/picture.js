// The canvases and the eye above them: which scene is shown, from where, and when what is drawn anew.
import { between, fit, pan, reveal, zoomAt, toWorld } from './camera.js';
import { drawValues } from './draw.js';
import { drawGround, edgesInSight } from './draw-edges.js';
import { drawOverlay } from './draw-overlay.js';
import { drawPartials } from './draw-partials.js';
import { boxAt, createHitIndex, edgeAt } from './hit.js';
import { KIND } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./camera.js').Camera} Camera */
/** @typedef {import('./camera.js').Insets} Insets */
/** @typedef {import('./view.js').View} View */
/** @typedef {import('./draw-overlay.js').Marks} Marks */

/** With more edges in sight the ground is moved as a picture during a gesture, and drawn anew after it. */
const EDGES_A_FRAME = 400;
const REST_MS = 110;
/** While numbers change, a ground with so many edges follows them at this pace. */
const GROUND_MS = 400;
export const OPENING_MS = 250;
/** An opened neuron is brought this near, if there is room for it, so that it can be read. */
const READABLE = 0.8;

/**
 * @typedef {object} Owner
 * @property {() => Insets} insets  what is covered
 * @property {() => void} looked  called when the eye has moved
 * @property {() => void} rescened  called when a box that grows has made another scene
 * @property {() => void} grown  called when it has its size
 */

/** @param {View} view its scene, model, numbers and theme are set by the owner @param {Owner} owner */
export function createPicture(view, { insets, looked, rescened, grown }) {
  const canvases = ['ground', 'values', 'overlay'].map((name) => {
    const canvas = document.createElement('canvas');
    canvas.className = `stage-${name}`;
    return canvas;
  });
  const [ground, values, overlay] = canvases.map(
    (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')),
  );
  /** @type {Marks} */
  const marks = { hoverBox: -1, hoverEdge: -1, selectedBox: -1, selectedEdge: -1, focus: [] };
  const stale = { ground: true, values: true, overlay: true };
  let frame = 0;
  let rest = 0;
  let moved = false;
  /** @type {Camera} */
  let groundCamera = view.camera;
  /** @type {{scene: Scene, index: import('./hit.js').HitIndex} | null} */
  let hit = null;
  /** @type {((now: number) => boolean) | null} */
  let motion = null;

  /** @param {("ground" | "values" | "overlay")[]} what */
  function invalidate(...what) {
    for (const name of what) stale[name] = true;
    if (!frame) frame = requestAnimationFrame(tick);
  }

  /** @param {number} now */
  function tick(now) {
    frame = 0;
    const moving = motion !== null;
    if (motion && !motion(now)) motion = null;
    draw();
    if (moving && !motion) grown();
    if (motion) invalidate('ground', 'values', 'overlay');
  }

  /** Draws what is stale, at once. */
  function draw() {
    if (frame) cancelAnimationFrame(frame);
    frame = 0;
    if (!view.width || !view.height) return;
    if (stale.ground) {
      drawGround(ground, view);
      groundCamera = view.camera;
      ground.canvas.style.transform = '';
    }
    if (stale.values) {
      drawValues(values, view);
      drawPartials(values, view);
    }
    if (stale.overlay) drawOverlay(overlay, view, marks);
    stale.ground = stale.values = stale.overlay = false;
  }

  /** @param {Camera} camera */
  function look(camera) {
    view.camera = camera;
    looked();
    if (edgesInSight(view, EDGES_A_FRAME) <= EDGES_A_FRAME) {
      invalidate('ground', 'values', 'overlay');
      return;
    }
    const k = camera.scale / groundCamera.scale;
    ground.canvas.style.transform = `translate(${camera.x - groundCamera.x * k}px, ${camera.y - groundCamera.y * k}px) scale(${k})`;
    clearTimeout(rest);
    rest = window.setTimeout(refreshGround, REST_MS);
    invalidate('values', 'overlay');
  }

  /** Other numbers, in the same places. @param {boolean} weighted whether the edges show any of them */
  function renumbered(weighted) {
    const few = !weighted || edgesInSight(view, EDGES_A_FRAME) <= EDGES_A_FRAME;
    if (weighted && few) stale.ground = true;
    if (!few && !rest) rest = window.setTimeout(refreshGround, GROUND_MS);
    stale.values = stale.overlay = true;
  }

  function refreshGround() {
    rest = 0;
    invalidate('ground');
  }

  function fitted() {
    return fit(view.scene.bounds, view.width, view.height, insets());
  }

  return {
    canvases,
    marks,
    invalidate,
    renumbered,
    draw,

    /** @param {number} width @param {number} height */
    resize(width, height) {
      const density = Math.min(3, window.devicePixelRatio || 1);
      if (width === view.width && height === view.height && density === view.density) return;
      const { camera } = view;
      if (moved) view.camera = pan(camera, (width - view.width) / 2, (height - view.height) / 2);
      Object.assign(view, { width, height, density });
      for (const canvas of canvases) {
        canvas.width = Math.round(width * density);
        canvas.height = Math.round(height * density);
      }
      stale.ground = stale.values = stale.overlay = true;
    },

    get moved() {
      return moved;
    },

    fit() {
      moved = false;
      motion = null;
      look(fitted());
    },

    /** @param {number} dx @param {number} dy */
    pan(dx, dy) {
      moved = true;
      motion = null;
      look(pan(view.camera, dx, dy));
    },

    /** @param {number} x @param {number} y @param {number} factor */
    zoom(x, y, factor) {
      moved = true;
      motion = null;
      look(zoomAt(view.camera, x, y, factor));
    },

    /** Moves, as little as needed, until boxes can be seen. @param {number[]} boxes */
    reveal(boxes) {
      const { scene, width, height } = view;
      const left = Math.min(...boxes.map((b) => scene.x[b]));
      const top = Math.min(...boxes.map((b) => scene.y[b]));
      const right = Math.max(...boxes.map((b) => scene.x[b] + scene.w[b]));
      const bottom = Math.max(...boxes.map((b) => scene.y[b] + scene.h[b]));
      const camera = reveal(
        view.camera,
        { x: left, y: top, width: right - left, height: bottom - top },
        width,
        height,
        insets(),
      );
      if (camera.x === view.camera.x && camera.y === view.camera.y) return;
      moved = true;
      look(camera);
    },

    /** Where a box is in the view, in CSS pixels. @param {number} b */
    place(b) {
      const { scene, camera } = view;
      const { x, y, scale } = camera;
      return { right: (scene.x[b] + scene.w[b]) * scale + x, bottom: (scene.y[b] + scene.h[b]) * scale + y };
    },

    /**
     * Grows or shrinks a box in its place: what was under the pointer stays there, or comes just far enough to be seen whole.
     * @param {string} key the box
     * @param {(t: number) => Scene} sceneAt the scene when t of the way, 0 to 1, is done
     * @param {boolean} still without motion
     * @param {boolean} back whether all is closed again
     */
    grow(key, sceneAt, still, back) {
      const from = cornerOf(view.scene, key, view.camera);
      const end = sceneAt(1);
      const box = end.boxOfKey.get(key);
      if (box === undefined) return;
      const camera = view.camera;
      const bounds = { x: end.x[box], y: end.y[box], width: end.w[box], height: end.h[box] };
      const free = fit(bounds, view.width, view.height, insets(), READABLE);
      const opens = end.kind[box] === KIND.PANEL;
      let scale = opens && camera.scale < READABLE ? Math.max(camera.scale, free.scale) : camera.scale;
      let last = reveal(
        { x: from.x - bounds.x * scale, y: from.y - bounds.y * scale, scale },
        bounds,
        view.width,
        view.height,
        insets(),
      );
      if (back && !moved) last = fit(end.bounds, view.width, view.height, insets());
      scale = last.scale;
      const to = cornerOf(end, key, last);
      let began = 0;
      /** @param {number} now */
      const step = (now) => {
        began ||= now;
        const t = still ? 1 : Math.min(1, (now - began) / OPENING_MS);
        const eased = 1 - (1 - t) ** 3;
        view.scene = t === 1 ? end : sceneAt(eased);
        const b = /** @type {number} */ (view.scene.boxOfKey.get(key));
        const at = between({ ...from, scale: camera.scale }, { ...to, scale }, eased);
        view.camera = { x: at.x - view.scene.x[b] * at.scale, y: at.y - view.scene.y[b] * at.scale, scale: at.scale };
        rescened();
        return t < 1;
      };
      motion = step;
      if (still) {
        step(0);
        motion = null;
        grown();
      }
      invalidate('ground', 'values', 'overlay');
    },

    get growing() {
      return motion !== null;
    },

    /**
     * What is at a point of the view.
     * @param {number} px @param {number} py @param {number} [reach] how far beside a line still counts, in pixels
     * @returns {{box: number, edge: number, x: number, y: number}} x and y in the world
     */
    at(px, py, reach = 7) {
      const { scene, camera } = view;
      if (hit?.scene !== scene) hit = { scene, index: createHitIndex(scene) };
      const { x, y } = toWorld(camera, px, py);
      const box = boxAt(hit.index, scene, x, y);
      return { box, edge: box < 0 ? edgeAt(hit.index, x, y, reach / camera.scale) : -1, x, y };
    },
  };
}

/** @param {Scene} scene @param {string} key @param {Camera} camera */
function cornerOf(scene, key, camera) {
  const b = scene.boxOfKey.get(key) ?? 0;
  return { x: scene.x[b] * camera.scale + camera.x, y: scene.y[b] * camera.scale + camera.y };
}
