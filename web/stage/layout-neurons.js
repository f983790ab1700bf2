// Columns are layers, rows are neurons. An opened neuron is a panel in its place; the others make room.
import { leavesOf, outputsOf } from './model.js';
import { HEADER } from './layout-inside.js';
import { KIND, SceneBuilder } from './scene.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./network.js').Network} Network */
/** @typedef {import('./layout-inside.js').Inside} Inside */
/** How far apart things are. @typedef {{columnGap: number, rowGap: number}} Spread */
/** @typedef {{key: string, kind: number, w: number, h: number, label: string, under: string, nodes: number[], opens: boolean, inside: Inside | null, open: number, map: number}} Cell */
/** @typedef {{title: string, cells: Cell[]}} Column */

export const CARD = { w: 122, h: 50 };
/** How much wider a card is that has a map. */
const MAP = 46;
const DOT = { w: 50, h: 26 };
const HEADING_GAP = 18;

/**
 * @param {Network} network
 * @param {Model | null} model
 * @param {object} options
 * @param {boolean} [options.maps]  whether neurons have maps
 * @param {boolean} [options.compact]  neurons as dots: the network from afar
 * @param {string | string[]} [options.activation] @param {string} [options.outputActivation]
 * @param {(group: string) => Inside | null} [options.inside]
 * @param {boolean} [options.fixed]  whether nothing can be opened or closed
 * @param {Map<string, number>} [options.open]  how far each group is open, 0 to 1
 * @param {Spread} [options.spread]
 */
export function layoutNeurons(network, model, options = {}) {
  const columns = columnsOf(network, model, options);
  const spread = options.spread ?? { columnGap: 110, rowGap: 30 };
  const scene = new SceneBuilder();
  /** @type {Map<string, {box: number, cell: Cell, x: number, y: number, columnLeft: number, columnRight: number}>} */
  const placed = new Map();

  const heights = columns.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.h + spread.rowGap, -spread.rowGap));
  const top = -Math.max(...heights) / 2;
  let left = 0;
  columns.forEach((column, c) => {
    const width = Math.max(...column.cells.map((cell) => cell.w));
    let y = -heights[c] / 2;
    for (const cell of column.cells) {
      const x = left + (width - cell.w) / 2;
      const { kind, label, under, nodes, opens, key, map } = cell;
      const box = cell.open
        ? scene.box(KIND.PANEL, x, y, cell.w, cell.h, {
            label: cell.inside?.title,
            key,
            nodes,
            opens,
            scale: scaleOf(cell),
          })
        : scene.box(kind, x, y, cell.w, cell.h, { label, under, key, nodes, opens, map });
      placed.set(key, { box, cell, x, y, columnLeft: left, columnRight: left + width });
      y += cell.h + spread.rowGap;
    }
    scene.heading(column.title, left + width / 2, top - HEADING_GAP);
    left += width + spread.columnGap;
  });
  const most = Math.max(network.inputs.length, ...network.layers.map((layer) => layer.length));
  scene.thickness = Math.min(1, (options.compact ? 5 : 7) / most);
  connect(scene, network, placed);
  for (const { cell, x, y } of placed.values()) if (cell.open && cell.inside) fill(scene, cell, cell.inside, x, y);
  return scene.finish();
}

/**
 * Gaps that let the closed network fill a view of this shape; they depend on sizes only, never on numbers.
 * @param {Network} network @param {number} width @param {number} height @param {boolean} compact @param {boolean} [maps]
 * @returns {Spread}
 */
export function spreadFor(network, width, height, compact, maps = false) {
  const columns = network.layers.length + 2;
  const rows = Math.max(network.inputs.length, ...network.layers.map((layer) => layer.length), 2);
  const card = compact ? DOT : CARD;
  const [columnLeast, columnMost] = compact ? [64, 260] : [maps ? 52 : 70, 300];
  const [rowLeast, rowMost] = compact ? [12, 110] : [22, 110];
  const heading = 2 * HEADING_GAP;
  const cards = columns * card.w + (maps && !compact ? network.layers.length * MAP : 0);
  const scale = Math.min(
    1,
    width / (cards + (columns - 1) * columnLeast),
    (height - heading) / (rows * (card.h + rowLeast)),
  );
  const columnGap = clamp((width / scale - cards) / (columns - 1), columnLeast, columnMost);
  const rowGap = clamp(((height - heading) / scale - rows * card.h) / rows, rowLeast, rowMost);
  return { columnGap: Math.round(columnGap), rowGap: Math.round(rowGap) };
}

/** @param {number} x @param {number} low @param {number} high */
function clamp(x, low, high) {
  return Math.min(high, Math.max(low, x));
}

/** @param {Network} network @param {Model | null} model @param {NonNullable<Parameters<typeof layoutNeurons>[2]>} options @returns {Column[]} */
function columnsOf(
  network,
  model,
  { compact = false, maps = false, activation = '', outputActivation = '', inside, open, fixed = false },
) {
  /** @param {string} label @returns {Cell} */
  const leaf = (label) => ({
    key: label,
    ...(compact ? { kind: KIND.DOT, ...DOT } : { kind: KIND.CARD, ...CARD }),
    label,
    under: `∂L/∂${label.startsWith('sin') ? 'x' : label[0]}`,
    nodes: model ? leavesOf(model, label) : [],
    opens: false,
    inside: null,
    open: 0,
    map: 0,
  });
  /** @param {string} group @param {string} label @param {number[]} nodes @returns {Cell} */
  const neuron = (group, label, nodes) => {
    const body = compact ? null : (inside?.(group) ?? null);
    const t = body ? (open?.get(group) ?? 0) : 0;
    const map = maps && !compact && group !== 'loss' ? MAP : 0;
    const size = compact ? DOT : { w: CARD.w + map, h: CARD.h };
    return {
      key: group,
      kind: compact ? KIND.DOT : KIND.CARD,
      w: body ? size.w + (body.w - size.w) * t : size.w,
      h: body ? size.h + (body.h - size.h) * t : size.h,
      label,
      under: label.startsWith('ŷ') ? '∂L/∂ŷ' : '∂L/∂n',
      nodes,
      opens: body !== null && !fixed,
      inside: body,
      open: t,
      map,
    };
  };
  const last = network.layers.length - 1;
  /** @param {number} l */
  const title = (l) => {
    const name = l === last ? 'output' : `layer ${l + 1}`;
    const how = l === last ? outputActivation : typeof activation === 'string' ? activation : activation[l];
    return how && !compact ? `${name} · ${how}` : name;
  };
  const loss = { ...neuron('loss', 'loss', model ? [model.root] : []), under: '∂L/∂L' };
  return [
    { title: network.inputs.length === 1 ? 'input' : 'inputs', cells: network.inputs.map(leaf) },
    ...network.layers.map((neurons, l) => ({
      title: title(l),
      cells: neurons.map(({ group, name }) => neuron(group, name, model ? outputsOf(model, group) : [])),
    })),
    {
      title: network.targets.length === 1 ? 'target, loss' : 'targets, loss',
      cells: [...network.targets.map(leaf), loss],
    },
  ];
}

/**
 * @param {SceneBuilder} scene @param {Network} network
 * @param {Map<string, {box: number, cell: Cell, x: number, y: number, columnLeft: number, columnRight: number}>} placed
 */
function connect(scene, network, placed) {
  /** @param {string} from @param {string} to @param {number} outIndex @param {number} outCount @param {number} inIndex @param {number} inCount @param {number} parameter */
  const link = (from, to, outIndex, outCount, inIndex, inCount, parameter) => {
    const a = placed.get(from);
    const b = placed.get(to);
    if (!a || !b) return;
    const y0 =
      a.y +
      (a.cell.open && a.cell.inside
        ? a.cell.inside.output * scaleOf(a.cell)
        : a.cell.h / 2 + fan(outIndex, outCount, a.cell.h));
    const y1 =
      b.y +
      (b.cell.open && b.cell.inside
        ? (b.cell.inside.inputs[inIndex] ?? b.cell.inside.inputs[0]) * scaleOf(b.cell)
        : b.cell.h / 2 + fan(inIndex, inCount, b.cell.h));
    const [x0, x1] = [a.x + a.cell.w, b.x];
    // A card narrower than its column keeps its edges level until the column ends, so that they pass no neighbour.
    const points = [x0, y0];
    if (a.columnRight > x0 + 1) points.push(x0 + 0.5, y0, a.columnRight, y0);
    if (b.columnLeft < x1 - 1) points.push(b.columnLeft, y1, x1 - 0.5, y1);
    points.push(x1, y1);
    scene.edge(points, { source: a.box, target: b.box, parameter });
  };
  for (const layer of network.layers) {
    for (const { group, weights, layer: l, position } of layer) {
      const sources = l === 0 ? network.inputs : network.layers[l - 1].map((neuron) => neuron.group);
      weights.forEach((parameter, k) => link(sources[k], group, position, layer.length, k, sources.length, parameter));
    }
  }
  const outputs = network.layers[network.layers.length - 1] ?? [];
  outputs.forEach(({ group }, i) => link(group, 'loss', 0, 1, i, outputs.length, -1));
  const loss = placed.get('loss');
  const lastTarget = placed.get(network.targets[network.targets.length - 1]);
  if (loss && lastTarget) {
    const x = loss.x + loss.cell.w / 2;
    const [y0, y1] = [lastTarget.y + lastTarget.cell.h, loss.y];
    scene.edge([x, y0, x, y0 + 0.5, x, y1], { source: lastTarget.box, target: loss.box });
  }
}

/** Edges arrive and leave a little apart, so that each can be followed. @param {number} i @param {number} count @param {number} height */
function fan(i, count, height) {
  return (i - (count - 1) / 2) * Math.min(8, (height * 0.7) / count);
}

/** How large the inside is drawn while its panel is still opening. @param {Cell} cell */
function scaleOf(cell) {
  return cell.inside ? Math.min(cell.w / cell.inside.w, cell.h / cell.inside.h) : 1;
}

/** @param {SceneBuilder} scene @param {Cell} cell @param {Inside} inside @param {number} x @param {number} y */
function fill(scene, cell, inside, x, y) {
  const s = scaleOf(cell);
  const base = scene.boxes;
  for (const box of inside.boxes) {
    const { label, under, nodes } = box;
    scene.box(box.kind, x + box.x * s, y + box.y * s, box.w * s, box.h * s, { label, under, nodes, scale: s });
  }
  for (const { points, shape, source, target, slot, slotX, slotY } of inside.edges) {
    scene.edge(
      points.map((p, i) => (i % 2 ? y : x) + p * s),
      {
        source: source < 0 ? -1 : base + source,
        target: target < 0 ? -1 : base + target,
        slot: cell.nodes.length > 1 ? -1 : slot,
        slotX: x + slotX * s,
        slotY: y + slotY * s,
        inside: true,
        shape,
      },
    );
  }
}

/** Where a card's title stands: what stays under the pointer while it opens. */
export const TITLE = { x: 14, y: HEADER / 2 };
