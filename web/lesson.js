// What somebody who prepared a moment for others has fixed about the page: a task, panels that are hidden, settings that are
// locked, and the look for a projector.
import { h, setText } from './dom.js';

/**
 * @typedef {import('./types.d.ts').Lesson} Lesson
 * @typedef {import('./types.d.ts').Setting} Setting
 * @typedef {import('./types.d.ts').Store} Store
 */

/** A page of one's own. @type {Lesson} */
export const NONE = { task: '', hide: [], lock: [], present: false };

/** @param {Lesson} lesson @param {Setting | undefined} setting */
export function isLocked({ lock }, setting) {
  return setting !== undefined && (lock.includes('all') || lock.includes(setting.key));
}

/** What a locked setting says. @param {Setting} setting */
export function lockedInWords({ title }) {
  return `This page keeps the ${title} as it is: whoever prepared it has fixed it.`;
}

/**
 * Keeps the page as the lesson wants it. Its text is only ever text.
 * @param {HTMLElement} place where the task stands
 * @param {Store} store
 */
export function mountLesson(place, store) {
  const task = h('p', { class: 'lesson-task' });
  const element = h(
    'div',
    { class: 'banner calm lesson', role: 'note', 'aria-label': 'Task' },
    h('b', {}, 'Task'),
    task,
  );
  place.prepend(element);

  /** @type {Lesson | null} */
  let shown = null;

  function show() {
    const { lesson, settings } = store.get();
    if (lesson === shown) return;
    shown = lesson;
    element.hidden = lesson.task === '';
    setText(task, lesson.task);
    document.body.classList.toggle('presents', lesson.present);
    for (const panel of document.querySelectorAll('.panel'))
      panel.classList.toggle('left-out', lesson.hide.includes(panel.id));
    document.body.classList.toggle(
      'lacks-chosen',
      lesson.present || ['recipe', 'edits'].every((id) => lesson.hide.includes(id)),
    );
    for (const setting of settings) {
      const row = document.getElementById(`setting-${setting.key}`)?.closest('.setting');
      const locked = isLocked(lesson, setting);
      row?.classList.toggle('locked', locked);
      if (row instanceof HTMLElement) {
        row.inert = locked;
        row.title = locked ? lockedInWords(setting) : '';
      }
    }
  }

  show();
  store.subscribe(show);
}
