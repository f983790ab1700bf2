// A person's own samples: typed in a table, pasted, dropped, or read from a file.
import { h, setHidden, setText } from '../dom.js';
import { withPoints } from '../recipe.js';
import { Refused, Unreachable } from '../server.js';
import { createColumns } from './columns.js';
import { createGrid } from './grid.js';
import { cellsOf, columnsOf, csvOf, samplesIn, targetsNamed } from './text.js';

/**
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Sample} Sample
 * @typedef {import('../types.d.ts').CsvAnswer} CsvAnswer
 */

/** After the last key, in milliseconds. */
const REST = 300;

/** @type {{ dialog: HTMLDialogElement, begin: () => void } | null} */
let made = null;

/**
 * @param {HTMLElement} place where the dialog stands
 * @param {Store} store
 * @param {Pick<import('../types.d.ts').Actions, 'openRecipe'>} actions
 * @param {Pick<import('../server.js').Server, 'post'>} server
 */
export function openSamples(place, store, actions, server) {
  made ??= createDialog(store, actions, server);
  if (!made.dialog.isConnected) place.append(made.dialog);
  made.dialog.showModal();
  made.begin();
}

/**
 * @param {Store} store
 * @param {Parameters<typeof openSamples>[2]} actions
 * @param {Parameters<typeof openSamples>[3]} server
 */
function createDialog(store, actions, server) {
  const { limits } = store.get();
  const most = (/** @type {string} */ name) => limits[name].toLocaleString('en');
  let inputs = 1;
  /** What was pasted, and has not been answered yet is out of date. */
  let text = '';
  let asked = 0;

  const box = h('textarea', {
    id: 'samples-text',
    class: 'import-link samples-text',
    rows: 4,
    spellcheck: 'false',
    placeholder: 'height;weight;kind\n1,72;68;adult\n0,95;14;child',
    'aria-describedby': 'samples-problem',
  });
  const file = h('input', { type: 'file', accept: '.csv,.tsv,.txt,text/*', class: 'visually-hidden', tabindex: -1 });
  const problem = h('p', { id: 'samples-problem', class: 'error', role: 'alert', hidden: true });
  const report = h('p', { role: 'status', class: 'samples-report' });
  const dropped = h('ul', { class: 'import-notes' });
  const lost = h('details', { class: 'samples-lost', hidden: true }, h('summary'), dropped);
  const columns = createColumns((chosen) => void read(chosen));
  const grid = createGrid({ changed: count, pasted: take });
  const use = h('button', { class: 'button primary' }, 'Use them');
  const standardise = h('input', { type: 'checkbox', id: 'samples-standardise' });
  const button = (/** @type {string} */ title, /** @type {() => void} */ press) =>
    h('button', { type: 'button', class: 'button', onclick: press }, title);
  const form = h(
    'form',
    { class: 'import', onsubmit: submit, novalidate: true },
    h(
      'p',
      {},
      `Up to ${most('samples')} samples of ${limits.inputs} inputs, with a target, several, or one of ${limits.outputs} classes.`,
    ),
    h('label', { for: box.id }, 'Paste a table, or drop a file here'),
    box,
    h(
      'div',
      { class: 'choices samples-files' },
      button('Choose a file …', () => file.click()),
      button('Download these as CSV', download),
      file,
    ),
    problem,
    report,
    lost,
    columns.element,
    grid.element,
    h(
      'div',
      { class: 'choices samples-rows' },
      button('Add a row', () => grid.add()),
    ),
    h(
      'label',
      { class: 'samples-standardise', for: standardise.id },
      standardise,
      'standardise: move and scale each input to mean 0 and deviation 1',
    ),
    h(
      'div',
      { class: 'choices' },
      use,
      button('Close', () => dialog.close()),
    ),
  );
  const dialog = h(
    'dialog',
    { class: 'import-dialog samples-dialog', 'aria-labelledby': 'samples-title' },
    h('h2', { id: 'samples-title' }, 'Your own samples'),
    form,
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });

  /** @param {string} why */
  function refuse(why) {
    setText(problem, why);
    setHidden(problem, why === '');
  }

  /** What the run learns from now, to begin with. */
  function begin() {
    const { data, recipe } = store.get();
    box.value = text = '';
    columns.clear();
    setHidden(lost, true);
    refuse('');
    standardise.checked = recipe.data.standardise ?? false;
    show([...data.samples, ...(data.test ?? [])]);
    setText(report, '');
  }

  /** @param {Sample[]} samples */
  function show(samples) {
    inputs = samples[0].x.length;
    grid.show(columnsOf(inputs, samples[0].y.length), cellsOf(samples));
    count();
  }

  function count() {
    const rows = grid.cells().filter((row) => row.some((cell) => cell.trim() !== '')).length;
    setText(use, `Use ${rows === 1 ? 'this sample' : `these ${rows.toLocaleString('en')} samples`}`);
    use.disabled = rows === 0;
    if (rows > limits.samples)
      refuse(`There can be ${most('samples')} samples at most; these are ${rows.toLocaleString('en')}.`);
    else refuse('');
  }

  /** @param {string} pasted */
  function take(pasted) {
    box.value = pasted;
    text = pasted;
    columns.clear();
    void read(null);
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => box.value.trim() !== '' && take(box.value), REST);
  });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (chosen) take(await chosen.text());
    file.value = '';
  });
  for (const name of ['dragenter', 'dragover']) {
    dialog.addEventListener(name, (event) => {
      event.preventDefault();
      dialog.classList.add('is-over');
    });
  }
  for (const name of ['dragleave', 'drop', 'close']) {
    dialog.addEventListener(name, () => dialog.classList.remove('is-over'));
  }
  dialog.addEventListener('drop', async (event) => {
    const [dragged] = event.dataTransfer?.files ?? [];
    const words = event.dataTransfer?.getData('text') ?? '';
    event.preventDefault();
    if (dragged) take(await dragged.text());
    else if (words) take(words);
  });

  /** The server's reading of the text. @param {{ inputs: number[], targets: number[] } | null} chosen columns; null for the usual */
  async function read(chosen) {
    const own = ++asked;
    const query = chosen ? `?inputs=${chosen.inputs}&targets=${chosen.targets}` : '';
    try {
      /** @type {CsvAnswer} */
      const answer = await server.post(`/api/data/csv${query}`, new Blob([text], { type: 'text/csv' }));
      if (own !== asked) return;
      const named = targetsNamed(answer.columns.map(({ name }) => name));
      if (!chosen && named.length > 0 && named.join() !== answer.targets.join()) {
        const others = answer.columns.flatMap((_, i) => (named.includes(i + 1) ? [] : [i + 1]));
        return void (await read({ inputs: others, targets: named }));
      }
      columns.show(answer);
      tell(answer);
      if (answer.points.length > 0) show(answer.points);
    } catch (error) {
      if (own !== asked) return;
      if (!(error instanceof Refused || error instanceof Unreachable)) reportError(error);
      refuse(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {CsvAnswer} answer */
  function tell({ points, classes, dropped: lines, droppedCount }) {
    refuse(points.length === 0 ? 'No line of it can be taken: the table below stays as it was.' : '');
    const kinds =
      classes.length === 0
        ? ''
        : ` The classes are ${classes.map((name, k) => `${name} (${classes.length > 2 ? k + 1 : 2 * k - 1})`).join(', ')}.`;
    setText(report, points.length === 0 ? '' : `${points.length.toLocaleString('en')} samples were read.${kinds}`);
    setHidden(lost, droppedCount === 0);
    const summary = /** @type {HTMLElement} */ (lost.firstElementChild);
    setText(
      summary,
      `${droppedCount.toLocaleString('en')} ${droppedCount === 1 ? 'line was' : 'lines were'} not taken`,
    );
    lost.open = droppedCount > 0 && droppedCount <= 5;
    dropped.replaceChildren(
      ...lines.map(({ line, text: words, reason }) =>
        h('li', {}, `line ${line}: `, h('code', {}, words), ` ${reason}`),
      ),
    );
    if (droppedCount > lines.length)
      dropped.append(h('li', {}, `and ${(droppedCount - lines.length).toLocaleString('en')} more`));
  }

  /** The samples of the table; null after telling what is wrong. */
  function samples() {
    const { samples: all, mistake } = samplesIn(grid.cells(), inputs, limits.magnitude);
    if (mistake) {
      grid.mark(mistake.row, mistake.column);
      refuse(`Sample ${mistake.row + 1}: ${mistake.why}`);
      return null;
    }
    return all;
  }

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const all = samples();
    if (!all || all.length === 0 || all.length > limits.samples) return;
    const recipe = withPoints(store.get().recipe, all);
    actions.openRecipe({ ...recipe, data: { ...recipe.data, standardise: standardise.checked } }, 0);
    dialog.close();
  }

  function download() {
    const all = samples();
    if (!all || all.length === 0) return;
    const address = URL.createObjectURL(new Blob([csvOf(all)], { type: 'text/csv' }));
    h('a', { href: address, download: 'glassgrad-samples.csv' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  return { dialog, begin };
}
