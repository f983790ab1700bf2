import { EditorView } from '/webjars/codemirror__view/6.43.7/dist/index.js';

/** Chalk on a board; the colours are those of the page, which a shadow root inherits. */
export const theme = EditorView.theme({
  '&': { color: 'var(--chalk)', backgroundColor: 'transparent', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.75', overflow: 'auto', maxHeight: 'var(--board-height)' },
  '.cm-content': { padding: '0', caretColor: 'var(--chalk)', minHeight: '3.5em' },
  '.cm-line': { padding: '0 4px' },
  '.cm-content ::selection, .cm-line::selection': { backgroundColor: 'var(--board-selection)' },
  '.comment': { color: 'var(--chalk-dim)', fontStyle: 'italic' },
  '.number': { color: 'var(--chalk-number)', cursor: 'ew-resize', touchAction: 'pan-y' },
  '.number:hover': { textDecoration: 'underline dotted', textUnderlineOffset: '4px' },
  '.function': { color: 'var(--chalk-function)' },
  '.sign': { color: 'var(--chalk-dim)' },
  '.value': {
    color: 'var(--chalk-dim)',
    fontSize: '0.86em',
    marginLeft: '0.6em',
    userSelect: 'none',
    pointerEvents: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
  '.value.last': { float: 'right' },
  '.value.pos': { color: 'var(--chalk-pos)' },
  '.value.neg': { color: 'var(--chalk-neg)' },
  // As .stale everywhere: what belongs to another expression goes, but only after a moment, so that a quick answer does not flicker.
  '.stale & .value': { visibility: 'hidden', transition: 'visibility 0s 120ms' },
  '.mistake': {
    textDecoration: 'underline wavy var(--chalk-mistake) 1.5px',
    textUnderlineOffset: '5px',
    backgroundColor: 'var(--board-mistake)',
    borderRadius: '2px',
  },
  '.mistake.gap': {
    display: 'inline-block',
    width: '1ch',
    height: '1.2em',
    verticalAlign: 'text-bottom',
    borderBottom: '2px solid var(--chalk-mistake)',
  },
});
