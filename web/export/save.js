// The menu that takes the shown moment out of the page, as a file.
import { h, icon } from '../dom.js';
import { Refused, Unreachable } from '../server.js';
import { pngOf, pngSize, svgOf, TooLarge, visible, whole } from './drawing.js';

/** @typedef {import('./drawing.js').Drawing} Drawing */
/** @typedef {"dot" | "json"} Written how the server writes a graph */

/**
 * @template Shown
 * @typedef {object} Source
 * @property {() => Drawing & {shown: Shown}} drawing  the picture, and the moment of which it is
 * @property {(shown: Shown) => string} name  of its files, without an extension
 * @property {(shown: Shown) => string} title  the moment in words: "step 12, sample 1"
 * @property {(shown: Shown, form: Written) => Promise<string>} text  its graph, as the server writes it
 * @property {import('./run-files.js').RunFile[]} [files]  what else can be saved
 * @property {(shown: Shown, file: import('./run-files.js').RunFile) => Promise<string>} [written]  the text of one of them
 */

/** Enough for a browser to have begun to read what it is to save. */
const READ_MS = 10_000;
const WIDTH = 312;
const EDGE = 8;

/**
 * A button, and the menu that it opens.
 * @template Shown
 * @param {Source<Shown>} source
 */
export function createSave(source) {
  let part = whole;
  const title = h('p', { class: 'explain' });
  const status = h('p', { class: 'explain save-status', role: 'status' });
  const parts = [
    choice('All of it', 'The whole picture, so large that everything can be read', whole),
    choice('What you see', 'The part that is in sight, as large as it is now', visible),
  ];
  const [once, twice] = [h('span', { class: 'mute' }), h('span', { class: 'mute' })];
  const menu = h(
    'div',
    { id: 'save-menu', class: 'menu save', popover: 'auto', role: 'group', 'aria-label': 'Save' },
    title,
    h('div', { class: 'segmented', role: 'group', 'aria-label': 'How much of the picture' }, ...parts),
    item('SVG', 'sharp at any size, its text is text', async ({ shown, ...drawing }) => {
      const svg = svgOf(part(drawing), `Glassgrad: ${source.title(shown)}`);
      return save(`${source.name(shown)}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
    }),
    item('PNG', once, ({ shown, ...drawing }) => savePng(source.name(shown), drawing, 1)),
    item('PNG 2×', twice, ({ shown, ...drawing }) => savePng(`${source.name(shown)}-2x`, drawing, 2)),
    h('hr'),
    item('DOT', 'for Graphviz, as draw_dot has it', ({ shown }) => saveText(shown, 'dot', 'text/vnd.graphviz')),
    item('JSON', 'every number of the graph', ({ shown }) => saveText(shown, 'json', 'application/json')),
    ...more(),
    status,
  );
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button save-button',
      'aria-label': 'Save',
      popovertarget: menu.id,
      'aria-haspopup': 'true',
      title: 'Take this moment with you: as a picture, as text, or as code',
    },
    icon('save'),
    h('span', { class: 'words' }, 'Save'),
  );

  /** What else there is to save. */
  function more() {
    const { files = [], written } = source;
    if (!written) return [];
    return [
      h('hr'),
      ...files.map((file) =>
        item(file.name, file.words, async ({ shown }) => save(file.file, new Blob([await written(shown, file)]))),
      ),
    ];
  }

  /** @param {string} name @param {string} explanation @param {typeof whole} value */
  function choice(name, explanation, value) {
    return h('button', { type: 'button', title: explanation, onclick: () => choose(value) }, name);
  }

  /** @param {typeof whole} value */
  function choose(value) {
    const { shown, ...drawing } = source.drawing();
    const seen = drawing.view.width > 0;
    part = seen ? value : whole;
    parts[1].disabled = !seen;
    parts.forEach((one, i) => one.setAttribute('aria-pressed', String((i === 0) === (part === whole))));
    title.textContent = `To take with you: ${source.title(shown)}.`;
    [once, twice].forEach((size, i) => {
      const { width, height, possible } = pngSize(part(drawing), i + 1);
      const words = `${width.toLocaleString('en')} × ${height.toLocaleString('en')}`;
      size.textContent = possible ? `${words} pixels` : `${words}: too large`;
    });
  }

  /**
   * @param {string} name @param {string | HTMLElement} explanation
   * @param {(drawing: Drawing & {shown: Shown}) => Promise<string>} make saves a file; its name
   */
  function item(name, explanation, make) {
    const words = typeof explanation === 'string' ? h('span', { class: 'mute' }, explanation) : explanation;
    return h('button', { type: 'button', class: 'item', onclick: () => run(name, make) }, h('b', {}, name), words);
  }

  /** @param {string} name @param {(drawing: Drawing & {shown: Shown}) => Promise<string>} make */
  async function run(name, make) {
    status.textContent = `Making the ${name} …`;
    try {
      status.textContent = `Saved as ${await make(source.drawing())}`;
    } catch (error) {
      if (!(error instanceof TooLarge || error instanceof Refused || error instanceof Unreachable)) reportError(error);
      status.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  /** @param {string} name @param {Drawing} drawing @param {number} density */
  async function savePng(name, drawing, density) {
    return save(`${name}.png`, await pngOf(part(drawing), density));
  }

  /** @param {Shown} shown @param {Written} form @param {string} type */
  async function saveText(shown, form, type) {
    return save(`${source.name(shown)}.${form}`, new Blob([await source.text(shown, form)], { type }));
  }

  menu.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') return;
    const box = button.getBoundingClientRect();
    const width = Math.min(WIDTH, innerWidth - 2 * EDGE);
    menu.style.width = `${width}px`;
    const above = box.top > innerHeight - box.bottom;
    const room = (above ? box.top : innerHeight - box.bottom) - 6 - EDGE;
    menu.style.left = `${Math.max(EDGE, Math.min(box.left, innerWidth - width - EDGE))}px`;
    menu.style.top = above ? 'auto' : `${box.bottom + 6}px`;
    menu.style.bottom = above ? `${innerHeight - box.top + 6}px` : 'auto';
    menu.style.maxHeight = `${room}px`;
    status.textContent = '';
    choose(part);
  });

  return { button, menu };
}

/** @param {string} name @param {Blob} content @returns its name */
function save(name, content) {
  const address = URL.createObjectURL(content);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
  return name;
}
