import { h } from '/web/dom.js';
import { createRows } from '/web/panels/rows.js';
import { equal, ok } from '/tests/assert.js';

/** A frame is drawn, and whoever watches sizes and scrolling has been told. */
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/**
 * A table of numbered rows in a box of 280 pixels.
 * @param {(page: { scroller: HTMLElement, table: HTMLTableElement, body: HTMLElement, chosen: number[], edited: number[],
 *   rows: ReturnType<typeof createRows>, shown: () => number[] }) => Promise<void>} test
 */
async function withRows(test) {
  const body = h('tbody');
  const table = h('table', {}, h('thead', {}, h('tr', {}, h('th', {}, 'row'))), body);
  const scroller = h('div', {}, table);
  scroller.style.cssText = 'height: 280px; overflow: auto';
  table.style.borderSpacing = '0';
  document.body.append(scroller);
  /** @type {number[]} */
  const chosen = [];
  /** @type {number[]} */
  const edited = [];
  const make = () => {
    const button = h('button', { type: 'button' });
    const row = h('tr', {}, h('td', {}, button));
    row.style.height = '28px';
    return { row, button };
  };
  const rows = createRows({
    scroller,
    table,
    body,
    make,
    fill: ({ button }, index) => void (button.textContent = String(index)),
    choose: (index) => void chosen.push(index),
    edit: (index) => void edited.push(index),
  });
  const shown = () => [...body.querySelectorAll('button')].map((button) => Number(button.textContent));
  try {
    await test({ scroller, table, body, chosen, edited, rows, shown });
  } finally {
    scroller.remove();
  }
}

/** @param {string} key */
function press(key) {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

export default {
  'a few rows all stand in the page'() {
    return withRows(async ({ rows, table, shown }) => {
      rows.show(41, -1);
      await drawn();
      equal(
        shown(),
        Array.from({ length: 41 }, (_, i) => i),
      );
      equal(table.getAttribute('aria-rowcount'), '42');
    });
  },

  'of thousands of rows only those around the ones in sight stand in the page, and the box scrolls as if all did'() {
    return withRows(async ({ rows, scroller, table, shown }) => {
      rows.show(5000, -1);
      await drawn();
      ok(shown().length < 40, `${shown().length} rows`);
      const height = table.offsetHeight;
      ok(height > 5000 * 28, `${height} pixels`);
      scroller.scrollTop = 70_000;
      await drawn();
      const [first] = shown();
      ok(first > 2300 && first < 2500, `begins with ${first}`);
      ok(Math.abs(table.offsetHeight - height) < 2, 'the height stays');
      equal(table.querySelector('tbody tr:not(.spacer)')?.getAttribute('aria-rowindex'), String(first + 2));
    });
  },

  'a current row that is far away is brought into sight'() {
    return withRows(async ({ rows, scroller, body }) => {
      rows.show(5000, 4321);
      await drawn();
      rows.reveal(4321);
      const current = body.querySelector('.current');
      equal(current?.textContent, '4321');
      const box = /** @type {Element} */ (current).getBoundingClientRect();
      const sight = scroller.getBoundingClientRect();
      ok(box.top >= sight.top && box.bottom <= sight.bottom + 1, 'inside the box');
      equal(body.querySelectorAll('[aria-current]').length, 1);
    });
  },

  'one row is a tab stop, and the arrow keys choose its neighbours'() {
    return withRows(async ({ rows, body, chosen }) => {
      rows.show(5000, -1);
      await drawn();
      const stops = [...body.querySelectorAll('button')].filter((button) => button.tabIndex === 0);
      equal(stops.length, 1);
      stops[0].focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'ArrowDown', 'Home', 'ArrowUp']) press(key);
      equal(chosen, [1, 2, 1, 4999, 4999, 0, 0]);
      equal(document.activeElement?.textContent, '0');
    });
  },

  'a click anywhere in a row chooses it'() {
    return withRows(async ({ rows, body, chosen }) => {
      rows.show(3, -1);
      await drawn();
      /** @type {HTMLElement} */ (body.querySelectorAll('tr:not(.spacer) td')[2]).click();
      equal(chosen, [2]);
    });
  },

  'rows of one sample are current together'() {
    return withRows(async ({ rows, body }) => {
      rows.show(9, 3, 3);
      await drawn();
      equal(
        [...body.querySelectorAll('.current')].map((row) => row.textContent),
        ['3', '4', '5'],
      );
    });
  },

  'a row is edited by F2, by a double click, and by Enter if it is the current one'() {
    return withRows(async ({ rows, body, edited }) => {
      rows.show(5, 2);
      await drawn();
      const buttons = body.querySelectorAll('button');
      buttons[1].focus();
      press('Enter');
      equal(edited, []);
      press('F2');
      buttons[3].dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
      buttons[2].focus();
      press('Enter');
      equal(edited, [1, 3, 2]);
    });
  },
};
