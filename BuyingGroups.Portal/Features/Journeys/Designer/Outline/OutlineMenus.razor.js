// @ts-check
// The menus of the outline's lines, and renaming where the name stands.

import { find } from '../Canvas/CanvasMenus.razor.js';

/** @typedef {import('./OutlineView.razor.js').Outline} Outline */
/** @typedef {import('./OutlineView.razor.js').Place} Place */

/** @param {Outline} outline */
export function makeMenus(outline) {
  const { root, texts } = outline;
  /** @type {{ menu: HTMLElement, row: HTMLElement, place: Place | null } | null} */
  let open = null;

  /** @param {string} name */
  const menuOf = name => /** @type {HTMLElement | null} */ (root.querySelector(`[data-menu="${name}"]`));
  /** @param {HTMLElement} menu */
  const items = menu => /** @type {HTMLElement[]} */ ([...menu.querySelectorAll('button')].filter(item => item.getClientRects().length > 0));

  /** @param {HTMLElement} menu @param {HTMLElement} near */
  const show = (menu, near) => {
    menu.hidden = false;
    const at = near.getBoundingClientRect(), own = menu.getBoundingClientRect();
    const below = at.bottom + 4 + own.height < innerHeight;
    menu.style.left = `${Math.max(8, Math.min(innerWidth - own.width - 8, near.matches('[data-row]') ? at.left + 60 : at.right - own.width))}px`;
    menu.style.top = `${below ? at.bottom + 4 : Math.max(8, Math.min(innerHeight - own.height - 8, at.top - own.height - 4))}px`;
  };

  const close = (focus = true) => {
    if (!open) return;
    const { menu, row } = open;
    open = null;
    menu.hidden = true;
    if (focus) outline.focus(row);
  };

  /** The palette as a menu. @param {HTMLElement} row @param {Place} place */
  const openAdd = (row, place) => {
    const menu = menuOf('add');
    if (!menu) return;
    close(false);
    open = { menu, row, place };
    const people = row.dataset.people === 'yes';
    for (const item of menu.querySelectorAll('[data-kind-key]')) if (item instanceof HTMLElement)
      item.toggleAttribute('data-unfit', item.dataset.kindKey === 'accountAudience' || (people && item.dataset.people !== 'yes'));
    const field = /** @type {HTMLInputElement} */ (menu.querySelector('[data-find]'));
    field.value = '';
    find(menu, '');
    show(menu, row);
    field.focus({ preventScroll: true });
  };

  /** @param {HTMLElement} row @param {HTMLElement} near */
  const openFor = (row, near) => {
    const menu = menuOf(row.dataset.row === 'step' ? 'node' : row.dataset.row ?? '');
    if (!menu) return;
    close(false);
    open = { menu, row, place: null };
    const kind = row.dataset.kind ?? '', fixed = /^(accountAudience|merge|peopleMerge)$/.test(kind), people = row.dataset.people === 'yes';
    const several = root.querySelectorAll(`[data-branch][data-node="${CSS.escape(row.dataset.node ?? '')}"]`).length > 1;
    /** @type {Record<string, boolean>} */
    const without = row.dataset.row === 'step'
      ? {
        moveTo: fixed, moveBranchTo: fixed, moveUp: fixed, moveDown: fixed, duplicate: fixed, copy: fixed, cut: fixed, join: people,
        add: !row.dataset.afterNode, addBefore: !row.dataset.beforeNode, addPath: !/^(split|variant)/.test(kind), delete: kind === 'peopleMerge',
      }
      : { left: !row.dataset.branch || !several, right: !row.dataset.branch || !several, duplicatePath: !row.dataset.branch, join: people, unjoin: kind === 'splitByPeople' || people };
    for (const item of menu.querySelectorAll('[data-verb]')) if (item instanceof HTMLElement) item.hidden = without[item.dataset.verb ?? ''] === true;
    for (const line of menu.querySelectorAll('hr')) {
      let before = line.previousElementSibling;
      while (before instanceof HTMLElement && before.hidden) before = before.previousElementSibling;
      line.hidden = !before || before.tagName === 'HR';
    }
    show(menu, near);
    items(menu)[0]?.focus({ preventScroll: true });
  };

  /** A name is typed where it stands. @param {HTMLElement} row @param {(text: string) => void} done */
  const rename = (row, done) => {
    const value = row.dataset.name ?? '', field = document.createElement('input');
    field.className = 'in sm olrename';
    field.maxLength = 100;
    field.value = value;
    field.setAttribute('aria-label', texts.name);
    const name = row.querySelector('.olname, .olpath') ?? row, at = name.getBoundingClientRect();
    field.style.left = `${at.left - 6}px`;
    field.style.top = `${at.top + at.height / 2 - 14}px`;
    field.style.width = `${Math.max(220, at.width + 40)}px`;
    root.append(field);
    let over = false;
    const end = (/** @type {boolean} */ keep, focus = true) => {
      if (over) return;
      over = true;
      field.remove();
      if (focus) outline.focus(row);
      if (keep && field.value.trim() !== value) done(field.value.trim());
    };
    field.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.key === 'Enter') end(true);
      if (event.key === 'Escape') end(false);
    });
    field.addEventListener('blur', () => end(true, false));
    field.focus();
    field.select();
  };

  /** @param {HTMLElement} item */
  const run = item => {
    if (!open) return;
    const { row, place } = open, kind = item.dataset.kindKey;
    close();
    if (kind && place) outline.send({ verb: 'insert', text: kind, places: [place] });
    else outline.run(item.dataset.verb ?? '', row);
  };

  /** @param {KeyboardEvent} event @returns {boolean} */
  const key = event => {
    if (!open) return false;
    const list = items(open.menu), at = list.indexOf(/** @type {HTMLElement} */ (document.activeElement)), inField = document.activeElement instanceof HTMLInputElement;
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key === 'ArrowDown') list[(at + 1) % list.length]?.focus();
    else if (event.key === 'ArrowUp') list[(at - 1 + list.length) % list.length]?.focus();
    else if (event.key === 'Home' && !inField) list[0]?.focus();
    else if (event.key === 'End' && !inField) list.at(-1)?.focus();
    else if (event.key === 'Enter' && inField) { const first = list.find(item => item.dataset.kindKey); if (first) run(first); }
    else { event.stopPropagation(); return true; }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  /** @param {Event} event */
  const input = event => {
    if (open && event.target instanceof HTMLInputElement && event.target.matches('[data-find]')) find(open.menu, event.target.value);
  };
  /** @param {MouseEvent} event */
  const click = event => {
    const item = event.target instanceof Element ? event.target.closest('.olmenu button') : null;
    if (item instanceof HTMLElement) run(item);
  };
  /** @param {PointerEvent} event */
  const outside = event => {
    if (open && !(event.target instanceof Node && open.menu.contains(event.target))) close(false);
  };
  root.addEventListener('input', input);
  root.addEventListener('click', click);
  document.addEventListener('pointerdown', outside, true);

  return {
    openAdd, openFor, rename, key, close,
    dispose() {
      root.removeEventListener('input', input);
      root.removeEventListener('click', click);
      document.removeEventListener('pointerdown', outside, true);
    },
  };
}
