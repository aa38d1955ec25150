// @ts-check
// The drawing as it stands in the page: which step is where, what leads where. Read anew when the server has changed it.

import { isFixedKind } from '../Menus/StepMenus.razor.js';

/** @typedef {{ id: string, el: HTMLElement, kind: string, x: number, y: number, w: number, h: number }} Step */
/** @typedef {{ from: string, key: string, to: string | null, branch: boolean, people: boolean, index: number, x: number, y: number,
 *   plus: HTMLElement | null, label: HTMLElement | null, end: HTMLElement | null }} Way */
/** @typedef {{ steps: Map<string, Step>, ways: Way[], out: Map<string, Way[]>, into: Map<string, Way[]>, start: string | null, width: number, height: number }} Drawing */

/** Where Blazor has put an element, in pixels at 100 %.
 * @param {HTMLElement} el @returns {[number, number]} */
function placeOf(el) {
  const [x, y] = el.style.translate.split(' ').map(parseFloat);
  return [x || 0, y || 0];
}

/** @param {HTMLElement} world @returns {Drawing} */
export function read(world) {
  /** @type {Drawing} */
  const drawing = { steps: new Map(), ways: [], out: new Map(), into: new Map(), start: null, width: 0, height: 0 };
  /** @type {Map<string, { plus?: HTMLElement, label?: HTMLElement, end?: HTMLElement }>} */
  const parts = new Map();
  for (const child of world.children) {
    if (!(child instanceof HTMLElement)) continue;
    const data = child.dataset;
    if (data.node) {
      const [x, y] = placeOf(child);
      const step = { id: data.node, el: child, kind: data.kind ?? '', x, y, w: parseFloat(child.style.width), h: parseFloat(child.style.height) };
      drawing.steps.set(step.id, step);
      drawing.width = Math.max(drawing.width, x + step.w);
      drawing.height = Math.max(drawing.height, y + step.h);
      if (step.kind === 'accountAudience') drawing.start = step.id;
      continue;
    }
    const key = data.plus ?? data.label ?? data.end;
    if (!data.of || key === undefined) continue;
    const place = `${data.of}/${key}`;
    const known = parts.get(place) ?? {};
    if (data.plus !== undefined) known.plus = child; else if (data.label !== undefined) known.label = child; else known.end = child;
    parts.set(place, known);
    if (data.end !== undefined) drawing.height = Math.max(drawing.height, placeOf(child)[1] + 20);
  }
  for (const line of world.querySelectorAll(':scope > svg.e > path')) {
    if (!(line instanceof SVGElement)) continue;
    const { from = '', key = '', to, branch } = line.dataset;
    const own = parts.get(`${from}/${key}`) ?? {};
    const [x, y] = own.plus ? placeOf(own.plus) : [0, 0];
    const siblings = drawing.out.get(from) ?? [];
    /** @type {Way} */
    const way = { from, key, to: to ?? null, branch: branch === 'yes', people: own.plus?.dataset.people === 'yes', index: siblings.length, x, y,
      plus: own.plus ?? null, label: own.label ?? null, end: own.end ?? null };
    drawing.ways.push(way);
    drawing.out.set(from, [...siblings, way]);
    if (way.to) drawing.into.set(way.to, [...(drawing.into.get(way.to) ?? []), way]);
  }
  return drawing;
}

/** Everything that can be reached from a step without passing another.
 * @param {Drawing} drawing @param {string | null} root @param {string | null} without @returns {Set<string>} */
function reached(drawing, root, without) {
  const found = new Set(), stack = [root];
  while (stack.length) {
    const id = stack.pop();
    if (!id || id === without || found.has(id)) continue;
    found.add(id);
    for (const way of drawing.out.get(id) ?? []) stack.push(way.to);
  }
  return found;
}

/** What dragging a step takes along: all that can be reached only through it; within a split of people what follows there. As JourneyParts.Branch.
 * @param {Drawing} drawing @param {string} id @returns {Set<string>} */
export function branch(drawing, id) {
  const first = drawing.out.get(id)?.[0];
  if (first?.people && drawing.out.get(id)?.length === 1 && drawing.into.get(id)?.[0]?.people) {
    const chain = new Set();
    for (let at = /** @type {string | null} */ (id); at && drawing.steps.get(at)?.kind !== 'peopleMerge' && !chain.has(at); at = drawing.out.get(at)?.[0]?.to ?? null) chain.add(at);
    return chain;
  }
  const without = reached(drawing, drawing.start, id);
  return new Set([...reached(drawing, id, null)].filter(each => !without.has(each)));
}

/** True for steps that only move with others, or not at all.
 * @param {Step | undefined} step */
export const isFixed = step => !step || isFixedKind(step.kind);

/** The path of a "+", a label or the mark of an end.
 * @param {Drawing} drawing @param {Element | null} el @returns {Way | null} */
export function wayOf(drawing, el) {
  const part = el?.closest('[data-of]');
  if (!(part instanceof HTMLElement)) return null;
  const key = part.dataset.plus ?? part.dataset.label ?? part.dataset.end;
  return drawing.out.get(part.dataset.of ?? '')?.find(way => way.key === key) ?? null;
}

/** @param {Way} way */
export const placeFor = way => ({ node: way.from, path: way.key });
