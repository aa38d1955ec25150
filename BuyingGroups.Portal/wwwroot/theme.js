// Loaded in the head, before anything is painted: the theme of the page is the one chosen (a cookie the server has already
// written into data-theme) or, when none is chosen, the one of the system, followed as it changes.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];

  function apply() {
    const theme = chosen() ?? (system.matches ? 'dark' : 'light');
    root.dataset.theme = theme;
    // Both base themes are loaded, one of them applies: a change is instant and does not flash.
    for (const link of document.querySelectorAll('link[data-base-theme]')) link.media = link.dataset.baseTheme === theme ? 'all' : 'not all';
  }

  system.addEventListener('change', apply);
  addEventListener('pageshow', apply);
  document.addEventListener('click', e => {
    const button = e.target.closest?.('[data-theme-choice]');
    if (!button) return;
    const choice = button.dataset.themeChoice === 'toggle' ? (root.dataset.theme === 'dark' ? 'light' : 'dark') : button.dataset.themeChoice;
    document.cookie = choice === 'system'
      ? 'theme=; path=/; max-age=0; samesite=lax'
      : `theme=${choice}; path=/; max-age=31536000; samesite=lax`;
    apply();
  });
  apply();
})();
