// @ts-check
// Which view was chosen in this browser, and whether the window is wide enough for drawing.

const KEY = 'journey-view';

export const chosen = () => localStorage.getItem(KEY) === 'outline';

/** @param {boolean} outline */
export function choose(outline) {
  if (outline) localStorage.setItem(KEY, 'outline'); else localStorage.removeItem(KEY);
}

/** @param {{ invokeMethodAsync(name: string, ...args: unknown[]): Promise<unknown> }} server */
export function watch(server) {
  const narrow = matchMedia('(max-width: 1179.98px)');
  const tell = () => { server.invokeMethodAsync('NarrowAsync', narrow.matches); };
  narrow.addEventListener('change', tell);
  if (narrow.matches) tell();
  return { dispose() { narrow.removeEventListener('change', tell); } };
}
