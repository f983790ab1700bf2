import { alongEdge, placeField, valueOfBox, valueOnEdge } from '/web/stage/field-place.js';
import { KIND, SceneBuilder } from '/web/stage/scene.js';
import { equal, ok } from '../assert.js';

const SIZE = { width: 150, height: 36, line: 36 };
const VIEW = { left: 0, top: 0, right: 390, bottom: 500 };
const ROOM = { left: 8, top: 60, right: 384, bottom: 450 };

/** @param {number} left @param {number} top */
const box = (left, top) => ({ left, top, right: left + 90, bottom: top + 20 });

/** A view upon one line that curves from left to right. */
function withLine() {
  const scene = new SceneBuilder();
  const b = scene.box(KIND.SCALAR, 100, 100, 94, 34);
  scene.edge([0, 0, 200, 100], { parameter: 0 });
  const view = { scene: scene.finish(), camera: { x: 10, y: 20, scale: 2 }, width: 400, height: 300 };
  return { view: /** @type {import('/web/stage/view.js').View} */ (/** @type {unknown} */ (view)), b };
}

export default {
  'a field ends where the value that it sets ends, in its middle'() {
    equal(placeField(box(100, 200), SIZE, VIEW, ROOM), { x: 70, y: 184 });
  },

  'it never goes over an edge, nor under what is beside the picture'() {
    equal(placeField(box(-80, 200), SIZE, VIEW, ROOM)?.x, 8);
    equal(placeField(box(380, 200), SIZE, VIEW, ROOM)?.x, 234);
    equal(placeField(box(100, 0), SIZE, VIEW, ROOM)?.y, 60);
    equal(placeField(box(100, 490), SIZE, VIEW, ROOM)?.y, 414);
  },

  'what it has to say stands below it, where there is room, and does not move it'() {
    const saying = { ...SIZE, height: 72 };
    equal(placeField(box(100, 200), saying, VIEW, ROOM), { x: 70, y: 184 });
    equal(placeField(box(100, 420), saying, VIEW, ROOM)?.y, 378);
  },

  'it is away while its number is out of sight'() {
    for (const away of [box(-91, 200), box(391, 200), box(100, -21), box(100, 501)])
      equal(placeField(away, SIZE, VIEW, ROOM), null);
  },

  'the value of a box is its upper half'() {
    const { view, b } = withLine();
    equal(valueOfBox(view, b), { left: 210, top: 220, right: 398, bottom: 254 });
  },

  'on a line it stands near where one pressed, or in the middle'() {
    const { view } = withLine();
    equal(alongEdge(view, 0, null), 0.5);
    ok(alongEdge(view, 0, { x: 5, y: 0 }) < 0.3);
    ok(alongEdge(view, 0, { x: 195, y: 100 }) > 0.7);
    equal(valueOnEdge(view, 0, 0.5, 36), { left: 210, right: 210, top: 102, bottom: 138 });
  },

  'where the middle of a line is out of sight, it stands on what can be seen'() {
    const { view } = withLine();
    view.camera = { x: -250, y: 20, scale: 2 };
    ok(alongEdge(view, 0, null) > 0.5);
  },
};
