/**
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Actions} Actions
 */

/**
 * Goes to what a finding is about: opens the neuron, selects the number, chooses the sample, so that the picture shows it.
 * @param {Store} store
 * @param {Actions} actions
 */
export function createShowMe(store, actions) {
  /** What this opened last: it closes when another neuron is shown. */
  let opened = '';

  /** @param {string} neuron */
  function open(neuron) {
    if (store.get().depth === 'network') actions.setDepth('neurons');
    if (opened !== neuron && store.get().open.includes(opened)) actions.toggleOpen(opened);
    opened = store.get().open.includes(neuron) ? '' : neuron;
    if (opened) actions.toggleOpen(neuron);
  }

  /**
   * @param {string} where a neuron, a layer, a parameter, or a node of the graph of the whole batch
   * @param {number | null} [sample] for which it is so
   */
  function show(where, sample = null) {
    const [, of, own] = /^(?:sample(\d+)\/)?(.*)$/.exec(where) ?? [];
    const wanted = of === undefined ? sample : Number(of);
    if (wanted !== null && store.get().sample !== wanted) actions.setSample(wanted);
    const [group, operation] = own.split('#');
    if (/^layer\d+$/.test(own)) {
      actions.setDepth('neurons');
      actions.setEdges('gradient');
      actions.select(steepest(store.get(), own));
    } else {
      const isGroup = /^(layer\d+\.neuron\d+|loss)$/.test(group);
      if (isGroup && (operation !== undefined || group !== 'loss')) open(group);
      actions.select(own);
    }
    // On a phone the picture may be out of sight.
    document.querySelector('#stage')?.scrollIntoView({ block: 'nearest' });
  }
  return show;
}

/**
 * The parameter of a layer with the largest gradient.
 * @param {Pick<import('../types.d.ts').State, 'parameters' | 'frame'>} state
 * @param {string} layer
 */
export function steepest({ parameters, frame }, layer) {
  let best = -1;
  parameters.forEach((name, i) => {
    if (!name.startsWith(`${layer}.`)) return;
    if (best < 0 || Math.abs(frame.gradients[i]) > Math.abs(frame.gradients[best])) best = i;
  });
  return parameters[best] ?? null;
}
