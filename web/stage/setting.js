// Weights and biases are set where they are seen: in the picture, in the tree and in the table.
import { createEditing } from '../editing.js';
import { h } from '../dom.js';
import { createInPlace, sayWhyFixed } from '../in-place.js';
import { whyFixed } from '../words.js';
import { alongEdge, belowBox, placeField, valueOfBox, valueOnEdge } from './field-place.js';
import { shortName } from './network.js';

/** @typedef {import('../types.d.ts').State} State */
/** @typedef {import('./field-place.js').Rect} Rect */

/** So far from the edges, in pixels. */
const EDGE = 6;

/**
 * @typedef {object} Surroundings
 * @property {() => State} state
 * @property {() => import('./network.js').Network} network
 * @property {() => import('./camera.js').Insets} insets  what is covered of the picture
 * @property {(id: string) => number} boxOf  the box that stands for an id, or -1
 * @property {(boxes: number[]) => void} reveal
 */

/**
 * @param {import('./view.js').View} view @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Actions} actions @param {Surroundings} around
 */
export function createSetting(view, store, actions, { state, network, insets, boxOf, reveal }) {
  /** Where the field stands, from the height of its line; null: nowhere. @type {(height: number) => Rect | null} */
  let anchor = () => null;
  let inPicture = true;

  const inPlace = createInPlace(store, actions, { place });
  const { element } = inPlace;
  const layer = h('div', { class: 'stage-fields' }, element);

  function place() {
    if (!inPlace.name) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const all = { left: 0, top: 0, right: layer.clientWidth, bottom: layer.clientHeight };
    const covered = inPicture ? insets() : { left: EDGE, top: EDGE, right: EDGE, bottom: EDGE };
    const room = {
      left: Math.min(covered.left, all.right - width - EDGE),
      top: covered.top,
      right: all.right - EDGE,
      bottom: all.bottom - covered.bottom,
    };
    const line = inPlace.line();
    const where = anchor(line);
    const at = where && placeField(where, { width, height, line }, all, room);
    element.classList.toggle('away', !at);
    if (at) element.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
  }

  /** The parameter that is a node of the graph, or "". @param {number} node */
  function parameterOf(node) {
    const { model } = view;
    const name = model && node >= 0 && model.ops[node] === '' ? model.labels[node] : '';
    return state().parameters.includes(name) ? name : '';
  }

  /** The box in which a parameter's own value stands, or -1. @param {string} name */
  function ownBox(name) {
    const node = view.model?.index.get(name);
    return (node === undefined ? undefined : view.scene.boxOfNode.get(node)) ?? -1;
  }

  /** @param {string} name @param {{x: number, y: number} | null} near */
  function inThePicture(name, near) {
    const edge = () => view.scene.parameter.indexOf(state().parameters.indexOf(name));
    const along = ownBox(name) < 0 && edge() >= 0 ? alongEdge(view, edge(), near) : 0.5;
    return (/** @type {number} */ height) => {
      const own = ownBox(name);
      if (own >= 0) return valueOfBox(view, own);
      if (edge() >= 0) return valueOnEdge(view, edge(), along, height);
      const b = boxOf(name);
      return b < 0 ? null : belowBox(view, b, height);
    };
  }

  /** @param {string} name */
  const grip = (name) => shortName(network(), name);

  return {
    layer,
    place,
    parameterOf,
    ownBox,
    /** Over a parameter in the picture. @param {string} name @param {{x: number, y: number} | null} [near] in the world */
    open(name, near = null) {
      inPicture = true;
      if (near === null && boxOf(name) >= 0) reveal([ownBox(name) >= 0 ? ownBox(name) : boxOf(name)]);
      anchor = inThePicture(name, near);
      inPlace.open(name, grip(name));
    },
    /** Over an element that shows a parameter, as long as it is in sight in what scrolls it. @param {string} name @param {Element} where @param {Element} scroller */
    openOver(name, where, scroller) {
      inPicture = false;
      anchor = (height) => {
        if (!where.isConnected || !where.getClientRects().length) return null;
        const origin = layer.getBoundingClientRect();
        const { top, bottom, right } = where.getBoundingClientRect();
        const sight = scroller.getBoundingClientRect();
        if (bottom < sight.top || top > sight.bottom) return null;
        const middle = (top + bottom) / 2 - origin.top;
        const end = right - origin.left;
        return { left: end - element.offsetWidth, right: end, top: middle - height / 2, bottom: middle + height / 2 };
      };
      inPlace.open(name, grip(name));
    },
    leave: inPlace.leave,
    isOpen: () => inPlace.name !== '',
    /** Says why a node's number cannot be set. @param {number} node */
    sayWhy(node) {
      const { model } = view;
      // Where nothing is trained, nothing is said of data and weights.
      if (!model || node < 0 || !state().parameters.length) return;
      sayWhyFixed(store, whyFixed({ op: model.ops[node], label: model.labels[node], group: model.groups[node] }));
    },
    scrub: createEditing(store, actions).scrub,
  };
}
