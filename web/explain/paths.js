import { h } from '../dom.js';
import { formatSmall } from '../numbers.js';
import { numberCell, setText } from '../panels/cells.js';
import { createLookup } from '../panels/lookup.js';
import { aligned, constant, fence, linked, number, product, symbol } from './formula.js';
import { formulaBlock, inlineFormula } from './formula-block.js';
import { surroundingsIn } from './surroundings.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('../types.d.ts').Questions} Questions
 * @typedef {import('../types.d.ts').Reply} Reply
 * @typedef {import('../types.d.ts').Trace} Trace
 * @typedef {import('./answers.d.ts').Paths} Paths
 * @typedef {import('./answers.d.ts').Path} Path
 * @typedef {import('./surroundings.js').Surroundings} Surroundings
 * @typedef {Parameters<typeof aligned>[number]} Line
 */

/** So many paths are listed; the others are one number. */
const PATHS = 10;
/** A double holds every whole number of so many digits. */
const EXACT_DIGITS = 15;
/** Factors on one line of a product. */
const FACTORS = 3;

/**
 * The paths from the selected number to what all gradients are of, as a section that is opened: listed, the largest product
 * first, and drawn in the picture.
 * @param {Store} store
 * @param {object} page
 * @param {(node: string) => void} page.select
 * @param {Questions} page.questions
 * @param {(traces: Trace[] | null) => void} page.trace draws paths; null: none
 * @param {(node: string) => boolean} [page.isWrong] whether the gradient that is shown is not the right one
 */
export function createPaths(store, { select, questions, trace, isWrong = () => false }) {
  const lookup = createLookup();
  const words = h('p', { class: 'explain' });
  const rows = h('tbody');
  const total = numberCell({ sign: true, text: formatSmall });
  const totalName = h('th', { scope: 'row' });
  const table = h(
    'table',
    { class: 'paths-table', 'aria-label': 'Paths' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'by way of'), h('th', { scope: 'col' }, 'product'))),
    rows,
    h('tfoot', {}, h('tr', {}, totalName, total.cell)),
  );
  const block = formulaBlock({ label: 'The product along the path', follow: select });
  const summary = h('summary');
  const element = h('details', { class: 'paths' }, summary, words, table, block.element);
  /** @type {Paths | null} */
  let paths = null;
  let chosen = -1;
  let pointed = -1;
  let open = false;
  let stop = () => {};

  /** @param {Readonly<State>} state */
  function nodeOf({ graph, selected }) {
    return graph && selected ? lookup.find(graph, selected) : undefined;
  }

  element.addEventListener('toggle', () => {
    open = element.open;
    stop();
    stop = questions.follow((state) => {
      const node = open ? nodeOf(state) : undefined;
      return node ? { what: 'paths', about: { node: node.id, most: PATHS } } : null;
    }, explain);
  });

  /** @param {Reply} reply */
  function explain({ answer, stale, problem, question }) {
    if (!question) paths = null;
    for (const part of [table, block.element]) part.classList.toggle('stale', stale);
    if (stale && question) return;
    const before = paths?.node;
    paths = /** @type {Paths | null} */ (answer);
    if (paths?.node !== before) chosen = pointed = -1;
    setText(words, problem ?? '');
    table.hidden = !paths;
    draw();
  }

  function draw() {
    const { graph } = store.get();
    block.element.hidden = true;
    if (!paths || !graph) return trace(null);
    const around = surroundingsIn(graph, lookup);
    const { count, exact, sum, carried, rest, gradient } = paths;
    setText(words, inWords(count, exact, around.words(around.root)));
    const largest = Math.max(...paths.paths.map((path) => Math.abs(path.product)), 0);
    const made = paths.paths.map((path, i) => pathRow(path, i, largest, around));
    if (rest.count !== '0') made.push(plainRow(othersInWords(rest.count, exact), rest.sum));
    if (carried !== 0) made.push(plainRow('from earlier steps', carried));
    const focused = [...rows.querySelectorAll('button')].findIndex((button) => button === document.activeElement);
    rows.replaceChildren(...made);
    if (focused >= 0) rows.querySelectorAll('button')[focused]?.focus();
    setText(totalName, isWrong(paths.node) ? 'what the gradient should be' : 'the gradient');
    total.set(carried === 0 ? sum : gradient);
    const path = paths.paths[chosen];
    if (path) {
      block.show(along(path, around));
      block.element.hidden = false;
    }
    drawTraces();
  }

  function drawTraces() {
    if (!paths) return;
    const shown = pointed >= 0 ? pointed : chosen;
    const largest = Math.max(...paths.paths.map((path) => Math.abs(path.product)), Number.MIN_VALUE);
    const wanted = shown >= 0 ? paths.paths.slice(shown, shown + 1) : paths.paths;
    trace(
      wanted.map(({ nodes, product: weight }) => ({ nodes, strength: shown >= 0 ? 1 : Math.abs(weight) / largest })),
    );
  }

  /** @param {number} i */
  function point(i) {
    pointed = i;
    drawTraces();
  }

  /** @param {Path} path @param {number} i @param {number} largest @param {Surroundings} around */
  function pathRow(path, i, largest, around) {
    const press = () => {
      chosen = chosen === i ? -1 : i;
      draw();
    };
    const stops = stopsOf(path, around);
    const button = h(
      'button',
      {
        type: 'button',
        class: 'choose',
        'aria-pressed': String(i === chosen),
        'aria-label': `by way of ${stops.map(({ id }) => around.words(id)).join(', ')}`,
        onclick: press,
        onfocus: () => point(i),
        onblur: () => point(-1),
      },
      ...routeOf(path, stops, around),
    );
    const cell = numberCell({ bar: true, sign: true, text: formatSmall });
    cell.set(path.product, largest > 0 ? path.product / largest : 0);
    return h(
      'tr',
      { class: i === chosen ? 'current' : null, onmouseenter: () => point(i), onmouseleave: () => point(-1) },
      h('td', {}, button),
      cell.cell,
    );
  }

  /** @param {string} name @param {number} x */
  function plainRow(name, x) {
    const cell = numberCell({ sign: true, text: formatSmall });
    cell.set(x);
    return h('tr', {}, h('th', { scope: 'row' }, name), cell.cell);
  }

  /** @param {Readonly<State>} state */
  function show(state) {
    const node = nodeOf(state);
    element.hidden = !node || node.id === state.graph?.root;
    if (!node || !state.graph) return;
    const { root, words: inWords } = surroundingsIn(state.graph, lookup);
    setText(summary, `Paths to ${inWords(root)}`);
  }

  show(store.get());
  store.subscribe((state, before) => {
    if (state.playing && !before.playing) trace(null);
    if (state.selected === before.selected && state.graph === before.graph) return;
    show(state);
    if (element.hidden && open) trace(null);
  });
  return { element };
}

/** The named nodes of a path after its first. @param {Path} path @param {Surroundings} around */
function stopsOf({ nodes }, around) {
  return nodes.slice(1).flatMap((id, i) => {
    const node = around.node(id);
    return node && (node.label !== '' || i === nodes.length - 2) ? [node] : [];
  });
}

/** @param {Path} path @param {{ id: string, op: string, label: string }[]} stops @param {Surroundings} around */
function routeOf({ nodes }, stops, { names }) {
  const sample = /^sample(\d+)\//.exec(nodes[1] ?? '')?.[1];
  const route = stops.flatMap(({ label }, i) => {
    const stop = inlineFormula(symbol(names.get(label) || label || '…'));
    return i === 0 ? [stop] : [' → ', stop];
  });
  return sample === undefined ? route : [h('small', {}, `sample ${Number(sample) + 1}: `), ...route];
}

/** The product along a path, its factors each a way to the value that it leads to. @param {Path} path @param {Surroundings} around */
function along({ nodes, partials, product: made }, around) {
  const factors = partials.map((partial, i) => {
    const value = partial === 1 ? constant(1) : number(partial);
    const factor = linked(nodes[i + 1], `how ${around.words(nodes[i + 1])} moves`, value);
    return i > 0 && partial < 0 ? fence(factor) : factor;
  });
  /** @type {Line[]} */
  const lines = [];
  for (let i = 0; i < factors.length; i += FACTORS)
    lines.push([null, i === 0 ? '' : '×', product(...factors.slice(i, i + FACTORS))]);
  lines.push([null, '=', number(made)]);
  return aligned(...lines);
}

/** @param {string} count @param {boolean} exact @param {string} goal */
function inWords(count, exact, goal) {
  if (count === '0') return `No path leads from it to ${goal}.`;
  const many = count === '1' ? 'One path leads' : `${exact ? '' : 'More than '}${readable(count)} paths lead`;
  return `${many} from it to ${goal}. Along a path the local derivatives multiply; the paths add up.`;
}

/** What is not listed. @param {string} count @param {boolean} exact whether there are not more than that */
export function othersInWords(count, exact) {
  return exact ? `the other ${readable(count)} together` : 'all others together';
}

/** A whole number in decimal digits, as people read it: "1,048,576", "3.21 × 10⁴⁵" beyond fifteen digits. @param {string} digits */
export function readable(digits) {
  if (digits.length <= EXACT_DIGITS) return Number(digits).toLocaleString('en');
  const rounded = Math.round(Number(digits.slice(0, EXACT_DIGITS)) / 10 ** (EXACT_DIGITS - 3));
  // 9.999 is 10.0.
  const [hundredths, exponent] = rounded === 1000 ? [100, digits.length] : [rounded, digits.length - 1];
  const power = String(exponent).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
  return `${(hundredths / 100).toFixed(2)} × 10${power}`;
}
