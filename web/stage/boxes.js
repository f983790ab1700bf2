/** @typedef {import('./view.js').View} View */

/**
 * The box that stands for a node, a parameter or a group; -1 if none does.
 * @param {View} view
 * @param {string} id
 */
export function boxOf({ scene, model }, id) {
  const keyed = scene.boxOfKey.get(id);
  if (keyed !== undefined) return keyed;
  const i = model?.index.get(id);
  if (model && i !== undefined) {
    return scene.boxOfNode.get(i) ?? scene.boxOfKey.get(model.groups[i]) ?? scene.boxOfKey.get(model.labels[i]) ?? -1;
  }
  const dot = id.lastIndexOf('.');
  return (dot > 0 ? scene.boxOfKey.get(id.slice(0, dot)) : undefined) ?? -1;
}

/**
 * The boxes that stand for them, each once.
 * @param {View} view
 * @param {readonly string[] | null | undefined} ids
 */
export function boxesOf(view, ids) {
  return [...new Set((ids ?? []).map((id) => boxOf(view, id)))].filter((box) => box >= 0);
}

/**
 * Marks the line of a selected weight, or the box of anything else.
 * @param {View} view
 * @param {{ selectedBox: number, selectedEdge: number }} marks
 * @param {{ selected: string | null, parameters: string[] }} state
 */
export function markSelected(view, marks, { selected, parameters }) {
  marks.selectedBox = marks.selectedEdge = -1;
  if (!selected) return;
  const { scene, model } = view;
  const i = model?.index.get(selected);
  const parameter = parameters.indexOf(selected);
  const exact = i === undefined ? undefined : scene.boxOfNode.get(i);
  if (exact === undefined && parameter >= 0) marks.selectedEdge = scene.parameter.indexOf(parameter);
  if (marks.selectedEdge < 0) marks.selectedBox = exact ?? boxOf(view, selected);
}
