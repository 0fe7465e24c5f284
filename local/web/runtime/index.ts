/** The page runtime's entry: puts WeChat's globals in place and boots what the compiler has made. */
import type { Boot } from '../bundle';
import { createEngine } from './core/engine';
import { takeMeasures } from './core/measure';
import { createPhone } from './core/phone';
import { createRegistry } from './core/register';
import { builtInTags, defineTags } from './tags/index';
import { createWx, whenWxReady } from './wx/index';

const engine = createEngine(builtInTags);
const registry = createRegistry(engine);
const phone = createPhone(engine, registry);
defineTags(engine, phone);

Object.assign(globalThis, {
  App: phone.app.define,
  getApp: phone.app.instance,
  getCurrentPages: () => phone.router.pages().map((page) => page.instance),
  Page: registry.definePage,
  Component: registry.defineComponent,
  Behavior: registry.defineBehavior,
  __enterModule: registry.enterModule,
});

/** Tests read counters and reach the router here; `wx` adds its own knobs. */
const web = {
  measure: () => takeMeasures(phone.router.top()?.frame),
  host: phone.host,
};
const shared = globalThis as { __web?: Record<string, unknown>; wx?: unknown; boot?: Boot };
shared.__web = Object.assign(shared.__web ?? {}, web);
shared.wx = createWx(phone.host);

/** What the compiled bundle calls, in the order that `bundle.ts` describes. */
export const boot: Boot = {
  setup(first) {
    engine.addViews(first);
    registry.registerAppSheet();
    phone.configure(first);
  },
  add: (views) => engine.addViews(views),
  // From App.onLaunch on, kept files and values can be read synchronously.
  start: () => void whenWxReady().then(() => phone.start()),
};
shared.boot = boot;
