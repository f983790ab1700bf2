import { symbol } from './formula.js';
import { readOperation } from './operation.js';

/**
 * @typedef {import('./formula.js').Formula} Formula
 * @typedef {{ id: string, op: string, label: string }} Named
 */

/** What an operation's result is called where it has no name: a sum s, a product p. @type {Record<string, string>} */
const LETTERS = { '+': 's', '-': 'd', '*': 'p', '/': 'q', '**': 'u', tanh: 't', sigmoid: 'σ', relu: 'r' };
/** Where the first choice is taken. */
const OTHERS = ['v', 'u', 'z', 'h', 'k', 'ξ'];

/**
 * Symbols for the nodes of one explanation: w₂, n₃, L, and p for a product that has no name. Two nodes never share one.
 * @param {Map<string, string>} names short names by label: none is given to what has no name
 * @param {Named[]} nodes
 */
export function symbolsFor(names, nodes) {
  const taken = new Set(names.values());
  /** @type {Map<string, Named[]>} */
  const byName = new Map();
  const different = new Map(nodes.map((node) => [node.id, node]));
  for (const node of different.values()) {
    const name = node.label ? names.get(node.label) || node.label : letter(node.op);
    byName.set(name, [...(byName.get(name) ?? []), node]);
  }

  /** @param {string} op */
  function letter(op) {
    const letters = [LETTERS[readOperation(op).symbol] ?? 'v', ...OTHERS];
    return letters.find((each) => !taken.has(each)) ?? 'node';
  }

  /** @param {string} name @param {number} primes @returns {Formula} */
  function primed(name, primes) {
    const plain = symbol(name);
    return plain.is === 'symbol' ? { ...plain, name: plain.name + '′'.repeat(primes) } : plain;
  }

  /** @type {Map<string, Formula>} */
  const symbols = new Map();
  for (const [name, sharing] of byName) {
    sharing.forEach(({ id, label }, i) => {
      if (sharing.length === 1) symbols.set(id, symbol(name));
      else symbols.set(id, label ? primed(name, i) : symbol(name, String(i + 1)));
    });
  }
  /** @param {string} id */
  const of = (id) => symbols.get(id) ?? symbol(id);
  return {
    of,
    /** Those that were called by a letter because they have no name, in the order given. */
    unnamed: [...different.values()].filter(({ label }) => label === '').map(({ id }) => ({ id, symbol: of(id) })),
  };
}
