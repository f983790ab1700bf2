import { diverging } from '../scales.js';
import { isDark } from '../theme.js';
import { pixelColours } from './surface.js';

/** Negative, zero, positive; as measured for maps. */
const POLES = { light: ['#e66101', '#f7f7f7', '#0571b0'], dark: ['#b35806', '#1b1f24', '#1f6fb5'] };
/** Classes, told apart by everyone (Okabe and Ito, 2008; Tol, 2021). */
export const CLASSES = [
  ...['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b8860b'],
  ...['#56b4e9', '#7f4f24', '#332288', '#882255', '#6b6f76'],
];

const TOKENS = ['ink', 'mute', 'card', 'focus', 'mono'];

/**
 * The colours and the face in which a map is drawn, as the page has them now.
 * @param {Element} element
 * @returns {import('./chart.js').Look}
 */
export function lookOf(element) {
  const style = getComputedStyle(element);
  const [ink, mute, card, focus, mono] = TOKENS.map((token) => style.getPropertyValue(`--${token}`).trim());
  return { palette: diverging(isDark() ? POLES.dark : POLES.light), ink, mute, card, focus, mono };
}

/**
 * The range of colours as a bar.
 * @param {HTMLCanvasElement} canvas one pixel high
 * @param {string[]} palette
 */
export function drawRamp(canvas, palette) {
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const gradient = pen.createLinearGradient(0, 0, canvas.width, 0);
  palette.forEach((colour, i) => gradient.addColorStop(i / (palette.length - 1), colour));
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, canvas.width, 1);
}

/** The colours of each class, from unsure to sure. @param {string[]} palette of the page @returns {Uint32Array[]} */
export function classRamps(palette) {
  const unsure = palette[(palette.length - 1) / 2];
  return CLASSES.map((sure) => pixelColours([unsure, sure], 16));
}
