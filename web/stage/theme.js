// The page's colours and faces for the canvas, read once and again when the theme changes.
import { palette } from '../scales.js';
import { isDark } from '../theme.js';

/**
 * @typedef {object} Theme
 * @property {boolean} dark
 * @property {string} ink @property {string} mute @property {string} faint  of a number that does not count yet @property {string} line @property {string} card @property {string} paper
 * @property {string} selected @property {string} accent @property {string} warn
 * @property {string} positive @property {string} negative  for text
 * @property {string} mono @property {string} sans
 * @property {string[]} box @property {string[]} edge
 * @property {string} wire  an edge without a weight
 * @property {string} outline  of boxes
 * @property {string} operation @property {string} operationInk
 */

/** @param {HTMLElement} element @returns {Theme} */
export function readTheme(element) {
  const dark = isDark();
  const style = getComputedStyle(element);
  /** @param {string} name @param {string} fallback */
  const token = (name, fallback) => style.getPropertyValue(name).trim() || fallback;
  const { box, edge } = palette(dark);
  return {
    dark,
    ink: token('--ink', dark ? '#e8ebf1' : '#1d2433'),
    mute: token('--mute', dark ? '#9aa4b8' : '#5d6679'),
    faint: token('--line-strong', dark ? '#6b7689' : '#8a94a8'),
    line: token('--line', dark ? '#343b48' : '#d5dbe6'),
    card: token('--card', dark ? '#181c23' : '#ffffff'),
    paper: token('--paper', dark ? '#11141a' : '#fbfcfe'),
    selected: token('--focus', dark ? '#a78bfa' : '#7c3aed'),
    accent: token('--accent', dark ? '#2dd4bf' : '#0f766e'),
    warn: token('--warn', dark ? '#ffb48a' : '#9a3412'),
    positive: token('--pos', dark ? '#7db4f0' : '#2563b8'),
    negative: token('--neg', dark ? '#f0a35e' : '#c2570c'),
    mono: token('--mono', 'ui-monospace, "DejaVu Sans Mono", monospace'),
    sans: token('--sans', 'system-ui, sans-serif'),
    box,
    edge,
    wire: dark ? '#56607a' : '#9aa5b8',
    outline: dark ? '#4a5469' : '#aab4c5',
    operation: dark ? '#d5dbe6' : '#2b3446',
    operationInk: dark ? '#11141a' : '#ffffff',
  };
}
