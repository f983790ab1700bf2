// A pen that writes SVG: what the stage draws on its canvases, as shapes and text. It stands for itself: no script, no style
// sheet, no reference to anything outside.

/** @typedef {import('../stage/view.js').Pen} Pen */

/** Hundredths of a pixel are enough. @param {number} x */
const short = (x) => String(Math.round(x * 100) / 100);

/** A number after another: a sign parts them as well as a blank does. @param {number} hundredths */
const next = (hundredths) => (hundredths < 0 ? '' : ' ') + hundredths / 100;

/** @implements {Pen} */
export class SvgPen {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  /** @type {CanvasLineCap} */
  lineCap = 'butt';
  /** @type {CanvasLineJoin} */
  lineJoin = 'miter';
  font = '10px sans-serif';
  /** @type {CanvasTextAlign} */
  textAlign = 'left';
  /** @type {CanvasTextBaseline} */
  textBaseline = 'alphabetic';
  globalAlpha = 1;

  /** @type {string[]} */
  #parts = [];
  #length = 0;
  #path = '';
  /** What is written next to each other in the same way is one element. */
  #open = { head: '', body: '', tail: '' };
  #scale = 1;
  #dx = 0;
  #dy = 0;
  /** Where the path is, in the coordinates of the drawing, and in hundredths of a pixel of the paper. */
  #x = 0;
  #y = 0;
  #px = 0;
  #py = 0;
  /** @type {number[]} */
  #dash = [];
  #ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  /** How far below its middle a face's baseline lies, at a size of one. @type {Map<string, number>} */
  #baselines = new Map();

  /** How many characters there are so far. */
  get length() {
    return this.#length + this.#open.body.length;
  }

  /** All that was drawn, as elements of an SVG document. */
  toString() {
    this.#close();
    return this.#parts.join('\n');
  }

  /** @param {any} [a] @param {number} [b] @param {number} [c] @param {number} [d] @param {number} [e] @param {number} [f] */
  setTransform(a = 1, b = 0, c = 0, d = 1, e = 0, f = 0) {
    if (b !== 0 || c !== 0 || a !== d) throw new Error('The stage is moved and scaled, never turned or stretched');
    [this.#scale, this.#dx, this.#dy] = [a, e, f];
  }

  /** Paper is empty from the beginning, and layers are drawn on top of each other. */
  clearRect() {}

  beginPath() {
    this.#path = '';
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    const [px, py] = this.#at(x, y);
    this.#path += `M${px / 100}${next(py)}`;
    this.#moved(x, y, px, py);
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    const [px, py] = this.#at(x, y);
    const [dx, dy] = [px - this.#px, py - this.#py];
    if (dx && dy) this.#path += `l${dx / 100}${next(dy)}`;
    else if (dx) this.#path += `h${dx / 100}`;
    else if (dy) this.#path += `v${dy / 100}`;
    this.#moved(x, y, px, py);
  }

  /** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {number} x @param {number} y */
  bezierCurveTo(x1, y1, x2, y2, x, y) {
    const [px1, py1] = this.#at(x1, y1);
    const [px2, py2] = this.#at(x2, y2);
    const [px, py] = this.#at(x, y);
    const [first, ...others] = [px1, py1, px2, py2, px, py].map((p, i) => p - (i % 2 ? this.#py : this.#px));
    this.#path += `c${first / 100}${others.map(next).join('')}`;
    this.#moved(x, y, px, py);
  }

  /** A line towards a corner, and the arc that rounds it. @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {number} r */
  arcTo(x1, y1, x2, y2, r) {
    const [ax, ay] = [this.#x - x1, this.#y - y1];
    const [bx, by] = [x2 - x1, y2 - y1];
    const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
    const cross = ax * by - ay * bx;
    if (a === 0 || b === 0 || r === 0 || Math.abs(cross) < 1e-9 * a * b) {
      this.lineTo(x1, y1);
      return;
    }
    const away = r / Math.tan(Math.acos(Math.max(-1, Math.min(1, (ax * bx + ay * by) / (a * b)))) / 2);
    this.lineTo(x1 + (ax / a) * away, y1 + (ay / a) * away);
    this.#arc(r, cross < 0, x1 + (bx / b) * away, y1 + (by / b) * away);
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h @param {any} [radii] one, or one a corner, clockwise from the upper left */
  roundRect(x, y, w, h, radii = 0) {
    const wanted = typeof radii === 'number' ? [radii, radii, radii, radii] : radii;
    const [p, q, r, s] = wanted;
    // As on a canvas, corners that would meet shrink together.
    const k = Math.min(1, w / (p + q), h / (q + r), w / (r + s), h / (s + p));
    const [a, b, c, d] = wanted.map((/** @type {number} */ each) => each * (k || 0));
    this.moveTo(x + a, y);
    this.lineTo(x + w - b, y);
    if (b) this.#arc(b, true, x + w, y + b);
    this.lineTo(x + w, y + h - c);
    if (c) this.#arc(c, true, x + w - c, y + h);
    this.lineTo(x + d, y + h);
    if (d) this.#arc(d, true, x, y + h - d);
    this.lineTo(x, y + a);
    if (a) this.#arc(a, true, x + a, y);
    this.#path += 'z';
  }

  fill() {
    this.#filled(this.#path);
  }

  stroke() {
    this.#stroked(this.#path);
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  fillRect(x, y, w, h) {
    this.#filled(this.#rectangle(x, y, w, h));
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  strokeRect(x, y, w, h) {
    this.#stroked(this.#rectangle(x, y, w, h));
  }

  /** @param {Iterable<number>} segments */
  setLineDash(segments) {
    this.#dash = [...segments];
  }

  /** @param {string} text */
  measureText(text) {
    this.#ruler.font = this.font;
    this.#ruler.textBaseline = this.textBaseline;
    return this.#ruler.measureText(text);
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    const { weight, size, face } = fontOf(this.font);
    const anchor = this.textAlign === 'center' ? 'middle' : this.textAlign === 'right' ? 'end' : 'start';
    const down = this.textBaseline === 'middle' ? size * this.#baseline(weight, face) : 0;
    const attributes = [
      this.#opacity(),
      `font-family="${escaped(face)}" font-size="${short(size * this.#scale)}"`,
      weight === 'normal' ? '' : ` font-weight="${weight}"`,
      anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
    ].join('');
    const [px, py] = [x * this.#scale + this.#dx, (y + down) * this.#scale + this.#dy];
    this.#write(
      `<g fill="${escaped(this.fillStyle)}" ${attributes}>`,
      `<text x="${short(px)}" y="${short(py)}">${escaped(text)}</text>`,
      '</g>',
    );
  }

  /** @param {number} x @param {number} y */
  #at(x, y) {
    return [Math.round((x * this.#scale + this.#dx) * 100), Math.round((y * this.#scale + this.#dy) * 100)];
  }

  /** @param {number} x @param {number} y @param {number} px @param {number} py */
  #moved(x, y, px, py) {
    [this.#x, this.#y, this.#px, this.#py] = [x, y, px, py];
  }

  /** @param {number} r @param {boolean} clockwise @param {number} x @param {number} y */
  #arc(r, clockwise, x, y) {
    const [px, py] = this.#at(x, y);
    const radius = short(r * this.#scale);
    this.#path += `a${radius} ${radius} 0 0 ${clockwise ? 1 : 0}${next(px - this.#px)}${next(py - this.#py)}`;
    this.#moved(x, y, px, py);
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  #rectangle(x, y, w, h) {
    const [px, py] = this.#at(x, y);
    const [width, height] = [short(w * this.#scale), short(h * this.#scale)];
    return `M${px / 100}${next(py)}h${width}v${height}h-${width}z`;
  }

  /** As an attribute; nothing where all is opaque. */
  #opacity() {
    return this.globalAlpha === 1 ? '' : `opacity="${short(this.globalAlpha)}" `;
  }

  /** @param {string} path */
  #filled(path) {
    if (path) this.#write(`<path ${this.#opacity()}fill="${escaped(this.fillStyle)}" d="`, path, '"/>');
  }

  /** @param {string} path */
  #stroked(path) {
    if (!path) return;
    const dash = this.#dash.map((each) => short(each * this.#scale)).join(' ');
    const head = [
      `<path ${this.#opacity()}fill="none" stroke="${escaped(this.strokeStyle)}" stroke-width="${short(this.lineWidth * this.#scale)}"`,
      this.lineCap === 'butt' ? '' : ` stroke-linecap="${this.lineCap}"`,
      this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`,
      dash && ` stroke-dasharray="${dash}"`,
      ' stroke-miterlimit="10" d="',
    ].join('');
    this.#write(head, path, '"/>');
  }

  /** @param {string} head @param {string} body @param {string} tail */
  #write(head, body, tail) {
    if (head !== this.#open.head) {
      this.#close();
      this.#open = { head, body: '', tail };
    }
    this.#open.body += body;
  }

  #close() {
    const { head, body, tail } = this.#open;
    if (head) this.#parts.push(head + body + tail);
    this.#length += head.length + body.length + tail.length;
    this.#open = { head: '', body: '', tail: '' };
  }

  /** @param {string} weight @param {string} face */
  #baseline(weight, face) {
    const name = `${weight} ${face}`;
    let below = this.#baselines.get(name);
    if (below === undefined) {
      this.#ruler.font = `${weight} 100px ${face}`;
      const [alphabetic, middle] = /** @type {const} */ (['alphabetic', 'middle']).map((baseline) => {
        this.#ruler.textBaseline = baseline;
        return this.#ruler.measureText('0').fontBoundingBoxAscent;
      });
      this.#baselines.set(name, (below = (alphabetic - middle) / 100));
    }
    return below;
  }
}

/** @param {string} font "600 12px serif" */
function fontOf(font) {
  const [, weight = 'normal', size, face] = /** @type {RegExpExecArray} */ (
    /^(?:(\w+) )?([\d.e-]+)px (.+)$/s.exec(font)
  );
  return { weight, size: Number(size), face };
}

/** @param {string} text */
export function escaped(text) {
  return (
    text
      // Characters that no XML document may hold.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
