import { createQuestions } from '/web/questions.js';
import { createStore } from '/web/state.js';
import { mountStage } from '/web/stage/stage.js';
import { equal, ok } from '../assert.js';
import { passesOf, stateOf } from './graphs.js';

/** @typedef {import('/web/types.d.ts').State} State */
/** @typedef {import('/web/types.d.ts').Actions} Actions */

const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** A stage in the document, on a store whose actions change the view as the page's do. @param {Parameters<typeof stateOf>[0]} [options] */
async function mounted(options = {}) {
  const element = document.createElement('section');
  element.style.cssText = 'position:fixed;left:0;top:0;width:1000px;height:700px';
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/web/style/stage.css';
  document.body.replaceChildren(style, element);
  await new Promise((resolve) => (style.onload = resolve));
  const store = createStore(/** @type {State} */ (/** @type {unknown} */ (stateOf(options))));
  /** @type {[string, unknown][]} */
  const calls = [];
  let looking = false;
  const view = {
    setDepth: (/** @type {State['depth']} */ depth) => store.set({ depth }),
    setEdges: (/** @type {State['edges']} */ edges) => store.set({ edges }),
    select: (/** @type {string | null} */ selected) => store.set({ selected }),
    toggleOpen(/** @type {string} */ group) {
      if (looking) return;
      const { open } = store.get();
      store.set({ open: open.includes(group) ? open.filter((one) => one !== group) : [...open, group] });
    },
    setSample: (/** @type {State['sample']} */ sample) => calls.push(['setSample', sample]),
  };
  const questions = createQuestions(store, async () => passesOf(store.get().graph), String);
  mountStage(element, store, /** @type {Actions} */ (/** @type {unknown} */ (view)), questions);
  await frame();
  const canvases = [...element.querySelectorAll('canvas')];
  return {
    element,
    store,
    calls,
    host: /** @type {HTMLElement} */ (element.querySelector('.stage-view')),
    canvases,
    /** How many pixels of a canvas are painted. @param {number} k */
    painted(k) {
      const canvas = canvases[k];
      const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
        0,
        0,
        canvas.width,
        canvas.height,
      );
      let count = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i]) count++;
      return count;
    },
    /** Until ten frames in a row are the same. */
    async settled() {
      for (let same = 0, before = ''; same < 10;) {
        await frame();
        const now = canvases[1].toDataURL();
        same = now === before ? same + 1 : 0;
        before = now;
      }
    },
    /** @param {string} type @param {number} x @param {number} y @param {object} [more] */
    mouse(type, x, y, more = {}) {
      const init = {
        clientX: x,
        clientY: y,
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        pointerType: 'mouse',
        button: 0,
        ...more,
      };
      this.host.dispatchEvent(type.startsWith('pointer') ? new PointerEvent(type, init) : new MouseEvent(type, init));
    },
    /** @param {number} x @param {number} y */
    click(x, y) {
      this.mouse('pointerdown', x, y);
      this.mouse('pointerup', x, y);
    },
    /** The middle of what is selected by clicking, found by clicking along the picture. @param {(selected: string) => boolean} wanted */
    find(wanted) {
      looking = true;
      for (let y = 60; y < 640; y += 6) {
        for (let x = 20; x < 980; x += 10) {
          this.click(x, y);
          const { selected } = store.get();
          if (selected && wanted(selected)) {
            looking = false;
            return { x, y };
          }
        }
      }
      throw new Error('it is nowhere in the picture');
    },
    /** @param {string} key */
    press(key) {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return document.activeElement?.getAttribute('aria-label') ?? '';
    },
  };
}

export default {
  async 'the picture is drawn at every depth, and its canvases are hidden from screen readers'() {
    const stage = await mounted();
    for (const depth of /** @type {const} */ (['network', 'neurons', 'scalars'])) {
      stage.store.set({ depth });
      await frame();
      ok(stage.painted(0) > 500, `edges at ${depth}`);
      ok(stage.painted(1) > 3000, `boxes at ${depth}`);
    }
    ok(stage.canvases.every((canvas) => canvas.closest('[aria-hidden="true"]')));
  },

  async 'a click on a card selects its neuron, a click on an edge its weight, a click beside them nothing'() {
    const stage = await mounted();
    stage.find((id) => id === 'layer2.neuron2#9');
    const edge = stage.find((id) => /^layer\d\.neuron\d\.w\d$/.test(id));
    ok(edge);
    stage.click(8, 690);
    equal(stage.store.get().selected, null);
  },

  async 'a neuron opens where it is: the pointer stays on it, and its weights can be clicked'() {
    const stage = await mounted();
    const at = stage.find((id) => id === 'layer1.neuron3#7');
    stage.mouse('dblclick', at.x, at.y);
    equal(stage.store.get().open, ['layer1.neuron3']);
    await stage.settled();
    // A click on the ground of the panel selects its output: the first of these is its upper left corner.
    const [corner, bias, last] = ['#7', '.b', '.w3'].map((end) => stage.find((id) => id === `layer1.neuron3${end}`));
    ok(at.x >= corner.x && at.x <= bias.x && at.y >= corner.y && at.y <= last.y, 'the pointer is within the panel');
  },

  async 'what an opened neuron is made from and what it leads to stay in sight'() {
    const stage = await mounted();
    for (const group of ['layer1.neuron3', 'layer3.neuron1', 'layer2.neuron4']) {
      stage.store.set({ open: [group], selected: null });
      await stage.settled();
      const layer = Number(group[5]);
      stage.find((id) => id === (layer === 1 ? 'x1' : `layer${layer - 1}.neuron1#${layer === 2 ? 7 : 9}`));
      stage.find((id) => id === (layer === 3 ? 'y' : `layer${layer + 1}.neuron1#9`));
      stage.store.set({ open: [] });
      await stage.settled();
    }
  },

  async 'the scalars begin at the loss, where they can be read, and fit shows the inputs too'() {
    const stage = await mounted();
    stage.store.set({ depth: 'scalars' });
    await frame();
    stage.find((id) => id === 'loss#2' || id === 'loss');
    const hint = () => stage.element.querySelector('.stage-hint')?.textContent;
    equal(hint(), 'Drag to see the rest. Fit shows all of it.');
    stage.press('0');
    await stage.settled();
    equal(hint(), 'Zoom in to read every number.');
    stage.find((id) => id === 'x1');
  },

  async 'a message covers nothing of the picture that begins or is brought back'() {
    const banners = document.createElement('div');
    banners.id = 'banners';
    banners.style.cssText = 'position:fixed;left:100px;top:420px;width:800px;z-index:9';
    const message = document.createElement('p');
    message.className = 'banner';
    message.style.cssText = 'height:120px;margin:0';
    message.hidden = true;
    banners.append(message);
    document.documentElement.append(banners);
    try {
      const stage = await mounted();
      const below = () => {
        const canvas = stage.canvases[1];
        const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
          0,
          Math.round((420 / 700) * canvas.height),
          canvas.width,
          Math.round((120 / 700) * canvas.height),
        );
        return data.some((_, i) => i % 4 === 3 && data[i] > 0);
      };
      ok(below(), 'without it, cards stand there');
      message.hidden = false;
      await stage.settled();
      ok(!below(), 'they have made room');
      message.hidden = true;
      await stage.settled();
      ok(below(), 'and come back');
    } finally {
      banners.remove();
    }
  },

  async 'a double click beside everything shows all of it again'() {
    const stage = await mounted();
    const first = stage.canvases[1].toDataURL();
    stage.mouse('pointerdown', 500, 400);
    stage.mouse('pointermove', 700, 530);
    stage.mouse('pointerup', 700, 530);
    stage.mouse('dblclick', 8, 690);
    await stage.settled();
    equal(stage.canvases[1].toDataURL() === first, true);
  },

  async 'a finger opens what it has selected by touching it again'() {
    const stage = await mounted();
    const at = stage.find((id) => id === 'layer1.neuron3#7');
    stage.store.set({ selected: null });
    const touch = () => {
      stage.mouse('pointerdown', at.x + 30, at.y + 6, { pointerType: 'touch' });
      stage.mouse('pointerup', at.x + 30, at.y + 6, { pointerType: 'touch' });
    };
    touch();
    await frame();
    equal([stage.store.get().selected, stage.store.get().open], ['layer1.neuron3#7', []]);
    touch();
    equal(stage.store.get().open, ['layer1.neuron3']);
  },

  async 'other numbers change the picture in place'() {
    const stage = await mounted();
    const at = stage.find((id) => id === 'layer2.neuron4#9');
    const canvas = stage.canvases[1];
    const before = canvas.toDataURL();
    const next = stateOf({ seed: 9 });
    stage.store.set(/** @type {any} */ ({ graph: next.graph, frame: next.frame }));
    await frame();
    ok(canvas.toDataURL() !== before, 'it is drawn anew');
    stage.store.set({ selected: null });
    stage.click(at.x, at.y);
    equal(stage.store.get().selected, 'layer2.neuron4#9');
  },

  async 'the tree opens level by level, and says names and numbers'() {
    const stage = await mounted();
    const items = () => [...stage.element.querySelectorAll('[role="treeitem"]')];
    equal(items().length, 6, 'nothing is built before it is opened: the network, and its inputs, layers and loss');
    /** @type {HTMLElement} */ (items()[0]).focus();
    equal(stage.press('ArrowRight'), 'inputs');
    equal(stage.press('ArrowDown'), 'layer 1');
    stage.press('ArrowDown');
    stage.press('ArrowRight');
    ok(/^layer 2 neuron 1, data \u2212?\d\.\d{4}, gradient \u2212?\d\.\d{4}$/.test(stage.press('ArrowRight')));
    stage.press('Enter');
    equal(stage.store.get().open, ['layer2.neuron1']);
    stage.press('ArrowDown');
    stage.press('ArrowDown');
    ok(stage.press('ArrowDown').startsWith('w3 of layer 2 neuron 1, data '));
    stage.press('Enter');
    equal(stage.store.get().selected, 'layer2.neuron1.w3');
    ok(stage.press('ArrowRight').startsWith('w3 × n3'), 'to the consumer');
    ok(stage.press('ArrowLeft').startsWith('w3 of layer 2'), 'and back to the operand');
    ok(stage.press('Escape').startsWith('layer 2 neuron 1'), 'up');
    equal(items().filter((item) => item.getAttribute('tabindex') === '0').length, 1, 'one stop for the tab key');
  },

  async 'what has the focus is marked in the picture'() {
    const stage = await mounted();
    const before = stage.painted(2);
    /** @type {HTMLElement} */ (stage.element.querySelector('[role="treeitem"]')).focus();
    stage.press('ArrowDown');
    stage.press('ArrowDown');
    await frame();
    ok(stage.painted(2) > before + 200);
  },

  async 'a search goes to the first that fits'() {
    const stage = await mounted();
    stage.press('/');
    const input = /** @type {HTMLInputElement} */ (document.activeElement);
    equal(input.getAttribute('aria-label'), 'Find in the network');
    input.value = 'w2 layer 3';
    input.dispatchEvent(new Event('input'));
    stage.press('Enter');
    equal(stage.store.get().selected, 'layer3.neuron1.w2');
  },

  async 'the table holds every node, a page at a time'() {
    const stage = await mounted();
    const button = (/** @type {string} */ text) =>
      /** @type {HTMLButtonElement} */ (
        [...stage.element.querySelectorAll('button')].find((one) => one.textContent?.includes(text))
      );
    button('Table').click();
    const names = new Set();
    const rows = () => [...stage.element.querySelectorAll('tbody tr')];
    for (;;) {
      for (const row of rows()) names.add(row.querySelector('th')?.textContent);
      if (button('next').disabled) break;
      button('next').click();
    }
    const nodes = stage.store.get().graph?.nodes ?? [];
    equal(names.size, nodes.length);
    ok(rows()[0].querySelectorAll('td').length === 4);
  },

  async 'all samples: a cell each, and a click selects the one that is meant'() {
    const stage = await mounted({ sample: 'all' });
    stage.find((id) => id === 'sample0/layer1.neuron1#7');
    stage.find((id) => id === 'sample3/layer1.neuron1#7');
  },

  async 'without a graph the network is still there, with the reason'() {
    const stage = await mounted();
    stage.store.set({ graph: null, graphProblem: 'This graph has more than 20,000 nodes.' });
    await frame();
    ok(stage.painted(1) > 3000);
    equal(
      stage.element.querySelector('[role="status"].stage-notice')?.textContent,
      'This graph has more than 20,000 nodes.',
    );
    stage.find((id) => /\.w\d$/.test(id));
  },

  async 'the sample picker goes round'() {
    const stage = await mounted();
    const press = (/** @type {string} */ name) =>
      /** @type {HTMLButtonElement} */ (stage.element.querySelector(`[aria-label="${name}"]`)).click();
    press('Previous sample');
    press('Next sample');
    equal(stage.calls, [
      ['setSample', 3],
      ['setSample', 1],
    ]);
  },

  async 'a drag and a wheel move the picture, and fit brings it back'() {
    const stage = await mounted();
    const shot = () => stage.canvases[1].toDataURL();
    const first = shot();
    stage.mouse('pointerdown', 500, 400);
    stage.mouse('pointermove', 560, 430);
    stage.mouse('pointerup', 560, 430);
    await frame();
    const dragged = shot();
    ok(dragged !== first);
    stage.host.dispatchEvent(
      new WheelEvent('wheel', { deltaY: -120, ctrlKey: true, clientX: 400, clientY: 300, cancelable: true }),
    );
    await frame();
    ok(shot() !== dragged);
    stage.press('0');
    await stage.settled();
    equal(shot() === first, true, 'the same picture again');
  },

  async 'a sweep forward hides what is not computed yet, and shows one number more at every press of F'() {
    const stage = await mounted();
    const whole = stage.canvases[1].toDataURL();
    const caption = () => stage.element.querySelector('.sweep-what')?.textContent ?? '';
    stage.press('f');
    await stage.settled();
    ok(stage.canvases[1].toDataURL() !== whole);
    const seen = new Set();
    for (let move = 1; move <= 10; move++) {
      stage.press('f');
      seen.add(caption());
    }
    equal(seen.size, 10, 'nine neurons and the loss');
    ok(caption().startsWith('the loss: (ŷ \u2212 y)**2 = '), caption());
    stage.press('f');
    equal(stage.element.querySelector('.sweep-count')?.textContent, '10 / 10', 'it stays at its end');
    stage.press('Escape');
    await stage.settled();
    equal(stage.element.querySelector('.stage-sweep')?.checkVisibility(), false);
    equal(stage.canvases[1].toDataURL() === whole, true, 'the same picture again');
  },

  async 'a sweep stays where it is while numbers change and while neurons open, and ends with its graph'() {
    const stage = await mounted();
    const count = () => stage.element.querySelector('.sweep-count')?.textContent;
    const what = () => stage.element.querySelector('.sweep-what')?.textContent ?? '';
    for (let i = 0; i < 6; i++) stage.press('b');
    await frame();
    equal(count(), '5 / 43');
    ok(what().startsWith('n3 in layer 2 gets += '), what());
    const before = what();
    const next = stateOf({ seed: 9 });
    stage.store.set(/** @type {any} */ ({ graph: next.graph, frame: { ...next.frame, step: 1 } }));
    await stage.settled();
    equal(count(), '5 / 43');
    ok(what().startsWith('n3 in layer 2 gets += ') && what() !== before, what());
    stage.store.set({ open: ['layer1.neuron1'] });
    await stage.settled();
    ok(/^5 \/ \d\d$/.test(count() ?? '') && count() !== '5 / 43', count() ?? '');
    stage.store.set(/** @type {any} */ ({ ...stateOf({ layers: [2, 1] }), depth: 'neurons' }));
    await stage.settled();
    equal(stage.element.querySelector('.stage-sweep')?.checkVisibility(), false);
  },
};
