// @ts-check
// The outline in the browser: one stop of the Tab key, arrow keys as in any tree, and the keys of the designer. Moving about asks nobody; what changes
// something is one command, which waits while the connection is away.

import { copied, makeQueue, makeVoice } from '../Canvas/CanvasSays.razor.js';
import { isFixedKind, makeStepMenus, withoutOfStep } from '../Menus/StepMenus.razor.js';

/** @typedef {import('../Canvas/CanvasSays.razor.js').Command} Command */
/** @typedef {import('../Canvas/CanvasSays.razor.js').Answer} Answer */
/** @typedef {{ node: string, path: string }} Place */
/** @typedef {{ what: 'move' | 'join', from: HTMLElement, nodes: string[], how: string, chosen: HTMLElement[] }} Choosing */
/** @typedef {{ row: HTMLElement, place: Place | null }} On */

const LATER = 140;

/** @param {HTMLElement} root @param {import('../Canvas/CanvasSays.razor.js').Server} server @param {Record<string, string>} texts @param {string} name */
export function attach(root, server, texts, name) {
  const page = root.closest('.dzpage') ?? root;
  const voice = makeVoice(root, texts);
  const queue = makeQueue(root, server, name, voice);
  let currentId = '', currentIndex = 0, timer = 0;
  /** @type {Choosing | null} */
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
  const isReadOnly = () => root.dataset.readonly === 'yes';
  /** @param {HTMLElement} row @returns {Place[]} */
  const after = row => row.dataset.afterNode ? [{ node: row.dataset.afterNode, path: row.dataset.afterPath ?? '' }] : [];
  /** @param {HTMLElement} row @returns {Place[]} */
  const before = row => row.dataset.beforeNode ? [{ node: row.dataset.beforeNode, path: row.dataset.beforePath ?? '' }] : [];

  /** @param {HTMLElement | null | undefined} row */
  const focus = row => {
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
      if (currentId && document.activeElement === document.body) { focus(row); return; }
    }
    for (const other of list) { const stop = other === row ? '0' : '-1'; if (other.getAttribute('tabindex') !== stop) other.setAttribute('tabindex', stop); }
  };

  /** @param {Command} command @returns {Promise<Answer>} */
  const send = async command => {
    const chooses = /^(select|selectPath)$/.test(command.verb);
    // What a command selects stands; a choice that still waits for the last arrow key would take it back.
    if (!chooses) clearTimeout(timer);
    const answer = await queue.send(command);
    if (chooses) return answer;
    if (!answer.done) return answer;
    settle();
    const row = stepRow(answer.focus);
    if (row) {
      for (let up = parentOf(row); up; up = parentOf(up)) shut.delete(up.id);
      fold();
      if (answer.fields) { [currentId, currentIndex] = [row.id, rows().indexOf(row)]; settle(); server.invokeMethodAsync('FieldsAsync'); }
      else if (root.contains(document.activeElement) || document.activeElement === document.body) focus(row);
    }
    return answer;
  };

  /** @param {HTMLElement} row @param {string} [given] */
  const paste = async (row, given) => {
    const text = await copied(given);
    if (text) await send({ verb: 'paste', text, places: after(row) }); else voice.tell('nothingCopied', { bad: true });
  };

  /** @param {HTMLElement} row */
  const parentOf = row => {
    const list = all();
    for (let at = list.indexOf(row) - 1; at >= 0; at--) if (level(list[at]) < level(row)) return list[at];
    return null;
  };

  const choose = (/** @type {HTMLElement} */ row) => {
    clearTimeout(timer);
    if (isStep(row)) return send({ verb: 'select', nodes: [row.dataset.node ?? ''], how: 'only' });
    return send({ verb: 'selectPath', places: [{ node: row.dataset.node ?? '', path: row.dataset.path ?? '' }] });
  };

  /** @param {HTMLElement | null | undefined} row @param {boolean} [extend] */
  const go = (row, extend = false) => {
    if (!row) return;
    focus(row);
    if (choosing) return;
    clearTimeout(timer);
    if (extend && isStep(row)) send({ verb: 'select', nodes: [row.dataset.node ?? ''], how: 'add' });
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
    const answer = await send({ verb: 'reorder', places: [{ node: path.dataset.node ?? '', path: path.dataset.path ?? '' }], count: index });
    if (answer.done) focus(/** @type {HTMLElement | null} */ (document.getElementById(path.id)));
  };

  /** The ends of all selected steps come together; the end of one with lines that are chosen then. @param {HTMLElement} row @param {string[]} nodes */
  const join = (row, nodes) => {
    const inner = nodes.flatMap(id => before(stepRow(id) ?? row)).map(place => `${place.node}/${place.path}`);
    const ends = isStep(row) ? nodes.flatMap(id => after(stepRow(id) ?? row)).filter(place => !inner.includes(`${place.node}/${place.path}`)) : [];
    if (ends.length > 1) send({ verb: 'join', places: ends }); else startChoosing({ what: 'join', from: row, nodes, how: '', chosen: [] });
  };

  /** @param {string} verb @param {HTMLElement} row */
  const run = (verb, row) => {
    const id = row.dataset.node ?? '', chosen = selected(), nodes = chosen.length > 1 && chosen.includes(id) ? chosen : [id];
    const own = row.dataset.path ? [{ node: id, path: row.dataset.path }] : after(row);
    switch (verb) {
      case 'fields': choose(row).then(() => server.invokeMethodAsync('FieldsAsync')); break;
      case 'rename': case 'renamePath': rename(row, verb, own); break;
      case 'add': openAdd(row, after(row)); break;
      case 'addBefore': openAdd(row, before(row)); break;
      case 'moveTo': case 'moveBranchTo':
        if (isFixedKind(row.dataset.kind ?? '')) voice.tell('stays', { bad: true });
        else startChoosing({ what: 'move', from: row, nodes, how: verb === 'moveTo' ? 'node' : 'branch', chosen: [] });
        break;
      case 'join': join(row, nodes); break;
      case 'left': reorder(row, -1); break;
      case 'right': reorder(row, 1); break;
      case 'paste': paste(row); break;
      case 'duplicatePath': case 'removePath': case 'unjoin': send({ verb, places: own }); break;
      default: send({ verb, nodes, how: 'node' });
    }
  };

  /** Another line is chosen by keys or a click: where a step goes, or which paths are joined. @param {Choosing} what */
  const startChoosing = what => {
    choosing = what;
    root.classList.add('choosing');
    // Not a class: the page writes those of a line anew when it is selected.
    what.from.toggleAttribute('data-chosen', true);
    voice.tell(what.what === 'move' ? 'chooseMove' : 'chooseJoin', { stays: true });
    focus(what.from);
  };

  const stopChoosing = () => {
    for (const row of choosing ? [choosing.from, ...choosing.chosen] : []) row.toggleAttribute('data-chosen', false);
    choosing = null;
    root.classList.remove('choosing');
    voice.say('');
  };

  /** @param {HTMLElement} row @param {boolean} more further lines follow */
  const pick = (row, more) => {
    if (!choosing || row === choosing.from || !after(row).length) return;
    const { what, from, nodes, how, chosen } = choosing, at = chosen.indexOf(row);
    if (more && what === 'join') {
      if (at < 0) chosen.push(row); else chosen.splice(at, 1);
      row.toggleAttribute('data-chosen', at < 0);
      voice.tell('chooseJoinMore', { stays: true }, chosen.length + 1);
      return;
    }
    if (at < 0) chosen.push(row);
    stopChoosing();
    if (what === 'move') { send({ verb: 'move', nodes, places: after(row), how }); return; }
    // Paths that end go to a merge that is among the lines; else a merge is made for them all.
    const merge = chosen.find(each => each.dataset.kind === 'merge' && isStep(each)), places = [from, ...chosen.filter(each => each !== merge)].flatMap(after);
    send(merge ? { verb: 'joinTo', nodes: [merge.dataset.node ?? ''], places } : { verb: 'join', places });
  };

  /** @type {ReturnType<typeof makeStepMenus<On>>} */
  const menus = makeStepMenus(root, texts.name, {
    frame: () => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight }),
    back: on => focus(on.row),
    run: ({ verb, kind }, { row, place }) => { if (kind && place) send({ verb: 'insert', text: kind, places: [place] }); else run(verb, row); },
  });

  /** @param {HTMLElement} row @param {Place[]} places */
  const openAdd = (row, [place]) => { if (place) menus.openAdd({ row, place }, row, row.dataset.people === 'yes'); };

  /** @param {HTMLElement} row @param {HTMLElement} near */
  const openFor = (row, near) => {
    const kind = row.dataset.kind ?? '', people = row.dataset.people === 'yes', branch = Boolean(row.dataset.branch), joins = row.dataset.row === 'joins';
    const several = branch && root.querySelectorAll(`[data-branch][data-node="${CSS.escape(row.dataset.node ?? '')}"]`).length > 1;
    if (isStep(row)) menus.openFor('node', { row, place: null }, near, withoutOfStep({ kind, people, before: before(row).length > 0, after: after(row).length > 0 }));
    else menus.openFor('path', { row, place: null }, near, {
      left: !several, right: !several, duplicatePath: !branch, renamePath: joins, paste: joins, removePath: joins, join: people || joins, unjoin: people || !joins,
    });
  };

  /** @param {HTMLElement} row @param {string} verb @param {Place[]} places */
  const rename = (row, verb, places) => {
    if (row.dataset.row === 'joins') return;
    const near = /** @type {HTMLElement} */ (row.querySelector('.olname, .olpath') ?? row);
    menus.rename(near, { row, place: null }, row.dataset.name ?? '', text => send({ verb, nodes: isStep(row) ? [row.dataset.node ?? ''] : [], places, text }));
  };

  /** @param {KeyboardEvent} event @param {HTMLElement} row @returns {boolean} */
  const control = (event, row) => {
    const letter = event.key.toLowerCase(), writable = !isReadOnly();
    if (letter === 'a') send({ verb: 'select', nodes: all().filter(isStep).map(each => each.dataset.node ?? ''), how: 'only' });
    else if (letter === 'c') { if (isStep(row)) run('copy', row); }
    else if (!writable) return false;
    else if (letter === 'z') send({ verb: event.shiftKey ? 'redo' : 'undo', count: 1 });
    else if (letter === 'y') send({ verb: 'redo', count: 1 });
    else if (letter === 'x') { if (isStep(row)) run('cut', row); }
    else if (letter === 'd') run(isStep(row) ? 'duplicate' : 'duplicatePath', row);
    else return false;
    return true;
  };

  /** @param {KeyboardEvent} event @param {HTMLElement} row @returns {boolean} */
  const move = (event, row) => {
    const list = rows(), at = list.indexOf(row), alt = event.altKey && !isReadOnly();
    switch (event.key) {
      case 'ArrowDown': if (alt) { if (isStep(row)) send({ verb: 'moveDown', nodes: [row.dataset.node ?? ''] }); else reorder(row, 1); } else go(list[at + 1], event.shiftKey); return true;
      case 'ArrowUp': if (alt) { if (isStep(row)) send({ verb: 'moveUp', nodes: [row.dataset.node ?? ''] }); else reorder(row, -1); } else go(list[at - 1], event.shiftKey); return true;
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
    const writable = !isReadOnly();
    switch (event.key) {
      case 'Enter': case ' ':
        if (choosing) pick(row, event.key === ' ');
        else if (event.key === 'Enter') run('fields', row);
        else choose(row);
        return true;
      case 'Escape':
        if (choosing) { stopChoosing(); voice.tell('cancelled'); } else send({ verb: 'select', nodes: [] });
        return true;
      case 'ContextMenu': if (writable) openFor(row, row); return true;
      case 'F10': if (!event.shiftKey) return false; if (writable) openFor(row, row); return true;
    }
    if (!writable) return false;
    switch (event.key) {
      case '+': run('add', row); return true;
      case 'F2': run(isStep(row) ? 'rename' : 'renamePath', row); return true;
      case 'Delete': case 'Backspace': run(isStep(row) ? 'delete' : row.dataset.into ? 'unjoin' : 'removePath', row); return true;
      case 'm': case 'M': if (isStep(row)) run('moveTo', row); return true;
      case 'j': case 'J': run('join', row); return true;
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
    if (!target || target.closest('.stepmenu, input')) return;
    if (target.closest('[data-first]')) { send({ verb: 'insert', text: 'accountAudience' }); return; }
    const row = /** @type {HTMLElement | null} */ (target.closest('[data-row]'));
    if (!row) return;
    const button = target.closest('button');
    if (target.closest('[data-twist]') && row.hasAttribute('aria-expanded')) { focus(row); expand(row, shut.has(row.id)); return; }
    focus(row);
    if (choosing) pick(row, event.ctrlKey || event.metaKey || event.shiftKey);
    else if (button?.hasAttribute('data-add')) run('add', row);
    else if (button?.hasAttribute('data-menu-of')) openFor(row, button);
    else if (isStep(row) && (event.ctrlKey || event.metaKey || event.shiftKey)) send({ verb: 'select', nodes: [row.dataset.node ?? ''], how: event.shiftKey ? 'add' : 'toggle' });
    else choose(row);
  };

  /** @param {MouseEvent} event */
  const context = event => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    if (!(row instanceof HTMLElement) || isReadOnly()) return;
    event.preventDefault();
    focus(row);
    openFor(row, row);
  };

  /** @param {ClipboardEvent} event */
  const pasted = event => {
    const row = document.activeElement instanceof HTMLElement && root.contains(document.activeElement) && document.activeElement.matches('[data-row]') ? document.activeElement : null;
    if (!row || isReadOnly()) return;
    event.preventDefault();
    paste(row, event.clipboardData?.getData('text/plain') || undefined);
  };

  /** Esc in a field of the pane goes back to the line; undo is undo wherever the focus is, but in a field. @param {Event} event */
  const elsewhere = event => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || !(event.target instanceof HTMLElement) || root.contains(event.target)) return;
    if (event.key === 'Escape' && event.target.closest('.props')) focus(current() ?? rows()[0]);
    const letter = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (letter !== 'z' && letter !== 'y') || isReadOnly() || event.target.closest('.props, dialog, .rz-dialog, input, textarea, select')) return;
    event.preventDefault();
    send({ verb: letter === 'y' || event.shiftKey ? 'redo' : 'undo', count: 1 });
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
    focusOn(id) { focus(stepRow(id) ?? rows()[0]); },
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
