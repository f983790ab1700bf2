import { h, iconButton } from '../dom.js';
import { isAbout } from '../settings.js';

/**
 * @typedef {import('../types.d.ts').State} State
 * @typedef {import('../types.d.ts').Mount} Mount
 */

/** How far back "go back" goes from the step at which a run stopped. */
const BACK = 10;

/**
 * What went wrong, in sentences over the stage: the run that stopped, the server that does not answer, the request refused.
 * @type {Mount}
 */
export function mountProblem(element, store, actions) {
  const offline = h(
    'div',
    { class: 'banner calm' },
    h('p', {}, 'The server does not answer; trying again. Nothing is lost: this moment is in the address.'),
  );

  const what = h('p', {});
  const back = h('button', { type: 'button', class: 'button primary', onclick: () => actions.step(-BACK) });
  const show = h('button', { type: 'button', class: 'button', onclick: () => select(store.get()) }, 'Show me where');
  const stopped = h('div', { class: 'banner warn' }, what, h('div', { class: 'choices' }, back, show));

  const detail = h('p', {});
  const refused = h(
    'div',
    { class: 'banner warn' },
    detail,
    iconButton('remove', 'Close', actions.dismissProblem, { class: 'button icon quiet' }),
  );

  /** @param {State} state */
  function select({ frame, graph }) {
    const node = frame.stopped?.node;
    if (node === undefined) return;
    const there = graph?.topology.nodes.find((each) => each.id === node || each.id === `sample0/${node}`);
    actions.select(there?.id ?? node);
  }

  /** @param {State} state */
  function draw({ frame, online, problem, settings }) {
    offline.hidden = online;
    stopped.hidden = !frame.stopped;
    what.textContent = frame.stopped?.message ?? '';
    back.textContent = frame.step > BACK ? 'Go back ten steps' : 'Go back to the start';
    show.hidden = !frame.stopped?.node;
    // A problem with a field stands at that field, in the form.
    const atField = settings.some(({ field }) => isAbout(problem, field));
    refused.hidden = !problem || atField;
    detail.textContent = problem ? problem.detail || problem.title : '';
  }

  element.append(offline, stopped, refused);
  draw(store.get());
  store.subscribe((state, before) => {
    const { frame, online, problem } = before;
    if (state.frame !== frame || state.online !== online || state.problem !== problem) draw(state);
  });
}
