// Places in a text, as the server counts them (lines and columns from 1) and as editors do (characters from 0).

/** @typedef {import('./types.d.ts').Literal} Literal */

/** Where each line begins. @param {string} text */
export function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * Within the text, whatever is asked for.
 * @param {string} text @param {number[]} starts of its lines @param {number} line @param {number} column
 */
export function offsetOf(text, starts, line, column) {
  const start = starts[Math.min(Math.max(line, 1), starts.length) - 1];
  return Math.min(start + Math.max(column, 1) - 1, text.length);
}

/** What a mistake is marked on: the word or number that begins there, or one character. */
const WORD = /[\p{L}_][\p{L}\p{N}_]*|\d+\.?\d*|\*\*|./uy;

/**
 * The stretch on which a mistake is marked; it is empty at the end of a line, where something is missing.
 * @param {string} text @param {number} line @param {number} column
 */
export function markedAt(text, line, column) {
  const from = offsetOf(text, lineStarts(text), line, column);
  WORD.lastIndex = from;
  return { from, to: from + (WORD.exec(text)?.[0].length ?? 0) };
}

/**
 * The numbers that stand alone behind a name, where the server found them.
 * @param {string} text @param {import('./types.d.ts').NameRow[]} names
 * @returns {Literal[]}
 */
export function literalsOf(text, names) {
  const starts = lineStarts(text);
  return names.flatMap(({ name, number }) =>
    number
      ? [
          {
            name,
            from: offsetOf(text, starts, number.line, number.column),
            to: offsetOf(text, starts, number.endLine, number.endColumn),
          },
        ]
      : [],
  );
}

/**
 * The text with another number at its place, and where the numbers are then.
 * @param {string} text @param {readonly Literal[]} literals @param {ReadonlyMap<string, number>} numbers by name
 * @returns {{ text: string, literals: Literal[] }}
 */
export function withNumbers(text, literals, numbers) {
  let written = '';
  let read = 0;
  /** @type {Literal[]} */
  const moved = [];
  for (const literal of [...literals].sort((a, b) => a.from - b.from)) {
    const number = numbers.get(literal.name);
    written += text.slice(read, literal.from);
    const from = written.length;
    written += number === undefined ? text.slice(literal.from, literal.to) : String(number);
    read = literal.to;
    moved.push({ name: literal.name, from, to: written.length });
  }
  return { text: written + text.slice(read), literals: moved };
}
