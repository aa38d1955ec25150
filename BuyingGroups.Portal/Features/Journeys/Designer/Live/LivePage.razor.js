// Asks for counts every few seconds, but only while somebody can see them; at once when the page comes back into sight.

/**
 * @param {{ invokeMethodAsync(name: string): Promise<void> }} page
 * @param {number} pause In milliseconds.
 */
export function watch(page, pause) {
  let asking = false;
  const ask = async () => {
    if (asking || document.visibilityState !== 'visible') return;
    asking = true;
    try {
      await page.invokeMethodAsync('RefreshAsync');
    } catch {
      // The connection is away; the next round tries again.
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(ask, pause);
  document.addEventListener('visibilitychange', ask);
  return {
    dispose() {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    },
  };
}
