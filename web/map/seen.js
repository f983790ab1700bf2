/**
 * What the network sees of points, as the server makes it of samples: inputs moved and scaled, then made into features.
 *
 * @typedef {import('../types.d.ts').Data} Data
 * @typedef {import('../types.d.ts').Recipe} Recipe
 * @typedef {{ features: string[] | null, standardisation: Data['standardisation'] }} Seen
 */

/** By their names in a recipe, in the order in which the network has them. @type {Record<string, (x1: number, x2: number) => number>} */
export const FEATURES = {
  x1: (x1) => x1,
  x2: (_, x2) => x2,
  'x1^2': (x1) => x1 * x1,
  'x2^2': (_, x2) => x2 * x2,
  'x1*x2': (x1, x2) => x1 * x2,
  'sin x1': (x1) => Math.sin(x1),
  'sin x2': (_, x2) => Math.sin(x2),
};

/** @param {Pick<import('../types.d.ts').State, 'recipe' | 'data'>} state @returns {Seen} */
export function seenBy({ recipe, data }) {
  return { features: recipe.data.features ?? null, standardisation: data.standardisation ?? null };
}

/**
 * A column for each of the network's inputs.
 * @param {Seen} seen
 * @param {Float64Array[]} columns one an input of the data
 * @returns {Float64Array[]}
 */
export function seenColumns({ features, standardisation }, columns) {
  const scaled = standardisation
    ? columns.map((column, k) => column.map((x) => (x - standardisation.means[k]) / standardisation.deviations[k]))
    : columns;
  if (!features) return scaled;
  const [x1, x2] = scaled;
  return features.map((feature) => x1.map((x, i) => FEATURES[feature](x, x2[i])));
}
