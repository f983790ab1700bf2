// What is long in an address, as one short field. The server reads it (glassgrad.link.Compact), and says what it may be.

/** The words that may be long. */
const WORDS = ['points', 'edits', 'source'];
/** Words that are shorter than this together can be read, and stay as they are. */
const READABLE = 400;
/** The server believes no field that grows more than so many times, beyond what harms nobody. */
const MOST_TIMES = 100;
const HARMLESS = 1 << 14;
const VERSION = '1.';

/**
 * The same query with its long words in one field, if they are long and that makes it shorter.
 * @param {string} query "" or "?points=0,0:1&layers=8"
 * @returns {Promise<string>}
 */
export async function compact(query) {
  const words = query.slice(1).split('&');
  const large = words.filter(mayBeLong).join('&');
  if (large.length < READABLE || !('CompressionStream' in globalThis)) return query;
  const deflated = await deflate(large);
  const field = `z=${VERSION}${base64url(deflated)}`;
  const believed = large.length <= Math.max(HARMLESS, MOST_TIMES * deflated.length);
  if (!believed || field.length >= large.length) return query;
  return '?' + [field, ...words.filter((word) => !mayBeLong(word))].join('&');
}

/** @param {string} word */
function mayBeLong(word) {
  return WORDS.includes(word.slice(0, Math.max(0, word.indexOf('='))));
}

/** @param {string} text */
async function deflate(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
