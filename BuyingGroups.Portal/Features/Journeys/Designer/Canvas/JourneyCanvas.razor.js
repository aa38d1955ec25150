// @ts-check
// The canvas in the browser: what the pointer does, and what the parts beside this file do with it. Nothing is sent while the pointer moves; a click, a
// drop or a key is one command.

import { isFixed, placeFor, read, wayOf } from './CanvasStep.razor.js';
import { makeView } from './CanvasView.razor.js';
import { copied, makeQueue, makeVoice } from './CanvasSays.razor.js';
import { makeMenus } from './CanvasMenus.razor.js';
import { makePointer } from './CanvasPointer.razor.js';
import { find } from '../Menus/StepMenus.razor.js';
import { makeDragging } from '../Palette/StepPalette.razor.js';
import { makeKeys } from '../Keys/DesignerKeys.razor.js';

/** @typedef {import('./CanvasStep.razor.js').Drawing} Drawing */
/** @typedef {import('./CanvasStep.razor.js').Step} Step */
/** @typedef {import('./CanvasStep.razor.js').Way} Way */
/** @typedef {import('./CanvasSays.razor.js').Command} Command */
/** @typedef {import('./CanvasSays.razor.js').Answer} Answer */
/** @typedef {{ root: HTMLElement, world: HTMLElement, texts: Record<string, string>, drawing: Drawing, view: import('./CanvasView.razor.js').View,
 *   voice: import('./CanvasSays.razor.js').Voice, menus: import('./CanvasMenus.razor.js').Menus, dragging: import('../Palette/StepPalette.razor.js').Dragging,
 *   send(command: Command): Promise<Answer>, sendSoon(command: Command): void, refresh(): void, selected(): string[], current(): Step | null, focusOn(el: HTMLElement | null): void, isReadOnly(): boolean,
 *   isPeopleKind(kind: string): boolean, stepVerb(verb: string, step: Step | null): void, wayVerb(verb: string, way: Way): void, reorder(way: Way, index: number): void }} Canvas */

const LARGE = 100; // steps from which nothing glides: each would be a layer of its own
const SOON = 140; // several presses of an arrow key are one choice

/** @param {HTMLElement} root @param {import('./CanvasSays.razor.js').Server} server @param {Record<string, string>} texts @param {string} name */
export function attach(root, server, texts, name) {
  const world = /** @type {HTMLElement} */ (root.querySelector('[data-world]'));
  const page = root.closest('.dzpage') ?? root.parentElement ?? root;
  // Both come and go with the simulation: they are looked for when they are needed.
  const palette = () => page.querySelector('[data-palette]');
  const more = () => /** @type {HTMLElement | null} */ (world.querySelector('[data-more]'));
  let stale = false, currentId = '', soon = 0;
  let space = false;

  const voice = makeVoice(root, texts);
  const queue = makeQueue(root, server, name, voice);

  /** @type {Canvas} */
  const canvas = /** @type {any} */ ({
    root, world, texts, voice, drawing: read(world),
    isReadOnly: () => root.dataset.readonly === 'yes',
    isPeopleKind: (/** @type {string} */ kind) => page.querySelector(`[data-kind-key="${CSS.escape(kind)}"][data-people]`) !== null,
    selected: () => [...world.querySelectorAll('[data-node][aria-pressed=true]')].map(el => /** @type {HTMLElement} */ (el).dataset.node ?? ''),
    current: () => canvas.drawing.steps.get(currentId) ?? canvas.drawing.steps.get(canvas.selected()[0] ?? '') ?? null,
  });

  /** The drawing is read again after the server has changed it, when it is needed. */
  canvas.refresh = () => {
    if (!stale) return;
    stale = false;
    const wasEmpty = canvas.drawing.steps.size === 0;
    canvas.drawing = read(world);
    if (wasEmpty && canvas.drawing.steps.size > 0) canvas.view.fit(false, 0.75);
    root.classList.toggle('large', canvas.drawing.steps.size > LARGE);
    const start = palette()?.querySelector('[data-kind-key="accountAudience"]');
    start?.toggleAttribute('data-unfit', canvas.drawing.start !== null);
    const list = palette(), field = list?.querySelector('[data-find]');
    if (list && start) find(list, field instanceof HTMLInputElement ? field.value : '');
    oneStop();
    canvas.view.redraw();
    showMore();
  };

  /** One element of the canvas is a stop of the Tab key: where the focus was last, else what is selected, else the start. */
  const oneStop = () => {
    const stops = [...world.querySelectorAll('[tabindex="0"]')];
    const focused = document.activeElement instanceof HTMLElement && world.contains(document.activeElement) ? document.activeElement : null;
    const stop = focused ?? canvas.current()?.el ?? canvas.drawing.steps.get(canvas.drawing.start ?? '')?.el ?? canvas.drawing.steps.values().next().value?.el;
    for (const other of stops) if (other !== stop) other.setAttribute('tabindex', '-1');
    stop?.setAttribute('tabindex', '0');
  };

  const showMore = () => {
    const button = more();
    if (!button) return;
    const chosen = canvas.selected(), step = chosen.length === 1 ? canvas.drawing.steps.get(chosen[0]) : undefined;
    button.hidden = !step || step.kind === 'peopleMerge' || canvas.isReadOnly();
    if (step) button.style.translate = `${step.x + step.w - 26}px ${step.y + step.h / 2 - 14}px`;
  };

  canvas.focusOn = el => {
    if (!el) return;
    if (el.dataset.node) currentId = el.dataset.node;
    for (const other of world.querySelectorAll('[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    el.setAttribute('tabindex', '0');
    el.focus({ preventScroll: true });
    const step = canvas.drawing.steps.get(el.dataset.node ?? ''), way = wayOf(canvas.drawing, el);
    if (step) canvas.view.show(step, false);
    else if (way) canvas.view.show({ x: way.x - 60, y: way.y - 30, w: 120, h: 60 }, false);
  };

  /** Sends a command and goes on where its answer says. */
  canvas.send = async command => {
    clearTimeout(soon);
    const answer = await queue.send(command);
    canvas.refresh();
    if (/^(select|selectPath|fields)$/.test(command.verb)) { showMore(); return answer; }
    if (!answer.done) return answer;
    const step = canvas.drawing.steps.get(answer.focus ?? '');
    if (step) {
      canvas.view.show(step, false);
      currentId = step.id;
      // The server brings the focus into the fields of what was inserted.
      if (!answer.fields && (root.contains(document.activeElement) || document.activeElement === document.body)) canvas.focusOn(step.el);
    }
    return answer;
  };

  canvas.sendSoon = command => {
    clearTimeout(soon);
    soon = window.setTimeout(() => canvas.send(command), SOON);
  };

  /** @param {{ nodes?: string[], places?: { node: string, path: string }[] }} where @param {string} [given] */
  const paste = async (where, given) => {
    const text = await copied(given);
    if (text) await canvas.send({ verb: 'paste', text, ...where }); else voice.tell('nothingCopied', { bad: true });
  };

  canvas.reorder = async (way, index) => {
    const answer = await canvas.send({ verb: 'reorder', places: [placeFor(way)], count: index });
    if (answer.done) canvas.focusOn(canvas.drawing.out.get(way.from)?.find(other => other.key === way.key)?.plus ?? null);
  };

  /** The ends of all selected steps come together; the end of one with paths that are chosen then. @param {Step} step @param {string[]} nodes */
  const join = (step, nodes) => {
    const ends = nodes.map(id => canvas.drawing.out.get(id)?.[0]).filter(way => way && !nodes.includes(way.to ?? ''));
    if (ends.length > 1) canvas.send({ verb: 'join', places: ends.map(way => placeFor(/** @type {Way} */ (way))) });
    else { const own = canvas.drawing.out.get(step.id)?.[0]; if (own) canvas.wayVerb('join', own); }
  };

  canvas.stepVerb = (verb, step) => {
    if (!step) return;
    const chosen = canvas.selected(), nodes = chosen.length > 1 && chosen.includes(step.id) ? chosen : [step.id];
    /** @param {'node' | 'branch'} how */
    const moveTo = how => canvas.menus.choose({ what: 'steps', nodes, source: step.el }, 'chooseMove',
      ([way]) => canvas.send({ verb: 'move', nodes, places: [placeFor(way)], how }), { alt: how === 'node' });
    switch (verb) {
      case 'choose': canvas.send({ verb: 'select', nodes: [step.id], how: 'only' }); break;
      case 'fields': canvas.send({ verb: 'fields', nodes: [step.id], how: 'only' }); break;
      case 'rename': canvas.menus.rename(step.el, step.el.querySelector('.tt')?.textContent ?? '', text => canvas.send({ verb: 'rename', nodes: [step.id], text })); break;
      case 'add': { const way = canvas.drawing.out.get(step.id)?.[0]; if (way?.plus) canvas.menus.openAdd(way, way.plus); break; }
      case 'addBefore': { const way = canvas.drawing.into.get(step.id)?.[0]; if (way?.plus) canvas.menus.openAdd(way, way.plus); break; }
      case 'join': join(step, nodes); break;
      case 'moveTo': if (isFixed(step)) voice.tell('stays', { bad: true }); else moveTo('node'); break;
      case 'moveBranchTo': moveTo('branch'); break;
      case 'paste': paste({ nodes: [step.id] }); break;
      default: canvas.send({ verb, nodes, how: 'node' });
    }
  };

  canvas.wayVerb = (verb, way) => {
    const places = [placeFor(way)];
    const branches = (canvas.drawing.out.get(way.from) ?? []).filter(other => other.branch);
    switch (verb) {
      case 'add': if (way.plus) canvas.menus.openAdd(way, way.plus); break;
      case 'paste': paste({ places }); break;
      case 'join': if (way.people) voice.tell('onlyPeople', { bad: true }); else canvas.menus.startJoin(way); break;
      case 'left': canvas.reorder(way, branches.indexOf(way) - 1); break;
      case 'right': canvas.reorder(way, branches.indexOf(way) + 1); break;
      case 'renamePath': if (way.label) canvas.menus.rename(way.label, way.label.textContent?.replace(/^\d+\s*/, '').trim() ?? '', text => canvas.send({ verb: 'renamePath', places, text })); break;
      default: canvas.send({ verb, places });
    }
  };

  canvas.view = makeView(root, world, () => canvas.drawing, name);
  canvas.menus = makeMenus(canvas);
  canvas.dragging = makeDragging(canvas);
  const pointer = makePointer(canvas, () => space, id => { currentId = id; oneStop(); });
  const keys = makeKeys(canvas);

  /** @param {MouseEvent} event */
  const clicked = event => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    canvas.refresh();
    const way = target.closest('[data-plus]') ? wayOf(canvas.drawing, target) : null;
    if (way?.plus) { if (canvas.menus.isChoosing()) canvas.menus.pick(way, event.ctrlKey || event.metaKey || event.shiftKey); else canvas.menus.openAdd(way, way.plus); return; }
    if (target.closest('[data-more]')) { const step = canvas.drawing.steps.get(canvas.selected()[0] ?? ''); if (step) canvas.menus.openNode(step, more() ?? step.el); return; }
    if (target.closest('[data-first]')) { canvas.send({ verb: 'insert', text: 'accountAudience' }); return; }
    const button = target.closest('[data-zoom] [data-do]');
    if (button instanceof HTMLElement) doView(button.dataset.do ?? '');
  };

  /** @param {string} what */
  const doView = what => {
    if (what === 'in') canvas.view.zoom(1.25, undefined, undefined, true);
    else if (what === 'out') canvas.view.zoom(0.8, undefined, undefined, true);
    else if (what === 'fit') canvas.view.fit(true);
    else if (what === 'full') canvas.view.full();
    else if (what === 'keys') server.invokeMethodAsync('KeysAsync');
  };

  /** A kind of the palette that was clicked, not dragged: then the "+" is chosen. @param {Event} event */
  const chosen = event => {
    const item = event.target instanceof Element ? event.target.closest('[data-palette] [data-kind-key]') : null;
    if (!(item instanceof HTMLElement) || canvas.isReadOnly()) return;
    stale = true;
    canvas.refresh();
    const kind = item.dataset.kindKey ?? '';
    if (kind === 'accountAudience' && !canvas.drawing.start) { canvas.send({ verb: 'insert', text: kind }); return; }
    canvas.menus.choose({ what: 'kind', kind, people: item.dataset.people === 'yes', source: item }, 'chooseAdd',
      ([way]) => canvas.send({ verb: 'insert', text: kind, places: [placeFor(way)] }));
  };

  /** @param {Event} event */
  const searched = event => {
    const list = palette();
    if (!list || !(event.target instanceof HTMLInputElement) || !list.contains(event.target)) return;
    const none = list.querySelector('[data-none]'), shown = find(list, event.target.value);
    if (none instanceof HTMLElement) none.hidden = shown > 0;
  };

  /** @param {Event} event */
  const helped = event => {
    const item = event.target instanceof Element ? event.target.closest('[data-palette] [data-kind-key]') : null, line = item ? palette()?.querySelector('[data-help]') : null;
    if (item instanceof HTMLElement && line && line.textContent !== item.title) line.textContent = item.title;
  };

  /** @param {WheelEvent} event */
  const wheel = event => {
    if (event.target instanceof Element && event.target.closest('.pop')) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) canvas.view.zoom(Math.exp(-event.deltaY * unit / 400), event.clientX, event.clientY);
    else canvas.view.pan(-(event.shiftKey ? event.deltaY : event.deltaX) * unit, event.shiftKey ? 0 : -event.deltaY * unit);
  };

  /** @param {MouseEvent} event */
  const context = event => {
    if (canvas.isReadOnly() || !(event.target instanceof Element) || event.target.closest('.pop, input')) return;
    event.preventDefault();
    canvas.refresh();
    const node = event.target.closest('[data-node]'), step = node instanceof HTMLElement ? canvas.drawing.steps.get(node.dataset.node ?? '') : null, way = wayOf(canvas.drawing, event.target);
    if (step) {
      if (!canvas.selected().includes(step.id)) canvas.send({ verb: 'select', nodes: [step.id], how: 'only' });
      canvas.menus.openNode(step, step.el);
    } else if (way) canvas.menus.openPath(way, way.label ?? way.plus ?? root);
  };

  /** @param {MouseEvent} event */
  const twice = event => {
    const node = event.target instanceof Element ? event.target.closest('[data-node]') : null;
    if (node instanceof HTMLElement) canvas.stepVerb('fields', canvas.drawing.steps.get(node.dataset.node ?? '') ?? null);
  };

  const inField = (/** @type {EventTarget | null} */ target) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

  /** Keys that mean the canvas wherever the focus is on the page, and those that change a drag. @param {KeyboardEvent} event */
  const anywhere = event => {
    if (event.key === ' ' && event.target === root) { space = event.type === 'keydown'; root.classList.toggle('grab', space); event.preventDefault(); }
    if (canvas.dragging.isOn()) {
      canvas.dragging.keys(event);
      if (event.key === 'Escape') { event.stopPropagation(); event.preventDefault(); pointer.cancel(); }
      return;
    }
    if (event.type !== 'keydown' || event.defaultPrevented || inField(event.target) || root.contains(/** @type {Node} */ (event.target))) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === 'Escape' && canvas.menus.isChoosing()) { canvas.menus.stopChoosing(); voice.tell('cancelled'); return; }
    if (!(event.ctrlKey || event.metaKey) || canvas.isReadOnly() || target.closest('.props, dialog, .rz-dialog')) return;
    const letter = event.key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return;
    event.preventDefault();
    canvas.send({ verb: letter === 'y' || event.shiftKey ? 'redo' : 'undo', count: 1 });
  };

  /** Esc in a field of the pane goes back to the step. @param {Event} event */
  const leftPane = event => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.defaultPrevented) return;
    // An open list or menu closes first.
    if (event.target instanceof Element && event.target.closest('.props') && !event.target.closest('[aria-expanded=true], .pop, dialog')) canvas.focusOn(canvas.current()?.el ?? null);
  };

  /** The browser's own paste brings the clipboard without asking. @param {ClipboardEvent} event */
  const pasted = event => {
    if (canvas.isReadOnly() || inField(event.target) || !root.contains(document.activeElement)) return;
    event.preventDefault();
    const active = document.activeElement, way = wayOf(canvas.drawing, active), step = active instanceof HTMLElement ? canvas.drawing.steps.get(active.dataset.node ?? '') ?? canvas.current() : null;
    const given = event.clipboardData?.getData('text/plain');
    paste(way ? { places: [placeFor(way)] } : step ? { nodes: [step.id] } : {}, given || undefined);
  };

  // A hidden scroll of a clipped box would tear the drawing from its "+" and lines.
  const unscroll = () => { root.scrollLeft = 0; root.scrollTop = 0; };

  const changes = new MutationObserver(() => { stale = true; requestAnimationFrame(() => canvas.refresh()); });
  changes.observe(world, { childList: true, subtree: true, attributes: true, attributeFilter: ['style', 'data-to', 'aria-pressed'] });

  /** @type {[EventTarget | null, string, (event: any) => void, AddEventListenerOptions?][]} */
  const listeners = [
    [page, 'pointerdown', pointer.down], [window, 'pointermove', pointer.move], [window, 'pointerup', pointer.up], [window, 'pointercancel', pointer.cancel],
    [root, 'click', clicked], [page, 'click', chosen], [page, 'input', searched], [page, 'pointerover', helped], [page, 'focusin', helped],
    [root, 'wheel', wheel, { passive: false }], [root, 'contextmenu', context], [root, 'dblclick', twice], [root, 'scroll', unscroll],
    [document, 'keydown', anywhere], [document, 'keyup', anywhere], [page, 'keydown', leftPane], [document, 'paste', pasted],
  ];
  for (const [on, type, what, options] of listeners) on?.addEventListener(type, what, options);

  stale = true;
  canvas.refresh();
  if (canvas.drawing.steps.size === 0 || !canvas.view.restore()) canvas.view.fit(false, 0.75);
  requestAnimationFrame(() => requestAnimationFrame(() => { root.classList.add('ready'); }));
  if (!canvas.isReadOnly()) queue.recover();

  return {
    /** @param {string} id @param {boolean} focus */
    centre(id, focus) {
      stale = true;
      canvas.refresh();
      const step = canvas.drawing.steps.get(id);
      if (!step) return;
      canvas.view.show(step, true);
      if (focus) canvas.focusOn(step.el);
    },
    /** @param {string} verb */
    send: verb => canvas.send({ verb, count: 1 }),
    dispose() {
      clearTimeout(soon);
      changes.disconnect();
      for (const [on, type, what, options] of listeners) on?.removeEventListener(type, what, options);
      for (const part of [canvas.dragging, canvas.menus, canvas.view, keys, queue, voice]) part.dispose();
    },
  };
}
