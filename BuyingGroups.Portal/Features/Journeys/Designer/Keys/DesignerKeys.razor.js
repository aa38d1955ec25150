// @ts-check
// The keyboard of the canvas (DESIGN.md "Designer"). Moving about happens here, without asking the server; what changes something is one command.

import { placeFor, wayOf } from '../Canvas/CanvasStep.razor.js';

/** @typedef {import('../Canvas/CanvasStep.razor.js').Way} Way */
/** @typedef {import('../Canvas/CanvasStep.razor.js').Step} Step */
/** @typedef {import('../Canvas/JourneyCanvas.razor.js').Canvas} Canvas */

/** @param {Canvas} canvas */
export function makeKeys(canvas) {
  const { root } = canvas;

  /** @returns {{ step: Step | null, way: Way | null }} */
  const at = () => {
    const active = document.activeElement;
    const el = active instanceof HTMLElement && root.contains(active) ? active : null;
    const step = canvas.drawing.steps.get(el?.dataset.node ?? '') ?? null;
    return { step, way: step ? null : wayOf(canvas.drawing, el) };
  };

  /** A path is a stop of its own when it is a branch or one of several, and where it ends. @param {Way} way */
  const isStop = way => way.plus !== null && (way.to === null || way.branch || (canvas.drawing.out.get(way.from)?.length ?? 0) > 1);

  /** @param {Step | null | undefined} step @param {boolean} [extend] */
  const toStep = (step, extend = false) => {
    if (!step) return;
    canvas.focusOn(step.el);
    if (extend) canvas.send({ verb: 'select', nodes: [step.id], how: 'add' });
    else canvas.sendSoon({ verb: 'select', nodes: [step.id], how: 'only' });
  };

  /** @param {Way | null | undefined} way */
  const toWay = way => {
    if (!way?.plus) return;
    canvas.focusOn(way.plus);
    if (!canvas.menus.isChoosing()) canvas.sendSoon({ verb: 'selectPath', places: [placeFor(way)] });
  };

  /** @param {boolean} extend */
  const down = extend => {
    const { step, way } = at();
    if (way) { toStep(canvas.drawing.steps.get(way.to ?? ''), extend); return; }
    if (!step) { toStep(canvas.current() ?? first(), extend); return; }
    const next = canvas.drawing.out.get(step.id)?.[0];
    if (!next) return;
    if (isStop(next) && !extend) toWay(next); else toStep(canvas.drawing.steps.get(next.to ?? ''), extend);
  };

  /** @param {boolean} extend */
  const up = extend => {
    const { step, way } = at();
    if (way) { toStep(canvas.drawing.steps.get(way.from), extend); return; }
    const before = step && canvas.drawing.into.get(step.id)?.[0];
    if (!before) { if (!step) toStep(first(), extend); return; }
    if (isStop(before) && !extend) toWay(before); else toStep(canvas.drawing.steps.get(before.from), extend);
  };

  /** The path that leads here from the nearest step with several. @returns {Way | null} */
  const branchHere = () => {
    const { step, way } = at();
    /** @type {Way | null | undefined} */
    let on = way ?? (step ? canvas.drawing.into.get(step.id)?.[0] : null);
    const seen = new Set();
    while (on && (canvas.drawing.out.get(on.from)?.length ?? 0) < 2 && !seen.has(on)) {
      seen.add(on);
      on = canvas.drawing.into.get(on.from)?.[0] ?? null;
    }
    return on ?? null;
  };

  /** @param {number} by */
  const aside = by => {
    const here = branchHere();
    const ways = here ? canvas.drawing.out.get(here.from) ?? [] : [];
    const next = here && ways[ways.indexOf(here) + by];
    if (next) { if (next.plus) toWay(next); else toStep(canvas.drawing.steps.get(next.to ?? '')); }
  };

  /** @param {number} by */
  const reorder = by => {
    const here = branchHere();
    if (!here?.branch) return;
    const branches = (canvas.drawing.out.get(here.from) ?? []).filter(way => way.branch);
    const index = branches.indexOf(here) + by;
    if (index >= 0 && index < branches.length) canvas.reorder(here, index);
  };

  const first = () => canvas.drawing.steps.get(canvas.drawing.start ?? '') ?? [...canvas.drawing.steps.values()][0] ?? null;
  const last = () => [...canvas.drawing.steps.values()].at(-1) ?? null;

  /** From "+" to "+", in the order of the drawing. @param {number} by */
  const nextChoice = by => {
    const ways = canvas.menus.choices(), here = at().way;
    const index = here ? ways.findIndex(way => way.from === here.from && way.key === here.key) : -1;
    canvas.focusOn(ways[(index + by + ways.length) % ways.length]?.plus ?? null);
  };

  /** @param {KeyboardEvent} event @returns {boolean} whether a place is being chosen */
  const choice = event => {
    if (!canvas.menus.isChoosing()) return false;
    const { way } = at();
    if (event.key === 'Escape') { canvas.menus.stopChoosing(); canvas.voice.tell('cancelled'); }
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') nextChoice(1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') nextChoice(-1);
    else if ((event.key === 'Enter' || event.key === ' ') && way) canvas.menus.pick(way, event.key === ' ');
    else return event.key !== 'Tab';
    event.preventDefault();
    return true;
  };

  /** With Ctrl or the command key. @param {KeyboardEvent} event @returns {boolean} */
  const control = event => {
    const letter = event.key.toLowerCase();
    if (letter === 'z' && !canvas.isReadOnly()) canvas.send({ verb: event.shiftKey ? 'redo' : 'undo', count: 1 });
    else if (letter === 'y' && !canvas.isReadOnly()) canvas.send({ verb: 'redo', count: 1 });
    else if (letter === 'c') canvas.stepVerb('copy', at().step ?? canvas.current());
    else if (letter === 'x') canvas.stepVerb('cut', at().step ?? canvas.current());
    else if (letter === 'd') { const { step, way } = at(); if (way) canvas.wayVerb('duplicatePath', way); else canvas.stepVerb('duplicate', step ?? canvas.current()); }
    else if (letter === 'a') canvas.send({ verb: 'select', nodes: [...canvas.drawing.steps.keys()], how: 'only' });
    else if (letter === '+' || letter === '=') canvas.view.zoom(1.25, undefined, undefined, true);
    else if (letter === '-') canvas.view.zoom(0.8, undefined, undefined, true);
    else if (letter === '0') canvas.view.full();
    else return false;
    return true;
  };

  /** @param {KeyboardEvent} event @returns {boolean} */
  const plain = event => {
    const { step, way } = at();
    const writable = !canvas.isReadOnly();
    switch (event.key) {
      case 'ArrowDown': if (event.altKey) { if (step && writable) canvas.send({ verb: 'moveDown', nodes: [step.id] }); } else down(event.shiftKey); return true;
      case 'ArrowUp': if (event.altKey) { if (step && writable) canvas.send({ verb: 'moveUp', nodes: [step.id] }); } else up(event.shiftKey); return true;
      case 'ArrowLeft': if (event.altKey) { if (writable) reorder(-1); } else aside(-1); return true;
      case 'ArrowRight': if (event.altKey) { if (writable) reorder(1); } else aside(1); return true;
      case 'Home': toStep(first()); return true;
      case 'End': toStep(last()); return true;
      case '1': canvas.view.fit(true); return true;
      case '2': canvas.view.full(); return true;
      case 'Escape': canvas.send({ verb: 'select', nodes: [] }); return true;
      case 'Enter': case ' ':
        if (way?.plus && writable) canvas.menus.openAdd(way, way.plus);
        else if (step) canvas.stepVerb(event.key === 'Enter' ? 'fields' : 'choose', step);
        else return false;
        return true;
      case 'ContextMenu': case 'F10':
        if (event.key === 'F10' && !event.shiftKey) return false;
        if (way?.plus && writable) canvas.menus.openPath(way, way.plus);
        else if (step && writable) canvas.menus.openNode(step, step.el);
        return true;
    }
    if (!writable) return false;
    switch (event.key) {
      case '+': if (way) canvas.wayVerb('add', way); else canvas.stepVerb('add', step ?? canvas.current()); return true;
      case 'F2': if (way) canvas.wayVerb('renamePath', way); else canvas.stepVerb('rename', step ?? canvas.current()); return true;
      case 'Delete': case 'Backspace':
        if (way?.label) canvas.wayVerb('removePath', way); else if (!way) canvas.stepVerb('delete', step ?? canvas.current());
        return true;
      case 'm': case 'M': canvas.stepVerb('moveTo', step ?? canvas.current()); return true;
      case 'j': case 'J': if (way) canvas.wayVerb('join', way); else canvas.stepVerb('join', step ?? canvas.current()); return true;
    }
    return false;
  };

  /** @param {KeyboardEvent} event */
  const onKey = event => {
    if (event.target instanceof HTMLInputElement && !canvas.menus.isOpen()) return;
    if (canvas.menus.key(event)) return;
    if (choice(event)) return;
    const used = event.ctrlKey || event.metaKey ? !event.altKey && control(event) : plain(event);
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
  };

  root.addEventListener('keydown', onKey);
  return { dispose() { root.removeEventListener('keydown', onKey); } };
}
