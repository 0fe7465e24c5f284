/**
 * Components and pages of the mini-program rendered in jsdom by WeChat's own (older) component framework,
 * with TDesign's real components inside: for what they show and what events they fire. It lies here and not
 * in test/support because it is typed by the browser and by WeChat.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as simulate from 'miniprogram-simulate';
import inside from 'miniprogram-simulate/src/utils';

/** The folder that WeChat's compiler sees. */
const appDir = path.resolve(__dirname, '../../miniprogram');

export interface Rendered {
  /** What the component's own code calls `this`. */
  readonly instance: Record<string, unknown> & { data: Record<string, unknown> };
  /** All that is shown, without white space. */
  text(): string;
  /** Is there such an element inside this component (not inside those it uses)? */
  has(selector: string): boolean;
  /** Touches the innermost element that shows exactly this text; resolves when handlers have run. */
  tap(text: string): Promise<void>;
  /** Fires an event at an element by class or id, as the component there would: `.form`, `change`. */
  fire(selector: string, event: string, detail?: object): void;
  /** Details of an event that the rendered component fires from now on. */
  hear(event: string): unknown[];
  /** Changes properties as the page that uses it would. */
  setProperties(properties: object): void;
  /** The page it stands on is shown or hidden. */
  onPage(moment: 'show' | 'hide'): void;
  detach(): void;
}

/** Renders a component by its path below `miniprogram/`, without extension. */
export function renderComponent(componentPath: string, properties: object = {}): Rendered {
  const root = simulate.render(loadOnce(componentPath), properties) as unknown as Root; // see Root
  const parent = document.body.appendChild(document.createElement('div'));
  root.attach(parent);
  return {
    instance: root.instance,
    text: () => (parent.textContent ?? '').replace(/\s+/g, ''),
    has: (selector) => root.querySelector(selector) !== undefined,
    tap: (text) => tapText(parent, text),
    fire: (selector, event, detail = {}) => {
      const inner = root.querySelector(selector);
      if (!inner) throw new Error(`${componentPath} has nothing at ${selector}`);
      // TDesign's components have no node of their own here, so nothing could be dispatched on one.
      inner.instance.triggerEvent(event, detail);
    },
    hear: (event) => {
      const details: unknown[] = [];
      root.addEventListener(event, ({ detail }) => details.push(detail));
      return details;
    },
    setProperties: (changed) => root.setData(changed),
    onPage: (moment) => root.triggerPageLifeTime(moment),
    detach: () => {
      root.detach();
      parent.remove();
    },
  };
}

/** Renders a page and runs its onLoad, onShow and onReady, as the framework would. */
export function renderPage(pagePath: string, query: Record<string, string> = {}): Rendered {
  const page = renderComponent(pagePath);
  for (const moment of ['onLoad', 'onShow', 'onReady']) {
    const method = page.instance[moment];
    if (typeof method === 'function') method.call(page.instance, query);
  }
  return page;
}

async function tapText(parent: HTMLElement, text: string): Promise<void> {
  const shown = [...parent.querySelectorAll('*')].filter(
    (element) => element.textContent?.trim() === text,
  );
  const target = shown.at(-1);
  if (!target) throw new Error(`nothing shows ${text}`);
  const touch = new Touch({ identifier: 1, target });
  const touched = (type: string, touches: Touch[]) =>
    new TouchEvent(type, { bubbles: true, touches, changedTouches: [touch] });
  target.dispatchEvent(touched('touchstart', [touch]));
  target.dispatchEvent(touched('touchend', []));
  // The framework makes a tap of the two in a later turn.
  await simulate.sleep(0);
}

const loaded = new Map<string, string>();

// Every page is compiled at once; the compiler's own limit of a megabyte cuts the text off.
const options: object = {
  ...{ rootPath: appDir, compiler: 'official' },
  compilerOptions: { maxBuffer: 32 * 1024 * 1024 },
};

// Loading runs the scripts of everything that the component uses, which takes about a second.
function loadOnce(componentPath: string): string {
  const file = path.join(appDir, componentPath);
  const id = loaded.get(file) ?? simulate.load(file, 'main', options);
  loaded.set(file, id);
  return id;
}

/** Puts methods of `wx` in place that the package lacks or answers differently. */
export function stubWx(methods: object): void {
  Object.assign((globalThis as unknown as { wx: object }).wx, methods);
}

/** What ids are made of, as the package lacks it: sixteen times the same byte, which may be another each time. */
export const randomSource = (nextByte = () => 0) => ({
  getUserCryptoManager: () => ({
    getRandomValues: ({ success }: { success(values: object): void }) =>
      success({ randomValues: new Uint8Array(16).fill(nextByte()).buffer }),
  }),
});

/** Waits, a turn at a time, until something holds; fails after many turns. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < TURNS_MAX; turn += 1) {
    if (holds()) return;
    await simulate.sleep(0);
  }
  throw new Error('it did not happen');
}

const TURNS_MAX = 500;

/** Base library and text size that TDesign and pages ask for. */
const APP_BASE = { SDKVersion: '3.8.0', language: 'zh_CN', theme: 'light', fontSizeScaleFactor: 1 };

/** What is really given back; the package's own typings lack addEventListener and a plain instance. */
interface Root {
  readonly instance: Rendered['instance'];
  attach(parent: Node): void;
  detach(): void;
  setData(changed: object): void;
  triggerPageLifeTime(moment: string): void;
  querySelector(
    selector: string,
  ): { instance: { triggerEvent(name: string, detail: object): void } } | undefined;
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
}

type References = Record<string, string>;
teachReferences();
defineWorld();

// It resolves relative and absolute references only, and never reads those of app.json.
function teachReferences(): void {
  const readJson = inside.readJson;
  const ofApp = readJson(path.join(appDir, 'app.json'))?.usingComponents ?? {};
  inside.readJson = (file) => {
    const json = readJson(file);
    if (!json) return json;
    const isPackage = file.includes('miniprogram_npm');
    const named = { ...(isPackage ? {} : ofApp), ...json.usingComponents };
    const resolved = Object.entries(named).map(([tag, reference]) => [
      tag,
      absoluteReference(reference, path.dirname(file)),
    ]);
    return { ...json, usingComponents: Object.fromEntries(resolved) as References };
  };
}

// `tdesign-miniprogram/button/button` → `/miniprogram_npm/tdesign-miniprogram/button/button`.
function absoluteReference(reference: string, folder: string): string {
  const isPlain = !/^[./]/.test(reference);
  const isBeside = existsSync(path.join(folder, `${reference}.json`));
  return isPlain && !isBeside ? `/miniprogram_npm/${reference}` : reference;
}

// The package knows Component only. Fields of a page that are not functions are put on `this`.
function defineWorld(): void {
  const world = globalThis as unknown as {
    Page(definition: Record<string, unknown>): void;
    Component(definition: object): void;
    getApp(): object;
    getCurrentPages(): object[];
  };
  // TDesign asks for these when its scripts are loaded.
  world.getApp = () => ({});
  world.getCurrentPages = () => [];
  stubWx({ getAppBaseInfo: () => APP_BASE });
  world.Page = ({ data, behaviors, options, ...rest }) => {
    const isMethod = ([, value]: [string, unknown]) => typeof value === 'function';
    const fields = Object.entries(rest).filter((entry) => !isMethod(entry));
    world.Component({
      data,
      behaviors,
      options,
      methods: Object.fromEntries(Object.entries(rest).filter(isMethod)),
      created(this: object) {
        Object.assign(this, Object.fromEntries(fields));
      },
    });
  };
}
