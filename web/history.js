/**
 * What has replaced a place. Changes of one label that are `whole`, as those of one drag, are one change however long they
 * take; back: what they have done is as it was before them.
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {{ kind: 'change' | 'back' | 'undo' | 'redo' | 'travel', label?: string, whole?: boolean }} Cause
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
  /** What could be done again before the last change. @type {Place[]} */
  let dropped = [];
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
      const again = !!cause.label && cause.label === label;
      const continued = again && cause.kind === 'change' && (!!cause.whole || now - at < TOGETHER_MS);
      const back = again && cause.kind === 'back';
      label = back ? '' : (cause.label ?? '');
      at = now;
      if (cause.kind === 'undo') {
        undo.pop();
        redo.push(left);
      } else if (cause.kind === 'redo') {
        redo.pop();
        undo.push(left);
      } else if (back) {
        undo.pop();
        redo.push(...dropped.splice(0));
      } else if (cause.kind === 'change' && !continued) {
        undo.push(left);
        dropped = redo.splice(0);
        if (undo.length > MOST) undo.shift();
      }
      store.set({ canUndo: undo.length > 0, canRedo: redo.length > 0 });
      if (cause.kind === 'travel') return 'travelled';
      return continued || cause.kind === 'back' ? 'continued' : 'new';
    },
  };
}
