/** Names of nodes and parameters as people say them. */

const PARAMETER = /^layer(\d+)\.neuron(\d+)\.(?:w(\d+)|b)$/;
const NEURON = /^layer(\d+)\.neuron(\d+)$/;
const SAMPLE = /^sample(\d+)\/(.*)$/;

/** @type {Record<string, string>} */
const OPERATIONS = {
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'quotient',
  '**': 'power',
  neg: 'negative',
  max: 'maximum',
  min: 'minimum',
  log: 'logarithm',
  sqrt: 'square root',
  abs: 'absolute value',
};

/** @param {string} name */
export function isParameter(name) {
  return PARAMETER.test(name);
}

/**
 * "weight 3 of neuron 1 in layer 2"
 * @param {string} name of a parameter or of a neuron
 */
export function nameInWords(name) {
  const parameter = PARAMETER.exec(name);
  if (parameter) {
    const [, layer, neuron, weight] = parameter;
    return `${weight ? `weight ${weight}` : 'bias'} of neuron ${neuron} in layer ${layer}`;
  }
  const neuron = NEURON.exec(name);
  return neuron ? `neuron ${neuron[2]} in layer ${neuron[1]}` : name;
}

/**
 * What a node of a graph is: "product, operation 3 of neuron 1 in layer 2", "input x1 of sample 3".
 * @param {{ id: string, op: string, label: string, group: string }} node
 */
export function nodeInWords({ id, op, label, group }) {
  const [, sample, own] = SAMPLE.exec(id) ?? [null, null, id];
  const ofSample = sample === null ? '' : ` of sample ${Number(sample) + 1}`;
  if (isParameter(label)) return nameInWords(label);
  if (op === '' && group === 'inputs') return `input ${label}${ofSample}`;
  if (op === '') return `target ${label}${ofSample}`;
  if (label === 'loss') return 'the loss';
  const forSample = sample === null ? '' : `, for sample ${Number(sample) + 1}`;
  if (NEURON.test(label)) return `output of ${nameInWords(label)}${forSample}`;
  const number = own.split('#')[1];
  const where = NEURON.test(group) ? nameInWords(group) : 'the loss';
  return `${operationInWords(op)}, ${number ? `operation ${number}` : 'an operation'} of ${where}${forSample}`;
}

/**
 * "product", "tanh", "square"
 * @param {string} op as a graph writes it: "*", "tanh", "**2", "1-"
 */
export function operationInWords(op) {
  if (op === '**2') return 'square';
  const symbol = OPERATIONS[op] ? op : (/^[-+*/]+|[-+*/]+$/.exec(op)?.[0] ?? op);
  return OPERATIONS[symbol] ?? symbol;
}
