/**
 * Keeps a panel where it is in its column while someone is at work in it, whatever grows or shrinks above it: what is pressed
 * must not move away from under the pointer. Where panels are chosen by tabs there is nothing above.
 * @param {HTMLElement} element within a panel
 */
export function keepSteady(element) {
  const panel = element.closest('.panel');
  const column = panel?.parentElement;
  if (!panel || !column) return;
  let top = NaN;
  let pointed = false;

  const atWork = () => pointed || panel.contains(document.activeElement);
  const measure = () => void (top = atWork() ? panel.getBoundingClientRect().top : NaN);

  for (const type of ['pointerenter', 'pointerdown']) {
    panel.addEventListener(type, () => {
      pointed = true;
      measure();
    });
  }
  panel.addEventListener('pointerleave', () => {
    pointed = false;
    measure();
  });
  panel.addEventListener('focusin', measure);
  panel.addEventListener('focusout', () => void (top = NaN));
  column.addEventListener('scroll', measure, { passive: true });

  const grown = new ResizeObserver(() => {
    if (Number.isNaN(top)) return;
    column.scrollTop += panel.getBoundingClientRect().top - top;
  });
  for (const each of column.children) if (each !== panel) grown.observe(each);
}
