// @ts-check
// The outline in the browser: one stop of the Tab key, arrow keys as in any tree, and the keys of the designer. Moving about asks nobody; what changes
// something is one command, which waits while the connection is away.

import { makeQueue, makeVoice } from '../Canvas/CanvasSays.razor.js';
import { makeMenus } from './OutlineMenus.razor.js';

/** @typedef {import('../Canvas/CanvasSays.razor.js').Command} Command */
/** @typedef {import('../Canvas/CanvasSays.razor.js').Answer} Answer */
/** @typedef {{ node: string, path: string }} Place */
/** @typedef {{ root: HTMLElement, texts: Record<string, string>, voice: import('../Canvas/CanvasSays.razor.js').Voice, isReadOnly(): boolean,
 *   focus(row: HTMLElement | null | undefined): void, run(verb: string, row: HTMLElement): void, send(command: Command): Promise<Answer>,
 *   after(row: HTMLElement): Place[], beforeOf(row: HTMLElement): Place[] }} Outline */

const CLIPBOARD = 'journey-clipboard';
const LATER = 140;

/** @param {HTMLElement} root @param {import('../Canvas/CanvasSays.razor.js').Server} server @param {Record<string, string>} texts @param {string} name */
export function attach(root, server, texts, name) {
  const page = root.closest('.dzpage') ?? root;
  const voice = makeVoice(root, texts);
  const queue = makeQueue(root, server, name, voice);
  let currentId = '', currentIndex = 0, timer = 0;
  /** @type {{ what: 'move' | 'join', from: HTMLElement, nodes: string[], how: string } | null} */
  let choosing = null;
  /** @type {Set<string>} */
  const shut = new Set();

  const all = () => /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-row]')]);
  const rows = () => all().filter(row => !row.hidden);
  const isStep = (/** @type {HTMLElement} */ row) => row.dataset.row === 'step';
  const level = (/** @type {HTMLElement} */ row) => Number(row.dataset.level);
  const selected = () => all().filter(row => isStep(row) && row.getAttribute('aria-selected') === 'true').map(row => row.dataset.node ?? '');
  const current = () => rows().find(row => row.id === currentId) ?? null;
  const stepRow = (/** @type {string | null | undefined} */ id) => all().find(row => isStep(row) && row.dataset.node === id) ?? null;
  const isFixed = (/** @type {HTMLElement} */ row) => /^(accountAudience|merge|peopleMerge)$/.test(row.dataset.kind ?? '');

  /** @type {Outline} */
  const outline = /** @type {any} */ ({ root, texts, voice, isReadOnly: () => root.dataset.readonly === 'yes' });
  outline.after = row => row.dataset.afterNode ? [{ node: row.dataset.afterNode, path: row.dataset.afterPath ?? '' }] : [];
  outline.beforeOf = row => row.dataset.beforeNode ? [{ node: row.dataset.beforeNode, path: row.dataset.beforePath ?? '' }] : [];

  outline.focus = row => {
    if (!row) return;
    for (const other of root.querySelectorAll('[data-row][tabindex="0"]')) other.setAttribute('tabindex', '-1');
    row.setAttribute('tabindex', '0');
    [currentId, currentIndex] = [row.id, rows().indexOf(row)];
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
  };

  /** What is under a line that is shut is not shown; lines that came are put in order. */
  const fold = () => {
    let hiddenBelow = Infinity;
    for (const row of all()) {
      const at = level(row);
      if (at <= hiddenBelow) hiddenBelow = Infinity;
      row.hidden = hiddenBelow !== Infinity;
      if (!row.hasAttribute('aria-expanded')) continue;
      const open = !shut.has(row.id);
      row.setAttribute('aria-expanded', String(open));
      if (!open && hiddenBelow === Infinity) hiddenBelow = at;
    }
  };

  /** @param {HTMLElement} row @param {boolean} open */
  const expand = (row, open) => {
    if (open) shut.delete(row.id); else shut.add(row.id);
    fold();
  };

  /** One line is a stop of the Tab key; the focus stays in the tree when its line has gone. */
  const settle = () => {
    fold();
    const list = rows();
    if (!list.length) return;
    let row = current();
    if (!row) {
      row = stepRow(selected()[0]) ?? list[Math.min(currentIndex, list.length - 1)];
      if (row.hidden) row = list[0];
      if (currentId && document.activeElement === document.body) { outline.focus(row); return; }
    }
    for (const other of list) { const stop = other === row ? '0' : '-1'; if (other.getAttribute('tabindex') !== stop) other.setAttribute('tabindex', stop); }
  };

  outline.send = async command => {
    const chooses = /^(select|selectPath)$/.test(command.verb);
    // What a command selects stands; a choice that still waits for the last arrow key would take it back.
    if (!chooses) clearTimeout(timer);
    const answer = await queue.send(command);
    if (chooses) return answer;
    if (answer.copied) await keepCopy(answer.copied);
    if (answer.said) voice.say(answer.said, { bad: !answer.done });
    if (!answer.done) return answer;
    settle();
    const row = stepRow(answer.focus);
    if (row) {
      for (let up = parentOf(row); up; up = parentOf(up)) shut.delete(up.id);
      fold();
      if (answer.fields) { [currentId, currentIndex] = [row.id, rows().indexOf(row)]; settle(); server.invokeMethodAsync('FieldsAsync'); }
      else if (root.contains(document.activeElement) || document.activeElement === document.body) outline.focus(row);
    }
    return answer;
  };

  /** @param {string} text */
  const keepCopy = async text => {
    let shared = false;
    try { await navigator.clipboard.writeText(text); shared = true; } catch { /* Forbidden here: it goes as far as this browser. */ }
    try { localStorage.setItem(CLIPBOARD, JSON.stringify({ text, shared })); } catch { /* Storage is full or forbidden. */ }
  };

  /** @param {string} [given] @returns {Promise<string | null>} */
  const copied = async given => {
    const own = (() => { try { return JSON.parse(localStorage.getItem(CLIPBOARD) ?? 'null'); } catch { return null; } })();
    if (own && !own.shared) return own.text;
    let text = given;
    try { text ??= await navigator.clipboard.readText(); } catch { /* as above */ }
    return text?.includes('"fragment"') ? text : own?.text ?? null;
  };

  /** @param {HTMLElement} row @param {string} [given] */
  const paste = async (row, given) => {
    const text = await copied(given);
    if (text) await outline.send({ verb: 'paste', text, places: outline.after(row) }); else voice.tell('nothingCopied', { bad: true });
  };

  /** @param {HTMLElement} row */
  const parentOf = row => {
    const list = all();
    for (let at = list.indexOf(row) - 1; at >= 0; at--) if (level(list[at]) < level(row)) return list[at];
    return null;
  };

  const choose = (/** @type {HTMLElement} */ row) => {
    clearTimeout(timer);
    if (isStep(row)) return outline.send({ verb: 'select', nodes: [row.dataset.node ?? ''], how: 'only' });
    return outline.send({ verb: 'selectPath', places: [{ node: row.dataset.node ?? '', path: row.dataset.path ?? '' }] });
  };

  /** @param {HTMLElement | null | undefined} row @param {boolean} [extend] */
  const go = (row, extend = false) => {
    if (!row) return;
    outline.focus(row);
    if (choosing) return;
    clearTimeout(timer);
    if (extend && isStep(row)) outline.send({ verb: 'select', nodes: [row.dataset.node ?? ''], how: 'add' });
    // Several key presses in a row are one choice.
    else timer = window.setTimeout(() => choose(row), LATER);
  };

  /** @param {HTMLElement} row @param {number} by */
  const reorder = async (row, by) => {
    const path = row.dataset.branch ? row : parentOf(row);
    if (!path?.dataset.branch) return;
    const branches = all().filter(other => other.dataset.branch && other.dataset.node === path.dataset.node);
    const index = branches.indexOf(path) + by;
    if (index < 0 || index >= branches.length) return;
    const answer = await outline.send({ verb: 'reorder', places: [{ node: path.dataset.node ?? '', path: path.dataset.path ?? '' }], count: index });
    if (answer.done) outline.focus(/** @type {HTMLElement | null} */ (document.getElementById(path.id)));
  };

  outline.run = (verb, row) => {
    const id = row.dataset.node ?? '', chosen = selected(), nodes = chosen.length > 1 && chosen.includes(id) ? chosen : [id];
    const own = row.dataset.path ? [{ node: id, path: row.dataset.path }] : outline.after(row);
    switch (verb) {
      case 'fields': choose(row).then(() => server.invokeMethodAsync('FieldsAsync')); break;
      case 'rename': if (isStep(row)) menus.rename(row, text => outline.send({ verb: 'rename', nodes: [id], text })); break;
      case 'renamePath': menus.rename(row, text => outline.send({ verb: 'renamePath', places: own, text })); break;
      case 'add': if (outline.after(row).length) menus.openAdd(row, outline.after(row)[0]); break;
      case 'addBefore': if (outline.beforeOf(row).length) menus.openAdd(row, outline.beforeOf(row)[0]); break;
      case 'moveTo': case 'moveBranchTo':
        if (isFixed(row)) voice.tell('stays', { bad: true }); else startChoosing('move', row, nodes, verb === 'moveTo' ? 'node' : 'branch');
        break;
      case 'join': startChoosing('join', row, nodes, ''); break;
      case 'left': reorder(row, -1); break;
      case 'right': reorder(row, 1); break;
      case 'paste': paste(row); break;
      case 'duplicatePath': case 'removePath': case 'unjoin': outline.send({ verb, places: own }); break;
      default: outline.send({ verb, nodes, how: 'node' });
    }
  };

  /** Another line is chosen by keys or a click: where a step goes, or which path is joined.
   * @param {'move' | 'join'} what @param {HTMLElement} from @param {string[]} nodes @param {string} how */
  const startChoosing = (what, from, nodes, how) => {
    choosing = { what, from, nodes, how };
    root.classList.add('choosing');
    from.classList.add('chosen');
    voice.tell(what === 'move' ? 'chooseMove' : 'chooseJoin', { stays: true });
    outline.focus(from);
  };

  const stopChoosing = () => {
    choosing?.from.classList.remove('chosen');
    choosing = null;
    root.classList.remove('choosing');
    voice.say('');
  };

  /** @param {HTMLElement} row */
  const pick = row => {
    if (!choosing || row === choosing.from || !outline.after(row).length) return;
    const { what, from, nodes, how } = choosing;
    stopChoosing();
    if (what === 'move') outline.send({ verb: 'move', nodes, places: outline.after(row), how });
    else if (row.dataset.kind === 'merge' && isStep(row)) outline.send({ verb: 'joinTo', nodes: [row.dataset.node ?? ''], places: outline.after(from) });
    else outline.send({ verb: 'join', places: [...outline.after(from), ...outline.after(row)] });
  };

  const menus = makeMenus(outline);

  /** @param {KeyboardEvent} event @param {HTMLElement} row @returns {boolean} */
  const control = (event, row) => {
    const letter = event.key.toLowerCase(), writable = !outline.isReadOnly();
    if (letter === 'a') outline.send({ verb: 'select', nodes: all().filter(isStep).map(each => each.dataset.node ?? ''), how: 'only' });
    else if (letter === 'c') { if (isStep(row)) outline.run('copy', row); }
    else if (!writable) return false;
    else if (letter === 'z') outline.send({ verb: event.shiftKey ? 'redo' : 'undo', count: 1 });
    else if (letter === 'y') outline.send({ verb: 'redo', count: 1 });
    else if (letter === 'x') { if (isStep(row)) outline.run('cut', row); }
    else if (letter === 'd') outline.run(isStep(row) ? 'duplicate' : 'duplicatePath', row);
    else return false;
    return true;
  };

  /** @param {KeyboardEvent} event @param {HTMLElement} row @returns {boolean} */
  const move = (event, row) => {
    const list = rows(), at = list.indexOf(row), alt = event.altKey && !outline.isReadOnly();
    switch (event.key) {
      case 'ArrowDown': if (alt) { if (isStep(row)) outline.send({ verb: 'moveDown', nodes: [row.dataset.node ?? ''] }); else reorder(row, 1); } else go(list[at + 1], event.shiftKey); return true;
      case 'ArrowUp': if (alt) { if (isStep(row)) outline.send({ verb: 'moveUp', nodes: [row.dataset.node ?? ''] }); else reorder(row, -1); } else go(list[at - 1], event.shiftKey); return true;
      case 'ArrowRight':
        if (alt) reorder(row, 1);
        else if (row.getAttribute('aria-expanded') === 'false') expand(row, true);
        else if (row.hasAttribute('aria-expanded')) go(list[at + 1]);
        return true;
      case 'ArrowLeft':
        if (alt) reorder(row, -1);
        else if (row.getAttribute('aria-expanded') === 'true') expand(row, false);
        else go(parentOf(row));
        return true;
      case 'Home': go(list[0]); return true;
      case 'End': go(list.at(-1)); return true;
    }
    return false;
  };

  /** @param {KeyboardEvent} event @param {HTMLElement} row @returns {boolean} */
  const plain = (event, row) => {
    if (move(event, row)) return true;
    const writable = !outline.isReadOnly();
    switch (event.key) {
      case 'Enter': case ' ':
        if (choosing) pick(row);
        else if (event.key === 'Enter') outline.run('fields', row);
        else choose(row);
        return true;
      case 'Escape':
        if (choosing) { stopChoosing(); voice.tell('cancelled'); } else outline.send({ verb: 'select', nodes: [] });
        return true;
      case 'ContextMenu': if (writable) menus.openFor(row, row); return true;
      case 'F10': if (!event.shiftKey) return false; if (writable) menus.openFor(row, row); return true;
    }
    if (!writable) return false;
    switch (event.key) {
      case '+': outline.run('add', row); return true;
      case 'F2': outline.run(isStep(row) ? 'rename' : 'renamePath', row); return true;
      case 'Delete': case 'Backspace': outline.run(isStep(row) ? 'delete' : row.dataset.into ? 'unjoin' : 'removePath', row); return true;
      case 'm': case 'M': if (isStep(row)) outline.run('moveTo', row); return true;
      case 'j': case 'J': outline.run('join', row); return true;
    }
    return false;
  };

  /** @param {KeyboardEvent} event */
  const key = event => {
    if (menus.key(event)) return;
    const row = event.target instanceof HTMLElement && event.target.matches('[data-row]') ? event.target : null;
    if (!row) return;
    const used = event.ctrlKey || event.metaKey ? !event.altKey && control(event, row) : plain(event, row);
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** @param {MouseEvent} event */
  const click = event => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (!target || target.closest('.olmenu, input')) return;
    if (target.closest('[data-first]')) { outline.send({ verb: 'insert', text: 'accountAudience' }); return; }
    const row = /** @type {HTMLElement | null} */ (target.closest('[data-row]'));
    if (!row) return;
    const button = target.closest('button');
    if (target.closest('[data-twist]') && row.hasAttribute('aria-expanded')) { outline.focus(row); expand(row, shut.has(row.id)); return; }
    outline.focus(row);
    if (choosing) pick(row);
    else if (button?.hasAttribute('data-add')) outline.run('add', row);
    else if (button?.hasAttribute('data-menu-of')) menus.openFor(row, button);
    else if (isStep(row) && (event.ctrlKey || event.metaKey || event.shiftKey)) outline.send({ verb: 'select', nodes: [row.dataset.node ?? ''], how: event.shiftKey ? 'add' : 'toggle' });
    else choose(row);
  };

  /** @param {MouseEvent} event */
  const context = event => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    if (!(row instanceof HTMLElement) || outline.isReadOnly()) return;
    event.preventDefault();
    outline.focus(row);
    menus.openFor(row, row);
  };

  /** @param {ClipboardEvent} event */
  const pasted = event => {
    const row = document.activeElement instanceof HTMLElement && root.contains(document.activeElement) && document.activeElement.matches('[data-row]') ? document.activeElement : null;
    if (!row || outline.isReadOnly()) return;
    event.preventDefault();
    paste(row, event.clipboardData?.getData('text/plain') || undefined);
  };

  /** Esc in a field of the pane goes back to the line; undo is undo wherever the focus is, but in a field. @param {Event} event */
  const elsewhere = event => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || !(event.target instanceof HTMLElement) || root.contains(event.target)) return;
    if (event.key === 'Escape' && event.target.closest('.props')) outline.focus(current() ?? rows()[0]);
    const letter = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (letter !== 'z' && letter !== 'y') || outline.isReadOnly() || event.target.closest('.props, dialog, .rz-dialog, input, textarea, select')) return;
    event.preventDefault();
    outline.send({ verb: letter === 'y' || event.shiftKey ? 'redo' : 'undo', count: 1 });
  };

  const changes = new MutationObserver(() => settle());
  changes.observe(root, { childList: true, subtree: true });

  /** @type {[EventTarget, string, (event: any) => void][]} */
  const listeners = [[root, 'keydown', key], [root, 'click', click], [root, 'contextmenu', context], [document, 'paste', pasted], [page, 'keydown', elsewhere]];
  for (const [on, type, what] of listeners) on.addEventListener(type, what);
  settle();
  queue.recover();
  root.dataset.ready = 'yes';

  return {
    /** @param {string} id */
    focusOn(id) { outline.focus(stepRow(id) ?? rows()[0]); },
    dispose() {
      clearTimeout(timer);
      changes.disconnect();
      for (const [on, type, what] of listeners) on.removeEventListener(type, what);
      menus.dispose();
      queue.dispose();
      voice.dispose();
    },
  };
}
