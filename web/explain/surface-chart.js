import { contour } from '../map/contour.js';
import { pixelColours } from '../map/surface.js';
import { tickLabel, ticks } from '../plot/axis.js';
import { heightsOf, levelsOf, refined, standing } from './heights.js';

/**
 * @typedef {{ x: number, y: number }} Pixel
 * @typedef {{ parameter: string, value: number, from: number, to: number, at: number[] }} Axis
 * @typedef {{ x: Axis, y: Axis, loss: number, points: number, losses: number[][], lowest: Pixel & { loss: number },
 *   next: Pixel & { loss: number }, path: (Pixel & { step: number })[] }} Surface the answer to "surface"
 * @typedef {{ column: number, row: number }} Cell a point of the grid, counted from the lower left
 * @typedef {import('../map/chart.js').Look} Look
 */

const SHAPE = 0.86;
const EDGE = { left: 46, right: 8, top: 8, bottom: 24 };
/** Pixels of the coloured picture to a side; the browser smooths between them. */
const SIDE = 161;
/** With more places than this on the way, they are no longer dots. */
const DOTS = 40;
const HEAD = 8;

/**
 * A loss surface on a canvas: colours and lines of equal loss, the way over it, and where it goes next.
 * @param {HTMLCanvasElement} canvas
 */
export function createSurfaceChart(canvas) {
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const ground = document.createElement('canvas');
  ground.width = ground.height = SIDE;
  const groundPen = /** @type {CanvasRenderingContext2D} */ (ground.getContext('2d'));
  const image = groundPen.createImageData(SIDE, SIDE);
  const pixels = new Uint32Array(image.data.buffer);
  const box = { left: EDGE.left, top: EDGE.top, width: 0, height: 0 };
  /** @type {Look} */
  let look;
  let colours = new Uint32Array();
  /** @type {Surface | null} */
  let surface = null;
  /** @type {number[][]} */
  let lines = [];

  const px = (/** @type {Surface} */ { x }, /** @type {number} */ at) =>
    box.left + ((at - x.from) / (x.to - x.from)) * box.width;
  const py = (/** @type {Surface} */ { y }, /** @type {number} */ at) =>
    box.top + ((y.to - at) / (y.to - y.from)) * box.height;

  /** @param {Surface} shown */
  function paint(shown) {
    const heights = heightsOf(shown.losses, shown.loss);
    const half = (colours.length - 1) / 2;
    const fine = refined(shown.losses, SIDE);
    for (let i = 0; i < fine.length; i++) {
      const place = Math.round(standing(heights, fine[i]) * half) + half;
      // What is not a number has no colour.
      pixels[i] = place !== place ? 0 : colours[place < 0 ? 0 : place];
    }
    groundPen.putImageData(image, 0, 0);
    lines = levelsOf(heights).map((level) => contour(shown.losses.flat(), shown.points, shown.points, level));
  }

  /** @param {Surface} shown @param {number[]} segments */
  function trace(shown, segments) {
    const scale = shown.points - 1;
    pen.beginPath();
    for (let i = 0; i < segments.length; i += 4) {
      pen.moveTo(box.left + (segments[i] / scale) * box.width, box.top + (1 - segments[i + 1] / scale) * box.height);
      pen.lineTo(
        box.left + (segments[i + 2] / scale) * box.width,
        box.top + (1 - segments[i + 3] / scale) * box.height,
      );
    }
  }

  /** @param {Surface} shown */
  function drawLevels(shown) {
    pen.strokeStyle = look.ink;
    pen.lineWidth = 1;
    pen.globalAlpha = 0.32;
    for (const segments of lines) {
      trace(shown, segments);
      pen.stroke();
    }
    pen.globalAlpha = 0.75;
    pen.setLineDash([5, 3]);
    trace(shown, contour(shown.losses.flat(), shown.points, shown.points, shown.loss));
    pen.stroke();
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  }

  /** A line with a rim, so that it is seen on every colour. @param {string} colour @param {number} width */
  function stroke(colour, width) {
    pen.lineJoin = pen.lineCap = 'round';
    pen.strokeStyle = look.card;
    pen.lineWidth = width + 2.5;
    pen.stroke();
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  }

  /** @param {Surface} shown */
  function drawWay(shown) {
    const places = shown.path.map(({ x, y }) => ({ x: px(shown, x), y: py(shown, y) }));
    pen.beginPath();
    places.forEach(({ x, y }, i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
    stroke(look.ink, 1.5);
    if (places.length <= DOTS) for (const place of places.slice(1)) dot(place, 2.2, look.ink, false);
    drawNext(places[places.length - 1], { x: px(shown, shown.next.x), y: py(shown, shown.next.y) });
    if (places.length > 1) dot(places[0], 4, look.card, true);
    cross(px(shown, shown.lowest.x), py(shown, shown.lowest.y));
    dot(places[places.length - 1], 5, look.focus, false);
  }

  /** @param {Pixel} place @param {number} size @param {string} colour @param {boolean} hollow */
  function dot({ x, y }, size, colour, hollow) {
    pen.beginPath();
    pen.arc(x, y, size, 0, 2 * Math.PI);
    pen.fillStyle = colour;
    pen.strokeStyle = hollow ? look.ink : look.card;
    pen.lineWidth = hollow ? 1.75 : 1.5;
    pen.fill();
    if (size > 3) pen.stroke();
  }

  /** @param {number} x @param {number} y */
  function cross(x, y) {
    pen.beginPath();
    for (const slope of [1, -1]) {
      pen.moveTo(x - 4, y - 4 * slope);
      pen.lineTo(x + 4, y + 4 * slope);
    }
    stroke(look.ink, 1.75);
  }

  /** An arrow; of one too short to be seen only the head, beside the point. @param {Pixel} from @param {Pixel} to */
  function drawNext(from, to) {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (!(length > 0) || length === Infinity) return;
    const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const reach = Math.max(length, HEAD + 7);
    const tip = { x: from.x + dx * reach, y: from.y + dy * reach };
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(tip.x, tip.y);
    for (const side of [1, -1]) {
      pen.moveTo(tip.x - HEAD * (dx - (side * dy) / 2), tip.y - HEAD * (dy + (side * dx) / 2));
      pen.lineTo(tip.x, tip.y);
    }
    stroke(look.focus, 1.75);
  }

  /** @param {Surface} shown */
  function drawAxes(shown) {
    const foot = box.top + box.height;
    pen.fillStyle = look.mute;
    pen.font = `11px ${look.mono}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'top';
    for (const tick of ticks(shown.x.from, shown.x.to, 4)) pen.fillText(tickLabel(tick), px(shown, tick), foot + 7);
    pen.textAlign = 'right';
    pen.textBaseline = 'middle';
    for (const tick of ticks(shown.y.from, shown.y.to, 4)) pen.fillText(tickLabel(tick), box.left - 7, py(shown, tick));
    pen.strokeStyle = look.mute;
    pen.lineWidth = 1;
    pen.strokeRect(box.left - 0.5, box.top - 0.5, box.width + 1, box.height + 1);
  }

  /** @param {Surface} shown @param {Cell} cell */
  function drawPointed(shown, { column, row }) {
    const [x, y] = [px(shown, shown.x.at[column]), py(shown, shown.y.at[row])];
    pen.beginPath();
    pen.moveTo(x, box.top);
    pen.lineTo(x, box.top + box.height);
    pen.moveTo(box.left, y);
    pen.lineTo(box.left + box.width, y);
    pen.globalAlpha = 0.4;
    pen.strokeStyle = look.ink;
    pen.lineWidth = 1;
    pen.stroke();
    pen.globalAlpha = 1;
    dot({ x, y }, 3.5, look.ink, false);
  }

  return {
    /** @param {number} width in pixels of the page */
    resize(width) {
      const height = Math.round(width * SHAPE);
      const dense = devicePixelRatio || 1;
      canvas.width = Math.round(width * dense);
      canvas.height = Math.round(height * dense);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      box.width = width - EDGE.left - EDGE.right;
      box.height = height - EDGE.top - EDGE.bottom;
      pen.setTransform(dense, 0, 0, dense, 0, 0);
    },

    /** @param {Look} next */
    dress(next) {
      look = next;
      colours = pixelColours(look.palette);
      if (surface) paint(surface);
    },

    /** @param {Surface} shown @param {Cell | null} pointed */
    draw(shown, pointed) {
      if (shown !== surface) paint(shown);
      surface = shown;
      if (box.width <= 0) return;
      pen.clearRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(ground, box.left, box.top, box.width, box.height);
      pen.save();
      pen.beginPath();
      pen.rect(box.left, box.top, box.width, box.height);
      pen.clip();
      drawLevels(shown);
      drawWay(shown);
      if (pointed) drawPointed(shown, pointed);
      pen.restore();
      drawAxes(shown);
    },

    /** The point of the grid that is nearest to a pixel. @param {Pixel} pixel @returns {Cell | null} */
    cellAt({ x, y }) {
      if (!surface) return null;
      const last = surface.points - 1;
      const nearest = (/** @type {number} */ part) => Math.min(Math.max(Math.round(part * last), 0), last);
      return {
        column: nearest((x - box.left) / box.width),
        row: nearest(1 - (y - box.top) / box.height),
      };
    },
  };
}
