// The keyboard of a list: ↑ ↓ Home End move (in the browser, nothing is sent), Space selects, Enter opens, Shift extends, Ctrl A takes the page.
export function start(frame, grid) {
  let anchor = 0;
  const rows = () => [...frame.querySelectorAll('tr[data-row]')];
  const at = e => e.target.closest?.('tr[data-row]');

  // One row is in the tab order; the library's own table, which would be an unnamed stop, is not.
  const tidy = () => {
    const all = rows();
    for (const stop of frame.querySelectorAll('.rz-data-grid-data[tabindex], table[tabindex], th [tabindex="0"]:not(button,a,input)')) stop.setAttribute('tabindex', '-1');
    // The library writes its own aria-sort, which knows nothing of an order that the address holds.
    for (const head of frame.querySelectorAll('th')) {
      const order = head.querySelector('[data-order]')?.dataset.order;
      if (order) head.setAttribute('aria-sort', order); else head.removeAttribute('aria-sort');
    }
    if (!all.some(r => r.tabIndex === 0)) for (const [i, r] of all.entries()) r.tabIndex = i === 0 ? 0 : -1;
    else for (const r of all) if (!r.hasAttribute('tabindex')) r.tabIndex = -1;
  };
  const focus = row => { for (const r of rows()) r.tabIndex = r === row ? 0 : -1; row.focus(); row.scrollIntoView({ block: 'nearest' }); };

  frame.addEventListener('keydown', e => {
    const row = at(e);
    if (!row) return;
    const all = rows(), i = all.indexOf(row), inControl = e.target !== row && e.target.matches('a,button,input,select,textarea');
    const stop = () => { e.preventDefault(); e.stopPropagation(); };
    const move = to => {
      stop();
      const next = Math.max(0, Math.min(all.length - 1, to));
      if (e.shiftKey) grid.invokeMethodAsync('ExtendTo', anchor, next); else anchor = next;
      focus(all[next]);
    };
    switch (e.key) {
      case 'ArrowDown': move(i + 1); break;
      case 'ArrowUp': move(i - 1); break;
      case 'Home': if (!inControl) move(0); break;
      case 'End': if (!inControl) move(all.length - 1); break;
      case ' ': if (!inControl) { stop(); anchor = i; grid.invokeMethodAsync('ToggleAt', i); } break;
      case 'Enter': if (!inControl) { stop(); grid.invokeMethodAsync('OpenAt', i); } break;
      case 'Escape': if (!inControl) grid.invokeMethodAsync('ClearSelection'); break;
      case 'a': case 'A': if ((e.ctrlKey || e.metaKey) && !inControl) { stop(); grid.invokeMethodAsync('SelectPage'); } break;
    }
  }, true);
  frame.addEventListener('focusin', e => { const row = at(e); if (row && e.target === row) for (const r of rows()) r.tabIndex = r === row ? 0 : -1; });

  new MutationObserver(tidy).observe(frame, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-order'] });
  tidy();
}
