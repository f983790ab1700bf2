/**
 * In the page of somebody else the name at the top leads to this moment in a window of its own.
 * @param {HTMLElement} wordmark
 * @param {() => string} query of the moment
 */
export function mountEmbed(wordmark, query) {
  if (!document.body.classList.contains('embed') || !(wordmark instanceof HTMLAnchorElement)) return;
  wordmark.target = '_blank';
  wordmark.title = 'Open this moment in Glassgrad';
  wordmark.addEventListener('click', () => (wordmark.href = '/' + query()));
}
