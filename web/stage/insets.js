// What lies over the picture, so that it keeps clear of it.

const NARROW = 620;

const banners = () => document.querySelector('#banners');

/** Calls back when a message comes or goes. @param {() => void} changed */
export function onBanners(changed) {
  const element = banners();
  if (element) new ResizeObserver(changed).observe(element);
}

/** How much of the stage, from below, a message covers. @param {HTMLElement} stage */
function banner(stage) {
  const first = banners()?.querySelector('.banner:not([hidden])')?.getBoundingClientRect();
  return first ? stage.getBoundingClientRect().bottom - first.top + 12 : 0;
}

/**
 * What the overlays cover, in pixels from each edge.
 * @param {import('./view.js').View} view
 * @param {object} over
 * @param {HTMLElement} over.stage
 * @param {{ bar: HTMLElement, zoom: HTMLElement }} over.toolbar
 * @param {{ element: HTMLElement }} over.legend
 * @param {HTMLElement | null} over.side what stands beside the picture
 */
export function insetsOf(view, { stage, toolbar, legend, side }) {
  const wide = view.width > NARROW;
  const top = toolbar.bar.offsetHeight + (wide ? 22 : 8);
  const corner = toolbar.zoom.offsetHeight + (wide ? 24 : 12);
  const legendHeight = legend.element.offsetHeight;
  const left = side && wide ? side.offsetWidth + 12 : 0;
  const edge = wide ? 20 : 10;
  const bottom = wide ? Math.max(corner, legendHeight + 20) : corner + (legendHeight && legendHeight + 8);
  return { top, right: edge, bottom: Math.max(bottom, banner(stage)), left: edge + left };
}
