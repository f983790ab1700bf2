import { icon } from './dom.js';

const TITLE = { system: 'as your system', light: 'light', dark: 'dark' };

function chosen() {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Whether the page is dark now. */
export function isDark() {
  const theme = chosen();
  return theme === 'system' ? systemIsDark() : theme === 'dark';
}

function systemIsDark() {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/**
 * Calls back when the page becomes light or dark; what is drawn on a canvas has to be drawn anew.
 * @param {() => void} changed
 */
export function onThemeChange(changed) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

/** @param {HTMLButtonElement} button */
export function mountTheme(button) {
  const name = () => {
    button.title = `Colours: ${TITLE[chosen()]}`;
    button.setAttribute('aria-label', `Colours: ${TITLE[chosen()]}. Press to change.`);
    button.replaceChildren(icon(chosen()));
  };
  button.addEventListener('click', () => {
    // From the system's theme the first press goes to the other one, so that something happens.
    const order = systemIsDark() ? ['system', 'light', 'dark'] : ['system', 'dark', 'light'];
    const next = order[(order.indexOf(chosen()) + 1) % order.length];
    const root = document.documentElement;
    if (next === 'system') delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', next);
    } catch {
      // Storage may be forbidden; the choice then holds until the page is left.
    }
    name();
  });
  name();
}
