// @ts-check
// Dragging: a kind from the palette, a step with all that follows, the mark of an end, the label of a path. While the pointer moves nothing is sent and
// nothing but the copy under the pointer and the place it would go to changes; the work is done once a frame.

import { branch, isFixed, placeFor, wayOf } from '../Canvas/CanvasStep.razor.js';

/** @typedef {import('../Canvas/CanvasStep.razor.js').Way} Way */
/** @typedef {import('../Canvas/JourneyCanvas.razor.js').Canvas} Canvas */
/** @typedef {{ what: 'kind' | 'steps' | 'end', kind?: string, people?: boolean, nodes?: string[], way?: Way, source: HTMLElement }} Load */
/** @typedef {{ way: Way, legal: boolean, reason: string }} Place */

const NEAR = 48, EDGE = 44, DWELL = 350, GLIDE = 180;

/** Where a load may go, and why not elsewhere.
 * @param {Canvas} canvas @param {Load} load @param {{ alt: boolean, copy: boolean }} keys @returns {Place[]} */
export function placesFor(canvas, load, keys) {
  const { drawing, texts } = canvas;
  const own = load.what === 'steps' && !keys.copy ? ownOf(canvas, load, keys.alt) : new Set();
  const people = load.what === 'kind' ? load.people === true
    : load.what === 'steps' && [...ownOf(canvas, load, keys.alt)].every(id => canvas.isPeopleKind(drawing.steps.get(id)?.kind ?? ''));
  const before = load.nodes?.length ? drawing.into.get(load.nodes[0]) ?? [] : [];
  return drawing.ways.filter(way => way.plus).map(way => {
    let reason = '';
    if (load.kind === 'accountAudience') reason = texts.alreadyStart;
    else if (load.what === 'end' ? way.people : way.people && !people) reason = texts.onlyPeople;
    else if (own.has(way.from)) reason = texts.intoItself;
    else if (load.what === 'end' && way === load.way) reason = texts.whereItIs;
    else if (load.what === 'steps' && !keys.copy && before.includes(way)) reason = texts.whereItIs;
    return { way, legal: reason === '', reason };
  });
}

/** @param {Canvas} canvas @param {Load} load @param {boolean} alt @returns {Set<string>} */
function ownOf(canvas, load, alt) {
  const nodes = load.nodes ?? [];
  return nodes.length > 1 || alt ? new Set(nodes) : branch(canvas.drawing, nodes[0] ?? '');
}

/** @param {Canvas} canvas */
export function makeDragging(canvas) {
  const { root, world, texts } = canvas;
  /** @type {{ load: Load, pointer: number, x: number, y: number, places: Place[], alt: boolean, copy: boolean, lit: Place | null, merge: string | null,
   *   ghost: HTMLElement, frame: number, edge: number, from: DOMRect } | null} */
  let drag = null;
  const drop = document.createElement('div');
  drop.className = 'plus lit dropplace';
  drop.hidden = true;

  /** @param {Load} load @returns {HTMLElement} */
  const ghostOf = load => {
    const ghost = document.createElement('div');
    ghost.className = load.what === 'end' ? 'nd end ghost' : 'nd ghost';
    for (const part of load.source.querySelectorAll(':scope > .ki, :scope > .grow, :scope > .rzi, :scope > span')) if (part.parentElement === load.source) ghost.append(part.cloneNode(true));
    ghost.querySelector('.ki')?.classList.remove('s');
    const count = load.what === 'steps' ? ownOf(canvas, load, false).size : 1;
    if (count > 1) {
      const more = document.createElement('span');
      more.className = 'more';
      more.textContent = texts.andMore.replace('{0}', String(count - 1));
      ghost.append(more);
    }
    const sign = document.createElement('i');
    sign.className = 'rzi copysign';
    sign.textContent = 'add';
    ghost.append(sign);
    ghost.setAttribute('aria-hidden', 'true');
    document.body.append(ghost);
    return ghost;
  };

  const mark = () => {
    if (!drag) return;
    for (const { way, legal } of drag.places) way.plus?.classList.toggle('can', legal);
    const own = drag.load.what === 'steps' && !drag.copy ? ownOf(canvas, drag.load, drag.alt) : new Set();
    for (const step of canvas.drawing.steps.values()) {
      step.el.classList.toggle('lifted', own.has(step.id));
      if (drag.load.what === 'end') step.el.classList.toggle('joinable', step.kind === 'merge');
    }
    drag.ghost.classList.toggle('copy', drag.copy);
  };

  /** @param {Load} load @param {PointerEvent} event @param {number} x @param {number} y */
  const begin = (load, event, x, y) => {
    canvas.refresh();
    canvas.view.measure();
    const copy = load.what === 'steps' && (event.ctrlKey || event.metaKey);
    drag = { load, pointer: event.pointerId, x, y, places: [], alt: event.altKey, copy, lit: null, merge: null, ghost: ghostOf(load), frame: 0, edge: 0, from: load.source.getBoundingClientRect() };
    drag.places = placesFor(canvas, load, drag);
    root.classList.add('dragging', 'moving');
    document.documentElement.classList.add('journey-dragging');
    world.append(drop);
    mark();
    canvas.voice.tell(load.what === 'steps' ? 'dragNode' : 'dragHow', { stays: true });
    drag.frame = requestAnimationFrame(step);
  };

  /** Once a frame: the copy follows, the nearest place opens, and near an edge the drawing comes along. */
  const step = () => {
    if (!drag) return;
    drag.frame = requestAnimationFrame(step);
    const box = canvas.view.box();
    drag.ghost.style.transform = `translate(${drag.x + 12}px,${drag.y + 10}px) rotate(1.2deg)`;
    const inside = drag.x > box.left && drag.x < box.right && drag.y > box.top && drag.y < box.bottom;
    const push = (/** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ at) => at < low + EDGE ? (low + EDGE - at) / 4 : at > high - EDGE ? (high - EDGE - at) / 4 : 0;
    const [dx, dy] = inside ? [push(box.left, box.right, drag.x), push(box.top, box.bottom, drag.y)] : [0, 0];
    // Not on the way across the edge, and not away from under a place that is already open.
    if (!dx && !dy) drag.edge = 0; else drag.edge ||= performance.now();
    if (drag.edge && !drag.lit && !drag.merge && performance.now() - drag.edge > DWELL) canvas.view.pan(dx, dy);
    const [wx, wy] = canvas.view.toWorld(drag.x, drag.y);
    const reach = NEAR / canvas.view.scale();
    /** @type {Place | null} */
    let best = null, other = null;
    let bestAway = Infinity, otherAway = Infinity;
    if (inside) for (const place of drag.places) {
      const away = Math.hypot(place.way.x - wx, place.way.y - wy);
      if (place.legal ? away < bestAway : away < otherAway) {
        if (place.legal) [best, bestAway] = [place, away]; else [other, otherAway] = [place, away];
      }
    }
    if (drag.load.what === 'end' && inside) light(overMerge(wx, wy) ? null : bestAway <= reach ? best : null);
    else light(bestAway <= reach ? best : null);
    if (drag.merge) return;
    if (!drag.lit && other && otherAway <= reach) canvas.voice.say(other.reason, { stays: true });
    else canvas.voice.tell(drag.load.what === 'steps' ? 'dragNode' : 'dragHow', { stays: true });
  };

  /** The mark of an end goes onto a merge too.
   * @param {number} x @param {number} y */
  const overMerge = (x, y) => {
    if (!drag) return false;
    const over = [...canvas.drawing.steps.values()].find(each => each.kind === 'merge' && x > each.x - 12 && x < each.x + each.w + 12 && y > each.y - 12 && y < each.y + each.h + 12);
    if ((over?.id ?? null) !== drag.merge) {
      canvas.drawing.steps.get(drag.merge ?? '')?.el.classList.remove('lit');
      drag.merge = over?.id ?? null;
      over?.el.classList.add('lit');
    }
    return drag.merge !== null;
  };

  /** @param {Place | null} place */
  const light = place => {
    if (!drag || drag.lit === place) return;
    drag.lit = place;
    drop.hidden = place === null;
    if (!place) return;
    drop.style.translate = `${place.way.x}px ${place.way.y}px`;
    drop.textContent = drag.load.what === 'end' ? texts.joinHere : drag.copy ? texts.copyHere : drag.load.what === 'steps' ? texts.moveHere : texts.addHere;
  };

  /** @param {{ x: number, y: number } | null} to */
  const clear = to => {
    if (!drag) return null;
    const ended = drag;
    drag = null;
    cancelAnimationFrame(ended.frame);
    for (const { way } of ended.places) way.plus?.classList.remove('can');
    for (const each of canvas.drawing.steps.values()) each.el.classList.remove('lifted', 'joinable', 'lit');
    root.classList.remove('dragging', 'moving');
    document.documentElement.classList.remove('journey-dragging');
    drop.remove();
    drop.hidden = true;
    if (to) glide(ended.ghost, to.x, to.y); else ended.ghost.remove();
    return ended;
  };

  /** @param {HTMLElement} ghost @param {number} x @param {number} y */
  const glide = (ghost, x, y) => {
    ghost.classList.add('home');
    ghost.style.transform = `translate(${x}px,${y}px)`;
  };

  /** The copy goes back to where it came from, for a drag that changed nothing.
   * @param {HTMLElement} ghost @param {DOMRect} from */
  const back = (ghost, from) => {
    glide(ghost, from.left, from.top);
    setTimeout(() => ghost.remove(), GLIDE);
  };

  /** @param {PointerEvent} event */
  const move = event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    [drag.x, drag.y] = [event.clientX, event.clientY];
    keys(event);
  };

  /** @param {PointerEvent | KeyboardEvent} event */
  const keys = event => {
    if (!drag || drag.load.what !== 'steps') return;
    const [alt, copy] = [event.altKey, event.ctrlKey || event.metaKey];
    if (alt === drag.alt && copy === drag.copy) return;
    [drag.alt, drag.copy] = [alt, copy];
    drag.places = placesFor(canvas, drag.load, drag);
    drag.lit = null;
    drop.hidden = true;
    mark();
  };

  /** @param {PointerEvent} event */
  const up = async event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    [drag.x, drag.y] = [event.clientX, event.clientY];
    step();
    const { lit, merge, load, alt, copy, from } = drag;
    if (!lit && !merge) { cancel(); return; }
    const at = lit ? canvas.view.toWindow(lit.way.x, lit.way.y) : [drag.x, drag.y];
    const ended = clear({ x: at[0] - 98 * (load.what === 'end' ? 0.4 : 1), y: at[1] - 24 });
    if (!ended) return;
    // It lies where it was dropped until the server has made room for the step itself, or has refused.
    const answer = await canvas.send(commandOf(load, lit, merge, alt, copy));
    if (answer.done) ended.ghost.remove(); else back(ended.ghost, from);
  };

  /** @param {Load} load @param {Place | null} lit @param {string | null} merge @param {boolean} alt @param {boolean} copy
   * @returns {import('../Canvas/CanvasSays.razor.js').Command} */
  const commandOf = (load, lit, merge, alt, copy) => {
    const places = lit ? [placeFor(lit.way)] : [];
    if (load.what === 'kind') return { verb: 'insert', text: load.kind, places };
    if (load.what === 'steps') return { verb: copy ? 'copyTo' : 'move', nodes: load.nodes, places, how: load.nodes?.length === 1 && !alt ? 'branch' : 'node' };
    const own = load.way ? [placeFor(load.way)] : [];
    return merge ? { verb: 'joinTo', nodes: [merge], places: own } : { verb: 'join', places: [...own, ...places] };
  };

  const cancel = () => {
    const ended = drag && clear(null);
    if (!ended) return;
    document.body.append(ended.ghost);
    back(ended.ghost, ended.from);
    canvas.voice.tell('cancelled');
  };

  /** What a press on something would drag.
   * @param {HTMLElement} target @returns {Load | null} */
  const loadOf = target => {
    const item = target.closest('[data-kind-key]');
    if (item instanceof HTMLElement) return { what: 'kind', kind: item.dataset.kindKey, people: item.dataset.people === 'yes', source: item };
    const end = target.closest('[data-end]');
    if (end instanceof HTMLElement) {
      const way = wayOf(canvas.drawing, end);
      return way && !way.people ? { what: 'end', way, source: end } : null;
    }
    const node = target.closest('[data-node]');
    if (!(node instanceof HTMLElement) || !node.dataset.node) return null;
    if (isFixed(canvas.drawing.steps.get(node.dataset.node))) return null;
    const chosen = canvas.selected();
    return { what: 'steps', nodes: chosen.length > 1 && chosen.includes(node.dataset.node) ? chosen : [node.dataset.node], source: node };
  };

  return { loadOf, begin, move, up, keys, cancel, isOn: () => drag !== null, dispose: () => { clear(null); drop.remove(); } };
}

/** @typedef {ReturnType<typeof makeDragging>} Dragging */
