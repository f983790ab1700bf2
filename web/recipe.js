/**
 * Recipes as values: every function answers a new recipe and changes nothing.
 * @typedef {import('./types.d.ts').Recipe} Recipe
 * @typedef {import('./types.d.ts').RecipePatch} RecipePatch
 * @typedef {import('./types.d.ts').Edit} Edit
 * @typedef {import('./types.d.ts').EditValue} EditValue
 */

/**
 * @param {Recipe} recipe
 * @param {RecipePatch} patch
 * @returns {Recipe}
 */
export function merge(recipe, patch) {
  return {
    ...recipe,
    data: patch.data ?? recipe.data,
    network: { ...recipe.network, ...patch.network },
    training: { ...recipe.training, ...patch.training },
    edits: patch.edits ?? recipe.edits,
  };
}

/**
 * @param {Recipe} recipe
 * @param {string} field "training.learningRate"
 * @returns {unknown}
 */
export function valueOf(recipe, field) {
  const [part, name] = field.split('.');
  const values = /** @type {Record<string, Record<string, unknown>>} */ (/** @type {unknown} */ (recipe))[part];
  return values?.[name];
}

/**
 * @param {Recipe} recipe
 * @param {string} field
 * @param {unknown} value
 * @returns {Recipe}
 */
export function withValue(recipe, field, value) {
  const [part, name] = field.split('.');
  if (part === 'data') {
    const { points, ...named } = recipe.data;
    return merge(recipe, {
      data: name === 'name' ? { ...named, name: String(value) } : { ...recipe.data, [name]: value },
    });
  }
  if (field === 'network.layers') {
    const layers = /** @type {number[]} */ (value);
    return merge(recipe, { network: { layers, activation: activationFor(recipe.network, layers) } });
  }
  const changed = merge(recipe, { [part]: { [name]: value } });
  // A cross-entropy makes probabilities of scores by itself, and is refused otherwise.
  const takesScores = field === 'training.loss' && String(value).endsWith('cross-entropy');
  return takesScores ? merge(changed, { network: { outputActivation: 'linear' } }) : changed;
}

/** The losses that fit some targets only, and those by which others are replaced. @type {Record<string, { fit: string[], else: string }>} */
const LOSSES = {
  signs: { fit: ['hinge', 'binary-cross-entropy'], else: 'binary-cross-entropy' },
  bits: { fit: ['binary-cross-entropy'], else: 'binary-cross-entropy' },
  classes: { fit: ['softmax-cross-entropy'], else: 'softmax-cross-entropy' },
  numbers: { fit: [], else: 'mean-squared-error' },
};

/** The steps of a sum grow with its samples: beyond as many, the notebook's learning rate overshoots. */
const SAMPLES_TO_SUM = 20;

/** @param {Recipe} recipe @param {number} samples */
function averaged(recipe, samples) {
  const overshoots = recipe.training.loss === 'sum-squared-error' && samples > SAMPLES_TO_SUM;
  return overshoots ? withValue(recipe, 'training.loss', 'mean-squared-error') : recipe;
}

/**
 * With another data set, and what must follow from it: as many outputs as it has targets, and a loss that fits them.
 * @param {Recipe} recipe
 * @param {import('./types.d.ts').DatasetFacts} facts
 * @returns {Recipe}
 */
export function withDataset(recipe, { name, samples, inputs, outputs, task }) {
  const there = withValue(recipe, 'data.name', name);
  // Features are made of two inputs.
  const { features, ...others } = there.data;
  const named = inputs === 2 ? there : merge(there, { data: others });
  return averaged(suited(named, outputs, task), samples);
}

/** With as many outputs as there are targets, and a loss that fits them. @param {Recipe} recipe @param {number} outputs @param {string} task */
function suited(recipe, outputs, task) {
  const changed = merge(recipe, { network: { layers: recipe.network.layers.with(-1, outputs) } });
  const { loss } = recipe.training;
  const fits = LOSSES[task].fit.includes(loss) || (loss.includes('squared') && task !== 'classes');
  return fits ? changed : withValue(changed, 'training.loss', LOSSES[task].else);
}

/**
 * With a person's own samples, and what must follow from them; nothing is edited any more.
 * @param {Recipe} recipe
 * @param {import('./types.d.ts').Sample[]} points
 * @returns {Recipe}
 */
export function withPoints(recipe, points) {
  const { testShare, splitSeed, standardise, features } = recipe.data;
  const kept = { testShare, splitSeed, standardise, ...(features && points[0].x.length === 2 ? { features } : {}) };
  const task = taskOf(points);
  const fitting = suited({ ...recipe, data: { ...kept, points }, edits: [] }, points[0].y.length, task);
  const changed = averaged(fitting, points.length);
  // What ends at 1 cannot say 7.
  const beyond = points.some(({ y }) => y.some((target) => Math.abs(target) > 1));
  return beyond ? merge(changed, { network: { outputActivation: 'linear' } }) : changed;
}

/** What is to be learned: "signs", "bits", "classes" or "numbers". @param {import('./types.d.ts').Sample[]} points */
function taskOf(points) {
  const targets = points.flatMap(({ y }) => y);
  const bits = targets.every((target) => target === 0 || target === 1);
  if (points[0].y.length > 1)
    return bits && points.every(({ y }) => y.filter(Boolean).length === 1) ? 'classes' : 'numbers';
  if (bits) return 'bits';
  return targets.every((target) => Math.abs(target) === 1) ? 'signs' : 'numbers';
}

/**
 * The activations of the hidden layers when there are other layers: each keeps its own, a new one has that of the last.
 * @param {Recipe['network']} network
 * @param {number[]} layers
 * @returns {string | string[]}
 */
function activationFor({ layers: before, activation }, layers) {
  if (typeof activation === 'string') return activation;
  const hidden = layers.length - 1;
  const parted = layers.findIndex((neurons, i) => neurons !== before[i]);
  const kept = activation.toSpliced(Math.max(parted, 0), Math.max(activation.length - hidden, 0));
  const all = Array.from({ length: hidden }, (_, i) => kept[i] ?? activation[activation.length - 1]);
  return all.every((each) => each === all[0]) ? (all[0] ?? activation[0]) : all;
}

/**
 * @param {Pick<Recipe['network'], 'layers' | 'activation' | 'outputActivation'>} network
 * @param {number} layer counted from 0
 * @returns {string}
 */
export function activationOf({ layers, activation, outputActivation }, layer) {
  if (layer === layers.length - 1) return outputActivation;
  return typeof activation === 'string' ? activation : activation[layer];
}

/**
 * What holds at a step: the recipe's value, or that of the last edit up to and with that step.
 * @param {Recipe} recipe
 * @param {string} field
 * @param {number} step
 * @returns {unknown}
 */
export function inForce(recipe, field, step) {
  const edit = recipe.edits.findLast((each) => each.step <= step && field in each.set);
  return edit ? edit.set[field] : valueOf(recipe, field);
}

/**
 * With one more edit. Edits stand in the order of their steps, one a step; a later word on the same name replaces the earlier.
 * @param {Recipe} recipe
 * @param {number} step
 * @param {Record<string, EditValue>} set
 * @returns {Recipe}
 */
export function withEdit(recipe, step, set) {
  const same = recipe.edits.find((edit) => edit.step === step);
  const edit = { step, set: { ...same?.set, ...set } };
  const others = recipe.edits.filter((each) => each.step !== step);
  return { ...recipe, edits: [...others, edit].sort((a, b) => a.step - b.step) };
}

/**
 * Without an edit, or without one name of it.
 * @param {Recipe} recipe
 * @param {number} index
 * @param {string} [name]
 * @returns {Recipe}
 */
export function withoutEdit(recipe, index, name) {
  const edit = recipe.edits[index];
  if (!edit) return recipe;
  const rest = Object.entries(edit.set).filter(([each]) => name !== undefined && each !== name);
  const kept = rest.length > 0 ? [{ step: edit.step, set: Object.fromEntries(rest) }] : [];
  return { ...recipe, edits: recipe.edits.toSpliced(index, 1, ...kept) };
}

/**
 * A setting changed by an edit at a step; no edit is left if the value is what would hold without one.
 * @param {Recipe} recipe
 * @param {number} step
 * @param {string} field
 * @param {EditValue} value
 * @returns {Recipe}
 */
export function withSettingAt(recipe, step, field, value) {
  const index = recipe.edits.findIndex((edit) => edit.step === step && field in edit.set);
  const without = index < 0 ? recipe : withoutEdit(recipe, index, field);
  return inForce(without, field, step) === value ? without : withEdit(without, step, { [field]: value });
}

/**
 * The number of steps whose losses two recipes have in common: all of them up to where their edits part.
 * @param {Recipe} a
 * @param {Recipe} b
 * @returns {number} Infinity if they are the same
 */
export function sharedSteps(a, b) {
  if (!same({ ...a, edits: [] }, { ...b, edits: [] })) return 0;
  const length = Math.max(a.edits.length, b.edits.length);
  for (let i = 0; i < length; i++) {
    if (!same(a.edits[i], b.edits[i])) return Math.min(a.edits[i]?.step ?? Infinity, b.edits[i]?.step ?? Infinity);
  }
  return Infinity;
}

/**
 * Equal as JSON, whatever the order of names; a name that is missing equals null.
 * @param {any} a
 * @param {any} b
 * @returns {boolean}
 */
export function same(a, b) {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

/**
 * Whether a name is a parameter's, in the pattern of layer2.neuron1.w3.
 * @param {string} name
 */
export function isParameter(name) {
  return !name.startsWith('training.');
}

/**
 * How a parameter is called where there is little room: "w3 of layer 2, neuron 1".
 * @param {string} name
 */
export function parameterTitle(name) {
  const parts = /^layer(\d+)\.neuron(\d+)\.(\w+)$/.exec(name);
  return parts ? `${parts[3]} of layer ${parts[1]}, neuron ${parts[2]}` : name;
}
