import { formatSmall } from '../numbers.js';

/**
 * @typedef {{ value: number, loss: number, gradient: number, derivative: number,
 *   next: { value: number, loss: number, lossOfAll: number } }} Slope what is told of the answer to "slope"
 */

/**
 * What the tangent says, in sentences with numbers in them.
 * @param {Slope} slope
 * @returns {(string | number)[]}
 */
export function slopeInWords({ loss, gradient, derivative }) {
  if (!Number.isFinite(loss) || !Number.isFinite(derivative))
    return ['The loss is not a finite number here, so it has no slope.'];
  const level = 'Here the curve is level: moved a little, it changes nothing. The slope is the gradient, ';
  const falls = derivative < 0;
  const steep = ['The line ', falls ? 'falls' : 'rises', ' by ', Math.abs(derivative), ' for every 1 to the right. '];
  const slope = derivative === 0 ? [level] : [...steep.map(unsigned), 'This slope is the gradient: '];
  if (gradient === derivative) return [...slope, gradient, '.'];
  return [
    ...(derivative === 0 ? ['Here the curve is level. '] : steep.map(unsigned)),
    'Its slope is ',
    derivative,
    '. The gradient that the update uses is ',
    gradient,
    ': zeroing is off, so it holds the slopes of earlier steps too.',
  ];
}

/** How steep something is has no sign, and no sign's colour. @param {string | number} part */
function unsigned(part) {
  return typeof part === 'number' ? formatSmall(part) : part;
}

/**
 * Where the next update goes.
 * @param {Slope} slope
 */
export function afterUpdate({ loss, next }) {
  if (!Number.isFinite(loss)) return '';
  const alone = `If nothing else moved, the loss would become ${formatSmall(next.loss)}`;
  return (
    `The next update takes it to ${formatSmall(next.value)}. ${alone}; ` +
    `as all weights and biases move together, it becomes ${formatSmall(next.lossOfAll)} for the same samples.`
  );
}
