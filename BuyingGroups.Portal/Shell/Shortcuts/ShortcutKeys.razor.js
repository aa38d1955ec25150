// Reads the keyboard. Single letters are off in fields, in dialogs and when the user has turned them off.
const off = 'single-letter-keys-off';
let page, letters = true, wentG = 0;

const isField = e => e.composedPath().some(n => n instanceof HTMLElement && (n.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(n.tagName)) && !/^(checkbox|radio|button)$/.test(n.type ?? ''));
const dialogOpen = () => document.querySelector('dialog[open], .rz-dialog') !== null;

function keydown(e) {
  if ((e.ctrlKey || e.metaKey) && !e.shiftKey && !e.altKey && e.key.toLowerCase() === 'k') {
    e.preventDefault();
    page.invokeMethodAsync('Search');
    return;
  }
  if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || isField(e) || dialogOpen() || !letters || localStorage.getItem(off)) return;

  if (wentG && e.timeStamp - wentG < 1500 && /^[a-z]$/i.test(e.key)) {
    wentG = 0;
    e.preventDefault();
    page.invokeMethodAsync('Go', e.key);
    return;
  }
  wentG = 0;
  switch (e.key) {
    case '/': {
      const field = document.querySelector('[data-list-search]');
      e.preventDefault();
      if (field) { field.focus(); field.select?.(); } else page.invokeMethodAsync('Search');
      break;
    }
    case '?': e.preventDefault(); page.invokeMethodAsync('Help'); break;
    case 'g': case 'G': wentG = e.timeStamp; break;
    case 'e': case 'E': case 'n': case 'N': {
      const button = document.querySelector(`[data-key="${e.key.toLowerCase()}"]:not([disabled])`);
      if (button) { e.preventDefault(); button.click(); }
      break;
    }
  }
}

// "Copy link" of any page, and the skip link, which must not change the address.
async function click(e) {
  if (e.target.closest?.('[data-copy-link]')) await navigator.clipboard?.writeText(location.href);
  if (e.target.closest?.('[data-skip]')) { e.preventDefault(); document.getElementById('main')?.focus(); }
}

export function attach(reference, singleLetters) {
  page = reference;
  letters = singleLetters;
  document.addEventListener('keydown', keydown);
  document.addEventListener('click', click, true);
  document.documentElement.dataset.keys = 'on';
  return {
    dispose() {
      document.removeEventListener('keydown', keydown);
      document.removeEventListener('click', click, true);
    },
  };
}

export const singleLetters = () => !localStorage.getItem(off);
export function setSingleLetters(on) { if (on) localStorage.removeItem(off); else localStorage.setItem(off, '1'); }
