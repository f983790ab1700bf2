import { h, setHidden } from '../dom.js';
import { plain, readNumber } from '../settings.js';

/**
 * @typedef {import('../types.d.ts').Until} Until
 * @typedef {import('../types.d.ts').Unit} Unit
 */

/**
 * What play can wait for: its name, what it is in words, and what it is in the field.
 * @param {Record<string, number>} limits
 * @returns {{ name: keyof Until, title: string, help: string, least: number, most: number, whole: boolean, above?: boolean, percent?: boolean }[]}
 */
const stopsWithin = (limits) => [
  {
    ...{ name: 'step', title: 'at step', help: 'Play stops at this step.' },
    ...{ least: 1, most: limits.steps, whole: true },
  },
  {
    ...{ name: 'loss', title: 'at a loss of', help: 'Play stops where the loss has come down to this.' },
    ...{ least: 0, most: Number.MAX_VALUE, whole: false },
  },
  {
    ...{ name: 'accuracy', title: 'at an accuracy of', help: 'Play stops where so many of 100 samples are right.' },
    ...{ least: 0, above: true, most: 100, whole: false, percent: true },
  },
  {
    ...{ name: 'patience', title: 'without progress in' },
    help: 'Play stops where so many steps have not brought the loss below the smallest of as many before.',
    ...{ least: limits.leastPatience, most: limits.patience, whole: true },
  },
];

const AFTER = { step: '', loss: '', accuracy: '%', patience: 'steps' };

/**
 * How far one press of a step goes, and when play stops by itself.
 * @type {import('../types.d.ts').Mount}
 */
export function mountPlaying(element, store) {
  const unit = h(
    'select',
    { id: 'playing-unit', onchange: () => store.set({ unit: /** @type {Unit} */ (unit.value) }) },
    h('option', { value: 'batch' }, 'one update (a batch)'),
    h('option', { value: 'epoch' }, 'an epoch (all samples)'),
    h('option', { value: 'sample' }, 'one sample of the batch'),
  );
  const problem = h('p', { class: 'error', role: 'alert', id: 'playing-problem', hidden: true });
  const fields = stopsWithin(store.get().limits).map((stop) => {
    const input = h('input', {
      ...{ id: `stop-${stop.name}`, inputmode: stop.whole ? 'numeric' : 'decimal', autocomplete: 'off' },
      ...{ placeholder: 'never', title: stop.help, 'aria-describedby': problem.id, onchange: commit },
    });
    const row = h(
      'div',
      { class: 'setting stop' },
      h('label', { for: input.id }, stop.title),
      input,
      h('span', { class: 'mute' }, AFTER[stop.name]),
    );
    return { ...stop, input, row };
  });
  const details = h(
    'details',
    { class: 'group more' },
    h('summary', {}, 'Steps and stops'),
    h('div', { class: 'setting is-choice' }, h('label', { for: unit.id }, 'one step is'), unit),
    h('p', { class: 'help' }, 'Play stops by itself:'),
    ...fields.map(({ row }) => row),
    problem,
  );
  element.append(details);

  function commit() {
    /** @type {Until} */
    const until = {};
    let why = '';
    for (const { name, title, input, least, most, above, whole, percent } of fields) {
      const value = readNumber(input.value);
      const fits = value <= most && (above ? value > least : value >= least) && (!whole || Number.isInteger(value));
      const empty = input.value.trim() === '';
      input.setAttribute('aria-invalid', String(!empty && !fits));
      if (empty) continue;
      if (fits) until[name] = percent ? value / 100 : value;
      else
        why ||= `“${title}” must be ${whole ? 'a whole number' : 'a number'}, ${above ? 'more than' : 'at least'} ${least}${most < Number.MAX_VALUE ? ` and at most ${most.toLocaleString('en')}` : ''}.`;
    }
    problem.textContent = why;
    setHidden(problem, why === '');
    if (why === '') store.set({ until: Object.keys(until).length > 0 ? until : null });
  }

  function draw() {
    const state = store.get();
    unit.value = state.unit;
    for (const { name, input, percent } of fields) {
      const value = state.until?.[name] ?? null;
      if (document.activeElement !== input)
        input.value = value === null ? '' : plain(percent ? Number((value * 100).toPrecision(12)) : value);
    }
    if (state.until) details.open = true;
  }
  draw();
  store.subscribe((state, before) => {
    if (state.until !== before.until || state.unit !== before.unit) draw();
  });
}
