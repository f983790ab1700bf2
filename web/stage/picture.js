// The canvases and the eye above them: which scene is shown, from where, and when what is drawn anew.
import { between, closeUp, fit, flight, openedView, pan, reveal, zoomAt, toWorld } from './camera.js';
import { edgesInSight } from './draw-edges.js';
import { isBlank } from './draw-overlay.js';
import { boxAt, createHitIndex, edgeAt } from './hit.js';
import { LAYERS } from './layers.js';
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
/** So many pixels outside the view are not missed. */
const EDGE = 8;
/** Text of the least scale can be read; the good one is taken where there is room. */
export const LEGIBLE = { least: 0.64, good: 0.8 };

/**
 * @typedef {object} Owner
 * @property {() => Insets} insets  what is covered
 * @property {() => number} focus  the box to begin with where all of it would be too small to read, or -1
 * @property {() => boolean} still  whether nothing may be moved slowly
 * @property {() => void} looked  called when the eye has moved
 * @property {() => void} rescened  called when a box that grows has made another scene
 * @property {() => void} grown  called when it has its size
 */

/** @param {View} view its scene, model, numbers and theme are set by the owner @param {Owner} owner */
export function createPicture(view, { insets, focus, still, looked, rescened, grown }) {
  const canvases = Object.keys(LAYERS).map((name) => {
    const canvas = document.createElement('canvas');
    canvas.className = `stage-${name}`;
    return canvas;
  });
  const [ground, values, overlay] = canvases.map(
    (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')),
  );
  /** @type {Marks} */
  const marks = {
    hoverBox: -1,
    hoverEdge: -1,
    selectedBox: -1,
    selectedEdge: -1,
    focus: [],
    wrong: [],
    traces: [],
    act: null,
  };
  const stale = { ground: true, values: true, overlay: true };
  /** Whether nothing is drawn over the values. */
  let blank = false;
  let frame = 0;
  let rest = 0;
  let moved = false;
  /** Whether all of it was asked for, however small. */
  let whole = false;
  /** @type {Camera} */
  let groundCamera = view.camera;
  /** @type {{scene: Scene, index: import('./hit.js').HitIndex} | null} */
  let hit = null;
  /** @type {((now: number) => boolean) | null} */
  let motion = null;
  /** Brings a box that grows or shrinks to its size at once. @type {(() => void) | null} */
  let finish = null;

  /** @param {import('./layers.js').Layer[]} what */
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
  }

  /** Draws what is stale, at once. */
  function draw() {
    if (frame) cancelAnimationFrame(frame);
    frame = 0;
    if (!view.width || !view.height) return;
    if (stale.ground) {
      LAYERS.ground(ground, view, marks);
      groundCamera = view.camera;
      ground.canvas.style.transform = '';
    }
    if (stale.values) LAYERS.values(values, view, marks);
    // Where nothing was marked and nothing is, the canvas is as it was; to clear it would be to compose it anew.
    if (stale.overlay && !(blank && isBlank(marks))) LAYERS.overlay(overlay, view, marks);
    if (stale.overlay) blank = isBlank(marks);
    stale.ground = stale.values = stale.overlay = false;
    if (motion && !frame) frame = requestAnimationFrame(tick);
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

  /** All of it; or, unless that was asked for, the part to begin with where all of it could not be read. */
  function home() {
    const { scene, width, height } = view;
    const all = fit(scene.bounds, width, height, insets());
    const b = whole || all.scale >= LEGIBLE.least ? -1 : focus();
    if (b < 0) return all;
    const box = boundsOf(scene, b);
    const { scale } =
      scene.kind[b] === KIND.PANEL && scene.opens[b]
        ? openedView(all, box, around(scene, b), LEGIBLE, width, height, insets())
        : { scale: Math.max(LEGIBLE.least, fit(box, width, height, insets(), LEGIBLE.good).scale) };
    return closeUp(scene.bounds, box, scale, width, height, insets());
  }

  /** Ends what moves. */
  function settle() {
    finish?.();
    motion = finish = null;
  }

  /** @param {Camera} to @param {boolean} slowly */
  function go(to, slowly) {
    settle();
    const from = view.camera;
    if (!slowly || still() || !view.width) return look(to);
    let began = 0;
    motion = (now) => {
      began ||= now;
      const t = Math.min(1, (now - began) / OPENING_MS);
      look(t === 1 ? to : flight(from, to, 1 - (1 - t) ** 3));
      return t < 1;
    };
    if (!frame) frame = requestAnimationFrame(tick);
  }

  return {
    canvases,
    marks,
    invalidate,
    settle,
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

    /** To where a picture begins. */
    home(slowly = false) {
      moved = whole = false;
      go(home(), slowly);
    },

    /** To all of it. */
    fit() {
      moved = false;
      whole = true;
      go(home(), true);
    },

    /** After a change of what there is room for, if nobody has moved the picture. */
    again(slowly = false) {
      if (!moved) go(home(), slowly);
    },

    /** @param {number} dx @param {number} dy */
    pan(dx, dy) {
      settle();
      moved = true;
      look(pan(view.camera, dx, dy));
    },

    /** @param {number} x @param {number} y @param {number} factor */
    zoom(x, y, factor) {
      settle();
      moved = true;
      look(zoomAt(view.camera, x, y, factor));
    },

    /** Moves, as little as needed, until boxes can be seen. @param {number[]} boxes */
    reveal(boxes) {
      const { scene, width, height } = view;
      const camera = reveal(view.camera, boundsOfAll(scene, boxes), width, height, insets());
      if (camera.x === view.camera.x && camera.y === view.camera.y) return;
      moved = true;
      look(camera);
    },

    /** Goes, gently, to where boxes can be seen with what is around them; stays where they can be. @param {number[]} boxes */
    follow(boxes) {
      const { scene, width, height } = view;
      if (!boxes.length || !width) return;
      const near = boundsOfAll(scene, boxes);
      const seen = reveal(view.camera, near, width, height, insets());
      if (Math.abs(seen.x - view.camera.x) < EDGE && Math.abs(seen.y - view.camera.y) < EDGE) return;
      moved = true;
      go(closeUp(scene.bounds, near, view.camera.scale, width, height, insets()), true);
    },

    /** Whether there is something outside the view. */
    beyond() {
      const { scene, camera, width, height } = view;
      const { x, y, width: w, height: h } = scene.bounds;
      const from = { x: x * camera.scale + camera.x, y: y * camera.scale + camera.y };
      const to = { x: from.x + w * camera.scale, y: from.y + h * camera.scale };
      return from.x < -EDGE || from.y < -EDGE || to.x > width + EDGE || to.y > height + EDGE;
    },

    /** Where a box is in the view, in CSS pixels. @param {number} b */
    place(b) {
      const { scene, camera } = view;
      const { x, y, scale } = camera;
      return { right: (scene.x[b] + scene.w[b]) * scale + x, bottom: (scene.y[b] + scene.h[b]) * scale + y };
    },

    /**
     * Grows or shrinks a box in its place: what was under the pointer stays there, or comes just far enough to be read, with
     * its neighbours in sight as far as there is room.
     * @param {string} key the box
     * @param {(t: number) => Scene} sceneAt the scene when t of the way, 0 to 1, is done
     * @param {boolean} back whether all is closed again
     */
    grow(key, sceneAt, back) {
      settle();
      const from = cornerOf(view.scene, key, view.camera);
      const end = sceneAt(1);
      const box = end.boxOfKey.get(key);
      if (box === undefined) return;
      const { camera, width, height } = view;
      const bounds = boundsOf(end, box);
      const held = {
        x: from.x - bounds.x * camera.scale,
        y: from.y - bounds.y * camera.scale,
        scale: camera.scale,
      };
      const all = fit(end.bounds, width, height, insets());
      const last =
        !moved && (back || all.scale >= LEGIBLE.good)
          ? all
          : end.kind[box] === KIND.PANEL
            ? openedView(held, bounds, around(end, box), LEGIBLE, width, height, insets())
            : reveal(held, bounds, width, height, insets());
      const { scale } = last;
      const to = cornerOf(end, key, last);
      /** @param {number} t */
      const place = (t) => {
        const eased = 1 - (1 - t) ** 3;
        view.scene = t === 1 ? end : sceneAt(eased);
        const b = /** @type {number} */ (view.scene.boxOfKey.get(key));
        const at = between({ ...from, scale: camera.scale }, { ...to, scale }, eased);
        view.camera = { x: at.x - view.scene.x[b] * at.scale, y: at.y - view.scene.y[b] * at.scale, scale: at.scale };
        stale.ground = stale.values = stale.overlay = true;
        rescened();
      };
      if (still()) {
        place(1);
        grown();
      } else {
        let began = 0;
        finish = () => place(1);
        motion = (now) => {
          began ||= now;
          const t = Math.min(1, (now - began) / OPENING_MS);
          place(t);
          if (t === 1) finish = null;
          return t < 1;
        };
      }
      invalidate('ground', 'values', 'overlay');
    },

    get growing() {
      return finish !== null;
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

/** @param {Scene} scene @param {number} b */
function boundsOf(scene, b) {
  return { x: scene.x[b], y: scene.y[b], width: scene.w[b], height: scene.h[b] };
}

/** The bounds of a box with those of its column and those that edges lead to. @param {Scene} scene @param {number} b */
function around(scene, b) {
  const own = boundsOf(scene, b);
  const near = new Set([b]);
  for (let e = 0; e < scene.edges; e++) {
    if (scene.source[e] === b) near.add(scene.target[e]);
    if (scene.target[e] === b) near.add(scene.source[e]);
  }
  for (const other of scene.boxOfKey.values()) {
    const middle = scene.x[other] + scene.w[other] / 2;
    if (middle >= own.x && middle <= own.x + own.width) near.add(other);
  }
  near.delete(-1);
  return boundsOfAll(scene, [...near]);
}

/** @param {Scene} scene @param {number[]} boxes */
function boundsOfAll(scene, boxes) {
  const x = Math.min(...boxes.map((b) => scene.x[b]));
  const y = Math.min(...boxes.map((b) => scene.y[b]));
  return {
    x,
    y,
    width: Math.max(...boxes.map((b) => scene.x[b] + scene.w[b])) - x,
    height: Math.max(...boxes.map((b) => scene.y[b] + scene.h[b])) - y,
  };
}

/** @param {Scene} scene @param {string} key @param {Camera} camera */
function cornerOf(scene, key, camera) {
  const b = scene.boxOfKey.get(key) ?? 0;
  return { x: scene.x[b] * camera.scale + camera.x, y: scene.y[b] * camera.scale + camera.y };
}
