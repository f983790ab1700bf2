import { h, iconButton } from '../dom.js';
import { inForce } from '../recipe.js';
import { applies, isAbout } from '../settings.js';
import { createControl } from './control.js';
import { createLayers } from './layers.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Setting} Setting
 * @typedef {import('../types.d.ts').Mount} Mount
 * @typedef {import('./control.js').Control} Control
 */

/**
 * Where the settings stand that people change most; all the others stand under "More". One that stands mostly alone in its
 * group bears the group's title itself.
 * @type {{ title: string, fields: string[], alone?: boolean }[]}
 */
const GROUPS = [
  { title: 'Data', fields: ['data.name', 'data.formula', 'data.samples', 'data.noise', 'data.features'], alone: true },
  { title: 'Network', fields: ['network.layers', 'network.activation', 'network.seed'] },
  { title: 'Training', fields: ['training.learningRate', 'training.loss', 'training.zeroGrad'] },
];

/**
 * The form, made from the table of settings. It shows what holds at the shown step: the recipe, and the edits up to there.
 * @param {HTMLElement} element
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Actions} actions
 * @param {() => void} editSamples opens them as a table
 */
export function mountRecipe(element, store, actions, editSamples) {
  const { settings } = store.get();
  /** @type {Map<string, Control>} */
  const controls = new Map();

  /** @param {Setting} setting */
  function control(setting) {
    const change = (/** @type {unknown} */ value) => actions.change(setting.field, value);
    const made =
      setting.type === 'layers' ? createLayers(setting, store, change) : createControl(setting, store, actions);
    controls.set(setting.field, made);
    return made.element;
  }

  const facts = h('p', { class: 'facts number' });
  const own = h(
    'button',
    {
      type: 'button',
      class: 'button',
      onclick: editSamples,
      title: 'A table of the samples: type, paste, or read a file',
    },
    'Edit the samples …',
  );
  const weights = h(
    'div',
    { class: 'choices' },
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        onclick: actions.newWeights,
        title: 'Other first weights: the next seed, from step 0',
      },
      'New weights',
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        onclick: actions.startAgain,
        title: 'The same first weights, from step 0, without your edits',
      },
      'Start again',
    ),
  );
  /** What a group says beside its settings. @type {Record<string, Node[]>} */
  const beside = { Data: [facts, own], Network: [weights] };

  const placed = new Set(GROUPS.flatMap(({ fields }) => fields));
  for (const { title, fields, alone } of GROUPS) {
    const rows = fields.flatMap((field) => settings.filter((setting) => setting.field === field)).map(control);
    element.append(
      h(
        'fieldset',
        { class: 'group' },
        h('legend', { class: alone ? 'visually-hidden' : null }, title),
        ...rows,
        ...(beside[title] ?? []),
      ),
    );
  }
  const rest = settings.filter(({ field }) => !placed.has(field)).map(control);
  element.append(h('details', { class: 'group more' }, h('summary', {}, 'More settings'), ...rest));

  /** The fields whose value the server has refused; what a field refuses by itself is its own matter. @type {Set<string>} */
  const refused = new Set();

  /** @param {State} state */
  function draw({ recipe, frame, data, problem }) {
    for (const setting of settings) {
      const { field } = setting;
      const { element: row, show, refuse } = /** @type {Control} */ (controls.get(field));
      row.hidden = !applies(setting, recipe);
      show(inForce(recipe, field, frame.step), recipe);
      if (problem && isAbout(problem, field)) {
        refuse(problem.detail);
        refused.add(field);
      } else if (refused.delete(field)) refuse('');
    }
    const count = data.samples.length;
    const test = data.test ? `, ${data.test.length.toLocaleString('en')} to test with` : '';
    facts.textContent = `${plural(count, 'sample')}${test}, ${plural(data.inputs, 'input')}, ${plural(data.outputs, 'output')}`;
  }

  draw(store.get());
  store.subscribe((state, before) => {
    const moved = state.frame.step !== before.frame.step && state.recipe.edits.length > 0;
    if (moved || state.recipe !== before.recipe || state.problem !== before.problem) draw(state);
  });
}

/** @param {number} count @param {string} noun */
function plural(count, noun) {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
