/**
 * What the page runtime offers to `wx`.
 *
 * `createWx(host)` is called once, before the mini-program's own scripts run, so everything here must be
 * safe to call early; a current page is absent until the first page opens.
 */
import type { AppConfig } from '../bundle';
import type { EventChannel } from './core/channel';

export type { EventChannel };

/** A component instance as pages see it; `wx` passes it through and never looks inside. */
export type ComponentInstance = Record<string, unknown>;

/** WeChat's navigation calls; each settles once the page is open and rejects with a RouteRefusal. */
export interface Router {
  navigateTo(
    url: string,
    events?: Record<string, (...values: unknown[]) => void>,
  ): Promise<EventChannel>;
  redirectTo(url: string): Promise<void>;
  reLaunch(url: string): Promise<void>;
  switchTab(url: string): Promise<void>;
  navigateBack(delta?: number): Promise<void>;
}

/** Why a navigation was refused; the message is the part after `fail ` in errMsg, as WeChat words it. */
export class RouteRefusal extends Error {}

/** An open page. Coordinates are CSS pixels. */
export interface OpenPage {
  readonly route: string;
  readonly query: Record<string, string>;
  readonly instance: ComponentInstance;
  /** The element that scrolls when the page scrolls. */
  readonly scroller: HTMLElement;
  /** The element that holds the page and its fixed children. */
  readonly frame: HTMLElement;
  /** Calls a page method if the page has it; answers what it answers. */
  call(method: string, ...values: unknown[]): unknown;
}

export type Theme = 'light' | 'dark';

/** `path`, `query`, `scene` as `wx.getLaunchOptionsSync` gives them. */
export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: Record<string, unknown>;
}

/** Moments of the app's life that `wx.on…` and `App({ on… })` both hear. */
export interface AppMoments {
  show: LaunchOptions;
  hide: { reason: number };
  error: string;
  unhandledRejection: { reason: unknown; promise: Promise<unknown> };
  pageNotFound: { path: string; query: Record<string, string>; isEntryPage: boolean };
  themeChange: { theme: Theme };
  resize: { size: { windowWidth: number; windowHeight: number } };
}

/** Listeners by moment; `on` answers nothing, `off` without a listener removes all of that moment's. */
export interface Moments {
  on<M extends keyof AppMoments>(moment: M, listener: (happening: AppMoments[M]) => void): void;
  off<M extends keyof AppMoments>(moment: M, listener?: (happening: AppMoments[M]) => void): void;
  emit<M extends keyof AppMoments>(moment: M, happening: AppMoments[M]): void;
}

/** The bar with the title above the current page. */
export interface NavigationBar {
  setTitle(title: string): void;
  setColor(colors: { frontColor: string; backgroundColor: string }): void;
  showLoading(): void;
  hideLoading(): void;
  hideHomeButton(): void;
}

/** The built-in tab bar; each call throws RouteRefusal when the current page is no tab. */
export interface TabBar {
  show(): void;
  hide(): void;
  setText(index: number, text: string): void;
  setBadge(index: number, text: string): void;
  removeBadge(index: number): void;
  showRedDot(index: number): void;
  hideRedDot(index: number): void;
  setIcons(index: number, icons: { iconPath?: string; selectedIconPath?: string }): void;
  setStyle(style: {
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    borderStyle?: string;
  }): void;
}

/** Sizes in CSS pixels, as `wx.getWindowInfo` gives them. */
export interface WindowSizes {
  windowWidth: number;
  windowHeight: number;
  screenWidth: number;
  screenHeight: number;
  pixelRatio: number;
  statusBarHeight: number;
  safeArea: { left: number; right: number; top: number; bottom: number };
}

/**
 * What a `<button open-type>` asks of `wx`: answers the event's name and detail, or null to fire nothing.
 * `wx` registers one for each open-type it serves; a button with another throws with the open-type's name.
 */
export type OpenTypeAnswer = { event: string; detail: Record<string, unknown> } | null;
export type OpenTypeServer = (
  button: Record<string, unknown>,
) => OpenTypeAnswer | Promise<OpenTypeAnswer>;

export interface Host {
  readonly config: AppConfig;
  readonly router: Router;
  readonly moments: Moments;
  readonly navigationBar: NavigationBar;
  readonly tabBar: TabBar;
  /** Above every page and bar: toasts, dialogs, sheets, previews. */
  readonly layer: HTMLElement;
  /** Options of this start; the entry's options change when the app is shown again. */
  launchOptions(): LaunchOptions;
  /** Absent before the first page is open. */
  currentPage(): OpenPage | undefined;
  openPages(): readonly OpenPage[];
  windowSizes(): WindowSizes;
  theme(): Theme;
  setTheme(theme: Theme): void;
  /** 1 is WeChat's standard text size; pages with page-meta root-font-size="system" follow it. */
  fontScale(): number;
  setFontScale(scale: number): void;
  /** Runs onPullDownRefresh of the current page with the visible pull, until stopPullDown. */
  startPullDown(): void;
  stopPullDown(): void;
  /** Scrolls the current page; duration in ms. `selector` wins over `scrollTop`. */
  scrollPage(to: {
    scrollTop?: number;
    selector?: string;
    offsetTop?: number;
    duration?: number;
  }): void;
  /** WeChat's SelectorQuery, on the current page until `.in(component)`; fields({ node }) included. */
  createSelectorQuery(): unknown;
  /** WeChat's IntersectionObserver of a component or the current page. */
  createIntersectionObserver(
    component: ComponentInstance | undefined,
    options?: Record<string, unknown>,
  ): unknown;
  /** Turns a path a page wrote (`/assets/a.png`, a temporary file) into an address the browser loads. */
  resolveSource(path: string): string | Promise<string>;
  /** `wx` sets how its own file paths (`wxfile://…`, `http://tmp/…`, `cloud://…`) become addresses. */
  setSourceResolver(resolve: (path: string) => string | Promise<string> | undefined): void;
  serveOpenType(openType: string, server: OpenTypeServer): void;
}
