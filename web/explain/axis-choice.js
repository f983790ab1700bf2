import { h } from '../dom.js';
import { networkOf } from '../stage/network.js';

/**
 * Three small lists that name a parameter: its layer, its neuron, its place there. However large the network, none is long.
 * @param {(name: string) => void} choose
 */
export function axisChoice(choose) {
  const lists = ['layer', 'neuron', 'weight'].map((what) =>
    h('select', { 'aria-label': `Second weight or bias: ${what}`, onchange: changed }),
  );
  const [layers, neurons, places] = lists;
  /** @type {string[]} */
  let parameters = [];
  let network = networkOf([]);
  let shown = '';

  function changed() {
    const neuronsNow = network.layers[layers.selectedIndex];
    const neuron = neuronsNow[Math.min(neurons.selectedIndex, neuronsNow.length - 1)];
    const all = [...neuron.weights, neuron.bias];
    // Another neuron may have fewer weights.
    choose(parameters[all[Math.min(places.selectedIndex, all.length - 1)]]);
  }

  /** @param {HTMLSelectElement} list @param {string[]} names @param {number} selected */
  function fill(list, names, selected) {
    if (list.length !== names.length || [...list.options].some((option, i) => option.text !== names[i]))
      list.replaceChildren(...names.map((name) => h('option', {}, name)));
    list.selectedIndex = selected;
  }

  return {
    element: h('span', { class: 'axis-choice' }, ...lists),
    /** @param {string[]} all @param {string} name the chosen one */
    show(all, name) {
      if (all !== parameters) {
        parameters = all;
        network = networkOf(all);
        shown = '';
      }
      if (name === shown) return;
      shown = name;
      const [, layer, neuron] = /^layer(\d+)\.neuron(\d+)\./.exec(name)?.map(Number) ?? [0, 1, 1];
      const chosen = network.layers[layer - 1][neuron - 1];
      const own = [...chosen.weights, chosen.bias];
      fill(layers, network.layers.map((_, i) => `layer ${i + 1}`), layer - 1); // prettier-ignore
      fill(neurons, network.layers[layer - 1].map((_, i) => `neuron ${i + 1}`), neuron - 1); // prettier-ignore
      fill(places, own.map((i) => all[i].slice(all[i].lastIndexOf('.') + 1)), own.indexOf(all.indexOf(name))); // prettier-ignore
    },
  };
}

/**
 * The parameter to begin with beside another: the next one of its neuron, or the one before.
 * @param {string[]} parameters
 * @param {string} name
 */
export function neighbourOf(parameters, name) {
  const index = parameters.indexOf(name);
  const group = name.slice(0, name.lastIndexOf('.') + 1);
  const near = [parameters[index + 1], parameters[index - 1]].find((each) => each?.startsWith(group));
  return near ?? parameters.find((each) => each !== name) ?? null;
}
