// A table of cells to type in, of which only the rows in sight stand in the page.
import { h, iconButton, setHidden } from '../dom.js';

/** Pixels, until a row has been seen. */
const HEIGHT = 32;
const AROUND = 4;

/**
 * @param {object} use
 * @param {() => void} use.changed
 * @param {(text: string) => void} use.pasted  lines were pasted, not a number
 */
export function createGrid({ changed, pasted }) {
  const head = h('tr');
  const body = h('tbody');
  const table = h(
    'table',
    { class: 'grid' },
    h('caption', { class: 'visually-hidden' }, 'Samples'),
    h('thead', {}, head),
    body,
  );
  const space = h('div', { class: 'grid-space' }, table);
  const scroller = h('div', { class: 'scroller grid-scroller' }, space);
  /** @type {string[]} */
  let columns = [];
  /** @type {string[][]} */
  let cells = [];
  let first = -1;
  let last = -1;
  let height = HEIGHT;
  /** @type {{ row: number, column: number } | null} */
  let wrong = null;

  scroller.addEventListener('scroll', () => render(), { passive: true });
  new ResizeObserver(() => render()).observe(scroller);

  /** @param {boolean} [anew] */
  function render(anew = false) {
    const top = Math.floor(scroller.scrollTop / height);
    const from = Math.max(0, Math.min(top - AROUND, cells.length - 1));
    const to = Math.min(cells.length, top + Math.ceil(scroller.clientHeight / height) + AROUND);
    if (!anew && from === first && to === last) return;
    // Who types in a row that leaves goes on in the same cell when it comes back.
    [first, last] = [from, to];
    space.style.height = `${(cells.length + 1) * height}px`;
    table.style.top = `${first * height}px`;
    body.replaceChildren(...cells.slice(first, last).map((texts, i) => rowOf(texts, first + i)));
    const real = body.rows[0]?.offsetHeight || height;
    if (real === height) return;
    height = real;
    render(true);
  }

  /** @param {string[]} texts @param {number} row */
  function rowOf(texts, row) {
    const fields = texts.map((text, column) =>
      h(
        'td',
        {},
        h('input', {
          value: text,
          inputmode: 'decimal',
          autocomplete: 'off',
          'aria-label': `${columns[column]} of sample ${row + 1}`,
          'aria-invalid': wrong?.row === row && wrong.column === column ? 'true' : null,
          'data-at': `${row}:${column}`,
        }),
      ),
    );
    const remove = iconButton('remove', `Take sample ${row + 1} out`, () => {
      if (cells.length === 1) return;
      cells.splice(row, 1);
      wrong = null;
      render(true);
      changed();
      focus(Math.min(row, cells.length - 1), 0);
    });
    return h('tr', {}, h('th', { scope: 'row' }, String(row + 1)), ...fields, h('td', {}, remove));
  }

  /** @param {EventTarget | null} target @returns {[number, number] | null} */
  function placeOf(target) {
    const at = target instanceof HTMLElement ? target.dataset.at : undefined;
    return at === undefined ? null : /** @type {[number, number]} */ (at.split(':').map(Number));
  }

  body.addEventListener('input', (event) => {
    const place = placeOf(event.target);
    if (!place) return;
    const field = /** @type {HTMLInputElement} */ (event.target);
    cells[place[0]][place[1]] = field.value;
    field.removeAttribute('aria-invalid');
    wrong = null;
    changed();
  });
  body.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    pasted(text);
  });
  body.addEventListener('keydown', (event) => {
    const place = placeOf(event.target);
    const by = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (!place || !by) return;
    event.preventDefault();
    const to = place[0] + by;
    if (to === cells.length && event.key === 'Enter') add();
    else focus(Math.max(0, Math.min(to, cells.length - 1)), place[1]);
  });

  /** @param {number} row @param {number} column */
  function focus(row, column) {
    const top = row * height;
    // Below the head.
    const room = scroller.clientHeight - height;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + height > scroller.scrollTop + room) scroller.scrollTop = top + height - room;
    render();
    const field = body.querySelector(`[data-at="${row}:${column}"]`);
    if (field instanceof HTMLInputElement) field.focus();
  }

  function add() {
    cells.push(columns.map(() => ''));
    render(true);
    changed();
    focus(cells.length - 1, 0);
  }

  return {
    element: scroller,
    add,
    cells: () => cells,
    /** @param {string[]} names @param {string[][]} texts */
    show(names, texts) {
      columns = names;
      cells = texts.map((row) => [...row]);
      wrong = null;
      head.replaceChildren(
        h('th', { scope: 'col' }, '#'),
        ...names.map((name) => h('th', { scope: 'col' }, name)),
        h('th'),
      );
      scroller.scrollTop = 0;
      setHidden(scroller, false);
      render(true);
    },
    /** Shows where a mistake is. @param {number} row @param {number} column */
    mark(row, column) {
      wrong = { row, column };
      render(true);
      focus(row, column);
    },
  };
}
