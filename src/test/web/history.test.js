import { createHistory } from '/web/history.js';
import { equal } from './assert.js';
import { notebook } from './recipes.js';

/** A history, what it told the page last, and a place to leave. */
function begin() {
  const told = { canUndo: false, canRedo: false };
  const history = createHistory({ set: (patch) => void Object.assign(told, patch) });
  /** @param {number} step */
  const place = (step) => ({ recipe: notebook, step });
  return { history, told, place };
}

export default {
  'what was left by a change can be gone back to'() {
    const { history, told, place } = begin();
    equal(history.replaced(place(3), { kind: 'change' }, 0), 'new');
    equal(history.peek('undo'), place(3));
    equal(told, { canUndo: true, canRedo: false });
  },
  'undo and redo are each other’s opposite'() {
    const { history, told, place } = begin();
    history.replaced(place(3), { kind: 'change' }, 0);
    history.replaced(place(9), { kind: 'undo' }, 10);
    equal(told, { canUndo: false, canRedo: true });
    equal(history.peek('redo'), place(9));
    history.replaced(place(3), { kind: 'redo' }, 20);
    equal(told, { canUndo: true, canRedo: false });
    equal(history.peek('undo'), place(3));
  },
  'a new change forgets what could be done again'() {
    const { history, told, place } = begin();
    history.replaced(place(3), { kind: 'change' }, 0);
    history.replaced(place(9), { kind: 'undo' }, 10);
    history.replaced(place(3), { kind: 'change' }, 20);
    equal(told.canRedo, false);
  },
  'one movement of a slider is one change'() {
    const { history, place } = begin();
    const drag = { kind: /** @type {const} */ ('change'), label: '3:rate' };
    equal(history.replaced(place(3), drag, 0), 'new');
    equal(history.replaced(place(4), drag, 100), 'continued');
    equal(history.replaced(place(5), drag, 200), 'continued');
    equal(history.peek('undo'), place(3));
    equal(history.replaced(place(6), drag, 10_000), 'new', 'after a pause:');
    equal(history.peek('undo'), place(6));
  },
  'a drag is one change however long it rests, and is gone when its first value is back'() {
    const { history, told, place } = begin();
    history.replaced(place(1), { kind: 'change' }, 0);
    history.replaced(place(2), { kind: 'undo' }, 10);
    const drag = { kind: /** @type {const} */ ('change'), label: 'gesture:1', whole: true };
    equal(history.replaced(place(1), drag, 100), 'new');
    equal(history.replaced(place(4), drag, 100_000), 'continued');
    equal(told, { canUndo: true, canRedo: false });
    equal(history.replaced(place(5), { kind: 'back', label: 'gesture:1' }, 200_000), 'continued');
    equal(told, { canUndo: false, canRedo: true });
    equal(history.peek('redo'), place(2));
  },
  'what has changed nothing takes nothing back'() {
    const { history, place } = begin();
    history.replaced(place(1), { kind: 'change', label: 'other' }, 0);
    history.replaced(place(2), { kind: 'back', label: 'gesture:1' }, 10);
    equal(history.peek('undo'), place(1));
  },
  'the browser’s back and forward are not undone'() {
    const { history, told, place } = begin();
    equal(history.replaced(place(3), { kind: 'travel' }, 0), 'travelled');
    equal(told, { canUndo: false, canRedo: false });
  },
};
