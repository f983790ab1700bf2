import { isParameter, ownId } from '../words.js';

/**
 * The selected parameter with its value; null if something else or nothing is selected.
 * @param {Pick<import('../types.d.ts').State, 'selected' | 'parameters' | 'frame'>} state
 */
export function chosenParameter({ selected, parameters, frame }) {
  const name = selected === null ? '' : ownId(selected);
  const index = isParameter(name) ? parameters.indexOf(name) : -1;
  return index < 0 ? null : { name, index, value: frame.values[index] };
}
