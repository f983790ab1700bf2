const TEXT = 'input, textarea, select, dialog';
/** What one press of a key makes the picture larger by. */
const ZOOM = 1.4;

/**
 * The keys of the picture.
 * @param {() => boolean} on  whether they are heard
 * @param {object} does
 * @param {(event: KeyboardEvent) => boolean} does.edits  whether a key asks to set what is selected
 * @param {() => void} does.edit
 * @param {(factor: number) => void} does.zoom
 * @param {() => void} does.fit
 * @param {() => void} does.find
 */
export function listenToStageKeys(on, { edits, edit, zoom, fit, find }) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !on()) return;
    if (event.target instanceof Element && event.target.closest(TEXT)) return;
    if (edits(event)) edit();
    else if (event.key === '+' || event.key === '=') zoom(ZOOM);
    else if (event.key === '-') zoom(1 / ZOOM);
    else if (event.key === '0') fit();
    else if (event.key === '/') find();
    else return;
    event.preventDefault();
  });
}
