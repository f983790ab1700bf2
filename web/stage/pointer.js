// Mouse, trackpad and touch as gestures: pan, zoom at a point, point at, click, double click.

/**
 * Positions are CSS pixels within the element.
 * @typedef {object} Gestures
 * @property {(dx: number, dy: number) => void} pan
 * @property {(x: number, y: number, factor: number) => void} zoom
 * @property {(x: number, y: number) => void} point
 * @property {() => void} leave
 * @property {(x: number, y: number, finger: boolean, shift: boolean) => void} click
 * @property {(x: number, y: number) => void} doubleClick  of a mouse or a pen
 * @property {(x: number, y: number) => boolean} [claimed]  whether a drag that begins there is none of the camera's
 */

/** A pointer that moved less is a click. */
const STILL = 4;
const WHEEL_LINE = 16;

/** @param {HTMLElement} element @param {Gestures} gestures */
export function listen(element, gestures) {
  /** @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  let moved = 0;
  let finger = false;
  let claimed = false;

  /** @param {MouseEvent} event */
  const place = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (!down.size) moved = 0;
    finger = event.pointerType === 'touch';
    const { x, y } = place(event);
    claimed = !down.size && (gestures.claimed?.(x, y) ?? false);
    down.set(event.pointerId, { x, y });
  });

  element.addEventListener('pointermove', (event) => {
    const now = place(event);
    const before = down.get(event.pointerId);
    if (!before) return gestures.point(now.x, now.y);
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    moved += Math.hypot(dx, dy);
    if (moved < STILL || claimed) return;
    // Captured only now, so that a plain click still reaches what it was meant for.
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    element.classList.add('dragging');
    if (down.size === 2) pinch(event.pointerId, before, now);
    else gestures.pan(dx, dy);
    down.set(event.pointerId, now);
  });

  /** @param {number} id @param {{x: number, y: number}} before @param {{x: number, y: number}} now */
  function pinch(id, before, now) {
    const other = [...down].find(([key]) => key !== id)?.[1];
    if (!other) return;
    const spread = Math.hypot(before.x - other.x, before.y - other.y);
    const spreadNow = Math.hypot(now.x - other.x, now.y - other.y);
    gestures.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    if (spread > 10) gestures.zoom((now.x + other.x) / 2, (now.y + other.y) / 2, spreadNow / spread);
  }

  /** @param {PointerEvent} event */
  const up = (event) => {
    if (!down.delete(event.pointerId)) return;
    if (!down.size) element.classList.remove('dragging');
    if (event.type === 'pointerup' && moved < STILL) {
      const { x, y } = place(event);
      gestures.click(x, y, finger, event.shiftKey);
      if (finger) gestures.leave();
    }
  };
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('pointerleave', () => gestures.leave());
  element.addEventListener('dblclick', (event) => {
    const { x, y } = place(event);
    if (!finger) gestures.doubleClick(x, y);
  });
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === 1 ? WHEEL_LINE : 1;
      const { x, y } = place(event);
      // A pinch on a trackpad arrives as a wheel with ctrl.
      if (event.ctrlKey || event.metaKey) gestures.zoom(x, y, Math.exp(-event.deltaY * unit * 0.0065));
      else if (event.shiftKey) gestures.pan(-event.deltaY * unit, 0);
      else gestures.pan(-event.deltaX * unit, -event.deltaY * unit);
    },
    { passive: false },
  );
}
