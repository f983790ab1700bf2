// What a moment is shared by: its address, a short link, and a picture of that for phones.
import { compact } from '../compact.js';
import { copyText } from '../clipboard.js';
import { h } from '../dom.js';
import { createDeleteForm } from './delete-form.js';
import { createLessonForm } from './lesson-form.js';
import { deleteLink, makeLink, NoLink } from './links.js';

/** Chats and mails cut addresses that are longer. */
export const LONG = 6_000;
const CONFIRMATION_MS = 2_500;

/**
 * @typedef {import('../types.d.ts').Store} Store
 * @typedef {import('./links.js').Made} Made
 */

/** @type {{ element: HTMLDialogElement, show(query: string): void } | null} */
let dialog = null;

/**
 * Shows how the present moment is shared.
 * @param {HTMLElement} place where the dialog stands
 * @param {Store} store
 * @param {string} off why there are no short links; "" if there are
 * @param {() => string} query the address of the moment
 */
export async function openShare(place, store, off, query) {
  dialog ??= createDialog(store, off, query);
  if (!dialog.element.isConnected) place.append(dialog.element);
  dialog.element.showModal();
  dialog.show(await compact(query()));
}

/** @param {Store} store @param {string} off @param {() => string} query */
function createDialog(store, off, query) {
  const long = field('share-long', 'The address');
  const length = h('p', { class: 'explain share-length' });
  const snippet = field('share-snippet', 'In a page of yours');
  snippet.input.classList.add('share-snippet');
  const lesson = createLessonForm(store, () => void compact(query()).then(address));
  const deletion = createDeleteForm();
  const short = field('share-short', 'A short link');
  const qr = h('img', { class: 'share-qr', alt: 'The short link as a QR code', width: 148, height: 148 });
  const codeOut = h('code', { class: 'share-code' });
  const remove = h('button', { type: 'button', class: 'button', onclick: () => void erase() }, 'Delete the link');
  const mine = h(
    'div',
    { class: 'share-mine', hidden: true },
    h(
      'p',
      {},
      'You made it, so you can delete it for everyone: now, or later with this code, which is shown only once: ',
      codeOut,
    ),
    remove,
  );
  const made = h(
    'div',
    { class: 'share-made', hidden: true },
    short.element,
    h('div', { class: 'share-below' }, qr, mine),
  );
  const make = h(
    'button',
    { type: 'button', class: 'button primary', onclick: () => void create() },
    'Make a short link',
  );
  const offer = h('p', { class: 'explain' });
  const status = h('p', { class: 'share-status', role: 'status' });
  const problem = h('p', { class: 'error', role: 'alert', hidden: true });
  const close = h('button', { type: 'button', class: 'button', onclick: () => element.close() }, 'Close');
  const element = h(
    'dialog',
    { class: 'share-dialog', 'aria-labelledby': 'share-title' },
    h('h2', { id: 'share-title' }, 'Share this moment'),
    long.element,
    length,
    lesson.element,
    h('hr'),
    offer,
    make,
    made,
    problem,
    status,
    h('hr'),
    snippet.element,
    deletion.element,
    h('div', { class: 'choices' }, close),
  );
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  /** @type {Made | null} */
  let link = null;

  /** @param {string} why */
  function refuse(why) {
    problem.textContent = why;
    problem.hidden = why === '';
  }

  async function create() {
    refuse('');
    make.disabled = true;
    status.textContent = 'Making the link …';
    try {
      link = await makeLink(store.get());
      short.input.value = link.url;
      qr.src = `/s/${link.id}/qr.svg`;
      codeOut.textContent = link.deleteCode ?? '';
      mine.hidden = !link.deleteCode;
      made.hidden = false;
      make.hidden = true;
      offer.textContent =
        'It shows this moment for as long as this server keeps it, and tells whoever opens it whether the numbers came out the same.';
      status.textContent = link.deleteCode
        ? 'The short link is made.'
        : 'This moment had a short link already: here it is.';
      short.input.focus();
      short.input.select();
    } catch (error) {
      told(error);
    } finally {
      make.disabled = false;
    }
  }

  async function erase() {
    if (!link?.deleteCode) return;
    refuse('');
    try {
      await deleteLink(link.id, link.deleteCode);
      made.hidden = true;
      status.textContent = 'The short link is deleted, for ever.';
    } catch (error) {
      told(error);
    }
  }

  /** @param {unknown} error */
  function told(error) {
    status.textContent = '';
    if (!(error instanceof NoLink)) reportError(error);
    refuse(error instanceof Error ? error.message : String(error));
  }

  /** @param {string} query */
  function address(query) {
    const whole = `${location.origin}/${query}`;
    long.input.value = whole;
    const characters = whole.length.toLocaleString('en');
    length.textContent =
      whole.length > LONG
        ? `It has ${characters} characters: many programs cut addresses of more than ${LONG.toLocaleString('en')}. Share the short link.`
        : `Everything is in it, so it works for ever and on every Glassgrad. ${characters} characters.`;
    const embedded = `${location.origin}/embed${query}`.replaceAll('&', '&amp;');
    snippet.input.value = `<iframe src="${embedded}" title="Glassgrad" width="100%" height="520" style="border:0"></iframe>`;
    link = null;
    made.hidden = true;
    make.hidden = off !== '';
    offer.textContent = off || 'A short link is kept by this server. Of you it keeps nothing but the day.';
    status.textContent = '';
    refuse('');
  }

  return {
    element,
    /** @param {string} query */
    show(query) {
      lesson.show();
      deletion.show();
      address(query);
      const isLong = long.input.value.length > LONG;
      if (isLong && off === '') void create();
      else {
        long.input.focus();
        long.input.select();
      }
    },
  };
}

/** A text to be taken, with the button that takes it. @param {string} id @param {string} name */
function field(id, name) {
  const input = h('input', {
    id,
    type: 'text',
    class: 'share-input',
    readonly: true,
    spellcheck: 'false',
    onfocus: () => input.select(),
  });
  const button = h('button', { type: 'button', class: 'button', onclick: () => void copy() }, 'Copy');
  const words = h('span', { class: 'visually-hidden', role: 'status' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function copy() {
    const done = await copyText(input.value);
    button.textContent = done ? 'Copied' : 'Press Ctrl+C';
    words.textContent = done ? `${name} is copied.` : '';
    if (!done) input.select();
    clearTimeout(timer);
    timer = setTimeout(() => (button.textContent = 'Copy'), CONFIRMATION_MS);
  }

  const row = h('div', { class: 'share-row' }, input, button);
  return { element: h('div', { class: 'share-field' }, h('label', { for: id }, name), row, words), input };
}
