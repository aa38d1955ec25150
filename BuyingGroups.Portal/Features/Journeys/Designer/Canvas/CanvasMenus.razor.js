// @ts-check
// The menus of "+", step and path on the canvas, and what they start: choosing a path instead of dragging to it.

import { placeFor } from './CanvasStep.razor.js';
import { makeStepMenus, withoutOfStep } from '../Menus/StepMenus.razor.js';
import { placesFor } from '../Palette/StepPalette.razor.js';

/** @typedef {import('./CanvasStep.razor.js').Way} Way */
/** @typedef {import('./CanvasStep.razor.js').Step} Step */
/** @typedef {import('./JourneyCanvas.razor.js').Canvas} Canvas */
/** @typedef {import('../Palette/StepPalette.razor.js').Load} Load */

/** @typedef {{ way: Way | null, step: Step | null, opener: HTMLElement }} On */

/** @param {Canvas} canvas */
export function makeMenus(canvas) {
  const { root, texts } = canvas;
  /** @type {{ ways: Way[], chosen: Way[], several: boolean, finish: (ways: Way[]) => void } | null} */
  let choosing = null;

  /** @param {import('../Menus/StepMenus.razor.js').Choice} choice @param {On} on */
  const run = ({ verb, kind }, { way, step }) => {
    if (kind && way) canvas.send({ verb: 'insert', text: kind, places: [placeFor(way)] });
    else if (step) canvas.stepVerb(verb, step);
    else if (way) canvas.wayVerb(verb, way);
  };

  /** @type {ReturnType<typeof makeStepMenus<On>>} */
  const menus = makeStepMenus(root, texts.name, {
    frame: () => { canvas.view.measure(); return canvas.view.box(); },
    run,
    back: on => on.opener.focus({ preventScroll: true }),
  });

  /** The palette as a menu. @param {Way} way @param {HTMLElement} near */
  const openAdd = (way, near) => {
    stopChoosing();
    menus.openAdd({ way, step: null, opener: way.plus ?? near }, near, way.people);
  };

  /** @param {Step} step @param {HTMLElement} near */
  const openNode = (step, near) => {
    stopChoosing();
    const after = canvas.drawing.out.get(step.id)?.[0];
    const without = withoutOfStep({ kind: step.kind, people: after?.people === true, before: canvas.drawing.into.has(step.id), after: after !== undefined });
    menus.openFor('node', { way: null, step, opener: step.el }, near, without);
  };

  /** @param {Way} way @param {HTMLElement} near */
  const openPath = (way, near) => {
    stopChoosing();
    const several = (canvas.drawing.out.get(way.from) ?? []).filter(other => other.branch).length > 1;
    const merges = way.to !== null && canvas.drawing.steps.get(way.to)?.kind === 'merge';
    menus.openFor('path', { way, step: null, opener: way.plus ?? near }, near, {
      left: !way.branch || !several, right: !way.branch || !several, renamePath: !way.label, duplicatePath: !way.branch,
      removePath: !way.label, join: way.people, unjoin: !merges,
    });
  };

  /** A path is chosen by a click or by Enter, not by a drag; several where that makes sense.
   * @param {Load} load @param {string} text @param {(ways: Way[]) => void} finish @param {{ alt?: boolean, copy?: boolean, several?: boolean }} [how] */
  const choose = (load, text, finish, { alt = false, copy = false, several = false } = {}) => {
    menus.close(false);
    stopChoosing();
    canvas.refresh();
    const ways = placesFor(canvas, load, { alt, copy }).filter(each => each.legal).map(each => each.way);
    if (!ways.length) { canvas.voice.tell('noPlace', { bad: true }); return; }
    choosing = { ways, chosen: [], several, finish };
    root.classList.add('choosing');
    for (const way of ways) way.plus?.classList.add('can');
    canvas.voice.tell(text, { stays: true });
    const near = ways.find(way => way.from === canvas.current()?.id) ?? ways[0];
    canvas.focusOn(near.plus);
  };

  /** Joins a path with others, all at once. @param {Way} first */
  const startJoin = first => {
    choose({ what: 'end', way: first, source: first.plus ?? root }, 'chooseJoin', ways => canvas.send({ verb: 'join', places: [first, ...ways].map(placeFor) }), { several: true });
    if (choosing) first.plus?.classList.add('chosen');
  };

  const stopChoosing = () => {
    if (!choosing) return false;
    choosing = null;
    for (const plus of root.querySelectorAll('[data-plus]')) plus.classList.remove('can', 'chosen');
    root.classList.remove('choosing');
    canvas.voice.say('');
    return true;
  };

  /** @param {Way} way @param {boolean} [more] further ones follow */
  const pick = (way, more = false) => {
    if (!choosing?.ways.some(each => each.from === way.from && each.key === way.key)) return;
    const { chosen, several, finish } = choosing, at = chosen.findIndex(each => each.from === way.from && each.key === way.key);
    if (!more || !several) {
      if (at < 0) chosen.push(way);
      stopChoosing();
      finish(chosen);
      return;
    }
    if (at < 0) chosen.push(way); else chosen.splice(at, 1);
    way.plus?.classList.toggle('chosen', at < 0);
    canvas.voice.tell('chooseJoinMore', { stays: true }, chosen.length + 1);
  };

  return {
    ...menus, openAdd, openNode, openPath, choose, startJoin, pick, stopChoosing,
    /** @param {HTMLElement} near @param {string} value @param {(text: string) => void} done */
    rename: (near, value, done) => menus.rename(near, { way: null, step: null, opener: near }, value, done),
    isChoosing: () => choosing !== null,
    choices: () => choosing?.ways ?? [],
  };
}

/** @typedef {ReturnType<typeof makeMenus>} Menus */
