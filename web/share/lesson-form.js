// What a teacher fixes about the page that a link opens.
import { h } from '../dom.js';
import { NONE } from '../lesson.js';

/** @typedef {import('../types.d.ts').Store} Store */

const LONGEST_TASK = 400;

/**
 * The form; what is chosen holds at once, and is in the address from then on.
 * @param {Store} store
 * @param {() => void} changed
 */
export function createLessonForm(store, changed) {
  const task = h('input', {
    id: 'lesson-task',
    type: 'text',
    maxlength: LONGEST_TASK,
    placeholder: 'Find the weight with the steepest gradient.',
    oninput: () => fix({ task: task.value }),
  });
  const present = check('For a projector: without the recipe, and larger', (checked) => fix({ present: checked }));
  const panels = [...document.querySelectorAll('.panel')].map((panel) => {
    const title = panel.querySelector('h2')?.textContent ?? panel.id;
    return { id: panel.id, ...check(title, () => fix({ hide: chosen(panels) })) };
  });
  const hideable = panels.filter(({ id }) => id !== 'practice');
  const locks = [
    { id: 'all', ...check('every setting', () => fix({ lock: chosen(locks) })) },
    ...store.get().settings.map(({ key, title }) => ({ id: key, ...check(title, () => fix({ lock: chosen(locks) })) })),
  ];
  const clear = h('button', { type: 'button', class: 'button', onclick: () => fix(NONE) }, 'Fix nothing');
  const element = h(
    'details',
    { class: 'share-lesson' },
    h('summary', {}, 'For a class: a task, and what stays fixed'),
    h('label', { class: 'share-task' }, h('span', {}, 'Task, shown in the picture'), task),
    present.element,
    h('fieldset', {}, h('legend', {}, 'Leave out'), ...hideable.map(({ element }) => element)),
    h('fieldset', {}, h('legend', {}, 'Lock'), ...locks.map(({ element }) => element)),
    clear,
  );

  /** @param {Partial<import('../types.d.ts').Lesson>} patch */
  function fix(patch) {
    store.set({ lesson: { ...store.get().lesson, ...patch } });
    show();
    changed();
  }

  function show() {
    const { lesson } = store.get();
    if (task.value !== lesson.task) task.value = lesson.task;
    present.input.checked = lesson.present;
    for (const { id, input } of panels) input.checked = lesson.hide.includes(id);
    for (const { id, input } of locks) input.checked = lesson.lock.includes(id);
  }

  return { element, show };
}

/** @param {{ id: string, input: HTMLInputElement }[]} all */
function chosen(all) {
  return all.filter(({ input }) => input.checked).map(({ id }) => id);
}

/** @param {string} words @param {(checked: boolean) => void} change */
function check(words, change) {
  const input = h('input', { type: 'checkbox', onchange: () => change(input.checked) });
  return { element: h('label', { class: 'share-check' }, input, h('span', {}, words)), input };
}
