import type { NavigationBar } from '../host';
import type { Page } from './page';
import type { Shell } from './shell';

/** Draws the bar for the page on top. WeChat accepts only these two text colours. */
export function drawNavigationBar(shell: Shell, page: Page, isFirst: boolean, isEntry: boolean) {
  const { bar, settings } = page;
  shell.bar.hidden = settings.navigationStyle === 'custom';
  shell.bar.style.backgroundColor = bar.backgroundColor;
  shell.bar.style.color = bar.frontColor;
  shell.title.textContent = bar.title;
  shell.back.hidden = isFirst;
  shell.home.hidden = !isFirst || isEntry || bar.isHomeHidden;
  shell.loading.hidden = !bar.isLoading;
  document.title = bar.title;
}

/** The bar as `wx` changes it: always that of the page on top. */
export function createNavigationBar(
  top: () => Page | undefined,
  redraw: () => void,
): NavigationBar {
  const change = (changed: Partial<Page['bar']>) => {
    const page = top();
    if (!page) return;
    Object.assign(page.bar, changed);
    redraw();
  };
  return {
    setTitle: (title) => change({ title }),
    setColor: (colors) => change(colors),
    showLoading: () => change({ isLoading: true }),
    hideLoading: () => change({ isLoading: false }),
    hideHomeButton: () => change({ isHomeHidden: true }),
  };
}
