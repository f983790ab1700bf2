/**
 * Leaves of an expression are set in its picture as parameters are in that of a network.
 * @param {import('./types.d.ts').BoardStore} store
 * @param {import('./actions.js').BoardActions} actions
 * @returns {Pick<import('../types.d.ts').Actions, 'edit' | 'beginGesture' | 'bringBack' | 'endGesture'>}
 */
export function leafEditing(store, actions) {
  /** What the leaves were when the changes began. @type {Map<string, number>} */
  let first = new Map();
  /** @type {Set<string>} */
  let moved = new Set();

  return {
    edit(set) {
      for (const [name, value] of Object.entries(set)) {
        moved.add(name);
        actions.setNumber(name, Number(value));
      }
    },
    beginGesture() {
      const { parameters, frame } = store.get();
      first = new Map(parameters.map((name, i) => [name, frame.values[i]]));
      moved = new Set();
      actions.beginGesture();
    },
    bringBack() {
      for (const name of moved) actions.setNumber(name, first.get(name) ?? NaN);
    },
    endGesture: actions.beginGesture,
  };
}
