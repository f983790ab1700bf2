// Runs beside each other: those that were pinned, and those of a sweep over one setting.
import { h, setHidden } from '../dom.js';
import { setText } from '../panels/cells.js';
import { readNumber } from '../settings.js';
import { createCard } from './card.js';
import { difference, isChosen, proposal, split, sweepable, wantedBy } from './choices.js';
import { createCurves, pathOf } from './curve.js';
import { createVariants, MOST, progressOf } from './variants.js';

/** @typedef {import('../types.d.ts').State} State */
/** @typedef {import('../types.d.ts').Setting} Setting */

/** A sweep goes as far as the run that is shown, and at least so far. */
const STEPS = 100;
const MOST_STEPS = 10_000;

/**
 * @param {HTMLElement} element
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Actions} actions
 * @param {import('./variants.js').Server} server
 */
export function mountCompare(element, store, actions, server) {
  const variants = createVariants(server, (compared) => store.set({ compared }));
  const curves = createCurves();
  /** @type {Map<number, ReturnType<typeof createCard>>} */
  let cards = new Map();

  const pin = h(
    'button',
    { type: 'button', class: 'button', onclick: pinShown, title: 'Keep this run beside those to come' },
    'Pin this run',
  );
  const clear = h(
    'button',
    { type: 'button', class: 'button quiet', onclick: variants.clear, hidden: true },
    'Remove all',
  );
  const which = h('select', { id: 'sweep-setting', onchange: choose });
  const values = h('input', {
    id: 'sweep-values',
    type: 'text',
    autocomplete: 'off',
    'aria-describedby': 'sweep-problem',
  });
  const chosen = h('div', { class: 'sweep-choices', role: 'group', 'aria-label': 'Which ones', hidden: true });
  const typed = h('div', { class: 'setting sweep-values' }, h('label', { for: values.id }, 'values'), values);
  const steps = h('input', { id: 'sweep-steps', inputmode: 'numeric', autocomplete: 'off' });
  const problem = h('p', { id: 'sweep-problem', class: 'error', role: 'alert', hidden: true });
  const run = h('button', { class: 'button' }, 'Run them');
  const cancel = h('button', { type: 'button', class: 'button', onclick: variants.cancel, hidden: true }, 'Cancel');
  const bar = h('progress', { class: 'sweep-progress', 'aria-label': 'Progress of the sweep', hidden: true });
  const form = h(
    'form',
    { class: 'sweep-form', onsubmit: submit },
    h('div', { class: 'setting' }, h('label', { for: which.id }, 'sweep over'), which),
    typed,
    chosen,
    h('div', { class: 'setting' }, h('label', { for: steps.id }, 'steps'), steps),
    problem,
    h('div', { class: 'choices' }, run, cancel, bar),
  );
  const list = h('ul', { class: 'compare-cards', 'aria-label': 'Runs beside each other' });
  const scale = h(
    'p',
    { class: 'explain', hidden: true },
    'All curves have the same axes. Press a name to show that run.',
  );
  element.classList.add('compare');
  element.append(h('div', { class: 'choices' }, pin, clear), form, list, scale);

  /** What is offered. @type {Setting[]} */
  let offered = [];
  let typedSteps = false;
  steps.addEventListener('input', () => void (typedSteps = true));

  const setting = () => offered.find(({ field }) => field === which.value) ?? offered[0];

  function choose() {
    const own = setting();
    const { recipe } = store.get();
    setHidden(typed, isChosen(own));
    setHidden(chosen, !isChosen(own));
    if (isChosen(own)) {
      chosen.replaceChildren(
        ...own.choices.map(({ value, title }, i) =>
          h('label', {}, h('input', { type: 'checkbox', value, checked: i < MOST }), title),
        ),
      );
    } else values.value = proposal(own, recipe);
    refuse('');
  }

  /** @param {string} why */
  function refuse(why) {
    setText(problem, why);
    setHidden(problem, why === '');
    values.setAttribute('aria-invalid', String(why !== ''));
  }

  function pinShown() {
    const { recipe, settings, compared = [] } = store.get();
    const first = compared[0]?.recipe;
    const title = first ? difference(recipe, first, settings) : 'pinned';
    refuse(variants.pin(store.get(), title === 'as it is shown' ? 'pinned' : title) ? '' : full());
  }

  const full = () => `${MOST} runs stand beside each other: remove one first.`;

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const { recipe, compared = [] } = store.get();
    const own = setting();
    const texts = isChosen(own)
      ? [...chosen.querySelectorAll('input')].filter(({ checked }) => checked).map(({ value }) => value)
      : split(values.value);
    const room = MOST - compared.filter(({ pinned }) => pinned).length;
    const { wanted, problem: why } = wantedBy(own, recipe, texts, room);
    if (why) return refuse(why);
    const to = readNumber(steps.value);
    if (!Number.isInteger(to) || to < 1 || to > MOST_STEPS) {
      return refuse(`Steps must be a whole number, at least 1 and at most ${MOST_STEPS.toLocaleString('en')}.`);
    }
    refuse('');
    variants.sweep(wanted, to);
  }

  /** @param {Readonly<State>} state */
  function offer({ settings, recipe, limits }) {
    const now = sweepable(settings, recipe, limits);
    if (now.map(({ field }) => field).join() === offered.map(({ field }) => field).join()) return;
    const before = which.value;
    offered = now;
    which.replaceChildren(...now.map(({ field, title }) => h('option', { value: field }, title)));
    which.value = now.some(({ field }) => field === before) ? before : now[0].field;
    if (which.value !== before) choose();
  }

  /** @param {Readonly<State>} state @param {Readonly<State> | null} before */
  function draw(state, before) {
    const { compared = [], axis, reached, recipe } = state;
    if (!before || recipe !== before.recipe) offer(state);
    if (!typedSteps && document.activeElement !== steps) {
      const value = String(Math.min(MOST_STEPS, Math.max(STEPS, reached)));
      if (steps.value !== value) steps.value = value;
    }
    if (before && compared === before.compared && axis === before.axis) return;
    curves.update(compared);
    const frame = curves.frame(axis);
    const kept = new Map(
      compared.map((variant) => {
        const card =
          cards.get(variant.id) ??
          createCard(variant, { open: () => open(variant.id), remove: () => variants.remove(variant.id) });
        card.show(variant, pathOf(curves.points(variant.id, axis), frame, axis));
        return [variant.id, card];
      }),
    );
    if ([...kept.keys()].join() !== [...cards.keys()].join())
      list.replaceChildren(...[...kept.values()].map((card) => card.element));
    cards = kept;
    const { done, of, running } = progressOf(compared);
    setHidden(scale, compared.length === 0);
    setHidden(clear, compared.length === 0);
    setHidden(cancel, !running);
    setHidden(bar, !running);
    setHidden(run, running);
    bar.max = Math.max(of, 1);
    bar.value = done;
  }

  /** @param {number} id */
  function open(id) {
    const variant = store.get().compared?.find((each) => each.id === id);
    if (variant) actions.openRecipe(variant.recipe, variant.frame?.step ?? 0);
  }

  offer(store.get());
  draw(store.get(), null);
  store.subscribe(draw);
}
