// Which columns of a table go into the network, and which should come out.
import { h, setHidden } from '../dom.js';

/** @typedef {import('../types.d.ts').CsvAnswer} CsvAnswer */

const USES = { in: 'goes in', out: 'should come out', none: 'is left out' };

/** @param {(chosen: { inputs: number[], targets: number[] }) => void} choose */
export function createColumns(choose) {
  const element = h('div', { class: 'samples-columns', role: 'group', 'aria-label': 'Columns', hidden: true });
  /** @type {HTMLSelectElement[]} */
  let selects = [];

  function changed() {
    const of = (/** @type {string} */ use) => selects.flatMap(({ value }, i) => (value === use ? [i + 1] : []));
    choose({ inputs: of('in'), targets: of('out') });
  }

  return {
    element,
    clear() {
      setHidden(element, true);
    },
    /** @param {CsvAnswer} answer */
    show({ columns, inputs, targets }) {
      selects = columns.map(({ name }, i) => {
        const use = inputs.includes(i + 1) ? 'in' : targets.includes(i + 1) ? 'out' : 'none';
        const options = Object.entries(USES).map(([value, title]) =>
          h('option', { value, selected: value === use }, title),
        );
        return h('select', { onchange: changed, 'aria-label': `Column ${name}` }, ...options);
      });
      element.replaceChildren(...columns.map(({ name }, i) => h('label', {}, h('span', {}, name), selects[i])));
      setHidden(element, false);
    },
  };
}
