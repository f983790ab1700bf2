// What a moment of the playground is called outside the page.
import { subjectInWords } from '../subject.js';

/** @typedef {import('../types.d.ts').State} State */
/** @typedef {Pick<State, "recipe" | "frame" | "sample">} Shown */

/** "glassgrad-notebook-step-12-sample-1" @param {Shown} shown */
export function fileName({ recipe, frame, sample }) {
  const data = recipe.data.name ?? 'own-samples';
  const subject = subjectInWords(sample)
    .replaceAll('−', '-')
    .replace(/[^\w.-]+/g, '-');
  return `glassgrad-${data}-step-${frame.step}-${subject.replace(/-$/, '')}`;
}

/** "step 12, sample 1" @param {Shown} shown */
export function words({ frame, sample }) {
  return `step ${frame.step.toLocaleString('en')}, ${subjectInWords(sample)}`;
}
