import { number } from '../explain/formula.js';
import { operation } from '../explain/operation.js';
import { plainText } from '../explain/plain.js';
import { workableValue } from './digits.js';

/**
 * An operation with the numbers in it: "0.5632 × 0.3412". What is covered is a question mark.
 * @param {string} op as a graph writes it
 * @param {{ op: string, data: number }[]} operands
 */
export function written(op, operands) {
  return plainText(
    operation(
      op,
      operands.map((operand) => number(operand.data, () => workableValue(operand))),
    ),
  );
}
