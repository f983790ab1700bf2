// A link is deleted by whoever has its code, also long after it was made.
import { h } from '../dom.js';
import { deleteLink, NoLink } from './links.js';

/** The letters of an id, at the end of an address or alone. */
const ID = /(?:^|\/s\/)(\w{10,51})$/;

/** The form, closed at first. */
export function createDeleteForm() {
  const link = h('input', { id: 'delete-link', type: 'text', spellcheck: 'false', required: true });
  const code = h('input', {
    id: 'delete-code',
    type: 'text',
    spellcheck: 'false',
    required: true,
    autocomplete: 'off',
  });
  const said = h('p', { role: 'status' });
  const form = h(
    'form',
    { class: 'share-delete', onsubmit: (/** @type {Event} */ event) => void submit(event) },
    h('label', { for: link.id }, 'The short link'),
    link,
    h('label', { for: code.id }, 'Its delete code'),
    code,
    h('button', { class: 'button' }, 'Delete it for everyone'),
    said,
  );
  const element = h('details', { class: 'share-lesson' }, h('summary', {}, 'Delete a short link that you made'), form);

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const id = ID.exec(link.value.trim())?.[1];
    if (!id) return void (said.textContent = 'That is no short link: it ends in /s/ and its letters.');
    try {
      await deleteLink(id, code.value.trim());
      said.textContent = 'The short link is deleted, for ever.';
      code.value = '';
    } catch (error) {
      if (!(error instanceof NoLink)) reportError(error);
      said.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  return {
    element,
    /** The link by which the page was opened is the one that is meant most likely. */
    show() {
      if (location.pathname.startsWith('/s/')) link.value = location.href;
      said.textContent = '';
    },
  };
}
