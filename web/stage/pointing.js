// What the pointer means: what it is over is told in full, a click selects it, a double click or its sign opens it.
import { chosenParameter } from '../explain/selection.js';
import { listenForScrubs } from '../scrub.js';
import { listen } from './pointer.js';
import { KIND } from './scene.js';
import { nodeAt, recordOfBox, recordOfNode, recordOfParameter } from './tooltip.js';

/** @typedef {import('../types.d.ts').State} State */
/** @typedef {import('../types.d.ts').Actions} Actions */
/** @typedef {import('./network.js').Network} Network */
/** @typedef {import('./outline.js').Item} Item */

/** `focus` is what has the focus in the tree while the picture is looked at. @typedef {{state: () => State, network: () => Network, focus: () => Item | null}} Now */

/** How far beside a line a finger may touch, in pixels. */
const FINGER = 16;

/**
 * @param {HTMLElement} host @param {import('./view.js').View} view
 * @param {ReturnType<typeof import('./picture.js').createPicture>} picture
 * @param {ReturnType<typeof import('./tooltip.js').createTooltip>} tooltip
 * @param {Actions} actions @param {ReturnType<typeof import('./setting.js').createSetting>} setting @param {Now} now
 */
export function createPointing(host, view, picture, tooltip, actions, setting, now) {
  /** @type {{x: number, y: number} | null} */
  let pointer = null;

  /** Marks what is at a point; answers what writes its record. @param {number} px @param {number} py */
  function find(px, py) {
    const { marks } = picture;
    const { box, edge, x } = picture.at(px, py);
    const shown = box >= 0 && view.scene.kind[box] === KIND.PANEL ? -1 : box;
    if (marks.hoverBox !== shown || marks.hoverEdge !== edge) picture.invalidate('overlay');
    [marks.hoverBox, marks.hoverEdge] = [shown, edge];
    return () => {
      const drags = draggable(box) !== '';
      const cursor = drags ? 'ew-resize' : box >= 0 || edge >= 0 ? 'pointer' : '';
      if (host.style.cursor !== cursor) host.style.cursor = cursor;
      const record = recordOf(shown, edge, x);
      if (drags && record) record.hint = 'drag it sideways, or double click to type';
      tooltip.set(record, px, py, view.width, view.height);
    };
  }

  /** @param {number} px @param {number} py */
  function hover(px, py) {
    pointer = { x: px, y: py };
    find(px, py)();
  }

  /** The parameter that a drag of a box sets: the selected one, so that no drag of the picture changes a number by accident. @param {number} box */
  function draggable(box) {
    const name = box >= 0 && box === picture.marks.selectedBox ? setting.parameterOf(nodeIn(box)) : '';
    return name && box === setting.ownBox(name) ? name : '';
  }

  /** The only node of a box, or -1. @param {number} box */
  function nodeIn(box) {
    return view.scene.count[box] === 1 ? view.scene.nodes[view.scene.first[box]] : -1;
  }

  /** @param {number} box @param {number} edge @param {number} x */
  function recordOf(box, edge, x) {
    if (edge < 0) return box < 0 ? null : recordOfBox(view, box, x);
    return recordOfParameter(view, now.network(), now.state().parameters, view.scene.parameter[edge]);
  }

  /** The record of what has the focus, for those who see the picture but use the keys. */
  function describeFocus() {
    const item = now.focus();
    const [b] = picture.marks.focus;
    if (!item || b === undefined || item.node < 0 || !view.model) return tooltip.hide();
    const { right, bottom } = picture.place(b);
    tooltip.set(recordOfNode(view.model, view.shown, item.node), right - 8, bottom - 8, view.width, view.height);
  }

  /** Whether a point lies on the sign that opens and closes a box. @param {number} b @param {number} x @param {number} y */
  function onSign(b, x, y) {
    const { scene } = view;
    const s = scene.scale[b];
    return scene.opens[b] === 1 && x < scene.x[b] + 24 * s && y < scene.y[b] + 26 * s;
  }

  const scrubbing = listenForScrubs(host, (event) => {
    const { left, top } = host.getBoundingClientRect();
    const name = draggable(picture.at(event.clientX - left, event.clientY - top).box);
    return name ? setting.scrub(name, tooltip.hide) : null;
  });
  // A press that moves the picture leaves the focus in a field that is open; a click elsewhere takes it.
  host.addEventListener('mousedown', (event) => setting.isOpen() && event.preventDefault());

  listen(host, {
    claimed: (x, y) => draggable(picture.at(x, y).box) !== '',
    pan(dx, dy) {
      tooltip.hide();
      picture.pan(dx, dy);
    },
    zoom(x, y, factor) {
      tooltip.hide();
      picture.zoom(x, y, factor);
    },
    point: hover,
    leave() {
      pointer = null;
      picture.marks.hoverBox = picture.marks.hoverEdge = -1;
      tooltip.hide();
      picture.invalidate('overlay');
    },
    click(px, py, finger, shift) {
      const { scene, model } = view;
      const { box, edge, x, y } = picture.at(px, py, finger ? FINGER : undefined);
      // The sign is small for a finger: what is selected already opens or closes at a second touch.
      const again = finger && box >= 0 && box === picture.marks.selectedBox && scene.opens[box] === 1;
      setting.leave();
      const set = finger ? draggable(box) : '';
      if (set) return setting.open(set, { x, y });
      const weight = edge >= 0 ? now.state().parameters[scene.parameter[edge]] : '';
      if (weight && shift && chosenParameter(now.state())) actions.compare(weight);
      else if (weight) actions.select(weight);
      else if (box < 0) actions.select(null);
      else if (again || onSign(box, x, y)) actions.toggleOpen(scene.key[box]);
      else if (model && scene.count[box]) actions.select(model.ids[nodeAt(scene, box, x)]);
    },
    doubleClick(px, py) {
      const { box, edge, x, y } = picture.at(px, py);
      if (box < 0 && edge < 0) picture.fit();
      if (edge >= 0) setting.open(now.state().parameters[view.scene.parameter[edge]], { x, y });
      if (box < 0) return;
      const { depth, open } = now.state();
      const group = view.scene.key[box];
      if (view.scene.opens[box]) {
        if (!onSign(box, x, y)) actions.toggleOpen(group);
      } else if (depth === 'network' && group.startsWith('layer')) {
        actions.setDepth('neurons');
        if (!open.includes(group)) actions.toggleOpen(group);
      } else if (view.model && view.scene.count[box]) {
        const node = nodeAt(view.scene, box, x);
        const name = setting.parameterOf(node);
        if (name) setting.open(name, { x, y });
        else setting.sayWhy(node);
      }
    },
  });

  /** What is pointed at may have moved, and its numbers have changed. @returns {() => void} writes them */
  function found() {
    if (picture.growing || scrubbing()) return tooltip.hide;
    return pointer ? find(pointer.x, pointer.y) : describeFocus;
  }

  return {
    found,
    again: () => found()(),
  };
}
