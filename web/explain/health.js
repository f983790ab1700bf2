import { h, icon } from '../dom.js';
import { formatSmall } from '../numbers.js';
import { setText } from '../panels/cells.js';
import { badgeText, findingInWords, grouped, percent, placeInWords, stuckInWords } from './health-words.js';
import { createShowMe } from './show-me.js';

/**
 * @typedef {import('./health-words.js').Health} Health
 * @typedef {import('./health-words.js').Group} Group
 * @typedef {import('./health-words.js').Finding} Finding
 */

/** So many kinds stand as badges of their own, and so many findings of a kind have a line. */
const BADGES = 2;
const LINES = 5;

/**
 * What is wrong with the network, or soon will be: a line of badges, and what they mean when it is opened.
 * @type {import('../types.d.ts').Mount}
 */
export function mountHealth(element, store, actions, questions) {
  const panel = /** @type {HTMLElement} */ (element.closest('.panel') ?? element);
  const showMe = createShowMe(store, actions);
  const badges = h('span', { class: 'health-badges' });
  const toggle = h(
    'button',
    { type: 'button', class: 'health-toggle', 'aria-expanded': 'false', 'aria-controls': 'health-details' },
    badges,
    icon('down'),
  );
  const quiet = h('p', { class: 'health-quiet explain' });
  const details = h('div', { id: 'health-details', class: 'health-details', hidden: true });
  element.append(h('div', { class: 'health-line' }, toggle, quiet), details);
  let open = false;
  /** @type {Health | null} */
  let health = null;
  let drawn = '';

  toggle.addEventListener('click', () => {
    open = !open;
    toggle.setAttribute('aria-expanded', String(open));
    panel.classList.toggle('open', open);
    details.hidden = !open;
    explain();
  });

  questions.follow(
    () => ({ what: 'health' }),
    (reply) => {
      const shown = reply.answer !== null && !reply.stale;
      const waiting = reply.stale && store.get().playing ? 'Pause to check it.' : '';
      setText(quiet, reply.problem ?? waiting);
      for (const part of [toggle, details]) part.classList.toggle('stale', !shown);
      if (!shown) return;
      health = reply.answer;
      summarize();
      explain();
    },
  );

  function summarize() {
    const groups = grouped(health?.findings ?? []);
    const more = groups.length - BADGES;
    badges.replaceChildren(
      ...(groups.length === 0 ? [h('span', { class: 'badge well' }, icon('check'), 'all well')] : []),
      ...groups.slice(0, BADGES).map((group) => h('span', { class: `badge ${group.kind}` }, badgeText(group))),
      ...(more > 0 ? [h('span', { class: 'badge' }, `+${more}`)] : []),
    );
  }

  function explain() {
    if (!open || !health) return;
    // Written anew only where something changed, so that the focus stays where it is.
    const now = JSON.stringify([health, store.get().frame.step]);
    if (now === drawn) return;
    drawn = now;
    const groups = grouped(health.findings);
    details.replaceChildren(
      ...(groups.length === 0 && health.layers.length > 0 ? [h('p', {}, 'Every layer gets a gradient, and the next update moves it by a sensible amount.')] : []), // prettier-ignore
      ...groups.map(groupBlock),
      ...(health.layers.length > 0 ? [layerTable(health)] : []),
    );
  }

  /** @param {Group} group */
  function groupBlock(group) {
    const [first] = group.findings;
    const meaning = group.kind === 'stuck' ? stuckInWords(first, health?.layers ?? [], store.get()) : group.meaning;
    const lines = group.findings.slice(0, LINES);
    const left = group.findings.length - lines.length;
    return h(
      'section',
      { class: 'health-group' },
      h('h3', {}, h('span', { class: `badge ${group.kind}` }, badgeText(group))),
      h('p', {}, first.message ?? meaning),
      h('ul', {}, ...lines.map(findingLine)),
      ...(left > 0 ? [h('p', { class: 'explain' }, `… and ${left.toLocaleString('en')} more.`)] : []),
    );
  }

  /** @param {Finding} finding */
  function findingLine(finding) {
    const place = placeInWords(finding.where);
    const press = () => showMe(finding.where, finding.sample ?? null);
    return h(
      'li',
      {},
      h('div', {}, h('span', { class: 'health-place' }, place), ' ', h('small', {}, findingInWords(finding))),
      h('button', { type: 'button', class: 'button', onclick: press, 'aria-label': `Show me ${place}` }, 'Show me'),
    );
  }
}

/** @param {Health} health */
function layerTable({ layers }) {
  const head = ['layer', 'gradient', 'update ÷ weights', 'at rest'];
  return h(
    'section',
    { class: 'health-layers' },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, 'The layers in numbers'),
      h('thead', {}, h('tr', {}, ...head.map((title) => h('th', { scope: 'col' }, title)))),
      h(
        'tbody',
        {},
        ...layers.map((layer) =>
          h(
            'tr',
            {},
            h('td', {}, placeInWords(layer.layer)),
            h('td', {}, formatSmall(layer.gradient)),
            h('td', {}, formatSmall(layer.updateRatio)),
            h('td', {}, atRest(layer)),
          ),
        ),
      ),
    ),
    h(
      'p',
      { class: 'explain' },
      'The size of a layer’s gradients and of its next update: roots of mean squares. At rest: saturated outputs, or dead neurons.',
    ),
  );
}

/** @param {import('./health-words.js').Layer} layer */
function atRest({ saturated, dead, neurons }) {
  if (typeof saturated === 'number') return percent(saturated);
  return typeof dead === 'number' ? `${dead} of ${neurons}` : '–';
}
