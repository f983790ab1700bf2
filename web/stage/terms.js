// What a neuron computes, read back from its nodes: b, then + w1*x1, + w2*x2, .., then the activation.

/** @typedef {import('./model.js').Model} Model */
/** One scalar of the table; one node a sample, or one for all. @typedef {number[]} Scalar */
/** @typedef {{weight: Scalar, input: Scalar, product: Scalar, sum: Scalar, weightFirst: boolean, sumFirst: boolean}} Term */
/** @typedef {{bias: Scalar, terms: Term[], activation: Scalar | null}} Terms */

/**
 * Null when the group is not built as a neuron is.
 * @param {Model} model @param {string} group
 * @returns {Terms | null}
 */
export function termsOf(model, group) {
  const members = model.members.get(group);
  const nodes = members?.samples[0];
  if (!members || !nodes || nodes.length < 2) return null;
  const { ops, operands, start, labels } = model;
  const bias = members.parameters.find((i) => labels[i] === `${group}.b`);
  if (bias === undefined) return null;
  const own = new Set(members.parameters);

  /** @param {number} k */
  const scalar = (k) => members.samples.map((sample) => sample[k]);
  /** @param {number} k @param {number} slot */
  const operand = (k, slot) => {
    const all = members.samples.map((sample) => operands[start[sample[k]] + slot]);
    return all.every((i) => i === all[0]) ? [all[0]] : all;
  };

  /** @type {Term[]} */
  const terms = [];
  let running = bias;
  let k = 0;
  for (; k + 1 < nodes.length && ops[nodes[k]] === '*' && ops[nodes[k + 1]] === '+'; k += 2) {
    const [product, sum] = [nodes[k], nodes[k + 1]];
    const weightFirst = own.has(operands[start[product]]);
    const sumFirst = operands[start[sum]] === running;
    if (!weightFirst && !own.has(operands[start[product] + 1])) return null;
    if (!sumFirst && operands[start[sum] + 1] !== running) return null;
    terms.push({
      weight: operand(k, weightFirst ? 0 : 1),
      input: operand(k, weightFirst ? 1 : 0),
      product: scalar(k),
      sum: scalar(k + 1),
      weightFirst,
      sumFirst,
    });
    running = sum;
  }
  if (!terms.length || k < nodes.length - 1) return null;
  const activation = k === nodes.length - 1;
  if (activation && operands[start[nodes[k]]] !== running) return null;
  return { bias: [bias], terms, activation: activation ? scalar(k) : null };
}
