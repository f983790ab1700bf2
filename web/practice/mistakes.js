// Which factor of an answer is wrong, in sentences: what was probably done, and the rule that it breaks.
import { readOperation } from '../explain/operation.js';
import { operationInWords } from '../words.js';
import { workable } from './digits.js';

/** @typedef {import('./series.js').Diagnosis} Diagnosis */

/** The local derivative of each operation, as a rule. @type {Record<string, string>} */
const RULES = {
  '+': 'A sum hands the gradient on as it is: its local derivative is 1.',
  '-': 'The local derivative of a difference is 1 for what stands first, and −1 for what is taken away.',
  '*': 'The local derivative of a product by one factor is the other factor.',
  '/': 'The local derivative of u ÷ v is 1 ÷ v by u, and −u ÷ v² by v.',
  '**': 'The local derivative of xⁿ is n × xⁿ⁻¹.',
  neg: 'The local derivative of −x is −1.',
  tanh: 'The local derivative of tanh is 1 − out², with the output of the tanh.',
  sigmoid: 'The local derivative of the sigmoid is out × (1 − out), with its output.',
  relu: 'The local derivative of relu is 1 where its input is above 0, and 0 elsewhere.',
  leaky_relu: 'The local derivative of a leaky relu is 1 where its input is above 0, and a small constant elsewhere.',
  softplus: 'The local derivative of softplus is the sigmoid of its input.',
  exp: 'The local derivative of exp is its own output.',
  log: 'The local derivative of log(x) is 1 ÷ x.',
  sqrt: 'The local derivative of √x is 1 ÷ (2 × √x).',
  sin: 'The local derivative of sin(x) is cos(x).',
  cos: 'The local derivative of cos(x) is −sin(x).',
  abs: 'The local derivative of |x| is 1 where x is above 0, and −1 below.',
  max: 'The local derivative of a maximum is 1 for the larger one, and 0 for the other.',
  min: 'The local derivative of a minimum is 1 for the smaller one, and 0 for the other.',
};

/** What was taken for a local derivative. @type {Record<string, string>} */
const TAKEN = {
  'own-value': 'you took its own value',
  'other-value': 'you took the other number of the operation',
  result: 'you took the result of the operation',
  one: 'you took 1',
  zero: 'you took 0',
  opposite: 'its sign is the wrong way round',
  'forgot-square': 'you took 1 − out, without the square',
  'input-for-output': 'you put the input where the output belongs',
  'forgot-factor': 'you left out the exponent, which comes down as a factor',
  'forgot-minus-one': 'you left the exponent as it was; it goes down by one',
};

/** So many names are listed of several that are missing. */
const NAMED = 3;

/**
 * What is to be said about a wrong answer.
 * @param {Diagnosis} diagnosis
 * @param {object} graph
 * @param {(id: string) => string} graph.name of a node, in words that fit into a sentence
 * @param {(id: string) => string} graph.op its operation as the graph writes it
 * @param {boolean} graph.isRoot whether the asked node is the loss
 * @returns {{ what: string, hint: string }} what was done, in a short sentence, and what to do instead
 */
export function explainMistake({ quantity, mistake }, { name, op, isRoot }) {
  const kind = mistake?.kind ?? 'other';
  if (!mistake || kind === 'other') return quantity === 'data' ? WRONG_VALUE : isRoot ? WRONG_ROOT : WRONG_GRADIENT;
  const { took, consumer, upstream } = mistake;
  switch (kind) {
    case 'sign':
      return {
        what: 'The size is right, the sign is not.',
        hint: 'Follow the minus signs once more, factor by factor.',
      };
    case 'overwrote':
      return {
        what: 'That is only the contribution that comes last.',
        hint: 'It is used more than once, and every use adds its own: a gradient is collected by +=, not set by =.',
      };
    case 'overwrote-above':
      return {
        what: `The gradient of ${consumer ? name(consumer) : 'what is made of it'}, as you took it, is only the contribution that comes last.`,
        hint: 'That one is used more than once, and every use adds its own: a gradient is collected by +=, not set by =.',
      };
    case 'missed-contribution':
      return missed(mistake.missing, name);
    case 'forgot-upstream':
      return {
        what: 'You forgot the upstream gradient: that is the local derivative alone.',
        hint: consumer
          ? `Multiply it by the gradient of ${name(consumer)}, which is ${workable(upstream ?? NaN)}.`
          : 'Multiply each local derivative by the gradient of the node that it belongs to, then add.',
      };
    case 'wrong-partial': {
      const where = consumer ? ` of ${name(consumer)}` : '';
      return {
        what: `The local derivative${where} is wrong: ${TAKEN[took ?? ''] ?? 'it is another'}.`,
        hint: consumer ? ruleOf(op(consumer)) : '',
      };
    }
    case 'took-value':
      return {
        what: 'That is its value, not its gradient.',
        hint: 'The gradient says how fast the loss grows with it: upstream gradient × local derivative.',
      };
    case 'took-gradient':
      return {
        what: 'That is its gradient, not its value.',
        hint: 'The value comes from what it is made of, forward.',
      };
    case 'wrong-operation':
      return took === 'swapped'
        ? { what: 'The order is the wrong way round.', hint: 'It matters here which number stands first.' }
        : { what: `That is the ${operationInWords(took ?? '')}.`, hint: 'Look at the sign of the operation again.' };
    case 'skipped-operation':
      return { what: `You left out the ${took}.`, hint: `That is the number that goes into the ${took}.` };
    default:
      return quantity === 'data' ? WRONG_VALUE : WRONG_GRADIENT;
  }
}

const WRONG_VALUE = { what: 'That is not it.', hint: 'Compute the operation with the numbers beside it.' };
const WRONG_ROOT = {
  what: 'That is not it.',
  hint: 'How fast does the loss grow with itself? Backward begins with this number.',
};
const WRONG_GRADIENT = {
  what: 'That is not it, and it is none of the usual mistakes.',
  hint: 'For every use: its gradient × the local derivative of its operation. Then add them up.',
};

/** @param {string[]} missing @param {(id: string) => string} name */
function missed(missing, name) {
  if (missing.length === 1 && missing[0] === 'carried') {
    return {
      what: 'You missed what it already held.',
      hint: 'Zeroing is off: the gradient of this step is added to that of the steps before.',
    };
  }
  const names = missing.slice(0, NAMED).map(name).join(', and of ');
  const more = missing.length > NAMED ? `, and of ${missing.length - NAMED} more` : '';
  return {
    what: `You missed ${missing.length === 1 ? 'a contribution' : `${missing.length} contributions`}.`,
    hint: `It is used more than once, and each use adds its own. Not in your sum: that of ${names}${more}.`,
  };
}

/** @param {string} op as a graph writes it: "*", "tanh", "**2", "1-" */
export function ruleOf(op) {
  return RULES[readOperation(op).symbol] ?? '';
}
