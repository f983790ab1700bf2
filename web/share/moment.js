/** @typedef {import('../types.d.ts').State} State */

/** What determines all that the page shows, as the server takes it. @param {Readonly<State>} state */
export function momentOf(state) {
  const { recipe, frame, sample, depth, open, selected, beside, edges, axis, practice, until, lesson } = state;
  /** @type {Record<string, unknown>} */
  const view = { sample, depth, open, edges, axis, lesson };
  for (const [name, value] of Object.entries({ selected, beside, practice, until }))
    if (value !== null) view[name] = value;
  return { recipe, step: frame.step, view };
}
