// The moves of a sweep: what computes next, or hands its gradient on next, in pieces as large as the picture shows them.
import { parameterNode } from './model.js';
import { termsOf } from './terms.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {"forward" | "backward"} Direction */

/**
 * A scalar, a neuron or the loss, or a layer: what moves as one.
 * @typedef {object} Unit
 * @property {"node" | "group" | "layer"} kind
 * @property {string} key  a node's id, a group, or the layer's part of its groups' names
 * @property {string[]} groups
 * @property {number[]} nodes  its operations, in the order in which they are computed
 */

/**
 * `root`: the pass begins. `through`: a gradient passes what is within a unit. `hand`: it is handed on to what the unit was made from.
 * @typedef {object} Move
 * @property {"compute" | "root" | "through" | "hand"} kind
 * @property {Unit} unit
 * @property {number[]} slots  whose contributions are added, by the positions of their partials, in the order in which they are
 * @property {number[]} seen  those of them that the picture shows as handed from one place to another
 */

/** How many moves of a pass have been made. @typedef {{direction: Direction, moves: Move[], position: number}} Place */

/**
 * How coarse the picture is.
 * @typedef {object} Grain
 * @property {boolean} layers  whether neurons of a layer move together
 * @property {(group: string) => boolean} single  whether every scalar of a group is seen by itself
 */

const LAYER = /^(layer\d+)\.neuron\d+$/;

/** @param {Model} model @param {Direction} direction @param {Grain} grain @returns {Move[]} */
export function movesOf(model, direction, grain) {
  const units = unitsOf(model, grain);
  if (direction === 'forward') return units.map((unit) => ({ kind: 'compute', unit, slots: [], seen: [] }));
  const last = units.at(-1) ?? leaf(model, model.root);
  /** @type {Move[]} */
  const moves = [{ kind: 'root', unit: last, slots: [], seen: [] }];
  for (const unit of units.reverse()) moves.push(...handing(model, unit));
  return moves;
}

/** In the order of computation: scalar by scalar, unless some of them are seen together. @param {Model} model @param {Grain} grain */
function unitsOf(model, { layers, single }) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (let i = 0; i < model.n; i++) {
    if (model.ops[i] === '') continue;
    const nodes = groups.get(model.groups[i]);
    if (nodes) nodes.push(i);
    else groups.set(model.groups[i], [i]);
  }
  if (!layers && [...groups.keys()].every(single)) {
    const nodes = [...groups.values()].flat().sort((a, b) => a - b);
    return nodes.map((i) => leaf(model, i));
  }
  /** @type {Map<string, Unit>} */
  const units = new Map();
  for (const [group, nodes] of groups) {
    if (!layers && single(group)) {
      for (const i of nodes) units.set(model.ids[i], leaf(model, i));
      continue;
    }
    const key = (layers && LAYER.exec(group)?.[1]) || group;
    const unit = units.get(key);
    if (unit) {
      unit.groups.push(group);
      unit.nodes.push(...nodes);
    } else {
      units.set(key, { kind: key === group ? 'group' : 'layer', key, groups: [group], nodes: [...nodes] });
    }
  }
  for (const unit of units.values()) unit.nodes.sort((a, b) => a - b);
  return [...units.values()];
}

/** @param {Model} model @param {number} i @returns {Unit} */
function leaf(model, i) {
  return { kind: 'node', key: model.ids[i], groups: [model.groups[i]], nodes: [i] };
}

/** @param {Model} model @param {Unit} unit @returns {Move[]} */
function handing(model, unit) {
  const { start, operands } = model;
  if (unit.kind === 'node') {
    const [i] = unit.nodes;
    return range(start[i], start[i + 1]).map((slot) => ({ kind: 'hand', unit, slots: [slot], seen: [slot] }));
  }
  const own = new Set(unit.groups);
  /** @type {number[]} */
  const all = [];
  /** @type {number[]} */
  const within = [];
  /** Slots by the place of what they lead to. @type {Map<string, number[]>} */
  const out = new Map();
  for (const i of [...unit.nodes].reverse()) {
    for (const slot of range(start[i], start[i + 1])) {
      const operand = operands[slot];
      all.push(slot);
      // What the loss adds for the size of a weight is seen in no place of its own.
      if (own.has(model.groups[operand]) || parameterNode(model, operand)) within.push(slot);
      else out.set(placeOf(model, operand), [...(out.get(placeOf(model, operand)) ?? []), slot]);
    }
  }
  if (unit.kind === 'layer') return [{ kind: 'hand', unit, slots: all, seen: [...out.values()].flat() }];
  /** @type {Move[]} */
  const moves = [...out.values()].map((slots) => ({ kind: 'hand', unit, slots, seen: slots }));
  if (termsOf(model, unit.key)?.activation || !moves.length)
    return [{ kind: 'through', unit, slots: within, seen: [] }, ...moves];
  moves[0] = { ...moves[0], slots: [...within, ...moves[0].slots] };
  return moves;
}

/** Where a value stands among neurons: its group, or for an input or a target its name. @param {Model} model @param {number} i */
export function placeOf(model, i) {
  return model.ops[i] ? model.groups[i] : model.labels[i];
}

/** @param {number} from @param {number} to */
export function range(from, to) {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

/**
 * How many moves of another sweep over the same graph have been made when all that was made in the first so many of these is.
 * @param {Move[]} before @param {number} position @param {Move[]} after
 */
export function samePlace(before, position, after) {
  const done = new Set(before.slice(0, position).flatMap(made));
  const first = after.findIndex((move) => !made(move).every((what) => done.has(what)));
  return first < 0 ? after.length : first;
}

/** @param {Move} move @returns {(number | string)[]} */
function made({ kind, unit, slots }) {
  return kind === 'compute' ? unit.nodes : kind === 'root' ? ['root'] : slots;
}
