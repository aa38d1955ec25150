// @ts-check
// Holds the newest drawing in this browser until the server says that it is stored: a server that dies loses nothing, and neither does a browser that
// is closed. One entry per window, so that two windows of one person do not write over each other.

/** @typedef {{ version: number, at: number, document: string }} Held */

const TAB = 'journey-draft-tab';
/** An entry of another window is that window's own while it is younger. */
const LEFT_ALONE = 15_000;

/** @param {string} name Names the person and the journey. */
const key = name => {
  let tab = sessionStorage.getItem(TAB);
  if (!tab) sessionStorage.setItem(TAB, tab = Math.random().toString(36).slice(2));
  return `${name}:${tab}`;
};

/** @param {string} at @returns {Held | null} */
const read = at => {
  try {
    const held = JSON.parse(localStorage.getItem(at) ?? 'null');
    return held && typeof held.document === 'string' && typeof held.version === 'number' ? held : null;
  } catch { return null; }
};

/** @param {string} name @param {number} version @param {string} document */
export function hold(name, version, document) {
  try {
    localStorage.setItem(key(name), JSON.stringify({ version, at: Date.now(), document }));
  } catch { /* Storage is full or forbidden: the server still saves. */ }
}

/** @param {string} name */
export function release(name) {
  try { localStorage.removeItem(key(name)); } catch { /* as above */ }
}

/** What was held before this page: of this window, or of one that was closed. The bytes come as a stream, for a message may not be so large.
 * @param {string} name @returns {{ version: number, key: string } | null} */
export function find(name) {
  try {
    const own = key(name);
    const keys = Object.keys(localStorage).filter(at => at.startsWith(`${name}:`));
    const entries = keys.map(at => ({ at, held: read(at) })).filter(entry => entry.held && (entry.at === own || Date.now() - entry.held.at > LEFT_ALONE));
    const found = entries.find(entry => entry.at === own) ?? entries.sort((one, other) => (other.held?.at ?? 0) - (one.held?.at ?? 0))[0];
    if (!found?.held) return null;
    if (found.at !== own) {
      // From now on it is this window's.
      localStorage.setItem(own, /** @type {string} */ (localStorage.getItem(found.at)));
      localStorage.removeItem(found.at);
    }
    return { version: found.held.version, key: own };
  } catch { return null; }
}

/** @param {string} at @returns {Uint8Array} */
export const take = at => new TextEncoder().encode(read(at)?.document ?? '');
