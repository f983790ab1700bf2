// What stands over the losses of the batches: how good the network is for all it learns from, and for what it has never seen.
import { h, setHidden } from '../dom.js';
import { formatSmall as format } from '../numbers.js';
import { createCurves as createOthers } from '../compare/curve.js';
import { createCourse, lineOf } from '../plot/course.js';
import { sharedSteps } from '../recipe.js';
import { setText } from './cells.js';
import { createMeasures, percent } from './measures.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Axis} Axis
 */

/** @param {import('../types.d.ts').Actions} actions */
export function createCurves(actions) {
  const course = createCourse();
  const others = createOthers();
  let laidBeside = 0;
  const measures = createMeasures();
  const told = h('span');
  let bestStep = -1;
  const go = h('button', { type: 'button', class: 'link', onclick: () => actions.seek(bestStep) }, 'Go there');
  const early = h('p', { class: 'explain early-stop', hidden: true }, told, ' ', go);

  /** @param {State} state */
  function showEarly({ reached }) {
    const best = course.best();
    const passed = best !== undefined && best.step < reached && course.known >= 0;
    setHidden(early, !passed);
    if (!passed || best.testLoss === null) return;
    bestStep = best.step;
    setText(
      told,
      `The test loss was smallest at step ${best.step}: ${format(best.testLoss)}. There early stopping would have stopped.`,
    );
  }

  return {
    elements: [measures.element, early],
    course,

    /** @param {State} state @param {State | null} before */
    draw(state, before) {
      const { frame, recipe } = state;
      if (before && recipe !== before.recipe) {
        const shared = sharedSteps(before.recipe, recipe);
        if (shared !== Infinity) course.cut(shared);
      }
      if (!before || frame !== before.frame) course.see(frame);
      if (state.compared && state.compared !== before?.compared) {
        others.update(state.compared);
        laidBeside++;
      }
      measures.show(state);
      showEarly(state);
    },

    /** What is drawn beside the losses. @param {Pick<State, 'data' | 'recipe' | 'axis' | 'compared'>} state @returns {import('../plot/loss-plot.js').Beside} */
    beside({ data, recipe, axis, compared = [] }) {
      /** @param {Parameters<typeof lineOf>[1]} what @param {'accent' | 'test'} colour @param {boolean} [dashed] @returns {import('../plot/loss-plot.js').Line} */
      const line = (what, colour, dashed = false) => ({ points: lineOf(course, what), colour, dashed, width: 2 });
      /** @type {import('../plot/loss-plot.js').Line[]} */
      const lines = [];
      let ring = null;
      // The loss of one batch jumps; that of all the samples says how well it goes.
      const faint = recipe.training.batchSize !== null;
      if (axis === 'accuracy') {
        lines.push(line('accuracy', 'accent'));
        if (data.test) lines.push(line('testAccuracy', 'test', true));
      } else {
        for (const { id, colour } of compared)
          lines.push({ points: others.points(id, axis), colour, dashed: false, width: 1.5 });
        if (faint) lines.push(line('trainLoss', 'accent'));
        if (data.test) {
          lines.push(line('testLoss', 'test', true));
          const best = course.best();
          if (best && best.testLoss !== null && !early.hidden)
            ring = /** @type {[number, number]} */ ([best.step, best.testLoss]);
        }
      }
      return { version: `${course.version} ${laidBeside} ${lines.length} ${ring}`, lines, ring, faint };
    },

    /** The accuracy in a sentence. @param {State} state */
    accuracyInWords({ frame, data }) {
      const test = data.test ? `, and ${percent(frame.testAccuracy)} of those it has never seen` : '';
      return `At step ${frame.step}, ${percent(frame.accuracy)} of the samples it learns from are in their class${test}.`;
    },
  };
}
