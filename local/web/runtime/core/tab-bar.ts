/** The built-in tab bar, and the place of a mini-program's own one. */
import type { TabBarConfig, TabBarEntry } from '../../bundle';
import { RouteRefusal, type TabBar } from '../host';

interface Tab {
  entry: TabBarEntry;
  badge: string;
  hasDot: boolean;
}

/** WeChat's colours where app.json gives none. */
const DEFAULT_COLOR = '#8a8a8a';
const DEFAULT_SELECTED_COLOR = '#07c160';
/** A badge longer than this is shown as an ellipsis. Source: setTabBarBadge's documentation. */
const BADGE_LENGTH_MAX = 4;

export interface TabBarParts {
  place: HTMLElement;
  config(): TabBarConfig | undefined;
  resolve(path: string): string;
  /** The route on top, and whether it is a tab. */
  route(): string;
  onTap(entry: TabBarEntry, index: number): void;
}

export interface DrawnTabBar extends TabBar {
  draw(): void;
  isTab(route: string): boolean;
}

/** A tab bar that is drawn anew by `draw`; it is hidden where the top page is no tab. */
export function createTabBar(parts: TabBarParts): DrawnTabBar {
  let tabs: Tab[] | undefined;
  let isHidden = false;
  const style: Partial<TabBarConfig> = {};
  const list = () => {
    tabs ??= (parts.config()?.list ?? []).map((entry) => ({
      entry: { ...entry },
      badge: '',
      hasDot: false,
    }));
    return tabs;
  };
  const isTab = (route: string) => list().some((tab) => tab.entry.pagePath === route);
  const draw = () => {
    const config = { ...parts.config(), ...style };
    parts.place.hidden = isHidden || Boolean(config.custom) || !isTab(parts.route());
    if (parts.place.hidden) return;
    parts.place.style.backgroundColor = config.backgroundColor ?? '#ffffff';
    parts.place.setAttribute('role', 'tablist');
    parts.place.dataset.border = config.borderStyle ?? 'black';
    parts.place.replaceChildren(
      ...list().map((tab, index) => tabNode(tab, index, parts, config as TabBarConfig)),
    );
  };
  const onTab = (index: number, change: (tab: Tab) => void) => {
    if (!isTab(parts.route())) throw new RouteRefusal('not TabBar page');
    const tab = list()[index];
    if (!tab) throw new RouteRefusal('tabbar item not found');
    change(tab);
    draw();
  };
  const show = (hidden: boolean) => {
    if (!isTab(parts.route())) throw new RouteRefusal('not TabBar page');
    isHidden = hidden;
    draw();
  };
  return {
    draw,
    isTab,
    show: () => show(false),
    hide: () => show(true),
    setText: (index, text) => onTab(index, (tab) => void (tab.entry.text = text)),
    setBadge: (index, text) =>
      onTab(index, (tab) => Object.assign(tab, { badge: text, hasDot: false })),
    removeBadge: (index) => onTab(index, (tab) => void (tab.badge = '')),
    showRedDot: (index) => onTab(index, (tab) => Object.assign(tab, { badge: '', hasDot: true })),
    hideRedDot: (index) => onTab(index, (tab) => void (tab.hasDot = false)),
    setIcons: (index, icons) => onTab(index, (tab) => Object.assign(tab.entry, icons)),
    setStyle(changed) {
      Object.assign(style, changed);
      draw();
    },
  };
}

function tabNode(tab: Tab, index: number, parts: TabBarParts, config: TabBarConfig): HTMLElement {
  const { entry } = tab;
  const isSelected = entry.pagePath === parts.route();
  const node = document.createElement('button');
  node.className = 'tab';
  node.dataset.route = entry.pagePath;
  node.setAttribute('role', 'tab');
  node.setAttribute('aria-selected', String(isSelected));
  node.style.color = isSelected
    ? (config.selectedColor ?? DEFAULT_SELECTED_COLOR)
    : (config.color ?? DEFAULT_COLOR);
  const icon = (isSelected && entry.selectedIconPath) || entry.iconPath;
  if (icon) {
    const image = document.createElement('img');
    image.src = parts.resolve(icon.startsWith('/') ? icon : `/${icon}`);
    image.alt = '';
    node.append(image);
  }
  const label = document.createElement('span');
  label.textContent = entry.text;
  node.append(label);
  if (tab.badge || tab.hasDot) node.append(badgeNode(tab));
  node.addEventListener('click', () => parts.onTap(entry, index));
  return node;
}

function badgeNode(tab: Tab): HTMLElement {
  const badge = document.createElement('i');
  badge.className = tab.badge ? 'badge' : 'dot';
  badge.textContent = tab.badge.length > BADGE_LENGTH_MAX ? '…' : tab.badge;
  return badge;
}
