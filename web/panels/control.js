import { h } from '../dom.js';
import { features } from './features.js';
import { fromSlider, isLogarithmic, plain, range, readNumber, refusal, sliderRange, toSlider } from '../settings.js';

/**
 * @typedef {import('../types.d.ts').Setting} Setting
 * @typedef {import('../types.d.ts').Recipe} Recipe
 * @typedef {import('../types.d.ts').Schedule} Schedule
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Actions} Actions
 */

/**
 * One setting in the form.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {(value: any, recipe: Recipe) => void} show
 * @property {(why: string) => void} refuse says why the last value was refused; "" if it was not
 */

/**
 * What a person can see and move, without its label.
 * @typedef {object} Field
 * @property {HTMLElement[]} fields the first one is labelled
 * @property {(value: any, recipe: Recipe) => void} show
 */

/** The choice of a list's own value for each layer. */
const EACH = 'each';

/**
 * @param {Setting} setting
 * @param {Store} store
 * @param {Actions} actions
 * @returns {Control}
 */
export function createControl(setting, store, actions) {
  const id = `setting-${setting.key}`;
  const error = h('p', { class: 'error', id: `${id}-error`, role: 'alert', hidden: true });
  const help = h('p', { class: 'help', id: `${id}-help`, hidden: true }, setting.help);
  /** @param {unknown} value */
  const change = (value) => {
    refuse('');
    actions.change(setting.field, value);
  };
  const { fields, show } = fieldOf(setting, change, refuse, store, actions);
  fields[0].id = id;
  fields[0].setAttribute('aria-describedby', `${error.id} ${help.id}`);

  /** @param {string} why */
  function refuse(why) {
    error.textContent = why;
    error.hidden = why === '';
    fields[0].setAttribute('aria-invalid', String(why !== ''));
  }

  const label = h('label', { for: id }, setting.title);
  const question = helpButton(setting, help);
  const element = h('div', { class: `setting is-${setting.type}` }, label, question, ...fields, error, help);
  let before = setting.default;
  return {
    element,
    refuse,
    show(value, recipe) {
      show(value, recipe);
      // A switch that is not as usual explains itself.
      if (setting.type === 'flag' && value !== before) {
        help.hidden = value === setting.default;
        question.setAttribute('aria-expanded', String(!help.hidden));
      }
      before = value;
    },
  };
}

/** @param {Setting} setting @param {HTMLElement} help @returns {HTMLElement} */
export function helpButton(setting, help) {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'help-button',
      'aria-expanded': 'false',
      'aria-controls': help.id,
      'aria-label': `What is ${setting.title}?`,
      title: setting.help,
      onclick: () => {
        help.hidden = !help.hidden;
        button.setAttribute('aria-expanded', String(!help.hidden));
      },
    },
    '?',
  );
  return button;
}

/**
 * @param {Setting} setting
 * @param {(value: unknown) => void} change
 * @param {(why: string) => void} refuse
 * @param {Store} store
 * @param {Actions} actions
 * @returns {Field}
 */
function fieldOf(setting, change, refuse, store, actions) {
  switch (setting.type) {
    case 'flag':
      return flag(change);
    case 'choice':
      return choice(setting, change);
    case 'choices':
      return choices(setting, change);
    case 'features':
      return features(setting, change, store);
    case 'text':
      return text(setting, change);
    case 'schedule':
      return schedule(setting, change, refuse, store);
    default:
      return isLogarithmic(setting) ? slider(setting, change, refuse, store, actions) : number(setting, change, refuse);
  }
}

/** @param {(value: unknown) => void} change @returns {Field} */
function flag(change) {
  const box = h('input', { type: 'checkbox', class: 'switch', role: 'switch', onchange: () => change(box.checked) });
  return { fields: [box], show: (value) => void (box.checked = value) };
}

/** @param {Setting} setting @param {(value: unknown) => void} change @returns {Field} */
function choice(setting, change) {
  const own = h('option', { value: '', hidden: true }, 'your own');
  const options = setting.choices.map(({ value, title }) => h('option', { value }, title));
  const select = h('select', { onchange: () => change(select.value) }, own, ...options);
  return {
    fields: [select],
    show(value) {
      select.value = value ?? '';
      select.title = select.selectedOptions[0]?.text ?? '';
    },
  };
}

/**
 * One for all hidden layers, or one for each.
 * @param {Setting} setting @param {(value: unknown) => void} change @returns {Field}
 */
function choices(setting, change) {
  const options = () => setting.choices.map(({ value, title }) => h('option', { value }, title));
  const each = h('option', { value: EACH }, 'by layer');
  const select = h('select', { onchange: choose }, ...options(), each);
  const rows = h('div', { class: 'by-layer', hidden: true });
  /** @type {string[]} */
  let values = [];

  function choose() {
    if (select.value !== EACH) {
      rows.hidden = true;
      change(select.value);
    } else {
      // Nothing has changed yet: the same activation stands in every row.
      rows.hidden = false;
      show(values, true);
    }
  }

  /** @param {string[]} own @param {boolean} apart */
  function show(own, apart) {
    values = own;
    rows.hidden = !apart;
    select.value = apart ? EACH : (own[0] ?? String(setting.default));
    if (rows.children.length !== own.length) {
      rows.replaceChildren(
        ...own.map((_, i) => {
          const row = h('select', { onchange: () => change(values.with(i, row.value)) }, ...options());
          return h('label', {}, `layer ${i + 1}`, row);
        }),
      );
    }
    for (const [i, row] of rows.querySelectorAll('select').entries()) row.value = own[i];
  }

  return {
    fields: [select, rows],
    show(/** @type {string | string[]} */ value, { network }) {
      const hidden = network.layers.length - 1;
      each.disabled = hidden < 2;
      const alike = typeof value === 'string';
      // Rows that were opened stay open while they are all alike.
      show(alike ? Array(hidden).fill(value) : value, !alike || (!rows.hidden && hidden > 1));
      if (alike) select.value = rows.hidden ? value : EACH;
    },
  };
}

/** @param {Setting} setting @param {(value: unknown) => void} change @returns {Field} */
function text({ max }, change) {
  let shown = '';
  const input = h('input', {
    ...{ type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', maxlength: max },
    onchange: () => input.value !== shown && change(input.value),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape') input.value = shown;
    },
  });
  return {
    fields: [input],
    show(value) {
      // What was typed in vain stays until there is a new value.
      if (value !== shown) input.value = value ?? '';
      shown = value ?? '';
    },
  };
}

/**
 * @param {Setting} setting
 * @param {(value: unknown) => void} change
 * @param {(why: string) => void} refuse
 * @returns {Field & { input: HTMLInputElement }}
 */
function number(setting, change, refuse) {
  const all = setting.default === null;
  let shown = '';
  const input = h('input', {
    inputmode: setting.type === 'integer' ? 'numeric' : 'decimal',
    autocomplete: 'off',
    title: range(setting),
    placeholder: all ? 'all' : null,
    onchange: () => {
      const value = readNumber(input.value);
      if (input.value === shown) refuse('');
      else if (all && input.value.trim() === '') change(null);
      else if (refusal(setting, value)) refuse(refusal(setting, value));
      else change(value);
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape') {
        input.value = shown;
        refuse('');
      }
    },
  });
  /** @param {unknown} value */
  function show(value) {
    const text = plain(value);
    // What someone is typing, or typed in vain, stays until there is a new value.
    if (text !== shown) input.value = text;
    shown = text;
  }
  return { fields: [input], show, input };
}

/**
 * @param {Setting} setting
 * @param {(value: unknown) => void} change
 * @param {(why: string) => void} refuse
 * @param {Store} store
 * @param {Actions} actions
 * @returns {Field}
 */
function slider(setting, change, refuse, store, actions) {
  const { input, show } = number(setting, change, refuse);
  const { from, to } = sliderRange(setting);
  let resume = false;
  const range = h('input', {
    type: 'range',
    min: from,
    max: to,
    step: 0.01,
    'aria-label': `${setting.title}, slider`,
    oninput: () => {
      // Play would spread one movement of the slider over many steps, an edit at each.
      if (store.get().playing) {
        resume = true;
        actions.pause();
      }
      change(fromSlider(Number(range.value)));
    },
    onchange: () => {
      if (resume) actions.play();
      resume = false;
    },
  });
  return {
    fields: [input, range],
    show(value, recipe) {
      show(value, recipe);
      range.setAttribute('aria-valuetext', plain(value));
      // A slider under someone's hand is not moved away from it.
      if (!range.matches(':active')) range.value = String(toSlider(value));
    },
  };
}

/**
 * @param {Setting} setting
 * @param {(value: unknown) => void} change
 * @param {(why: string) => void} refuse
 * @param {Store} store
 * @returns {Field}
 */
function schedule(setting, change, refuse, store) {
  /** @param {string} label @param {boolean} whole */
  const input = (label, whole) =>
    h('input', { inputmode: whole ? 'numeric' : 'decimal', autocomplete: 'off', 'aria-label': label });
  const end = input('learning rate at the end', false);
  const steps = input('steps until the end', true);
  const factor = input('factor', false);
  const every = input('steps between two factors', true);
  /** @param {...Node} parts */
  const lineOf = (...parts) => h('div', { class: 'schedule-line', hidden: true }, ...parts);
  const falling = lineOf(h('span', {}, 'to'), end, h('span', {}, 'at step'), steps);
  const stepping = lineOf(h('span', {}, 'times'), factor, h('span', {}, 'every'), every);

  function commit() {
    const value =
      select.value === 'step'
        ? { name: 'step', every: readNumber(every.value), factor: readNumber(factor.value) }
        : { name: select.value, end: readNumber(end.value), steps: readNumber(steps.value) };
    if (Object.values(value).some(Number.isNaN)) refuse('Write a number in each of the two places.');
    else change(value);
  }
  for (const each of [end, steps, factor, every]) each.addEventListener('change', commit);

  const field = h('div', { class: 'schedule-field' }, falling, stepping);
  const options = setting.choices.map(({ value, title }) => h('option', { value }, title));
  const select = h('select', { onchange: choose }, ...options);

  function choose() {
    const { learningRate } = store.get().recipe.training;
    const name = select.value;
    if (name === 'constant') change(name);
    else if (name === 'step') change({ name, every: 50, factor: 0.5 });
    else change({ name, end: name === 'cosine' ? 0 : learningRate / 10, steps: 100 });
  }
  return {
    fields: [select, field],
    show(/** @type {Schedule} */ value) {
      select.value = typeof value === 'object' ? value.name : value;
      falling.hidden = !(typeof value === 'object' && 'end' in value);
      stepping.hidden = !(typeof value === 'object' && 'every' in value);
      if (typeof value === 'string') return;
      if ('end' in value) {
        end.value = plain(value.end);
        steps.value = plain(value.steps);
      } else {
        factor.value = plain(value.factor);
        every.value = plain(value.every);
      }
    },
  };
}
