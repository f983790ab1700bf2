import { h } from '../dom.js';
import { asksToEdit } from '../in-place.js';

/**
 * A row of a table, made once and filled again and again; its button is what takes the focus.
 * @typedef {{ row: HTMLTableRowElement, button: HTMLButtonElement }} Row
 */

/** Up to so many rows all stand in the page; of more, only those in sight and a few around them. */
const ALL = 60;
const AROUND = 6;

/**
 * The body of a table in a box that scrolls. All rows have the same height. One row is a tab stop, the arrow keys move on.
 * @template {Row} R
 * @param {object} parts
 * @param {HTMLElement} parts.scroller
 * @param {HTMLTableElement} parts.table
 * @param {HTMLTableSectionElement} parts.body
 * @param {() => R} parts.make
 * @param {(row: R, index: number) => void} parts.fill
 * @param {(index: number, beside: boolean) => void} parts.choose a row was clicked, beside: with Shift; or reached by an arrow key
 * @param {(index: number) => void} [parts.edit] a row was clicked twice, or F2 was pressed on it, or Enter on the current one
 */
export function createRows({ scroller, table, body, make, fill, choose, edit }) {
  const above = spacer(table);
  const below = spacer(table);
  /** @type {R[]} */
  let rows = [];
  let count = 0;
  let current = -1;
  let together = 1;
  let first = 0;
  let height = 28;
  let measured = false;
  // Kept from events: to ask while the page is being written would lay it out once more.
  let top = 0;
  let sight = -1;

  body.replaceChildren(above.row, below.row);

  scroller.addEventListener(
    'scroll',
    () => {
      top = scroller.scrollTop;
      if (count > ALL) render();
    },
    { passive: true },
  );
  new ResizeObserver(() => {
    sight = scroller.clientHeight;
    top = scroller.scrollTop;
    measure();
    render();
  }).observe(scroller);

  body.addEventListener('click', (event) => {
    const index = indexOf(event.target);
    if (index < 0) return;
    // Wherever in a row it was clicked: the keys go on from there.
    rows[index - first]?.button.focus({ preventScroll: true });
    choose(index, event.shiftKey);
  });
  body.addEventListener('dblclick', (event) => {
    const index = indexOf(event.target);
    if (index >= 0 && !event.shiftKey) edit?.(index);
  });
  body.addEventListener('keydown', (event) => {
    const index = indexOf(event.target);
    if (edit && index >= 0 && asksToEdit(event, index === current)) {
      event.preventDefault();
      edit(index);
      return;
    }
    const to = index < 0 ? -1 : destination(event.key, index);
    if (to < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(to, false);
    focus(to);
  });

  /** @param {number} index */
  function focus(index) {
    reveal(index);
    rows[index - first]?.button.focus({ preventScroll: true });
  }

  /** @param {EventTarget | null} target */
  function indexOf(target) {
    const row = target instanceof Element ? target.closest('tr') : null;
    const place = rows.findIndex((each) => each.row === row);
    return place < 0 ? -1 : first + place;
  }

  /** @param {string} key @param {number} index */
  function destination(key, index) {
    const page = Math.max(1, Math.floor(sight / height) - 1);
    /** @type {Record<string, number>} */
    const to = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: count - 1,
    };
    return key in to ? Math.min(Math.max(to[key], 0), count - 1) : -1;
  }

  function render() {
    // On a tab that is not shown.
    if (sight === 0) return;
    const all = count <= ALL;
    first = all ? 0 : Math.max(0, Math.min(Math.floor(top / height) - AROUND, count - 1));
    const last = all ? count : Math.min(count, Math.ceil((top + sight) / height) + AROUND);
    while (rows.length < last - first) {
      const row = make();
      rows.push(row);
      below.row.before(row.row);
    }
    for (const surplus of rows.splice(Math.max(0, last - first))) surplus.row.remove();
    above.set(first * height);
    below.set((count - last) * height);
    const stop = current >= first && current < last ? current : first;
    rows.forEach((row, i) => {
      mark(row, first + i, stop);
      fill(row, first + i);
    });
  }

  /** Written only where it changes: this runs for every frame that is played. @param {R} row @param {number} index @param {number} stop */
  function mark({ row, button }, index, stop) {
    const place = String(index + 2);
    if (row.getAttribute('aria-rowindex') !== place) row.setAttribute('aria-rowindex', place);
    const tab = index === stop ? 0 : -1;
    if (button.tabIndex !== tab || !button.hasAttribute('tabindex')) button.tabIndex = tab;
    const chosen = index >= current && index < current + together && current >= 0;
    if (row.classList.contains('current') === chosen) return;
    row.classList.toggle('current', chosen);
    if (chosen) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }

  /** Once there is a row in sight: to measure is to lay out the page. */
  function measure() {
    const real = rows[0]?.row.offsetHeight ?? 0;
    if (real === 0) return;
    measured = true;
    if (real === height) return;
    height = real;
    render();
  }

  /** Scrolls only as far as it must. @param {number} index */
  function reveal(index) {
    const head = table.tHead?.offsetHeight ?? 0;
    const from = index * height;
    const room = scroller.clientHeight - head;
    if (from < scroller.scrollTop) scroller.scrollTop = from;
    else if (from + height > scroller.scrollTop + room) scroller.scrollTop = from + height - room;
    top = scroller.scrollTop;
    render();
  }

  return {
    /**
     * @param {number} length
     * @param {number} chosen the current row, or -1
     * @param {number} [many] how many rows are current together
     */
    show(length, chosen, many = 1) {
      together = many;
      if (length !== count) table.setAttribute('aria-rowcount', String(length + 1));
      count = length;
      current = chosen;
      render();
      if (!measured) measure();
    },
    reveal,
    indexOf,
    focus,
    /** The row at an index, if it stands in the page. @param {number} index @returns {R | undefined} */
    at: (index) => rows[index - first],
    /** Forgets the rows, when they have to be made in another way. */
    clear() {
      for (const { row } of rows) row.remove();
      rows = [];
    },
  };
}

/** As high as the rows that are left out. @param {HTMLTableElement} table */
function spacer(table) {
  const cell = h('td');
  cell.style.padding = cell.style.border = '0';
  const row = h('tr', { class: 'spacer', 'aria-hidden': 'true', hidden: true }, cell);
  let shown = 0;
  return {
    row,
    /** @param {number} height */
    set(height) {
      if (height === shown) return;
      shown = height;
      row.hidden = height <= 0;
      // Not more than there are: a fixed layout would make columns of the rest.
      cell.colSpan = table.tHead?.rows[0]?.cells.length ?? 1;
      cell.style.height = `${Math.max(0, height)}px`;
    },
  };
}
