import type { Theme } from '../host';

export interface ThemeKeeper {
  theme(): Theme;
  set(theme: Theme): void;
  /** Starts following the system, or `?dark=` of the frame's address. */
  start(hasDarkMode: boolean): void;
}

/** Keeps `data-theme` on the document; without `darkmode` in app.json it is always light. */
export function createThemeKeeper(onChange: (theme: Theme) => void): ThemeKeeper {
  let current: Theme = 'light';
  let isFixed = true;
  const apply = (theme: Theme) => {
    document.documentElement.dataset.theme = theme;
    // Form controls and scroll bars of the browser follow this.
    document.documentElement.style.colorScheme = theme;
    if (theme === current) return;
    current = theme;
    onChange(theme);
  };
  return {
    theme: () => current,
    set: (theme) => {
      if (!isFixed) apply(theme);
    },
    start(hasDarkMode) {
      isFixed = !hasDarkMode;
      const asked = new URLSearchParams(location.search).get('dark');
      const system = window.matchMedia('(prefers-color-scheme: dark)');
      const systemTheme = (): Theme => (system.matches ? 'dark' : 'light');
      if (isFixed) return apply('light');
      apply(asked === null ? systemTheme() : asked === '1' ? 'dark' : 'light');
      if (asked === null) system.addEventListener('change', () => apply(systemTheme()));
    },
  };
}
