import { createEditing } from '../editing.js';
import { createInPlace } from '../in-place.js';
import { listenForScrubs } from '../scrub.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('./rows.js').Row & { value: { cell: HTMLElement } }} ValueRow
 */

/** So many pixels before the value the field begins that lies over it. */
const BEFORE = 3;

/**
 * The values of a table of parameters are set where they stand: dragged sideways, or typed into a field over them. Rows keep
 * their places meanwhile.
 * @param {import('../types.d.ts').Store} store @param {import('../types.d.ts').Actions} actions
 * @param {object} parts
 * @param {HTMLElement} parts.scroller @param {HTMLTableElement} parts.table @param {HTMLElement} parts.body
 * @param {ReturnType<typeof import('./rows.js').createRows<ValueRow>>} parts.rows
 * @param {(index: number) => string} parts.nameAt @param {(name: string) => number} parts.indexOf
 * @param {(state: Readonly<State>) => void} parts.settle puts the rows in order again
 */
export function createRowEditing(store, actions, { scroller, table, body, rows, nameAt, indexOf, settle }) {
  const inPlace = createInPlace(store, actions, { place, closed });
  const editing = createEditing(store, actions);
  /** The parameter that was set last, until its row has been put in its place. */
  let edited = '';
  scroller.append(inPlace.element);

  listenForScrubs(body, (event) => {
    const cell = event.target instanceof Element ? event.target.closest('td.scrubs') : null;
    const index = rows.indexOf(cell);
    if (index < 0) return null;
    const name = nameAt(index);
    const scrub = editing.scrub(name, () => chosen(index));
    /** @param {boolean} kept */
    const end = (kept) => {
      scrub?.end?.(kept);
      closed(name);
    };
    return scrub && { ...scrub, end };
  });

  /** With the focus here, the panel of what is selected does not move the column under the pointer. @param {number} index */
  function chosen(index) {
    rows.focus(index);
    actions.select(nameAt(index));
  }

  function place() {
    const row = rows.at(indexOf(inPlace.name));
    inPlace.element.classList.toggle('away', !row);
    if (!row) return;
    const { offsetTop, offsetHeight } = row.row;
    const { offsetLeft } = row.value.cell;
    const { offsetHeight: height, offsetWidth: width } = inPlace.element;
    const left = Math.min(offsetLeft - BEFORE, table.offsetWidth - width - BEFORE);
    const top = Math.min(offsetTop + (offsetHeight - inPlace.line()) / 2, Math.max(0, table.offsetHeight - height));
    inPlace.element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  /** @param {string} name */
  function closed(name) {
    edited = name;
    release(store.get());
  }

  /** Puts the rows in order again once what was asked for is shown; the one that was set stays in sight. @param {Readonly<State>} state */
  function release(state) {
    if (!edited || state.busy || editing.open || inPlace.name) return;
    const name = edited;
    edited = '';
    const focused = body.contains(document.activeElement);
    settle(state);
    const index = indexOf(name);
    if (index >= 0 && focused) rows.focus(index);
    else if (index >= 0) rows.reveal(index);
  }

  return {
    /** Opens the field over the value of a row. @param {number} index */
    edit(index) {
      chosen(index);
      inPlace.open(nameAt(index), '↔');
    },
    /** Whether rows have to stay where they are. */
    holds: () => editing.open || inPlace.name !== '' || edited !== '',
    release,
  };
}
