import { h, iconButton, setHidden, setText } from '../dom.js';
import { createShowMe } from '../explain/show-me.js';
import { isAbout } from '../settings.js';
import { setClass } from './cells.js';

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

  const showMe = createShowMe(store, actions);
  const what = h('p', {});
  const back = h('button', { type: 'button', class: 'button primary', onclick: () => actions.step(-BACK) });
  const show = h(
    'button',
    { type: 'button', class: 'button', onclick: () => showMe(store.get().frame.stopped?.node ?? '') },
    'Show me where',
  );
  const stopped = h('div', { class: 'banner warn' }, what, h('div', { class: 'choices' }, back, show));

  const detail = h('p', {});
  const refused = h(
    'div',
    { class: 'banner warn' },
    detail,
    iconButton('remove', 'Close', actions.dismissProblem, { class: 'button icon quiet' }),
  );

  /** @param {State} state */
  function draw({ frame, online, problem, settings }) {
    setHidden(offline, online);
    setHidden(stopped, !frame.stopped);
    setText(what, frame.stopped?.message ?? '');
    setText(back, frame.step > BACK ? 'Go back ten steps' : 'Go back to the start');
    setHidden(show, !frame.stopped?.node);
    // A problem with a field stands at that field, if the form shows it now.
    const atField = settings.some(({ field, key }) => isAbout(problem, field) && isSeen(key));
    setHidden(refused, !problem || atField);
    setClass(refused, `banner ${problem?.calm ? 'calm' : 'warn'}`);
    setText(detail, problem ? problem.detail || problem.title : '');
  }

  element.append(offline, stopped, refused);
  draw(store.get());
  store.subscribe((state, before) => {
    const { frame, online, problem } = before;
    if (state.frame !== frame || state.online !== online || state.problem !== problem) draw(state);
  });
}

/** Whether the form shows a setting: it may be closed, or on another tab. @param {string} key */
function isSeen(key) {
  return document.getElementById(`setting-${key}`)?.checkVisibility() ?? false;
}
