// The pointer part of the condition editor. Nothing is sent while the pointer moves; one call at the end of a drag says what was dropped where.

const START = 5; // pixels before a press becomes a drag

export function attach(root, editor, keepsSteps = true) {
  let drag = null;

  const down = event => {
    const source = event.target.closest('[data-drag]');
    if (event.button !== 0 || !source || !root.contains(source)) return;
    drag = { source, payload: source.dataset.drag, scope: source.dataset.scope, x: event.clientX, y: event.clientY, pointer: event.pointerId, moving: false, target: null };
  };

  const move = event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    if (!drag.moving) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < START) return;
      begin(event);
    }
    drag.ghost.style.transform = `translate(${event.clientX + 10}px,${event.clientY + 8}px) rotate(1.2deg)`;
    drag.target = targetAt(event.clientX, event.clientY);
    showLine(drag.target);
  };

  const begin = event => {
    drag.moving = true;
    root.setPointerCapture(event.pointerId);
    root.classList.add('dragging');
    const shownAs = drag.payload.startsWith('move:') ? drag.source.closest('[data-item]') : drag.source;
    drag.ghost = document.createElement('div');
    drag.ghost.className = 'condition-ghost';
    drag.ghost.textContent = shownAs.dataset.name ?? shownAs.textContent.trim();
    drag.line = document.createElement('div');
    drag.line.className = 'condition-line';
    drag.line.hidden = true;
    root.append(drag.ghost, drag.line);
  };

  const targetAt = (x, y) => {
    const own = drag.payload.startsWith('move:') ? drag.payload.slice(5) : null;
    let group = document.elementsFromPoint(x, y).map(element => element.closest('[data-group]')).find(found => found && root.contains(found)) ?? null;
    // Climbs out of groups where it cannot go: about something else, or inside itself.
    while (group && (group.dataset.scope !== drag.scope || (own !== null && (group.dataset.group === own || group.dataset.group.startsWith(own + '.'))))) {
      group = group.parentElement?.closest('[data-group]') ?? null;
      if (group && !root.contains(group)) group = null;
    }
    if (!group) return null;
    const items = [...group.querySelectorAll('[data-item]')].filter(item => item.parentElement.closest('[data-group]') === group);
    const index = items.filter(item => { const box = item.getBoundingClientRect(); return box.top + box.height / 2 < y; }).length;
    return { group, items, index };
  };

  const showLine = target => {
    drag.line.hidden = !target;
    root.querySelectorAll('.drop-here').forEach(element => element.classList.remove('drop-here'));
    if (!target) return;
    target.group.classList.add('drop-here');
    const box = target.group.getBoundingClientRect();
    const before = target.items[target.index], last = target.items.at(-1);
    const y = before ? before.getBoundingClientRect().top - 4 : last ? last.getBoundingClientRect().bottom + 2 : (target.group.querySelector('[data-head]') ?? target.group).getBoundingClientRect().bottom + 2;
    drag.line.style.cssText = `left:${box.left + 12}px;top:${y}px;width:${box.width - 24}px`;
  };

  const end = () => {
    if (!drag) return;
    const ended = drag;
    drag = null;
    if (!ended.moving) return;
    ended.ghost.remove();
    ended.line.remove();
    root.classList.remove('dragging');
    root.querySelectorAll('.drop-here').forEach(element => element.classList.remove('drop-here'));
    if (root.hasPointerCapture?.(ended.pointer)) root.releasePointerCapture(ended.pointer);
    return ended;
  };

  const up = event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const ended = end();
    if (!ended) return;
    // The press that dragged is not also a click.
    const swallow = click => { click.stopPropagation(); click.preventDefault(); };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    if (ended.target) editor.invokeMethodAsync('DropAsync', ended.payload, ended.target.group.dataset.group, ended.target.index);
    else root.querySelector('[data-said]').textContent = root.dataset.refused;
  };

  const key = event => {
    if (event.key === 'Escape' && drag?.moving) { event.stopPropagation(); end(); }
  };

  // A field takes its own typing back first: what was typed is part of the condition only once the field is left.
  const typed = new WeakSet();
  let mine = false;
  const input = event => typed.add(event.target);
  const change = event => typed.delete(event.target);
  const focused = event => { mine = root.contains(event.target); };
  const steps = event => {
    if (!keepsSteps || !(event.ctrlKey || event.metaKey) || event.altKey || typed.has(event.target)) return;
    // What had the focus may be gone with the step before; then the keys still mean the editor used last.
    if (!root.contains(event.target) && !(mine && event.target === document.body)) return;
    const letter = event.key.toLowerCase();
    const call = letter === 'z' ? (event.shiftKey ? 'RedoAsync' : 'UndoAsync') : letter === 'y' ? 'RedoAsync' : null;
    if (!call) return;
    event.preventDefault();
    editor.invokeMethodAsync(call);
  };

  // A native drag of a link or picture would steal the pointer.
  const native = event => { if (event.target.closest('[data-drag]')) event.preventDefault(); };

  root.addEventListener('pointerdown', down);
  root.addEventListener('input', input);
  root.addEventListener('change', change);
  document.addEventListener('focusin', focused);
  document.addEventListener('keydown', steps);
  root.addEventListener('dragstart', native);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', key, true);

  return {
    dispose() {
      end();
      root.removeEventListener('pointerdown', down);
      root.removeEventListener('input', input);
      root.removeEventListener('change', change);
      document.removeEventListener('focusin', focused);
      document.removeEventListener('keydown', steps);
      root.removeEventListener('dragstart', native);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', key, true);
    },
  };
}

// Puts the focus where work goes on: the first empty value of a filter, else its first control, else the "add" of the group.
export function focusAt(root, path) {
  const item = path === '' ? root.querySelector('[data-group=""]') : root.querySelector(`[data-item="${CSS.escape(path)}"]`);
  if (!item) return;
  const fields = [...item.querySelectorAll('[data-value]')];
  (fields.find(field => !field.value) ?? item.querySelector('select,input,button'))?.focus();
}

export const copy = text => navigator.clipboard?.writeText(text);
