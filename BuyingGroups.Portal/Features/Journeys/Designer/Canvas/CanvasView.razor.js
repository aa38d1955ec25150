// @ts-check
// What of the drawing is seen: pan, zoom, fit, and the small picture of the whole. All of it stays in the browser.

/** @typedef {import('./CanvasStep.razor.js').Drawing} Drawing */
/** @typedef {{ x: number, y: number, w: number, h: number }} Box */

const LEAST = 0.04, MOST = 2, FAR = 0.5, TINY = 0.25, GLIDE = 220, ROOM = 40, MARGIN = 16;

/** Colours of the small picture by the kind's class.
 * @param {Element} el */
function colourOf(el) {
  const look = /\bk-(\w+)/.exec(el.querySelector('.ki')?.className ?? '')?.[1];
  return look ? `--k-${look}` : '--line-strong';
}

/** @param {HTMLElement} root @param {HTMLElement} world @param {() => Drawing} drawing @param {string} name under which the view is kept in this browser */
export function makeView(root, world, drawing, name) {
  const dots = /** @type {HTMLElement} */ (root.querySelector('[data-dots]'));
  const mini = /** @type {HTMLElement} */ (root.querySelector('[data-mini]'));
  const picture = /** @type {HTMLCanvasElement} */ (mini.querySelector('canvas'));
  const frame = /** @type {HTMLElement} */ (mini.querySelector('.window'));
  const percent = /** @type {HTMLElement} */ (root.querySelector('[data-percent]'));
  const format = new Intl.NumberFormat(document.documentElement.lang || undefined, { style: 'percent' });
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const state = { x: 24, y: 8, scale: 1 };
  let box = root.getBoundingClientRect();
  let miniScale = 0, miniX = 0, miniY = 0, shownScale = 0, gliding = 0, keeping = 0;
  const key = `journey-view:${name}`;

  /** Whoever comes back sees what they left. */
  const keep = () => {
    clearTimeout(keeping);
    if (name) keeping = window.setTimeout(() => { try { localStorage.setItem(key, JSON.stringify(state)); } catch { /* Storage is full or forbidden. */ } }, 400);
  };
  const restore = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
      if (!kept || ![kept.x, kept.y, kept.scale].every(Number.isFinite)) return false;
      Object.assign(state, { x: kept.x, y: kept.y, scale: Math.min(MOST, Math.max(LEAST, kept.scale)) });
    } catch { return false; }
    clamp();
    apply();
    return true;
  };

  const apply = () => {
    world.style.transform = `translate(${state.x}px,${state.y}px) scale(${state.scale})`;
    const cell = 20 * state.scale * (state.scale < FAR ? 4 : 1);
    dots.style.transform = `translate(${(state.x % cell) - cell}px,${(state.y % cell) - cell}px)`;
    if (shownScale !== state.scale) {
      shownScale = state.scale;
      dots.style.backgroundSize = `${cell}px ${cell}px`;
      percent.textContent = format.format(state.scale);
      root.classList.toggle('far', state.scale < FAR);
      root.classList.toggle('tiny', state.scale < TINY);
      root.style.setProperty('--scale', String(state.scale));
    }
    frame.style.transform = `translate(${miniX - state.x / state.scale * miniScale}px,${miniY - state.y / state.scale * miniScale}px)`;
    frame.style.width = `${box.width / state.scale * miniScale}px`;
    frame.style.height = `${box.height / state.scale * miniScale}px`;
    keep();
  };

  /** Some of the drawing stays in sight. */
  const clamp = () => {
    const { width, height } = drawing();
    state.x = Math.min(box.width - 80, Math.max(80 - width * state.scale, state.x));
    state.y = Math.min(box.height - 80, Math.max(80 - height * state.scale, state.y));
  };

  /** Moves there in a moment, at once for people who ask for less motion.
   * @param {boolean} glides */
  const settle = glides => {
    if (glides && !still.matches) {
      root.classList.add('gliding');
      clearTimeout(gliding);
      gliding = window.setTimeout(() => root.classList.remove('gliding'), GLIDE + 30);
    }
    clamp();
    apply();
  };

  /** @param {number} dx @param {number} dy */
  const pan = (dx, dy) => { state.x += dx; state.y += dy; clamp(); apply(); };

  /** Keeps the point under the pointer where it is.
   * @param {number} factor @param {number} [px] @param {number} [py] @param {boolean} [glides] */
  const zoom = (factor, px = box.left + box.width / 2, py = box.top + box.height / 2, glides = false) => {
    const next = Math.min(MOST, Math.max(LEAST, state.scale * factor));
    const [cx, cy] = [px - box.left, py - box.top];
    state.x = cx - (cx - state.x) * next / state.scale;
    state.y = cy - (cy - state.y) * next / state.scale;
    state.scale = next;
    settle(glides);
  };

  /** Everything in the window, at most at 100 %.
   * @param {boolean} glides @param {number} least not smaller than this: the start is shown then */
  const fit = (glides, least = LEAST) => {
    const { width, height, steps, start } = drawing();
    if (steps.size === 0) { Object.assign(state, { x: 24, y: 8, scale: 1 }); apply(); return; }
    const whole = Math.min(1, (box.width - MARGIN) / width, (box.height - MARGIN) / height);
    state.scale = Math.max(least, LEAST, whole);
    const first = steps.get(start ?? '') ?? [...steps.values()][0];
    const middle = whole < state.scale ? first.x + first.w / 2 : width / 2 + 12;
    state.x = box.width / 2 - middle * state.scale;
    state.y = Math.max(0, Math.min(48, (box.height - MARGIN - height * state.scale) / 3));
    settle(glides);
  };

  /** @param {Box} what @param {boolean} inTheMiddle */
  const show = (what, inTheMiddle) => {
    if (inTheMiddle && state.scale < FAR) state.scale = 1;
    const left = what.x * state.scale + state.x, top = what.y * state.scale + state.y;
    const right = left + what.w * state.scale, bottom = top + what.h * state.scale;
    if (inTheMiddle) {
      state.x += box.width / 2 - (left + right) / 2;
      state.y += box.height / 2 - (top + bottom) / 2;
    } else if (left < ROOM || right > box.width - ROOM || top < ROOM || bottom > box.height - ROOM) {
      state.x += left < ROOM ? ROOM - left : right > box.width - ROOM ? box.width - ROOM - right : 0;
      state.y += top < ROOM ? ROOM - top : bottom > box.height - ROOM ? box.height - ROOM - bottom : 0;
    } else {
      return;
    }
    settle(true);
  };

  const redraw = () => {
    const { width, height, steps } = drawing();
    const [w, h] = [mini.clientWidth, mini.clientHeight], ratio = devicePixelRatio || 1;
    mini.hidden = steps.size < 6;
    if (mini.hidden || !w) { apply(); return; }
    miniScale = Math.min((w - 12) / Math.max(1, width), (h - 12) / Math.max(1, height), 0.2);
    [miniX, miniY] = [(w - width * miniScale) / 2, (h - height * miniScale) / 2];
    [picture.width, picture.height] = [w * ratio, h * ratio];
    const pen = picture.getContext('2d');
    if (!pen) return;
    const style = getComputedStyle(root);
    /** @type {Map<string, string>} */
    const colours = new Map();
    pen.scale(ratio, ratio);
    pen.globalAlpha = 0.8;
    for (const step of steps.values()) {
      const name = colourOf(step.el);
      if (!colours.has(name)) colours.set(name, style.getPropertyValue(name));
      pen.fillStyle = colours.get(name) ?? '';
      pen.fillRect(miniX + step.x * miniScale, miniY + step.y * miniScale, Math.max(1.5, step.w * miniScale), Math.max(1.2, step.h * miniScale));
    }
    apply();
  };

  /** A press in the small picture shows that place.
   * @param {PointerEvent} event */
  const jump = event => {
    if (!(event.buttons & 1) || !miniScale) return;
    const at = mini.getBoundingClientRect();
    state.x = box.width / 2 - (event.clientX - at.left - miniX) / miniScale * state.scale;
    state.y = box.height / 2 - (event.clientY - at.top - miniY) / miniScale * state.scale;
    clamp();
    apply();
  };

  const sized = new ResizeObserver(() => { box = root.getBoundingClientRect(); redraw(); });
  sized.observe(root);
  const themed = new MutationObserver(redraw);
  themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  mini.addEventListener('pointerdown', jump);
  mini.addEventListener('pointermove', jump);

  return {
    pan, zoom, fit, show, redraw, restore,
    full: () => zoom(1 / state.scale, undefined, undefined, true),
    scale: () => state.scale,
    box: () => box,
    /** The window may have moved without another size. */
    measure: () => { box = root.getBoundingClientRect(); },
    /** From the window to the drawing. @param {number} px @param {number} py @returns {[number, number]} */
    toWorld: (px, py) => [(px - box.left - state.x) / state.scale, (py - box.top - state.y) / state.scale],
    /** From the drawing to the window. @param {number} x @param {number} y @returns {[number, number]} */
    toWindow: (x, y) => [x * state.scale + state.x + box.left, y * state.scale + state.y + box.top],
    dispose() {
      sized.disconnect();
      themed.disconnect();
      clearTimeout(gliding);
      clearTimeout(keeping);
    },
  };
}

/** @typedef {ReturnType<typeof makeView>} View */
