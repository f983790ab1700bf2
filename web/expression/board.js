import { h } from '../dom.js';
import { precise } from '../numbers.js';
import { readableIn } from './readable.js';
import { setText, signClass } from '../panels/cells.js';
import { createEditor } from './editor.js';

/**
 * @typedef {import('./types.d.ts').BoardState} BoardState
 * @typedef {import('./types.d.ts').BoardStore} BoardStore
 * @typedef {import('./actions.js').BoardActions} BoardActions
 */

/** @type {(keyof BoardState)[]} */
const DRAWN = ['draft', 'shown', 'graph', 'mistake', 'practice'];

/**
 * The board: the expression, what the engine does not understand in it, what to look at, and the result.
 * @param {HTMLElement} element @param {BoardStore} store @param {BoardActions} actions
 */
export function mountBoard(element, store, actions) {
  const look = h('p', { class: 'board-look' });
  const mistake = h('p', { class: 'board-mistake', role: 'status' });
  const name = h('span', { class: 'board-name' });
  const value = h('span', { class: 'number' });
  const result = h('p', { class: 'board-result' }, name, value);
  const editor = createEditor(store.get().draft, actions.write);
  element.append(editor.element, mistake, result, look);
  const behind = h('p', { class: 'stage-behind' }, 'The picture is of the last expression that was understood.');
  document.querySelector('#stage')?.append(behind);

  /** @param {Readonly<BoardState>} state */
  function draw(state) {
    const { draft, shown, examples, mistake: wrong } = state;
    const stale = shown !== null && shown.source !== draft;
    editor.set(draft);
    const read = readableIn(state);
    const rows = (shown?.sheet.statements ?? []).map((row) => ({ ...row, value: read(row).value }));
    editor.note({ statements: stale ? [] : rows, mistake: wrong, stale });
    setText(mistake, wrong ? sentence(wrong) : '');
    const written = rows.length ? precise(rows[rows.length - 1].value) : '–';
    setText(name, `${rows.at(-1)?.name || 'result'} = `);
    setText(value, written);
    value.className = `number ${signClass(written)}`;
    result.classList.toggle('stale', stale || !shown);
    behind.hidden = !wrong || !shown;
    // What to look at would tell what is asked for.
    const example = state.practice ? undefined : examples.find(({ source }) => source === draft);
    setText(look, example ? withTrueMinus(example.look) : '');
    look.hidden = !example;
  }

  draw(store.get());
  store.subscribe((state, before) => {
    if (DRAWN.some((key) => state[key] !== before[key])) draw(state);
  });
  return { focus: editor.focus };
}

/** @param {import('./types.d.ts').Mistake} mistake */
function sentence({ line, column, detail }) {
  return line ? `Line ${line}, column ${column}: ${detail}` : detail;
}

/** @param {string} text */
function withTrueMinus(text) {
  return text.replace(/-(?=\d)/g, '\u2212');
}
