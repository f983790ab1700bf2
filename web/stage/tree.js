// The picture for ears and keys: a tree of network, layers, neurons and scalars, built as it is opened.
import { h } from '../dom.js';
import { setAttribute, setText } from './dom.js';
import { asksToEdit } from '../in-place.js';
import { format } from '../numbers.js';
import { numbersOf, outlineOf, pathInParts, spokenLine } from './outline.js';

/** @typedef {import('./outline.js').Item} Item */
/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./network.js').Network} Network */
/** @typedef {import('../types.d.ts').State} State */
/** @typedef {import('../types.d.ts').Actions} Actions */
/** @typedef {{item: Item, parent: Branch | null, shell: HTMLLIElement, element: HTMLDivElement, group: HTMLUListElement | null, children: Branch[] | null}} Branch */

/** Labels of what is not shown follow the numbers at this pace. */
const PACE_MS = 1000;
/** So much later they do so without a frame: while a run plays one comes before, and what is written between frames costs it time. */
const LATE_MS = 250;
const PAN = 60;

/** @param {Actions} actions @param {{focused: (item: Item | null) => void, pan: (dx: number, dy: number) => void, edit: (item: Item, row: Element) => void}} handlers */
export function createTree(actions, handlers) {
  const list = h('ul', { role: 'tree' });
  const found = h('span', { class: 'stage-found', role: 'status' });
  const search = h('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const element = h('div', { class: 'stage-tree' }, h('div', { class: 'stage-find' }, search, found), list);

  /** @type {State} */
  let state;
  /** @type {Model | null} */
  let model = null;
  /** @type {Network | null} */
  let network = null;
  /** @type {Branch | null} */
  let root = null;
  /** @type {Branch | null} */
  let active = null;
  let focused = false;
  /** Whether it can be seen; kept from an event: to ask while the page is being written would lay it out once more. */
  let seen = false;
  let relabelling = 0;
  let relabelled = -Infinity;
  /** @type {string[][]} */
  let matches = [];
  let match = 0;

  /** @param {Network} network */
  function nameAfter({ layers }) {
    const what = layers.length ? 'network' : 'graph';
    list.setAttribute('aria-label', `The ${what}, level by level`);
    search.setAttribute('aria-label', `Find in the ${what}`);
    search.placeholder = layers.length ? 'find: w3, tanh, neuron 2 …' : 'find: a name, tanh …';
  }

  /** @param {Item} item @param {Branch | null} parent @param {number} level @returns {Branch} */
  function branch(item, parent, level) {
    const name = h('span', { class: 'stage-item-name' }, item.name);
    const element = h(
      'div',
      { role: 'treeitem', 'aria-level': level, tabindex: -1, class: `stage-item ${item.kind}` },
      name,
    );
    const shell = h('li', { role: 'none' }, element);
    /** @type {Branch} */
    const made = { item, parent, shell, element, group: null, children: null };
    if (item.children) element.setAttribute('aria-expanded', 'false');
    branches.set(element, made);
    label(made);
    return made;
  }
  /** @type {WeakMap<Element, Branch>} */
  const branches = new WeakMap();

  /** @param {Branch} b */
  function label(b) {
    setAttribute(b.element, 'aria-label', spokenLine(b.item, state, model));
    const numbers = numbersOf(b.item, state, model);
    // Written by the style, so that what is seen beside the name is not another name.
    setAttribute(b.element, 'data-numbers', numbers ? `${format(numbers.data)}  ${format(numbers.gradient)}` : '');
    setAttribute(b.element, 'aria-selected', String(b.item.kind === 'scalar' && b.item.marks[0] === state.selected));
  }

  /** @param {Branch} b @param {(b: Branch) => void} visit */
  function each(b, visit) {
    visit(b);
    if (b.element.getAttribute('aria-expanded') === 'true') for (const child of b.children ?? []) each(child, visit);
  }

  /** @param {Branch} b */
  function childrenOf(b) {
    if (!b.children && b.item.children) {
      const level = Number(b.element.getAttribute('aria-level')) + 1;
      b.children = b.item.children().map((item) => branch(item, b, level));
      b.group = h('ul', { role: 'group' }, ...b.children.map((child) => child.shell));
      b.group.hidden = b.element.getAttribute('aria-expanded') !== 'true';
      b.shell.append(b.group);
    }
    return b.children ?? [];
  }

  /** @param {Branch} b @param {boolean} open */
  function expand(b, open) {
    if (!b.item.children) return;
    if (open) childrenOf(b).forEach(label);
    setAttribute(b.element, 'aria-expanded', String(open));
    if (b.group) b.group.hidden = !open;
  }

  /** @param {Branch} b @param {boolean} [take] whether it takes the focus too */
  function activate(b, take = true) {
    if (active) active.element.tabIndex = -1;
    active = b;
    label(b);
    b.element.tabIndex = 0;
    if (take) b.element.focus({ preventScroll: false });
  }

  /** Opens every level down to an item. @param {string[]} path ids, from the root's child @returns {Branch | null} */
  function reach(path) {
    let at = root;
    for (const id of path) {
      if (!at) return null;
      expand(at, true);
      at = childrenOf(at).find((child) => child.item.id === id) ?? null;
    }
    return at;
  }

  /** @param {number} node @returns {Branch | null} */
  function reachNode(node) {
    if (!model || !root) return null;
    if (!network?.layers.length && model.members.size === 1) return reach(pathInParts(model, node));
    const id = model.ids[node];
    for (const layer of childrenOf(root)) {
      for (const child of childrenOf(layer)) {
        if (child.item.id === id) return reach([layer.item.id, id]);
        if (child.item.kind === 'neuron' && child.item.marks[0] === model.groups[node])
          return reach([layer.item.id, child.item.id, id]);
      }
    }
    return null;
  }

  /** @param {Branch} b @param {number} by @returns {Branch | null} */
  function neighbour(b, by) {
    /** @type {Branch[]} */
    const shown = [];
    if (root) each(root, (one) => shown.push(one));
    return shown[shown.indexOf(b) + by] ?? null;
  }

  /** To the operand a scalar is made from, or to the first that is made from it. @param {Branch} b @param {boolean} back */
  function follow(b, back) {
    if (!model || b.item.node < 0) return b.parent;
    const { start, operands, consumerStart, consumers } = model;
    const i = b.item.node;
    if (back) return start[i] < start[i + 1] ? reachNode(operands[start[i]]) : b.parent;
    return consumerStart[i] < consumerStart[i + 1] ? reachNode(consumers[consumerStart[i]]) : null;
  }

  /** @param {Branch} b */
  function open(b) {
    const { item } = b;
    if (item.kind === 'scalar') return actions.select(item.marks[0]);
    const expanded = b.element.getAttribute('aria-expanded') === 'true';
    expand(b, !expanded);
    if (item.kind === 'neuron' && state.depth !== 'scalars') {
      if (state.depth === 'network') actions.setDepth('neurons');
      if (state.open.includes(item.marks[0]) === expanded) actions.toggleOpen(item.marks[0]);
    }
  }

  list.addEventListener('focusin', (event) => {
    const b = branches.get(/** @type {Element} */ (event.target));
    if (!b) return;
    focused = true;
    if (b !== active) activate(b, false);
    label(b);
    handlers.focused(b.item);
  });
  list.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && list.contains(event.relatedTarget)) return;
    focused = false;
    handlers.focused(null);
  });
  list.addEventListener('click', (event) => {
    const li = /** @type {Element} */ (event.target).closest('[role="treeitem"]');
    const b = li && branches.get(li);
    if (!b) return;
    activate(b);
    if (b.item.kind === 'scalar') open(b);
    else expand(b, b.element.getAttribute('aria-expanded') !== 'true');
  });
  list.addEventListener('dblclick', (event) => {
    const li = /** @type {Element} */ (event.target).closest('[role="treeitem"]');
    const b = li && branches.get(li);
    if (b?.item.kind === 'scalar') handlers.edit(b.item, b.element);
  });
  list.addEventListener('keydown', (event) => {
    const b = active;
    if (!b || event.ctrlKey || event.metaKey || event.altKey) return;
    if (b.item.kind === 'scalar' && asksToEdit(event, settable(b.item) && b.item.marks[0] === state.selected)) {
      event.preventDefault();
      event.stopPropagation();
      handlers.edit(b.item, b.element);
      return;
    }
    if (event.shiftKey && event.key.startsWith('Arrow')) {
      const [dx, dy] = { ArrowLeft: [PAN, 0], ArrowRight: [-PAN, 0], ArrowUp: [0, PAN], ArrowDown: [0, -PAN] }[
        event.key
      ] ?? [0, 0];
      handlers.pan(dx, dy);
    } else {
      const to = move(b, event.key);
      if (to === undefined) return;
      if (to) activate(to);
    }
    event.preventDefault();
    event.stopPropagation();
  });

  /** Whether an item is a weight or a bias. @param {Item} item */
  function settable({ node, parameter }) {
    return parameter >= 0 || (node >= 0 && model !== null && state.parameters.includes(model.labels[node]));
  }

  /** @param {Branch} b @param {string} key @returns {Branch | null | undefined} undefined: not a key of the tree */
  function move(b, key) {
    const expanded = b.element.getAttribute('aria-expanded');
    switch (key) {
      case 'ArrowDown':
        return neighbour(b, 1);
      case 'ArrowUp':
        return neighbour(b, -1);
      case 'ArrowRight':
        if (expanded === null) return follow(b, false);
        if (expanded === 'true') return childrenOf(b)[0] ?? null;
        expand(b, true);
        return null;
      case 'ArrowLeft':
        if (expanded === null) return follow(b, true);
        if (expanded === 'false') return b.parent;
        expand(b, false);
        return null;
      case 'Home':
        return root;
      case 'End': {
        let last = root;
        if (root) each(root, (one) => (last = one));
        return last;
      }
      case 'Escape':
        if (b.item.kind === 'scalar' && state.selected) actions.select(null);
        return b.parent;
      case 'Enter':
        open(b);
        return null;
      case ' ':
        if (b.item.node >= 0 && model) actions.select(model.ids[b.item.node]);
        else if (b.item.kind === 'scalar') open(b);
        return null;
      default:
        return undefined;
    }
  }

  search.addEventListener('input', () => {
    matches = search.value.trim() && root ? matching(root.item, search.value.trim().toLowerCase()) : [];
    match = 0;
    setText(found, search.value.trim() ? `${matches.length || 'none'} found` : '');
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      search.value = '';
      setText(found, '');
      element.classList.remove('finding');
      if (active) activate(active);
    } else if ((event.key === 'Enter' || event.key === 'ArrowDown') && matches.length) {
      const b = reach(matches[match]);
      match = (match + 1) % matches.length;
      if (b && event.key === 'ArrowDown') activate(b);
      else if (b) {
        activate(b, false);
        b.element.scrollIntoView({ block: 'nearest' });
        handlers.focused(b.item);
        setText(found, `${match || matches.length} of ${matches.length}`);
        if (b.item.node >= 0 && model) actions.select(model.ids[b.item.node]);
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  search.addEventListener('focus', () => element.classList.add('finding'));
  search.addEventListener('blur', () => element.classList.remove('finding'));

  function relabel() {
    clearTimeout(relabelling);
    relabelling = 0;
    relabelled = performance.now();
    if (root) each(root, label);
  }

  new ResizeObserver(() => {
    seen = element.offsetWidth > 1;
    if (seen) relabel();
  }).observe(element);

  return {
    element,
    /** What has the focus, or null. */
    current: () => (focused && active ? active.item : null),
    focus() {
      if (active) activate(active);
    },
    find() {
      element.classList.add('finding');
      search.focus();
      search.select();
    },
    /** @param {State} next @param {Model | null} nextModel @param {Network} nextNetwork */
    set(next, nextModel, nextNetwork) {
      const rebuilt = !root || nextModel !== model || nextNetwork !== network;
      if (!root || nextNetwork !== network) nameAfter(nextNetwork);
      [state, model, network] = [next, nextModel, nextNetwork];
      if (rebuilt) {
        const path = active ? pathOf(active) : [];
        const expanded = root ? expandedPaths(root) : [[]];
        root = branch(outlineOf(state, model, network), null, 1);
        list.replaceChildren(root.shell);
        for (const one of expanded) {
          const b = reach(one);
          if (b) expand(b, true);
        }
        const had = focused;
        active = null;
        activate(reach(path) ?? root, had);
      }
    },
    /** Writes the numbers of what was set; those that nobody sees, soon. */
    write() {
      if (active && focused) label(active);
      if (seen || performance.now() >= relabelled + PACE_MS) relabel();
      else if (!relabelling) relabelling = window.setTimeout(relabel, PACE_MS + LATE_MS);
    },
  };
}

/** @param {Branch} b @returns {string[]} */
function pathOf(b) {
  return b.parent ? [...pathOf(b.parent), b.item.id] : [];
}

/** @param {Branch} b @returns {string[][]} */
function expandedPaths(b) {
  if (b.element.getAttribute('aria-expanded') !== 'true') return [];
  return [pathOf(b), ...(b.children ?? []).flatMap(expandedPaths)];
}

/**
 * Paths of the items that hold every word: a number must be there as it is, anything else may be the beginning of a word.
 * First come those in which words that stand side by side do so too: "layer 3" before a neuron 3 of layer 1.
 * @param {Item} item @param {string} query @returns {string[][]}
 */
function matching(item, query) {
  const words = query.split(/\s+/);
  const pairs = words.slice(1).map((word, i) => ` ${words[i]} ${word} `);
  /** @type {{path: string[], score: number}[]} */
  const found = [];
  /** @param {Item} one @param {string[]} path */
  const visit = (one, path) => {
    const tokens = `${one.name} ${one.spoken}`.toLowerCase().split(/[^\p{L}\p{N}\u2212+×÷*]+/u);
    const text = ` ${tokens.join(' ')} `;
    const holds = (/** @type {string} */ word) =>
      tokens.some((token) => (/^\d+$/.test(word) ? token === word : token.startsWith(word)));
    if (path.length && words.every(holds))
      found.push({ path, score: pairs.filter((pair) => text.includes(pair)).length });
    for (const child of one.children?.() ?? []) visit(child, [...path, child.id]);
  };
  visit(item, []);
  return found.sort((a, b) => b.score - a.score).map(({ path }) => path);
}
