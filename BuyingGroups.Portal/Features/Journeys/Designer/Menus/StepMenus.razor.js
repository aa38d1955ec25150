// @ts-check
// The menus of steps and paths, the same for canvas and outline: which entries apply, their keys, the search in the palette; and a name that is typed
// where it stands.

/** @typedef {{ verb: string, kind: string | undefined }} Choice */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Frame */

/** Hides what a search leaves out. @param {Element} list @param {string} text */
export function find(list, text) {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const section of list.querySelectorAll('[data-section]')) {
    let any = false;
    for (const item of section.querySelectorAll('[data-kind-key]')) {
      if (!(item instanceof HTMLElement)) continue;
      const fits = !item.hasAttribute('data-unfit') && words.every(word => (item.dataset.words ?? '').toLocaleLowerCase().includes(word));
      item.hidden = !fits;
      any ||= fits;
      if (fits) shown++;
    }
    if (section instanceof HTMLElement) section.hidden = !any;
  }
  return shown;
}

/** True for steps that only move with others, or not at all. @param {string} kind */
export const isFixedKind = kind => /^(accountAudience|merge|peopleMerge)$/.test(kind);

/** What cannot be done with a step. @param {{ kind: string, people: boolean, before: boolean, after: boolean }} step @returns {Record<string, boolean>} */
export function withoutOfStep({ kind, people, before, after }) {
  const fixed = isFixedKind(kind);
  return {
    moveTo: fixed, moveBranchTo: fixed, moveUp: fixed, moveDown: fixed, duplicate: fixed, copy: fixed, cut: fixed,
    addBefore: fixed || !before, add: !after, join: people || !after, addPath: !/^(split|variant)/.test(kind), delete: kind === 'peopleMerge',
  };
}

/** @template On what a menu was opened for
 * @param {HTMLElement} root @param {string} nameLabel
 * @param {{ frame(): Frame, run(choice: Choice, on: On): void, back(on: On): void }} host where menus may stand, what to do, and where the focus goes back to */
export function makeStepMenus(root, nameLabel, { frame, run, back }) {
  /** @type {{ menu: HTMLElement, on: On } | null} */
  let open = null;

  /** @param {HTMLElement} menu */
  const items = menu => /** @type {HTMLElement[]} */ ([...menu.querySelectorAll('button')].filter(item => item.getClientRects().length > 0));
  /** @param {HTMLElement} menu @param {string} selector @returns {HTMLElement[]} */
  const all = (menu, selector) => /** @type {HTMLElement[]} */ ([...menu.querySelectorAll(selector)]);

  const close = (focus = true) => {
    if (!open) return;
    const { menu, on } = open;
    open = null;
    menu.hidden = true;
    if (focus) back(on);
  };

  /** @param {string} name @param {On} on @returns {HTMLElement | null} */
  const take = (name, on) => {
    const menu = root.querySelector(`[data-menu="${name}"]`);
    if (!(menu instanceof HTMLElement)) return null;
    close(false);
    open = { menu, on };
    return menu;
  };

  /** @param {HTMLElement} menu @param {HTMLElement} near */
  const show = (menu, near) => {
    menu.hidden = false;
    const box = frame(), at = near.getBoundingClientRect(), own = menu.getBoundingClientRect();
    const x = at.left - box.left + Math.min(60, at.width / 2 - 24), above = at.top - box.top - own.height - 6;
    const height = box.bottom - box.top - own.height - 8;
    menu.style.left = `${Math.max(8, Math.min(box.right - box.left - own.width - 8, x))}px`;
    menu.style.top = `${at.bottom + 6 + own.height < box.bottom ? at.bottom - box.top + 6 : Math.max(8, Math.min(height, above))}px`;
  };

  /** The palette as a menu. @param {On} on @param {HTMLElement} near @param {boolean} people only actions on people fit */
  const openAdd = (on, near, people) => {
    const menu = take('add', on);
    if (!menu) return;
    for (const item of all(menu, '[data-kind-key]')) item.toggleAttribute('data-unfit', item.dataset.kindKey === 'accountAudience' || (people && item.dataset.people !== 'yes'));
    for (const join of all(menu, '[data-verb=join]')) join.hidden = people;
    const field = /** @type {HTMLInputElement} */ (menu.querySelector('[data-find]'));
    field.value = '';
    find(menu, '');
    show(menu, near);
    field.focus({ preventScroll: true });
  };

  /** @param {'node' | 'path'} name @param {On} on @param {HTMLElement} near @param {Record<string, boolean>} without entries that do not apply */
  const openFor = (name, on, near, without) => {
    const menu = take(name, on);
    if (!menu) return;
    for (const item of all(menu, '[data-verb]')) item.hidden = without[item.dataset.verb ?? ''] === true;
    for (const line of all(menu, 'hr')) {
      // A line between two groups, not after an empty one.
      let before = line.previousElementSibling;
      while (before instanceof HTMLElement && before.hidden) before = before.previousElementSibling;
      line.hidden = !before || before.tagName === 'HR';
    }
    show(menu, near);
    items(menu)[0]?.focus({ preventScroll: true });
  };

  /** A name is typed where it stands. @param {HTMLElement} near @param {On} on @param {string} value @param {(text: string) => void} done */
  const rename = (near, on, value, done) => {
    const field = document.createElement('input'), at = near.getBoundingClientRect(), box = frame();
    field.className = 'in sm namefield';
    field.maxLength = 100;
    field.value = value;
    field.setAttribute('aria-label', nameLabel);
    field.style.left = `${at.left - box.left - 6}px`;
    field.style.top = `${at.top - box.top + at.height / 2 - 14}px`;
    field.style.width = `${Math.max(200, at.width + 12)}px`;
    root.append(field);
    let over = false;
    const end = (/** @type {boolean} */ keep, focus = true) => {
      if (over) return;
      over = true;
      field.remove();
      if (focus) back(on);
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
  const choose = item => {
    if (!open) return;
    const { on } = open;
    close();
    run({ verb: item.dataset.verb ?? '', kind: item.dataset.kindKey }, on);
  };

  /** @param {KeyboardEvent} event @returns {boolean} whether a menu is open, and the key is for it */
  const key = event => {
    if (!open) return false;
    const list = items(open.menu), at = list.indexOf(/** @type {HTMLElement} */ (document.activeElement)), inField = document.activeElement instanceof HTMLInputElement;
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key === 'ArrowDown') list[(at + 1) % list.length]?.focus();
    else if (event.key === 'ArrowUp') list[(at - 1 + list.length) % list.length]?.focus();
    else if (event.key === 'Home' && !inField) list[0]?.focus();
    else if (event.key === 'End' && !inField) list.at(-1)?.focus();
    else if (event.key === 'Enter' && inField) { const first = list.find(item => item.dataset.kindKey); if (first) choose(first); }
    else return true;
    event.preventDefault();
    return true;
  };

  /** @param {Event} event */
  const input = event => {
    if (open && event.target instanceof HTMLInputElement && event.target.matches('[data-find]')) find(open.menu, event.target.value);
  };
  /** @param {MouseEvent} event */
  const click = event => {
    const item = event.target instanceof Element ? event.target.closest('.stepmenu button') : null;
    if (item instanceof HTMLElement) choose(item);
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
    isOpen: () => open !== null,
    dispose() {
      root.removeEventListener('input', input);
      root.removeEventListener('click', click);
      document.removeEventListener('pointerdown', outside, true);
    },
  };
}
