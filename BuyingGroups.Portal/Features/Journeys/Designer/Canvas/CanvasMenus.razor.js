// @ts-check
// The menus of "+", step and path, and what they start: choosing a place instead of dragging, renaming in place.

import { isFixed, placeFor } from './CanvasStep.razor.js';
import { placesFor } from '../Palette/StepPalette.razor.js';

/** @typedef {import('./CanvasStep.razor.js').Way} Way */
/** @typedef {import('./CanvasStep.razor.js').Step} Step */
/** @typedef {import('./JourneyCanvas.razor.js').Canvas} Canvas */
/** @typedef {import('../Palette/StepPalette.razor.js').Load} Load */

/** @typedef {{ menu: HTMLElement, way: Way | null, step: Step | null, opener: HTMLElement | null }} Open */

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

/** @param {Canvas} canvas */
export function makeMenus(canvas) {
  const { root, texts } = canvas;
  /** @type {Open | null} */
  let open = null;
  /** @type {{ load: Load | null, ways: Way[], chosen: Way[], finish: (way: Way) => void, join: boolean } | null} */
  let choosing = null;

  /** @param {string} name */
  const menuOf = name => /** @type {HTMLElement | null} */ (root.querySelector(`[data-menu="${name}"]`));
  /** @param {HTMLElement} menu */
  const items = menu => /** @type {HTMLElement[]} */ ([...menu.querySelectorAll('button')].filter(item => !item.hidden && !item.disabled && item.getClientRects().length > 0));

  /** @param {HTMLElement} menu @param {HTMLElement} near */
  const place = (menu, near) => {
    menu.hidden = false;
    canvas.view.measure();
    const box = canvas.view.box(), at = near.getBoundingClientRect(), own = menu.getBoundingClientRect();
    const below = at.bottom + 6 + own.height < box.bottom;
    const x = Math.max(8, Math.min(box.width - own.width - 8, at.left - box.left + at.width / 2 - 24));
    const y = below ? at.bottom - box.top + 6 : Math.max(8, Math.min(box.height - own.height - 8, at.top - box.top - own.height - 6));
    menu.style.left = `${x}px`;
    menu.style.top = `${y}px`;
  };

  const close = (focus = true) => {
    if (!open) return;
    const { menu, opener } = open;
    open = null;
    menu.hidden = true;
    if (focus) opener?.focus({ preventScroll: true });
  };

  /** The palette as a menu. @param {Way} way @param {HTMLElement} near */
  const openAdd = (way, near) => {
    const menu = menuOf('add');
    if (!menu) return;
    close(false);
    stopChoosing();
    open = { menu, way, step: null, opener: way.plus ?? near };
    for (const item of menu.querySelectorAll('[data-kind-key]')) if (item instanceof HTMLElement)
      item.toggleAttribute('data-unfit', item.dataset.kindKey === 'accountAudience' || (way.people && item.dataset.people !== 'yes'));
    const field = /** @type {HTMLInputElement} */ (menu.querySelector('[data-find]'));
    field.value = '';
    find(menu, '');
    const join = menu.querySelector('[data-path-verb="join"]');
    if (join instanceof HTMLElement) join.hidden = way.people;
    place(menu, near);
    field.focus({ preventScroll: true });
  };

  /** @param {Step} step @param {HTMLElement} near */
  const openNode = (step, near) => {
    const menu = menuOf('node');
    if (!menu) return;
    close(false);
    stopChoosing();
    const fixed = isFixed(step), ways = canvas.drawing.out.get(step.id) ?? [];
    /** @type {Record<string, boolean>} */
    const without = {
      moveTo: fixed, moveBranchTo: fixed, moveUp: fixed, moveDown: fixed, duplicate: fixed, copy: fixed, cut: fixed,
      add: ways.length === 0, addPath: !/^(split|variant)/.test(step.kind), delete: step.kind === 'peopleMerge',
    };
    for (const item of menu.querySelectorAll('[data-verb]')) if (item instanceof HTMLElement) item.hidden = without[item.dataset.verb ?? ''] === true;
    show(menu, { menu, way: null, step, opener: step.el }, near);
  };

  /** @param {Way} way @param {HTMLElement} near */
  const openPath = (way, near) => {
    const menu = menuOf('path');
    if (!menu) return;
    close(false);
    stopChoosing();
    const several = (canvas.drawing.out.get(way.from) ?? []).filter(other => other.branch).length > 1;
    const merges = way.to !== null && canvas.drawing.steps.get(way.to)?.kind === 'merge';
    /** @type {Record<string, boolean>} */
    const without = {
      left: !way.branch || !several, right: !way.branch || !several, renamePath: !way.label, duplicatePath: !way.branch,
      removePath: !way.label, join: way.people, unjoin: !merges,
    };
    for (const item of menu.querySelectorAll('[data-verb]')) if (item instanceof HTMLElement) item.hidden = without[item.dataset.verb ?? ''] === true;
    show(menu, { menu, way, step: null, opener: way.plus ?? near }, near);
  };

  /** @param {HTMLElement} menu @param {Open} state @param {HTMLElement} near */
  const show = (menu, state, near) => {
    open = state;
    for (const line of menu.querySelectorAll('hr')) {
      // A line between two groups, not after an empty one.
      let before = line.previousElementSibling;
      while (before instanceof HTMLElement && before.hidden) before = before.previousElementSibling;
      line.hidden = !before || before.tagName === 'HR';
    }
    place(menu, near);
    items(menu)[0]?.focus({ preventScroll: true });
  };

  /** A place is chosen by a click or by Enter, not by a drag.
   * @param {Load} load @param {string} text @param {(way: Way) => void} finish @param {{ alt: boolean, copy: boolean }} keys */
  const choose = (load, text, finish, keys) => {
    close(false);
    stopChoosing();
    canvas.refresh();
    const ways = placesFor(canvas, load, keys).filter(each => each.legal).map(each => each.way);
    if (!ways.length) { canvas.voice.tell('noPlace', { bad: true }); return; }
    choosing = { load, ways, chosen: [], finish, join: false };
    root.classList.add('choosing');
    for (const way of ways) way.plus?.classList.add('can');
    canvas.voice.tell(text, { stays: true });
    const near = ways.find(way => way.from === canvas.current()?.id) ?? ways[0];
    canvas.focusOn(near.plus);
  };

  /** Joins paths, one after the other. @param {Way} first */
  const startJoin = first => {
    choose({ what: 'end', way: first, source: first.plus ?? root }, 'chooseJoin', () => { }, { alt: false, copy: false });
    if (!choosing) return;
    choosing.join = true;
    choosing.chosen = [first];
    first.plus?.classList.add('chosen');
  };

  const stopChoosing = () => {
    if (!choosing) return false;
    for (const way of choosing.ways) way.plus?.classList.remove('can', 'chosen');
    for (const way of choosing.chosen) way.plus?.classList.remove('chosen');
    choosing = null;
    root.classList.remove('choosing');
    canvas.voice.say('');
    return true;
  };

  /** @param {Way} way */
  const pick = way => {
    if (!choosing) return;
    if (!choosing.ways.some(each => each.from === way.from && each.key === way.key)) return;
    if (!choosing.join) {
      const { finish } = choosing;
      stopChoosing();
      finish(way);
      return;
    }
    const at = choosing.chosen.indexOf(way);
    if (at > 0) choosing.chosen.splice(at, 1); else choosing.chosen.push(way);
    way.plus?.classList.toggle('chosen', at < 0);
    canvas.voice.tell('chooseJoinMore', { stays: true }, choosing.chosen.length);
    // Two open paths are what is meant nearly always; further ones are joined to the merge afterwards.
    if (choosing.chosen.length === 2) finishJoin();
  };

  const finishJoin = () => {
    if (!choosing?.join || choosing.chosen.length < 2) return;
    const places = choosing.chosen.map(placeFor);
    stopChoosing();
    canvas.send({ verb: 'join', places });
  };

  /** A name is typed where it stands. @param {HTMLElement} el @param {string} value @param {(text: string) => void} done */
  const rename = (el, value, done) => {
    const field = document.createElement('input');
    field.className = 'in sm cvname';
    field.maxLength = 100;
    field.value = value;
    field.setAttribute('aria-label', texts.name);
    const at = el.getBoundingClientRect(), box = canvas.view.box();
    field.style.left = `${at.left - box.left}px`;
    field.style.top = `${at.top - box.top + at.height / 2 - 15}px`;
    field.style.width = `${Math.max(140, at.width)}px`;
    root.append(field);
    let over = false;
    const end = (/** @type {boolean} */ keep) => {
      if (over) return;
      over = true;
      field.remove();
      el.focus({ preventScroll: true });
      if (keep && field.value.trim() !== value) done(field.value.trim());
    };
    field.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.key === 'Enter') end(true);
      if (event.key === 'Escape') end(false);
    });
    field.addEventListener('blur', () => end(true));
    field.focus();
    field.select();
  };

  /** @param {HTMLElement} item */
  const run = item => {
    if (!open) return;
    const { way, step } = open;
    const kind = item.dataset.kindKey, verb = item.dataset.verb ?? item.dataset.pathVerb ?? '';
    close();
    if (kind && way) { canvas.send({ verb: 'insert', text: kind, places: [placeFor(way)] }); return; }
    if (step) canvas.stepVerb(verb, step);
    else if (way) canvas.wayVerb(verb, way);
  };

  /** @param {KeyboardEvent} event @returns {boolean} */
  const key = event => {
    if (!open) return false;
    const list = items(open.menu), at = list.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const inField = document.activeElement instanceof HTMLInputElement;
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
    const item = event.target instanceof Element ? event.target.closest('.cvmenu button') : null;
    if (item instanceof HTMLElement) run(item);
  };
  root.addEventListener('input', input);
  root.addEventListener('click', click);

  return {
    openAdd, openNode, openPath, close, key, choose, startJoin, pick, finishJoin, stopChoosing, rename,
    isOpen: () => open !== null,
    isChoosing: () => choosing !== null,
    choices: () => choosing?.ways ?? [],
    dispose() { root.removeEventListener('input', input); root.removeEventListener('click', click); },
  };
}

/** @typedef {ReturnType<typeof makeMenus>} Menus */
