// What a moment of the playground is called outside the page.

/** @typedef {import('../types.d.ts').State} State */
/** @typedef {Pick<State, "recipe" | "frame" | "sample">} Shown */

/** "glassgrad-notebook-step-12-sample-1" @param {Shown} shown */
export function fileName({ recipe, frame, sample }) {
  const data = recipe.data.name ?? 'own-samples';
  return `glassgrad-${data}-step-${frame.step}-${sample === 'all' ? 'all-samples' : `sample-${sample + 1}`}`;
}

/** "step 12, sample 1" @param {Shown} shown */
export function words({ frame, sample }) {
  return `step ${frame.step.toLocaleString('en')}, ${sample === 'all' ? 'all samples' : `sample ${sample + 1}`}`;
}
