/**
 * Lines over the plot, straight onto its canvas: they are known at fewer steps than the loss.
 *
 * @typedef {import('uplot')} Plot
 * @typedef {object} Line
 * @property {[number, number][]} points steps and numbers
 * @property {'accent' | 'test' | number} colour a number is that of a run laid beside
 * @property {boolean} dashed
 * @property {number} width in CSS pixels
 *
 * @typedef {{ accent: string, test: string, runs: string[] }} Colours
 */

/** @param {Plot} plot @param {Line[]} lines @param {Colours} colours */
export function drawLines({ ctx, bbox, valToPos, scales }, lines, colours) {
  const logarithmic = scales.y.distr === 3;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.lineJoin = 'round';
  for (const { points, colour, dashed, width } of lines) {
    ctx.strokeStyle = typeof colour === 'number' ? colours.runs[colour] : colours[colour];
    ctx.lineWidth = width * devicePixelRatio;
    ctx.setLineDash(dashed ? [5 * devicePixelRatio, 3 * devicePixelRatio] : []);
    ctx.beginPath();
    for (const [step, y] of points) {
      if (!(logarithmic && y <= 0)) ctx.lineTo(valToPos(step, 'x', true), valToPos(y, 'y', true));
    }
    ctx.stroke();
  }
  ctx.restore();
}

/** A ring around a point of a line. @param {Plot} plot @param {[number, number]} point @param {string} colour */
export function drawRing({ ctx, valToPos, scales }, [step, y], colour) {
  if (scales.y.distr === 3 && y <= 0) return;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.beginPath();
  ctx.arc(valToPos(step, 'x', true), valToPos(y, 'y', true), 5 * devicePixelRatio, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.restore();
}
