import { h, icon, iconButton } from '../dom.js';
import { helpButton } from './control.js';

/**
 * @typedef {import('../types.d.ts').Setting} Setting
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Recipe} Recipe
 * @typedef {import('./control.js').Control} Control
 */

/**
 * The layers as a small column, inputs on top: more or fewer neurons, a layer more, a layer less. The output layer follows
 * from the data.
 * @param {Setting} setting
 * @param {Store} store
 * @param {(layers: number[]) => void} change
 * @returns {Control}
 */
export function createLayers(setting, store, change) {
  const error = h('p', { class: 'error', role: 'alert', hidden: true });
  const help = h('p', { class: 'help', id: `setting-${setting.key}-help`, hidden: true }, setting.help);
  const parameters = h('p', { class: 'facts number' });
  const rows = h('ol', { class: 'layers' });
  const label = h('span', { class: 'label', id: `setting-${setting.key}` }, setting.title);
  const addWords = h('span');
  const add = h(
    'button',
    { type: 'button', class: 'button quiet add', onclick: () => change(withLayer(layers)) },
    icon('plus'),
    addWords,
  );
  const element = h(
    'div',
    { class: 'setting layers-setting', role: 'group', 'aria-labelledby': label.id },
    ...[label, helpButton(setting, help), parameters, rows, add, error, help],
  );
  /** @type {number[]} */
  let layers = [];

  /** @param {number} index */
  function hiddenRow(index) {
    const count = layers[index];
    const name = `layer ${index + 1}`;
    const set = (/** @type {number} */ neurons) => change(layers.with(index, neurons));
    return h(
      'li',
      {},
      h('span', { class: 'name' }, name),
      iconButton('minus', `Fewer neurons in ${name}`, () => set(count - 1), {
        disabled: count <= setting.min,
        'data-key': `${index}-`,
      }),
      h('output', { 'aria-label': `${name}: ${count} neurons` }, String(count)),
      iconButton('plus', `More neurons in ${name}`, () => set(count + 1), {
        disabled: count >= setting.max,
        'data-key': `${index}+`,
      }),
      iconButton('remove', `Remove ${name}`, () => change(layers.toSpliced(index, 1)), {
        class: 'button icon quiet',
        'data-key': `${index}x`,
      }),
    );
  }

  /** @param {string} name @param {number} count */
  function fixedRow(name, count) {
    return h('li', { class: 'fixed' }, h('span', { class: 'name' }, name), h('output', {}, String(count)));
  }

  return {
    element,
    show(/** @type {number[]} */ value, { data: { features } }) {
      const { data, limits, parameters: names } = store.get();
      layers = value;
      parameters.textContent = `${names.length.toLocaleString('en')} parameters`;
      parameters.title = 'Weights and biases: the numbers that learning changes';
      const focused = document.activeElement?.getAttribute('data-key');
      const inside = rows.contains(document.activeElement);
      rows.replaceChildren(
        fixedRow('inputs', features?.length ?? data.inputs),
        ...layers.slice(0, -1).map((_, index) => hiddenRow(index)),
        fixedRow(`layer ${layers.length}: output`, layers[layers.length - 1]),
      );
      add.disabled = layers.length >= limits.layers;
      addWords.textContent = add.disabled ? `${limits.layers} layers are the most` : 'Add a layer';
      if (inside) refocus(focused ?? '');
    },
    refuse(why) {
      error.textContent = why;
      error.hidden = why === '';
    },
  };

  /** The rows are made anew; the keyboard stays where it was. @param {string} key */
  function refocus(key) {
    const button = rows.querySelector(`[data-key="${key}"]:not(:disabled)`) ?? rows.querySelector('button') ?? add;
    /** @type {HTMLElement} */ (button).focus();
  }
}

/** A hidden layer more, as wide as the last one. @param {number[]} layers */
function withLayer(layers) {
  const last = layers.length - 1;
  return layers.toSpliced(last, 0, layers[last - 1] ?? 4);
}
