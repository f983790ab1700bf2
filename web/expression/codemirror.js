// The editor, on CodeMirror. It lives in a shadow root, where its styles are sheets of its own: the page's
// Content-Security-Policy allows no style elements.
import { defaultKeymap, history, historyKeymap } from '/webjars/codemirror__commands/6.10.4/dist/index.js';
import { EditorState, StateEffect, StateField, Transaction } from '/webjars/codemirror__state/6.7.1/dist/index.js';
import {
  Decoration,
  EditorView,
  keymap,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
} from '/webjars/codemirror__view/6.43.7/dist/index.js';
import { format } from '../numbers.js';
import { signClass } from '../panels/cells.js';
import { listenForScrubs } from '../scrub.js';
import { theme } from './editor-theme.js';
import { lineStarts, markedAt, offsetOf } from './place.js';
import { kindOf, numberAt, TOKEN } from './tokens.js';

/**
 * @typedef {import('./editor.js').Notes} Notes
 * @typedef {import('@codemirror/view').DecorationSet} DecorationSet
 */

/** What a dragged number stays within. */
const MOST = 1e6;
/** So many characters have colours, which are elements of the page; a text that goes on is one nobody reads to its end. */
const MOST_COLOURED = 3_000;
/** So many values stand behind their statements. */
const MOST_VALUES = 500;

/** @type {import('@codemirror/state').StateEffectType<Notes>} */
const noted = StateEffect.define();

/** The value of a statement, behind it. */
class ValueWidget extends WidgetType {
  /** @param {string} text @param {boolean} last whether nothing follows on its line */
  constructor(text, last) {
    super();
    this.text = text;
    this.last = last;
  }

  /** @param {WidgetType} other */
  eq(other) {
    return other instanceof ValueWidget && other.text === this.text && other.last === this.last;
  }

  toDOM() {
    const span = document.createElement('span');
    span.setAttribute('aria-hidden', 'true');
    this.fill(span);
    return span;
  }

  /** @param {HTMLElement} span */
  updateDOM(span) {
    this.fill(span);
    return true;
  }

  /** @param {HTMLElement} span */
  fill(span) {
    span.className = `value ${signClass(this.text)} ${this.last ? 'last' : ''}`;
    span.textContent = this.text;
  }
}

/** Where something is missing. */
class GapWidget extends WidgetType {
  eq() {
    return true;
  }

  toDOM() {
    const span = document.createElement('span');
    span.className = 'mistake gap';
    return span;
  }
}

const gap = Decoration.widget({ widget: new GapWidget(), side: 1 });
const mistake = Decoration.mark({ class: 'mistake' });

const notes = StateField.define({
  create: () => Decoration.none,
  update(/** @type {DecorationSet} */ before, transaction) {
    let set = before.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(noted)) set = decorationsOf(transaction.state.doc.toString(), effect.value);
    }
    return set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** @param {string} text @param {Notes} notes */
function decorationsOf(text, { statements, mistake: wrong }) {
  const starts = lineStarts(text);
  const ranges = statements.slice(0, MOST_VALUES).map(({ value, place }) => {
    const at = offsetOf(text, starts, place.endLine, place.endColumn);
    const rest = text.slice(at, starts[place.endLine] ?? text.length);
    const widget = new ValueWidget(format(value), /^\s*;?\s*(#.*)?$/.test(rest));
    return Decoration.widget({ widget, side: 1 }).range(at);
  });
  if (wrong?.line) {
    const { from, to } = markedAt(text, wrong.line, wrong.column ?? 1);
    ranges.push(from < to ? mistake.range(from, to) : gap.range(from));
  }
  return Decoration.set(ranges, true);
}

const words = new MatchDecorator({
  regexp: TOKEN,
  decorate(add, from, to, match) {
    if (to <= MOST_COLOURED) add(from, to, Decoration.mark({ class: kindOf(match) }));
  },
});

const colours = ViewPlugin.define(
  (view) => ({
    decorations: words.createDeco(view),
    /** @param {import('@codemirror/view').ViewUpdate} update */
    update(update) {
      this.decorations = words.updateDeco(update, this.decorations);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

/** @type {import('./editor.js').CreateFull} */
export function createCodeEditor(host, { text, selection, label, change }) {
  const root = host.attachShadow({ mode: 'open' });
  const frame = document.createElement('div');
  root.append(frame);
  const wrong = { invalid: false };
  const view = new EditorView({
    root,
    parent: frame,
    state: EditorState.create({
      doc: text,
      selection,
      extensions: [
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(() => ({
          ...{ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off', autocorrect: 'off' },
          'aria-invalid': String(wrong.invalid),
        })),
        EditorView.domEventHandlers({ beforeinput: replaceSelection }),
        EditorView.updateListener.of((update) => {
          const ours = update.transactions.some((each) => each.annotation(Transaction.remote));
          if (update.docChanged && !ours) change(update.state.doc.toString());
        }),
        notes,
        colours,
        theme,
      ],
    }),
  });
  // What is written here is nobody else's key.
  host.addEventListener('keydown', (event) => event.stopPropagation());
  scrubNumbers(view);

  return {
    focus: () => view.focus(),
    set(next) {
      const changes = difference(view.state.doc.toString(), next);
      if (changes) view.dispatch({ changes, annotations: Transaction.remote.of(true) });
    },
    note(next) {
      frame.className = next.stale ? 'stale' : '';
      wrong.invalid = next.mistake !== null;
      view.dispatch({ effects: noted.of(next) });
    },
  };
}

/**
 * What is typed over a selection takes its place here, not in the browser: that would carry over the colours of what it replaces
 * as style attributes, which the Content-Security-Policy refuses.
 * @param {InputEvent} event @param {EditorView} view
 */
function replaceSelection(event, view) {
  const { state } = view;
  if (event.inputType !== 'insertText' || event.isComposing || event.data === null || state.selection.main.empty)
    return false;
  event.preventDefault();
  view.dispatch(state.update(state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true }));
  return true;
}

/** The stretch in which two texts differ, so that the caret stays where it is; null if they do not. @param {string} a @param {string} b */
function difference(a, b) {
  if (a === b) return null;
  const most = Math.min(a.length, b.length);
  let from = 0;
  while (from < most && a[from] === b[from]) from++;
  let end = 0;
  while (end < most - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { from, to: a.length - end, insert: b.slice(from, b.length - end) };
}

/** Numbers can be dragged sideways where they stand. @param {EditorView} view */
function scrubNumbers(view) {
  let pressed = -Infinity;
  listenForScrubs(view.contentDOM, (event) => {
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (at === null || event.shiftKey) return null;
    const line = view.state.doc.lineAt(at);
    // The nearest boundary may lie behind the character that is pressed.
    const left = view.coordsAtPos(at)?.left ?? 0;
    const found = numberAt(line.text, at - line.from - (event.clientX < left ? 1 : 0));
    if (!found) return null;
    const from = line.from + found.from;
    let to = line.from + found.to;
    return {
      value: found.value,
      most: MOST,
      change(value) {
        const insert = String(value);
        view.dispatch({ changes: { from, to, insert }, userEvent: 'input.scrub' });
        to = from + insert.length;
      },
      press() {
        view.focus();
        const again = event.timeStamp - pressed < 400;
        pressed = event.timeStamp;
        view.dispatch({ selection: again ? { anchor: from, head: to } : { anchor: at } });
      },
    };
  });
}
