// What must not be read while a number is asked for, and how it is kept from every panel at once.
import { HIDDEN } from '../numbers.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Graph} Graph
 * @typedef {import('../types.d.ts').Veil} Veil
 * @typedef {import('../types.d.ts').Question} Question
 * @typedef {{ node: string, quantity: 'data' | 'gradient' }} Asked
 * @typedef {Pick<State, 'frame' | 'graph'>} Numbers
 */

/** While it is not known yet what is asked. @type {Veil} */
export const ALL = { data: 'all', gradients: new Set(), explained: null };

/**
 * A gradient is asked for in the middle of a backward pass: all data are there, and of the gradients those that the nodes
 * made of it hand on, and those that were found before. A value is asked for in the middle of a forward pass: there is
 * nothing yet that is made of it, and no gradient at all. A local derivative is a part of every answer, so none is shown.
 * @param {Graph} graph
 * @param {Asked} asked
 * @param {Iterable<string>} found ids of the nodes whose gradients were found before
 * @returns {Veil}
 */
export function veilFor({ topology }, { node, quantity }, found) {
  if (quantity === 'data') {
    const data = new Set([node]);
    // Operands come before their consumers.
    for (const { id, operands } of topology.nodes) if (operands.some((operand) => data.has(operand))) data.add(id);
    return { data, gradients: new Set(), explained: null };
  }
  const gradients = new Set(found);
  for (const { id, operands } of topology.nodes) if (operands.includes(node)) gradients.add(id);
  gradients.delete(node);
  return { data: new Set(), gradients, explained: null };
}

/** The veil once the number that was asked for may be seen. @param {Veil} veil @param {Asked} asked @returns {Veil} */
export function lifted({ data, gradients, explained }, { node, quantity }) {
  if (quantity === 'gradient') return { data, gradients: new Set([...gradients, node]), explained: node };
  return { data: new Set([...data].filter((id) => id !== node)), gradients, explained };
}

/**
 * The numbers with HIDDEN in the place of all that is covered.
 * @param {Numbers} bare
 * @param {Veil} veil
 * @returns {Numbers}
 */
export function covered({ frame, graph }, { data, gradients, explained }) {
  /** @param {string} id */
  const hides = (id) => data === 'all' || data.has(id);
  const forward = data === 'all' || data.size > 0;
  const nothing = (/** @type {number[]} */ numbers) => numbers.map(() => HIDDEN);
  return {
    frame: {
      ...frame,
      gradients: nothing(frame.gradients),
      // The end of every forward pass.
      ...(forward ? { loss: HIDDEN, trainLoss: HIDDEN, testLoss: null, accuracy: null, testAccuracy: null } : {}),
      outputs: forward ? frame.outputs.map(nothing) : frame.outputs,
    },
    graph:
      graph &&
      graph.with({
        data: graph.topology.nodes.map(({ id }, i) => (hides(id) ? HIDDEN : graph.data[i])),
        gradients: graph.topology.nodes.map(({ id }, i) => (gradients.has(id) ? graph.gradients[i] : HIDDEN)),
        partials: partialsBy(graph, explained),
      }),
  };
}

/** The local derivatives by one node; none of the others. @param {Graph} graph @param {string | null} node */
function partialsBy({ topology, partials }, node) {
  let at = 0;
  return topology.nodes.flatMap(({ operands }) =>
    operands.map((operand) => {
      const partial = partials[at++];
      return operand === node ? partial : HIDDEN;
    }),
  );
}

/** Whether the server may be asked, for a panel to show its answer. @param {Question} question @param {Veil | null} [veil] */
export function mayBeAsked({ what, about }, veil) {
  return !veil || what === 'practice' || (veil.explained !== null && about?.node === veil.explained);
}

/**
 * Covers whatever numbers arrive in the store, before anything is drawn, as long as there is a veil; and lays one over
 * everything as soon as something is practised, until it is known what.
 * @param {Store} store
 */
export function createVeil(store) {
  const { frame, graph, practice } = store.get();
  /** @type {Numbers} */
  let bare = { frame, graph };
  /** What the store holds in their place. */
  let shown = bare;
  /** @type {Veil | null} */
  let laid = null;

  function react() {
    const { frame, graph, veil } = store.get();
    if (frame === shown.frame && graph === shown.graph && veil === laid) return;
    bare = {
      frame: frame === shown.frame ? bare.frame : frame,
      graph: graph === shown.graph ? bare.graph : graph,
    };
    laid = veil;
    shown = veil ? covered(bare, veil) : bare;
    store.set(shown);
  }

  store.watch((state, before) => {
    if (state.practice && !before.practice && !state.veil) store.set({ veil: ALL });
    else if (!state.practice && state.veil) store.set({ veil: null });
    else react();
  });
  if (practice) store.set({ veil: ALL });
}
