// @ts-check
// Presses of the pointer on canvas and palette: which is a click, which a drag, a pan, a marquee or the moving of a path's label.

import { placeFor, wayOf } from './CanvasStep.razor.js';

/** @typedef {import('./JourneyCanvas.razor.js').Canvas} Canvas */
/** @typedef {{ kind: 'pan' | 'marquee' | 'step' | 'label' | 'item' | 'end', pointer: number, x: number, y: number, lastX: number, lastY: number,
 *   event: PointerEvent, target: HTMLElement, moved: boolean }} Press */

const START = 5; // pixels before a press becomes a drag

/** @param {Canvas} canvas @param {() => boolean} isGrabbing the space bar is held @param {(id: string) => void} stand the focus is on a step */
export function makePointer(canvas, isGrabbing, stand) {
  const { root } = canvas;
  const box = /** @type {HTMLElement} */ (root.querySelector('[data-marquee]'));
  /** @type {Press | null} */
  let press = null;

  /** @param {PointerEvent} event */
  const down = event => {
    const target = event.target;
    if (!(target instanceof HTMLElement || target instanceof SVGElement) || press) return;
    const el = /** @type {HTMLElement} */ (target.closest('button, .nd, .pop, .zoom, .mini, input') ?? root);
    if (el.closest('.pop, .zoom, .mini, input')) return;
    canvas.refresh();
    const item = target.closest('[data-palette] [data-kind-key]'), writable = !canvas.isReadOnly();
    /** @type {Press['kind'] | null} */
    let kind = null;
    if (item) kind = event.button === 0 && writable ? 'item' : null;
    else if (!root.contains(target)) return;
    else if (event.button === 1 || (event.button === 0 && isGrabbing())) kind = 'pan';
    else if (event.button !== 0) return;
    else if (el.dataset.node) kind = 'step';
    else if (el.dataset.label !== undefined) kind = 'label';
    else if (el.dataset.end !== undefined) kind = 'end';
    else if (el.dataset.plus !== undefined || el.closest('[data-more], [data-first]')) return;
    else kind = event.shiftKey ? 'marquee' : 'pan';
    if (!kind) return;
    press = { kind, pointer: event.pointerId, x: event.clientX, y: event.clientY, lastX: event.clientX, lastY: event.clientY, event, target: el, moved: false };
    // The focus goes where it belongs at the end of the press; a native drag or a selection of text would steal it.
    if (kind !== 'item') event.preventDefault();
  };

  /** @param {PointerEvent} event */
  const move = event => {
    if (canvas.dragging.isOn()) { canvas.dragging.move(event); return; }
    if (!press || event.pointerId !== press.pointer) return;
    if (!press.moved) {
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < START) return;
      press.moved = true;
      if (!start(event)) return;
    }
    if (press.kind === 'pan') {
      canvas.view.pan(event.clientX - press.lastX, event.clientY - press.lastY);
      [press.lastX, press.lastY] = [event.clientX, event.clientY];
    } else {
      [press.lastX, press.lastY] = [event.clientX, event.clientY];
      if (press.kind === 'marquee') drawMarquee();
      else if (press.kind === 'label') press.target.style.setProperty('--dx', `${(event.clientX - press.x) / canvas.view.scale()}px`);
    }
  };

  /** The press has become a drag. @param {PointerEvent} event @returns {boolean} whether it goes on here */
  const start = event => {
    if (!press) return false;
    const { kind, target } = press;
    if (kind === 'pan') { canvas.view.measure(); root.classList.add('panning', 'moving'); return true; }
    if (kind === 'marquee') { canvas.view.measure(); return true; }
    if (kind === 'label' && !canvas.isReadOnly() && target.dataset.branch) { target.classList.add('held'); return true; }
    const load = canvas.isReadOnly() || kind === 'label' ? null : canvas.dragging.loadOf(target);
    if (load) canvas.dragging.begin(load, press.event, event.clientX, event.clientY);
    else if (!canvas.isReadOnly() && kind === 'step') canvas.voice.tell('stays', { bad: true });
    press = load ? press : null;
    return false;
  };

  const drawMarquee = () => {
    if (!press) return;
    const frame = canvas.view.box();
    box.hidden = false;
    const [left, top] = [Math.min(press.x, press.lastX) - frame.left, Math.min(press.y, press.lastY) - frame.top];
    box.style.transform = `translate(${left}px,${top}px)`;
    box.style.width = `${Math.abs(press.lastX - press.x)}px`;
    box.style.height = `${Math.abs(press.lastY - press.y)}px`;
  };

  /** @param {PointerEvent} event */
  const up = event => {
    if (canvas.dragging.isOn()) { press = null; canvas.dragging.up(event); swallow(); return; }
    if (!press || event.pointerId !== press.pointer) return;
    const ended = press;
    press = null;
    root.classList.remove('panning', 'moving');
    if (ended.moved) swallow();
    if (ended.kind === 'marquee') endMarquee(ended);
    else if (ended.kind === 'label') endLabel(ended, event);
    else if (!ended.moved) click(ended, event);
  };

  /** A press that dragged is not also a click. */
  const swallow = () => {
    const stop = (/** @type {Event} */ event) => { event.stopPropagation(); event.preventDefault(); };
    window.addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }), 0);
  };

  /** @param {Press} ended @param {PointerEvent} event */
  const click = (ended, event) => {
    const id = ended.target.dataset.node;
    if (ended.kind === 'step' && id) {
      ended.target.focus({ preventScroll: true });
      stand(id);
      canvas.send({ verb: 'select', nodes: [id], how: event.ctrlKey || event.metaKey ? 'toggle' : event.shiftKey ? 'add' : 'only' });
    } else if (ended.kind === 'end') {
      const way = wayOf(canvas.drawing, ended.target);
      if (way) { canvas.focusOn(way.plus); canvas.send({ verb: 'selectPath', places: [placeFor(way)] }); }
    } else if (ended.kind === 'pan') {
      root.focus({ preventScroll: true });
      if (canvas.menus.isChoosing()) return;
      if (canvas.selected().length) canvas.send({ verb: 'select', nodes: [] });
    }
  };

  /** @param {Press} ended */
  const endMarquee = ended => {
    box.hidden = true;
    if (!ended.moved) return;
    const [x1, y1] = canvas.view.toWorld(Math.min(ended.x, ended.lastX), Math.min(ended.y, ended.lastY));
    const [x2, y2] = canvas.view.toWorld(Math.max(ended.x, ended.lastX), Math.max(ended.y, ended.lastY));
    const nodes = [...canvas.drawing.steps.values()].filter(step => step.x < x2 && step.x + step.w > x1 && step.y < y2 && step.y + step.h > y1).map(step => step.id);
    canvas.send({ verb: 'select', nodes, how: 'only' });
  };

  /** @param {Press} ended @param {PointerEvent} event */
  const endLabel = (ended, event) => {
    const label = ended.target, way = wayOf(canvas.drawing, label);
    label.classList.remove('held');
    label.style.removeProperty('--dx');
    if (!way) return;
    if (!ended.moved) {
      canvas.send({ verb: 'selectPath', places: [placeFor(way)] });
      if (!canvas.isReadOnly()) canvas.menus.openPath(way, label);
      return;
    }
    if (!way.branch) return;
    const branches = (canvas.drawing.out.get(way.from) ?? []).filter(other => other.branch);
    const [at] = canvas.view.toWorld(event.clientX, event.clientY);
    const index = branches.filter(other => other !== way && other.x < at).length;
    if (index !== branches.indexOf(way)) canvas.reorder(way, index);
  };

  const cancel = () => {
    press = null;
    box.hidden = true;
    root.classList.remove('panning', 'moving');
    canvas.dragging.cancel();
  };

  return { down, move, up, cancel };
}
