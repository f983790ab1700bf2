// What happens in a move, in words and numbers: for the caption, the picture, and those who listen.
import { nameInWords } from '../words.js';
import { outputsOf as outputsOfGroup } from './model.js';
import { expressionOf, nameOf } from './names.js';
import { symbol } from './scene.js';
import { placeOf } from './sweep-moves.js';
import { addition, calculation, nodeOf, product } from './sweep-numbers.js';
import { collected } from './sweep-shown.js';
import { termsOf } from './terms.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./sweep-moves.js').Direction} Direction */
/** @typedef {import('./sweep-moves.js').Move} Move */
/** @typedef {import('./sweep-moves.js').Place} Place */
/** @typedef {import('./sweep-moves.js').Unit} Unit */
/** @typedef {import('./sweep-numbers.js').Line} Line */
/** @typedef {import('./sweep-shown.js').Passes} Passes */

/** What happens, and what comes of it. @typedef {[Line, Line]} Caption */

/** Of more numbers than this, the first are told. */
const LISTED = 4;

/** @param {Model} model @param {Place} place @param {Passes | null} passes @returns {Caption} */
export function captionOf(model, { direction, moves, position }, passes) {
  if (position === 0) return beginning(direction, moves, passes);
  const move = moves[position - 1];
  const { unit, slots, seen } = move;
  if (move.kind === 'compute') return unit.kind === 'node' ? scalar(model, unit.nodes[0]) : computed(model, unit);
  if (move.kind === 'root') {
    const name = model.short[model.root] || 'The result';
    return [
      [`The pass begins at the end: `, name, ' changes by 1 as it changes by 1'],
      ['its gradient is ', model.gradient[model.root]],
    ];
  }
  if (!passes) return [[...subject(model, unit), ' hands its gradient on'], []];
  if (unit.kind === 'layer') return layer(model, unit, seen);
  if (move.kind === 'through') return through(model, unit, slots, passes);
  if (seen.length === 1) {
    const [slot] = seen;
    const sum = collecting(model, moves, position, slot, passes);
    return [handed(model, slot, passes), [...sum, ...sampleOf(model, nodeOf(model, slot))]];
  }
  const operands = new Set(seen.map((slot) => model.operands[slot]));
  const parts = operands.size > 1 ? `its part in each of ${operands.size} samples` : `${seen.length} parts`;
  const bySample = [...seen].sort((p, q) => model.operands[p] - model.operands[q]);
  const sign = passes.overwritten ? '= ' : '+= ';
  return [
    [`${placeInWords(model, model.operands[seen[0]])} gets ${parts}`],
    listed(
      bySample.map((slot) => passes.contributions[slot]),
      sign,
    ),
  ];
}

/** @param {Direction} direction @param {Move[]} moves @param {Passes | null} passes @returns {Caption} */
function beginning(direction, moves, passes) {
  const steps = `${moves.length.toLocaleString('en')} step${moves.length === 1 ? '' : 's'} to go`;
  if (direction === 'forward') return [['What is given stands there. All else is computed from it.'], [steps]];
  // What the gradients hold is not known before the answer is there.
  if (passes === null) return [[steps], []];
  const carried = Object.keys(passes.carried).length > 0;
  return [
    [carried ? 'The gradients still hold what earlier steps left in them.' : 'Every gradient begins at 0.'],
    [steps],
  ];
}

/** @param {Model} model @param {number} i @returns {Caption} */
function scalar(model, i) {
  const name = model.short[i] ? `${model.short[i]} = ` : '';
  return [[`${name}${expressionOf(model, i)} = `, ...calculation(model, i), ' = ', model.data[i]], whereOf(model, i)];
}

/** @param {Model} model @param {Unit} unit @returns {Caption} */
function computed(model, unit) {
  const { kind, key, groups, nodes } = unit;
  const outputs = outputsOf(model, unit);
  const activation = termsOf(model, groups[0])?.activation;
  const [last] = nodes.slice(-1);
  if (kind === 'layer') {
    const how = activation ? `${symbol(model.ops[activation[0]])}(b + Σ w·x)` : 'b + Σ w·x';
    const count = groups.length === 1 ? 'its neuron' : `its ${groups.length} neurons`;
    return [[`${layerInWords(key)} computes ${count}: ${how}`], listed(outputs.map((i) => model.data[i]))];
  }
  if (outputs.length > 1)
    return [
      [`${nameInWords(key)} computes its value in each of ${outputs.length} samples`],
      listed(outputs.map((i) => model.data[i])),
    ];
  if (key === 'loss') return [['the loss: ', `${expressionOf(model, last)} = `, model.data[last]], []];
  if (!activation) return [[`${nameInWords(key)}: b + Σ w·x = `, model.data[last]], []];
  return [
    [`${nameInWords(key)}: `, ...calculation(model, last), ' = ', model.data[last]],
    [`b + Σ w·x is `, model.data[model.operands[model.start[last]]]],
  ];
}

/** What every sample's nodes of a unit come to. @param {Model} model @param {Unit} unit */
function outputsOf(model, { groups, nodes }) {
  const own = new Set(nodes);
  const found = nodes.filter((i) => {
    for (let c = model.consumerStart[i]; c < model.consumerStart[i + 1]; c++)
      if (own.has(model.consumers[c])) return false;
    return true;
  });
  return found.filter((i) => groups.includes(model.groups[i]));
}

/** @param {Model} model @param {Unit} unit @param {number[]} seen @returns {Caption} */
function layer(model, unit, seen) {
  const operands = [...new Set(seen.map((slot) => model.operands[slot]))].sort((a, b) => a - b);
  const to = operands.length ? placeOf(model, operands[0]) : '';
  const below = /^layer(\d+)/.exec(to);
  const what = !below ? 'the inputs' : unit.key === 'loss' ? 'the output' : `layer ${below[1]}`;
  const each = seen.length / Math.max(1, operands.length);
  const times = each > 1 ? `: ${each} parts for each` : '';
  return [[`${layerInWords(unit.key)} hands on to ${what}${times}`], listed(operands.map((i) => model.gradient[i]))];
}

/** @param {Model} model @param {Unit} unit @param {number[]} slots @param {Passes} passes @returns {Caption} */
function through(model, unit, slots, passes) {
  const [last] = unit.nodes.slice(-1);
  const slot = model.start[last];
  if (outputsOf(model, unit).length > 1 || !slots.includes(slot))
    return [[`${nameInWords(unit.key)} has collected its gradient`], []];
  return [
    [
      `${nameInWords(unit.key)}, through ${symbol(model.ops[last])}: `,
      ...product(model, last, slot),
      ' = ',
      passes.contributions[slot],
    ],
    ['each input gets this × its weight'],
  ];
}

/** "n1 in layer 1 gets += 0.6120 × −0.2510 = −0.1536" @param {Model} model @param {number} slot @param {Passes} passes @returns {Line} */
function handed(model, slot, passes) {
  const how = passes.overwritten ? '=' : '+=';
  return [
    `${placeInWords(model, model.operands[slot])} gets ${how} `,
    ...product(model, nodeOf(model, slot), slot),
    ' = ',
    passes.contributions[slot],
  ];
}

/** @param {Model} model @param {Move[]} moves @param {number} position @param {number} slot @param {Passes} passes @returns {Line} */
function collecting(model, moves, position, slot, passes) {
  const { count, of, before } = collected(model, moves, position, slot, passes);
  const which = of > 1 ? ` (part ${count} of ${of})` : '';
  if (passes.overwritten && count > 1)
    return ['the ', before, ' it held is lost: its gradient is now ', passes.sums[slot], which];
  if (passes.overwritten) return ['its gradient is now ', passes.sums[slot], which];
  return ['its gradient is now ', ...addition(before, passes, slot), which];
}

/** @param {number[]} numbers @param {string} [sign] @returns {Line} */
function listed(numbers, sign = '') {
  const told = numbers.slice(0, LISTED).flatMap((x, k) => [k ? ', ' : sign, x]);
  return numbers.length > LISTED ? [...told, ' …'] : told;
}

/** @param {Model} model @param {Unit} unit @returns {Line} */
function subject(model, { kind, key, nodes }) {
  if (kind === 'node') return [nameOf(model, nodes[0])];
  return [kind === 'layer' ? layerInWords(key) : key === 'loss' ? 'the loss' : nameInWords(key)];
}

/** @param {string} key */
function layerInWords(key) {
  return key === 'loss' ? 'the loss' : key.replace('layer', 'layer ');
}

/** "w1 of n2 in layer 1", "n2 in layer 1", "x1" @param {Model} model @param {number} i */
function placeInWords(model, i) {
  const [, layer, neuron] = /^layer(\d+)\.neuron(\d+)$/.exec(model.groups[i]) ?? [];
  if (!layer) return nameOf(model, i);
  const [output] = outputsOfGroup(model, model.groups[i]);
  const name = model.short[output] ?? `n${neuron}`;
  const where = name.startsWith('ŷ') ? name : `${name} in layer ${layer}`;
  return model.labels[i] === model.groups[i] ? where : `${nameOf(model, i)} of ${where}`;
}

/** @param {Model} model @param {number} i */
function whereOf(model, i) {
  const group = model.groups[i];
  return [group === 'loss' ? 'the loss' : nameInWords(group), ...sampleOf(model, i)].filter(Boolean);
}

/** @param {Model} model @param {number} i @returns {string[]} */
function sampleOf({ samples, sampleOf }, i) {
  return samples > 1 && sampleOf[i] >= 0 ? [`, sample ${sampleOf[i] + 1}`] : [];
}
