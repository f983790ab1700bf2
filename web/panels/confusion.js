// Which class is taken for which: a table to every set of samples, asked for while it is open.
import { h, setHidden } from '../dom.js';
import { setText } from './cells.js';

/**
 * @typedef {object} Confusion
 * @property {string[] | null} [classes]
 * @property {number[][] | null} [training] a row a class, a column what it is taken for
 * @property {number[][] | null} [test]
 */

/**
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Questions} questions
 */
export function createConfusion(store, questions) {
  const note = h('p', { class: 'explain' });
  const tables = h('div', { class: 'confusion-tables' });
  const element = h(
    'details',
    { class: 'confusion', hidden: true, ontoggle: toggled },
    h('summary', {}, 'Which class is taken for which?'),
    note,
    tables,
  );
  /** @type {(() => void) | null} */
  let end = null;

  function toggled() {
    end?.();
    end = element.open ? questions.follow((state) => (named(state) ? { what: 'confusion' } : null), take) : null;
  }

  /** @param {import('../types.d.ts').Reply} reply */
  function take({ answer, problem, stale }) {
    tables.classList.toggle('stale', stale || !answer);
    if (stale) {
      setText(note, store.get().playing ? 'Pause to count.' : (note.textContent ?? ''));
      return;
    }
    /** @type {Confusion | null} */
    const confusion = answer;
    if (!confusion?.classes || !confusion.training) {
      setText(note, problem ?? 'There is nothing to count.');
      return;
    }
    setText(note, 'A row is what a sample is, a column what the network takes it for.');
    const { classes, training, test } = confusion;
    tables.replaceChildren(
      tableOf(test ? 'training' : 'all samples', classes, training),
      ...(test ? [tableOf('test', classes, test)] : []),
    );
  }

  return {
    element,
    /** @param {Readonly<import('../types.d.ts').State>} state */
    show: (state) => setHidden(element, !named(state)),
  };
}

/** @param {Readonly<import('../types.d.ts').State>} state */
const named = ({ frame }) => (frame.accuracy ?? null) !== null;

/** @param {string} title @param {string[]} classes @param {number[][]} counts */
function tableOf(title, classes, counts) {
  const most = Math.max(...counts.flat(), 1);
  return h(
    'table',
    { class: 'confusion-table number' },
    h('caption', {}, title),
    h('thead', {}, h('tr', {}, h('td'), ...classes.map((name) => h('th', { scope: 'col' }, signed(name))))),
    h(
      'tbody',
      {},
      ...counts.map((row, i) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, signed(classes[i])),
          ...row.map((count, k) => {
            const cell = h('td', { class: i === k ? 'right' : count > 0 ? 'wrong' : '' }, String(count));
            cell.style.setProperty('--share', `${Math.round((100 * count) / most)}%`);
            return cell;
          }),
        ),
      ),
    ),
  );
}

/** @param {string} name */
const signed = (name) => name.replace('-', '\u2212');
