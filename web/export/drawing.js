// The picture of the stage as a file: the layers of the stage, drawn once more, on paper instead of the screen.
import { LAYERS } from '../stage/layers.js';
import { escaped, SvgPen } from './svg-pen.js';

/** @typedef {import('../stage/view.js').View} View */
/** @typedef {import('../stage/draw-overlay.js').Marks} Marks */
/** What the stage shows. @typedef {{view: View, marks: Marks}} Drawing */

/** Pixels around the whole of a picture. */
const MARGIN = 24;
/** About the width of a heading's letter at a size of one. */
const LETTER = 0.6;
const HEADING = 12;
/** What every browser can still paint; a pixel takes four bytes, twice. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 40_000_000;

/** Why there is no file, in a sentence. */
export class TooLarge extends Error {}

/** As it is seen, without what only the pointer or the keys are at. @param {Drawing} drawing @returns {Drawing} */
export function visible({ view, marks }) {
  return { view, marks: { ...marks, hoverBox: -1, hoverEdge: -1, focus: [] } };
}

/** All of it, so large that everything can be read. @param {Drawing} drawing @returns {Drawing} */
export function whole(drawing) {
  const { view, marks } = visible(drawing);
  const { bounds, headings } = view.scene;
  let [left, right] = [bounds.x, bounds.x + bounds.width];
  for (const { text, x } of headings) {
    const half = (text.length * LETTER * HEADING) / 2;
    left = Math.min(left, x - half);
    right = Math.max(right, x + half);
  }
  return {
    view: {
      ...view,
      camera: { x: MARGIN - left, y: MARGIN - bounds.y, scale: 1 },
      width: Math.ceil(right - left + 2 * MARGIN),
      height: Math.ceil(bounds.height + 2 * MARGIN),
      unhurried: true,
    },
    marks,
  };
}

/** @param {Drawing} drawing @param {string} title @returns {string} an SVG document */
export function svgOf({ view, marks }, title) {
  const { width, height, theme } = view;
  const pen = new SvgPen();
  for (const draw of Object.values(LAYERS)) draw(pen, { ...view, density: 1, vector: true }, marks);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${escaped(theme.paper)}"/>`,
    String(pen),
    '</svg>\n',
  ].join('\n');
}

/** How large a PNG is, and whether every browser can paint it. @param {Drawing} drawing @param {number} density pixels a CSS pixel */
export function pngSize({ view }, density) {
  const [width, height] = [Math.round(view.width * density), Math.round(view.height * density)];
  return { width, height, possible: Math.max(width, height) <= MOST_SIDE && width * height <= MOST_PIXELS };
}

/**
 * @param {Drawing} drawing @param {number} density pixels a CSS pixel
 * @returns {Promise<Blob>}
 * @throws {TooLarge}
 */
export async function pngOf(drawing, density) {
  const { view, marks } = drawing;
  const { width, height, possible } = pngSize(drawing, density);
  if (!possible) {
    const [side, all] = [MOST_SIDE, MOST_PIXELS].map((number) => number.toLocaleString('en'));
    throw new TooLarge(`A PNG holds at most ${side} pixels a side, and ${all} in all: take the SVG.`);
  }
  const [paper, layer] = [0, 1].map(() => Object.assign(document.createElement('canvas'), { width, height }));
  const [page, pen] = [paper, layer].map((canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')));
  page.fillStyle = view.theme.paper;
  page.fillRect(0, 0, width, height);
  for (const draw of Object.values(LAYERS)) {
    draw(pen, { ...view, density }, marks);
    page.drawImage(layer, 0, 0);
  }
  const blob = await new Promise((resolve) => paper.toBlob(resolve, 'image/png'));
  // Memory is given back at once, not when the next collection comes.
  paper.width = layer.width = 0;
  if (!(blob instanceof Blob)) throw new TooLarge('This browser has no room for a picture of that size.');
  return blob;
}
