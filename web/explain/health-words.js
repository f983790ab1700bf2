import { format, formatSmall, precise } from '../numbers.js';
import { nameInWords } from '../words.js';

/**
 * @typedef {{ kind: string, where: string, value?: number | null, limit?: number | null, share?: number | null,
 *   sample?: number | null, cause?: string | null, message?: string | null }} Finding
 * @typedef {{ layer: string, activation: string, neurons: number, parameters: number, gradient: number,
 *   gradientRatio: number, update: number, updateRatio: number, saturated?: number | null, dead?: number | null }} Layer
 * @typedef {{ findings: Finding[], layers: Layer[] }} Health the answer to "health"
 * @typedef {{ kind: string, badge: string, meaning: string, findings: Finding[] }} Group findings of one kind
 */

/** @type {Record<string, { badge: string, meaning: string }>} */
const KINDS = {
  'non-finite': {
    badge: 'not a number',
    meaning: 'A number grew beyond all limits, and whatever is computed from it is no number either.',
  },
  stuck: { badge: 'stuck', meaning: '' },
  saturated: {
    badge: 'saturated',
    meaning:
      'For most samples these neurons are at the flat end of their curve. Where a curve is flat its slope is almost 0, so ' +
      'almost no gradient passes through, and the neuron hardly learns.',
  },
  dead: {
    badge: 'dead',
    meaning:
      'These neurons give 0 for every sample. Where ReLU is 0 it passes no gradient on, so the loss does not move their ' +
      'weights any more. In the first layer nothing else does, except regularization or what the optimizer remembers; in ' +
      'later layers they can wake when the layers before them change.',
  },
  vanishing: {
    badge: 'vanishing',
    meaning:
      'On the way back from the loss the gradient shrinks from layer to layer. Here almost nothing of it arrives, so the ' +
      'layer hardly learns.',
  },
  exploding: {
    badge: 'exploding',
    meaning:
      'On the way back from the loss the gradient grows from layer to layer. Here it is so large that a step throws the ' +
      'weights far off.',
  },
  'update-small': {
    badge: 'tiny updates',
    meaning: 'The next update hardly moves the weights: learning would take very long. Try a larger learning rate.',
  },
  'update-large': {
    badge: 'huge updates',
    meaning:
      'The next update changes the weights by a large part of their own size: training jumps about instead of walking ' +
      'downhill. Try a smaller learning rate.',
  },
};

/**
 * Findings of one kind together, in the order in which the server gives the kinds: the gravest first.
 * @param {Finding[]} findings
 * @returns {Group[]}
 */
export function grouped(findings) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const finding of findings) {
    const { kind } = finding;
    const words = KINDS[kind] ?? { badge: kind, meaning: '' };
    const group = groups.get(kind) ?? { kind, ...words, findings: [] };
    group.findings.push(finding);
    groups.set(kind, group);
  }
  return [...groups.values()];
}

/** What a badge says: "saturated 3". @param {Group} group */
export function badgeText({ kind, badge, findings }) {
  return kind === 'stuck' || kind === 'non-finite' ? badge : `${badge} ${findings.length}`;
}

/**
 * What a run that stands still needs to be told, in sentences.
 * @param {Finding} finding
 * @param {Layer[]} layers
 * @param {Pick<import('../types.d.ts').State, 'frame' | 'data'>} moment
 */
export function stuckInWords({ where, cause, sample }, layers, { frame, data }) {
  const still = `Training stands still: the next update changes nothing, and the loss stays at ${formatSmall(frame.loss)}.`;
  if (cause === 'dead') {
    const place = placeInWords(where);
    return `${still} Every neuron of ${place} gives 0 for every sample, and where ReLU is 0 no gradient passes. Take new weights, or a smaller learning rate from the start.`;
  }
  if (cause !== 'saturated' || typeof sample !== 'number')
    return `${still} No small change of any weight makes it smaller. It may be the best that this network can do, or a flat place on the way: try new weights, or a larger network.`;
  const output = Number(/neuron(\d+)/.exec(where)?.[1] ?? 1) - 1;
  const { activation } = layers[layers.length - 1];
  const says = format(frame.outputs[sample][output]);
  const right = precise(data.samples[sample].y[output]);
  return `${still} The output lies on the flat end of ${activation}: for sample ${sample + 1} it says ${says}, where ${right} would be right. There the slope is almost 0, so no gradient passes back to any weight. Go back to before it happened, and take a smaller learning rate.`;
}

/** "neuron 2 in layer 1", "layer 3", "the loss". @param {string} where */
export function placeInWords(where) {
  const own = where.replace(/^sample\d+\//, '').split('#')[0];
  const layer = /^layer(\d+)$/.exec(own);
  if (layer) return `layer ${layer[1]}`;
  return own === 'loss' ? 'the loss' : nameInWords(own);
}

/**
 * The numbers of a finding, in a few words.
 * @param {Finding} finding
 */
export function findingInWords({ kind, value, limit, share }) {
  const number = typeof value === 'number' ? formatSmall(value) : '';
  const bound = typeof limit === 'number' ? precise(limit) : '';
  switch (kind) {
    case 'saturated':
      return `for ${percent(share ?? 0)} of the samples`;
    case 'vanishing':
    case 'exploding':
      return `${number} times the last layer’s; limit ${bound}`;
    case 'update-small':
    case 'update-large':
      return `${number} of their size; limit ${bound}`;
    default:
      return '';
  }
}

/** @param {number} share */
export const percent = (share) => `${(share * 100).toFixed(0)} %`;
