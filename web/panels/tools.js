import { copyText } from '../clipboard.js';
import { h, icon, iconButton } from '../dom.js';
import { mountTheme } from '../theme.js';

const CONFIRMATION_MS = 2_500;

/**
 * The header's buttons: share, theme, keys.
 * @param {HTMLElement} element
 * @param {{ say(text: string): void, keys(): void, flush(): void, share?: () => void }} page what the buttons use; without
 *   share, the address is copied at once
 */
export function mountTools(element, { say, keys, flush, share: open }) {
  const words = h('span', { class: 'words' }, 'Share this moment');
  const share = h(
    'button',
    {
      type: 'button',
      class: 'button share',
      'aria-label': open && 'Share this moment',
      title: open ? 'An address of exactly this moment' : 'Copy the address of exactly this moment',
      onclick: open ?? copy,
    },
    icon('link'),
    words,
  );
  const theme = iconButton('system', 'Colours', () => {});
  const help = h(
    'button',
    { type: 'button', class: 'button icon keys', title: 'Keys (?)', 'aria-label': 'Keys', onclick: keys },
    '?',
  );
  element.append(share, theme, help);
  mountTheme(theme);

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function copy() {
    flush();
    const done = await copyText(location.href);
    say(done ? 'The address of this moment is copied.' : 'The address could not be copied; it is in the address bar.');
    share.replaceChildren(
      icon(done ? 'check' : 'link'),
      h('span', { class: 'words' }, done ? 'Address copied' : 'Copy it from the address bar'),
    );
    clearTimeout(timer);
    timer = setTimeout(() => share.replaceChildren(icon('link'), words), CONFIRMATION_MS);
  }
}
