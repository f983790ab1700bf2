import { h } from '/web/dom.js';
import { keepSteady } from '/web/panels/steady.js';
import { equal } from '/tests/assert.js';

const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** A column of 200 pixels that scrolls, with a panel that grows above one to work in. */
async function column() {
  const above = h('section', { class: 'panel' });
  above.style.height = '300px';
  const button = h('button', {}, 'w1');
  const body = h('div', {}, button);
  const panel = h('section', { class: 'panel' }, body);
  panel.style.height = '400px';
  const element = h('aside', {}, above, panel);
  // The browser's own way of keeping things in place knows nothing of what is being worked at.
  element.style.cssText = 'height: 200px; overflow-y: auto; overflow-anchor: none';
  document.body.replaceChildren(element);
  keepSteady(body);
  element.scrollTop = 280;
  await drawn();
  return { above, button, top: () => panel.getBoundingClientRect().top - element.getBoundingClientRect().top };
}

export default {
  async 'a panel stays where it is while it has the focus, whatever grows above it'() {
    const { above, button, top } = await column();
    button.focus({ preventScroll: true });
    equal(top(), 20);
    above.style.height = '520px';
    await drawn();
    equal(top(), 20);
    above.style.height = '310px';
    await drawn();
    equal(top(), 20);
  },

  async 'a panel in which nobody is at work moves as before'() {
    const { above, button, top } = await column();
    button.focus({ preventScroll: true });
    button.blur();
    above.style.height = '340px';
    await drawn();
    equal(top(), 60);
  },
};
