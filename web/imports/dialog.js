// A link to TensorFlow Playground becomes the recipe of a run.
import { h } from '../dom.js';
import { Refused, Unreachable } from '../server.js';

const EXAMPLE = 'https://playground.tensorflow.org/#activation=tanh&dataset=circle&networkShape=4,2&seed=0.50000';

/** @type {HTMLDialogElement | null} */
let dialog = null;

/**
 * Asks for a link, and opens it.
 * @param {HTMLElement} place where the dialog stands
 * @param {Pick<import('../types.d.ts').Actions, 'openRecipe'>} actions
 * @param {Pick<import('../server.js').Server, 'post'>} server
 */
export function openImport(place, actions, server) {
  dialog ??= place.appendChild(createDialog(actions, server));
  dialog.showModal();
}

/** @type {(...parameters: [Parameters<typeof openImport>[1], Parameters<typeof openImport>[2]]) => HTMLDialogElement} */
function createDialog(actions, server) {
  const link = h('textarea', {
    id: 'import-link',
    class: 'import-link',
    rows: 4,
    spellcheck: 'false',
    placeholder: EXAMPLE,
    'aria-describedby': 'import-problem',
    oninput: () => refuse(''),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      form.requestSubmit();
    },
  });
  const problem = h('p', { id: 'import-problem', class: 'error', role: 'alert', hidden: true });
  const open = h('button', { class: 'button primary' }, 'Open it');
  const notes = h('ul', { class: 'import-notes' });
  const done = h('div', { role: 'status', hidden: true }, h('p', {}, 'It is open, at step 0.'), notes);
  const close = () => own.close();
  const form = h(
    'form',
    { class: 'import', onsubmit: submit },
    h('label', { for: link.id }, 'Paste its address. The samples, the first weights and the losses will be the same.'),
    link,
    problem,
    done,
    h('div', { class: 'choices' }, open, h('button', { type: 'button', class: 'button', onclick: close }, 'Close')),
  );
  const own = h(
    'dialog',
    { class: 'import-dialog', 'aria-labelledby': 'import-title' },
    h('h2', { id: 'import-title' }, 'A TensorFlow Playground link'),
    form,
  );
  own.addEventListener('click', (event) => {
    if (event.target === own) own.close();
  });

  /** @param {string} why */
  function refuse(why) {
    problem.textContent = why;
    problem.hidden = why === '';
    link.setAttribute('aria-invalid', String(why !== ''));
    done.hidden = true;
  }

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    refuse('');
    open.disabled = true;
    try {
      const answer = await server.post('/api/imports/tensorflow-playground', { url: link.value.trim() });
      actions.openRecipe(answer.recipe, 0);
      notes.replaceChildren(...answer.notes.map((/** @type {string} */ note) => h('li', {}, note)));
      done.hidden = false;
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) reportError(error);
      refuse(error instanceof Error ? error.message : String(error));
      link.focus();
    } finally {
      open.disabled = false;
    }
  }
  return own;
}
