/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {{ kind: 'change' | 'undo' | 'redo' | 'travel', label?: string }} Cause
 */

const MOST = 200;
/** Changes of one label that follow each other within this time are one change. */
const TOGETHER_MS = 1_500;

/**
 * The places that were left by a change, for undo and redo: what it takes to go back there.
 * @template Place
 * @param {Pick<Store, 'set'>} store
 */
export function createHistory(store) {
  /** @type {Place[]} */
  const undo = [];
  /** @type {Place[]} */
  const redo = [];
  let label = '';
  let at = -Infinity;

  return {
    /** @param {'undo' | 'redo'} kind */
    peek: (kind) => (kind === 'undo' ? undo : redo).at(-1),
    /**
     * A place was replaced by another.
     * @param {Place} left
     * @param {Cause} cause
     * @param {number} now milliseconds
     * @returns {'new' | 'continued' | 'travelled'} how the change stands to the one before
     */
    replaced(left, cause, now) {
      const continued = cause.kind === 'change' && !!cause.label && cause.label === label && now - at < TOGETHER_MS;
      label = cause.label ?? '';
      at = now;
      if (cause.kind === 'undo') {
        undo.pop();
        redo.push(left);
      } else if (cause.kind === 'redo') {
        redo.pop();
        undo.push(left);
      } else if (cause.kind === 'change' && !continued) {
        undo.push(left);
        redo.length = 0;
        if (undo.length > MOST) undo.shift();
      }
      store.set({ canUndo: undo.length > 0, canRedo: redo.length > 0 });
      if (cause.kind === 'travel') return 'travelled';
      return continued ? 'continued' : 'new';
    },
  };
}
