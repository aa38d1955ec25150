export function open(dialog) {
  if (!dialog.dataset.ready) {
    dialog.dataset.ready = 'yes';
    // A click on the dimmed page closes it.
    dialog.addEventListener('mousedown', e => { if (e.target === dialog) dialog.close(); });
  }
  if (!dialog.open) dialog.showModal();
  (dialog.querySelector('[autofocus]') ?? dialog.querySelector('input,button,a'))?.focus();
}

export function close(dialog) {
  if (dialog.open) dialog.close();
}
