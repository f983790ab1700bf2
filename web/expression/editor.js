import { h } from '../dom.js';

/**
 * What is written beside and under the text.
 * @typedef {object} Notes
 * @property {import('./types.d.ts').StatementRow[]} statements their values stand behind them
 * @property {import('./types.d.ts').Mistake | null} mistake
 * @property {boolean} stale whether the statements are those of another text
 */

/**
 * @typedef {object} Full
 * @property {() => void} focus
 * @property {(text: string) => void} set
 * @property {(notes: Notes) => void} note
 */

/**
 * @typedef {(host: HTMLElement, options: { text: string, selection: { anchor: number, head: number }, label: string,
 *   change: (text: string) => void }) => Full} CreateFull
 */

const LABEL = 'Expression';
/** A page that is never idle gets the full editor all the same. */
const LATEST_MS = 500;

/**
 * The editor of an expression: a plain field at once, and the full one as soon as it is there. Where that never comes, the
 * plain one stays.
 * @param {string} text
 * @param {(text: string) => void} change
 */
export function createEditor(text, change) {
  const field = h('textarea', {
    ...{ class: 'board-plain', 'aria-label': LABEL, rows: Math.min(text.split('\n').length + 1, 12), wrap: 'soft' },
    ...{ spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', autocorrect: 'off' },
    oninput: () => change(field.value),
  });
  field.value = text;
  const element = h('div', { class: 'board-editor' }, field);
  /** @type {Full | null} */
  let full = null;
  /** @type {Notes} */
  let notes = { statements: [], mistake: null, stale: false };

  async function grow() {
    const { createCodeEditor } = await import('./codemirror.js');
    const host = h('div', { class: 'board-full' });
    const focused = document.activeElement === field;
    const { selectionStart: anchor, selectionEnd: head } = field;
    field.replaceWith(host);
    full = createCodeEditor(host, { text: field.value, selection: { anchor, head }, label: LABEL, change });
    full.note(notes);
    if (focused) full.focus();
  }
  // The first view needs nothing of it.
  const soon = window.requestIdleCallback ?? setTimeout;
  soon(() => void grow().catch(reportError), { timeout: LATEST_MS });

  return {
    element,
    focus: () => (full ?? field).focus(),
    /** @param {string} next */
    set(next) {
      if (full) full.set(next);
      else if (field.value !== next) field.value = next;
    },
    /** @param {Notes} next */
    note(next) {
      notes = next;
      if (full) full.note(next);
      else field.setAttribute('aria-invalid', String(next.mistake !== null));
    },
  };
}
