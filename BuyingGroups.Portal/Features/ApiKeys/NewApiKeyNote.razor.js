/** Puts the key on the clipboard; false where the browser does not let pages do that. */
export async function copy(key) {
  if (!navigator.clipboard) return false;
  try {
    await navigator.clipboard.writeText(key);
    return true;
  } catch {
    return false;
  }
}
