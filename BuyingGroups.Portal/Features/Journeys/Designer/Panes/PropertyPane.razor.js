// Puts the focus where work goes on: the first field that is wrong, else the first that is empty, else the first.
export function focusFirst(fields) {
  if (!fields) return;
  const all = [...fields.querySelectorAll('input,select,textarea,button')].filter(field => !field.disabled && field.offsetParent);
  const settings = all.filter(field => field.dataset.field !== 'name');
  const target = all.find(field => field.getAttribute('aria-invalid') === 'true')
    ?? settings.find(field => field.matches('input:not([type=search]),textarea') && !field.value)
    ?? settings[0] ?? all[0];
  target?.focus();
}
