import { h, iconButton } from '../dom.js';
import { format } from '../numbers.js';
import { inForce, isParameter, parameterTitle, withoutEdit } from '../recipe.js';
import { titleOf } from '../settings.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Mount} Mount
 */

/**
 * What was changed in the middle of the run: when, what, to what, each with a button that takes it back.
 * @type {Mount}
 */
export function mountEdits(element, store, actions) {
  const none = h('p', { class: 'none' }, 'None yet: at a later step, move the learning rate, or click on a weight.');
  const list = h('ul', { class: 'edit-list', tabindex: -1 });
  const quiet = { class: 'button icon quiet' };
  const undo = iconButton('undo', 'Undo the last change', actions.undo, { ...quiet, title: 'Undo (Ctrl + Z)' });
  const redo = iconButton('redo', 'Redo', actions.redo, { ...quiet, title: 'Redo (Ctrl + Shift + Z)' });
  element.append(h('div', { class: 'history' }, undo, redo), none, list);

  /** @param {number} index @param {string} name */
  function takeBack(index, name) {
    actions.takeBack(index, name);
    // The pressed button goes away with its edit.
    list.focus();
  }

  /** @param {State} state */
  function draw({ recipe, settings, canUndo, canRedo }) {
    none.hidden = recipe.edits.length > 0;
    undo.disabled = !canUndo;
    redo.disabled = !canRedo;
    list.replaceChildren(
      ...recipe.edits.flatMap(({ step, set }, index) =>
        Object.entries(set).map(([name, value]) => {
          const setting = settings.find(({ field }) => field === name);
          // What a parameter was before is known to no recipe, and would be missing after a reload.
          const change = isParameter(name)
            ? ['set to ', h('b', {}, format(/** @type {number} */ (value)))]
            : [
                h('s', {}, titleOf(setting, inForce(withoutEdit(recipe, index, name), name, step))),
                ' → ',
                h('b', {}, titleOf(setting, value)),
              ];
          const what = isParameter(name) ? parameterTitle(name) : (setting?.title ?? name);
          return h(
            'li',
            {},
            h(
              'button',
              { type: 'button', class: 'when number', title: `Go to step ${step}`, onclick: () => actions.seek(step) },
              `step ${step}`,
            ),
            h('span', { class: 'what' }, what),
            h('span', { class: 'change number' }, ...change),
            iconButton('undo', `Take back: ${what} at step ${step}`, () => takeBack(index, name), {
              class: 'button icon quiet',
            }),
          );
        }),
      ),
    );
  }

  draw(store.get());
  store.subscribe((state, before) => {
    const { recipe, canUndo, canRedo } = before;
    if (state.recipe !== recipe || state.canUndo !== canUndo || state.canRedo !== canRedo) draw(state);
  });
}
