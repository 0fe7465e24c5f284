/**
 * What the compiler hands to the page runtime, and what the stage says to a phone frame.
 *
 * Order in the browser: the runtime's script runs and sets `globalThis.boot`; the views script calls
 * `boot.setup(...)`; then the app's script and each component's script run, every one preceded by
 * `globalThis.__enterModule('<virtual path>')`; at last `boot.start()`. Pages outside the first chunk
 * come later: `load(route)` fetches their chunk, which calls `boot.add(...)` and runs its scripts.
 *
 * A *virtual path* is a path inside the mini-program, without a leading slash and mostly without an
 * extension (`pages/index/index`, `miniprogram_npm/tdesign-miniprogram/button/button`). Pictures and
 * other files are served at their virtual path relative to the frame's document (`./assets/a.png`).
 */

/** Stands for a component's class prefix in sheets; two of them stand for its host's scope name. */
export const SCOPE_MARK = '\u0001';

/** The virtual path under which `sheets` carries app.wxss. */
export const APP_SHEET = 'app';

/** `window` of app.json and the same keys of a page's json; `@name` values are theme variables. */
export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white' | `@${string}`;
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  backgroundColorTop?: string;
  backgroundColorBottom?: string;
  backgroundTextStyle?: 'dark' | 'light' | `@${string}`;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
  pageOrientation?: 'portrait' | 'landscape' | 'auto';
  initialRenderingCache?: 'static' | 'dynamic';
  restartStrategy?: 'homePage' | 'homePageAndLatestPage';
}

/** A page's json with its component references resolved, as in StaticConfig. */
export interface PageConfig extends WindowConfig, StaticConfig {}

export interface TabBarEntry {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface TabBarConfig {
  list: TabBarEntry[];
  /** The mini-program draws its own bar: component `custom-tab-bar/index`. */
  custom?: boolean;
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: 'black' | 'white' | `@${string}`;
  position?: 'bottom' | 'top';
}

/** Variables of theme.json by theme, without the `@`. */
export interface ThemeVariables {
  light: Record<string, string>;
  dark: Record<string, string>;
}

export interface AppConfig {
  /** Every route, those of subpackages included, in the order of app.json. */
  pages: string[];
  /** The first page of a start without an address. */
  entryPagePath: string;
  /** `pages` are full routes. */
  subPackages: { root: string; name?: string; pages: string[]; independent: boolean }[];
  window: WindowConfig;
  tabBar?: TabBarConfig;
  /** By route. */
  pageConfig: Record<string, PageConfig>;
  /** app.json's `darkmode`: without it the mini-program is always light. */
  darkmode: boolean;
  theme: ThemeVariables;
  /** By route: subpackages that WeChat fetches ahead. */
  preloadRule: Record<string, { packages: string[]; network?: 'all' | 'wifi' }>;
  networkTimeout?: Record<string, number>;
  /** APIs that read where the phone is, which WeChat refuses unless app.json names them. */
  requiredPrivateInfos: string[];
  /** app.json's `style` (`v2` turns WeChat's new look of built-in tags on). */
  style?: string;
  /** Virtual path of the custom tab bar's component, when tabBar.custom. */
  customTabBar?: string;
}

/** A component's json; every reference is an absolute virtual path (`/components/card/card`). */
export interface StaticConfig {
  component?: boolean;
  /** Own and app-level references together; a component of an npm package gets its own only. */
  usingComponents: Record<string, string>;
  componentPlaceholder?: Record<string, string>;
  componentGenerics?: Record<string, true | { default: string }>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  pureDataPattern?: string;
  virtualHost?: boolean;
}

/** glass-easel's generated templates: virtual path → template function of the group. */
export type TemplateGroup = Record<string, (name: string) => unknown>;

/** Views of a chunk, ready before its scripts run. */
export interface ChunkViews {
  /** One group; the `groupList` of each of its templates is this object itself. */
  templates: TemplateGroup;
  components: [virtualPath: string, staticConfig: StaticConfig][];
  /** Virtual path → CSS with SCOPE_MARK; absent where a component has no wxss. */
  sheets: Record<string, string>;
}

export interface FirstChunk extends ChunkViews {
  config: AppConfig;
  /**
   * Makes a page's views and scripts present; resolves at once when they are. The router awaits it
   * before a page is created. Rejects when the chunk cannot be fetched.
   */
  load(route: string): Promise<void>;
}

/** What `local/web/runtime/index.ts` exports as `boot`. */
export interface Boot {
  setup(first: FirstChunk): void;
  /** Views of a later chunk; its scripts run right after, and `load` resolves once they have. */
  add(views: ChunkViews): void;
  /** All scripts of the first chunk have run: registers what has none, and launches the app. */
  start(): void;
}

/**
 * `drops-next-answer`: the next request reaches the cloud, its answer is lost.
 * `answers-twice`: the next request reaches the cloud twice, as after a retry below the app.
 */
export type NetworkMode = 'online' | 'weak' | 'offline' | 'drops-next-answer' | 'answers-twice';

/** What the stage posts to a frame (`postMessage`, same origin). */
export type StageMessage =
  | { kind: 'network'; mode: NetworkMode }
  | { kind: 'theme'; dark: boolean }
  | { kind: 'font-scale'; scale: number };

/** What a frame posts to the stage: a one-shot network mode is used up, or the title changed. */
export type FrameMessage =
  | { kind: 'network'; frame: string; mode: NetworkMode }
  | { kind: 'title'; frame: string; title: string };

/** Config with every `@name` replaced by the theme's value; an unknown name stays as it is. */
export function themed<T>(config: T, theme: ThemeVariables, isDark: boolean): T {
  const variables = isDark ? theme.dark : theme.light;
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('@'))
      return variables[value.slice(1)] ?? value;
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
  };
  // The shape is kept: only strings are replaced, by strings.
  return replace(config) as T;
}
