// Any graph, left to right: rank by longest path, side inputs pulled as late as they can go, the order inherited from
// construction and improved by a few barycentre sweeps. Bounded work: every pass is linear but for sorting.

/**
 * Node i has the operands `operands[start[i] .. start[i + 1])`, all of them before i.
 * @typedef {{n: number, start: Int32Array, operands: Int32Array}} Topology
 */

/**
 * `route[i]`: the slots through which the line of node i passes, one in each rank between it and its last consumer; none
 * where all lines together would pass through more ranks than MOST_PASSED.
 * @typedef {{rank: Int32Array, y: Float64Array, ranks: number, route: Float64Array[]}} Ranked
 */

const SWEEPS = 6;
const SLOT_HEIGHT = 9;
/** Lines to numbers that are used again and again in a long chain of operations would pass through nearly all of its ranks. */
const MOST_PASSED = 50_000;

/**
 * @param {Topology} topology
 * @param {(i: number) => number} height  of node i with its share of the gap
 * @param {(i: number) => boolean} stays  whether node i keeps its earliest rank
 * @returns {Ranked}
 */
export function layoutRanks(topology, height, stays) {
  const { n } = topology;
  const rank = ranksOf(topology, stays);
  const reach = rank.slice();
  eachEdge(topology, (operand, consumer) => (reach[operand] = Math.max(reach[operand], rank[consumer])));
  let passed = 0;
  eachEdge(topology, (operand, consumer) => (passed += rank[consumer] - rank[operand] - 1));
  if (passed > MOST_PASSED) reach.set(rank);

  // A line that passes ranks takes a slot in each of them, as if it were a very low node; the slots of node i are
  // slotStart[i] .. slotStart[i + 1), from left to right.
  const slotStart = new Int32Array(n + 1);
  slotStart[0] = n;
  for (let i = 0; i < n; i++) slotStart[i + 1] = slotStart[i] + Math.max(0, reach[i] - rank[i] - 1);
  const total = slotStart[n];
  const size = new Float64Array(total).fill(SLOT_HEIGHT);
  const rankOf = new Int32Array(total);
  const key = new Float64Array(total);
  for (let i = 0; i < n; i++) {
    size[i] = height(i);
    rankOf[i] = rank[i];
    key[i] = i;
    for (let s = slotStart[i]; s < slotStart[i + 1]; s++) rankOf[s] = rank[i] + 1 + (s - slotStart[i]);
  }
  // A leaf is wanted where its first consumer stands, not where it was made.
  for (let i = n - 1; i >= 0; i--) {
    for (let p = topology.start[i]; p < topology.start[i + 1]; p++) {
      const operand = topology.operands[p];
      if (topology.start[operand] === topology.start[operand + 1]) key[operand] = i - 0.5;
    }
  }
  for (let i = 0; i < n; i++) key.fill(key[i], slotStart[i], slotStart[i + 1]);

  const links = linksOf(topology, rank, slotStart, total);
  const order = rowsOf(rankOf, key);
  sweep(order, links);
  const y = settle(order, links, size);

  const route = Array.from({ length: n }, (_, i) => y.slice(slotStart[i], slotStart[i + 1]));
  return { rank, y: y.slice(0, n), ranks: order.length, route };
}

/** @param {Topology} topology @param {(i: number) => boolean} stays */
function ranksOf({ n, start, operands }, stays) {
  const rank = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    for (let p = start[i]; p < start[i + 1]; p++) rank[i] = Math.max(rank[i], rank[operands[p]] + 1);
  }
  const latest = new Int32Array(n).fill(0x7fffffff);
  for (let i = n - 1; i >= 0; i--) {
    if (latest[i] !== 0x7fffffff && !stays(i)) rank[i] = latest[i] - 1;
    for (let p = start[i]; p < start[i + 1]; p++) latest[operands[p]] = Math.min(latest[operands[p]], rank[i]);
  }
  return rank;
}

/** @param {Topology} topology @param {(operand: number, consumer: number) => void} visit */
function eachEdge({ n, start, operands }, visit) {
  for (let i = 0; i < n; i++) for (let p = start[i]; p < start[i + 1]; p++) visit(operands[p], i);
}

/**
 * What stands left and right of each node and slot, as flat lists.
 * @param {Topology} topology @param {Int32Array} rank @param {Int32Array} slotStart @param {number} total
 */
function linksOf(topology, rank, slotStart, total) {
  /** @type {number[]} */
  const pairs = [];
  for (let i = 0; i < topology.n; i++) {
    for (let s = slotStart[i]; s < slotStart[i + 1]; s++) pairs.push(s === slotStart[i] ? i : s - 1, s);
  }
  eachEdge(topology, (operand, consumer) => {
    const between = rank[consumer] - rank[operand] - 1;
    const slot = slotStart[operand] + between - 1;
    pairs.push(between > 0 && slot < slotStart[operand + 1] ? slot : operand, consumer);
  });
  return { left: lists(pairs, 1, total), right: lists(pairs, 0, total) };
}

/** @param {number[]} pairs @param {0 | 1} end @param {number} total */
function lists(pairs, end, total) {
  const start = new Int32Array(total + 1);
  for (let p = end; p < pairs.length; p += 2) start[pairs[p] + 1]++;
  for (let i = 0; i < total; i++) start[i + 1] += start[i];
  const next = start.slice();
  const items = new Int32Array(pairs.length / 2);
  for (let p = 0; p < pairs.length; p += 2) items[next[pairs[p + end]]++] = pairs[p + 1 - end];
  return { start, items };
}

/** @param {Int32Array} rankOf @param {Float64Array} key @returns {number[][]} */
function rowsOf(rankOf, key) {
  /** @type {number[][]} */
  const rows = [];
  rankOf.forEach((r, i) => (rows[r] ??= []).push(i));
  for (const row of rows) row.sort((a, b) => key[a] - key[b] || a - b);
  return rows;
}

/** @typedef {ReturnType<typeof lists>} Lists */

/** @param {number[][]} order @param {{left: Lists, right: Lists}} links */
function sweep(order, links) {
  const place = new Float64Array(links.left.start.length - 1);
  const centre = new Float64Array(place.length);
  /** @param {number[]} row */
  const number = (row) => row.forEach((i, k) => (place[i] = (k + 0.5) / row.length));
  order.forEach(number);
  for (let s = 0; s < SWEEPS; s++) {
    const rightwards = s % 2 === 0;
    const { start, items } = rightwards ? links.left : links.right;
    for (let r = 0; r < order.length; r++) {
      const row = order[rightwards ? r : order.length - 1 - r];
      for (const i of row) {
        let sum = 0;
        for (let p = start[i]; p < start[i + 1]; p++) sum += place[items[p]];
        centre[i] = start[i] === start[i + 1] ? place[i] : sum / (start[i + 1] - start[i]);
      }
      row.sort((a, b) => centre[a] - centre[b] || place[a] - place[b]);
      number(row);
    }
  }
}

/**
 * Heights: each as near to the mean of its neighbours as the order and the sizes allow.
 * @param {number[][]} order @param {{left: Lists, right: Lists}} links @param {Float64Array} size
 */
function settle(order, links, size) {
  const y = new Float64Array(size.length);
  for (const row of order) {
    const total = row.reduce((sum, i) => sum + size[i], 0);
    let at = -total / 2;
    for (const i of row) {
      y[i] = at + size[i] / 2;
      at += size[i];
    }
  }
  const wanted = new Float64Array(size.length);
  for (let s = 0; s < SWEEPS; s++) {
    for (let r = 0; r < order.length; r++) {
      const row = order[s % 2 === 0 ? r : order.length - 1 - r];
      for (const i of row) {
        let sum = 0;
        let count = 0;
        for (const { start, items } of [links.left, links.right]) {
          for (let p = start[i]; p < start[i + 1]; p++, count++) sum += y[items[p]];
        }
        wanted[i] = count ? sum / count : y[i];
      }
      separate(row, wanted, size, y);
    }
  }
  return y;
}

/**
 * The least squares placement that keeps the order and the distances: blocks of nodes that touch move as one.
 * @param {number[]} row @param {Float64Array} wanted @param {Float64Array} size @param {Float64Array} y
 */
function separate(row, wanted, size, y) {
  const mean = new Float64Array(row.length);
  const weight = new Int32Array(row.length);
  const offset = new Float64Array(row.length);
  let blocks = 0;
  let at = 0;
  row.forEach((i, k) => {
    offset[k] = k === 0 ? 0 : (at += (size[row[k - 1]] + size[i]) / 2);
    mean[blocks] = wanted[i] - offset[k];
    weight[blocks] = 1;
    blocks++;
    while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
      const [a, b] = [weight[blocks - 2], weight[blocks - 1]];
      mean[blocks - 2] = (mean[blocks - 2] * a + mean[blocks - 1] * b) / (a + b);
      weight[blocks - 2] = a + b;
      blocks--;
    }
  });
  let k = 0;
  for (let b = 0; b < blocks; b++) for (let m = 0; m < weight[b]; m++, k++) y[row[k]] = mean[b] + offset[k];
}
