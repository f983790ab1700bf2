// A move as the picture plays it: what travels where, and what the note beside its box says.
import { calculation, nodeOf, product, sumOf, textOf } from './sweep-numbers.js';

/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./sweep-moves.js').Place} Place */
/** @typedef {import('./sweep-shown.js').Passes} Passes */
/** @typedef {import('./draw-sweep.js').Act} Act */

/** With more ways than this, numbers would cover each other. */
const MOST_TEXTS = 6;

/**
 * @param {Model} model @param {Place} place its position is that after the move @param {Passes | null} passes
 * @param {ReturnType<typeof import('./sweep-cues.js').createCues>} scene
 * @returns {Act}
 */
export function actOf(model, place, passes, scene) {
  const move = place.moves[place.position - 1];
  const { kind, unit, seen } = move;
  const cues = scene.of(model, move);
  const act = { cues, back: kind !== 'compute', progress: 1, before: '', after: '' };
  if (kind === 'compute') {
    const signs = cues.ways.map(({ node }) => model.data[node]);
    const [last] = unit.nodes.slice(-1);
    const alone = unit.kind === 'node' || (unit.kind === 'group' && model.samples === 1);
    if (!alone) return { ...act, signs, texts: [], products: [] };
    const how = textOf(calculation(model, last));
    return { ...act, signs, texts: [], products: [], before: how, after: textOf([how, ' = ', model.data[last]]) };
  }
  if (!passes || kind === 'root') return { ...act, signs: [], texts: [], products: [] };
  if (kind === 'through') {
    const [last] = unit.nodes.slice(-1);
    const slot = model.start[last];
    const alone = model.samples === 1 && move.slots.includes(slot);
    const how = alone ? textOf(product(model, last, slot)) : '';
    const after = alone ? textOf([how, ' = ', passes.contributions[slot]]) : '';
    return { ...act, signs: [], texts: [], products: [], before: how, after };
  }
  const how = passes.overwritten ? '= ' : '+= ';
  const few = cues.ways.length <= MOST_TEXTS ? cues.ways : [];
  return {
    ...act,
    signs: cues.ways.map(({ slot }) => passes.contributions[slot]),
    texts: few.map(({ slot }) => textOf([how, passes.contributions[slot]])),
    products: few.map(({ slot }) => textOf(product(model, nodeOf(model, slot), slot))),
    after: seen.length === 1 ? textOf(sumOf(model, place, seen[0], passes)) : '',
  };
}
