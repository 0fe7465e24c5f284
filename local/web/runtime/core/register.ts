/** `Component()`, `Page()`, `Behavior()` of page scripts: what the adapter leaves out is added here. */
import { APP_SHEET, SCOPE_MARK, type StaticConfig } from '../../bundle';
import type { Engine } from './engine';
import { installInstanceMethods } from './instance';

type Definition = Record<string, unknown> & {
  behaviors?: unknown[];
  options?: { styleIsolation?: string; addGlobalClass?: boolean; pureDataPattern?: RegExp };
};

/** Separates a component's class prefix from the class: `.title` → `.s7--title` (glass-easel's own form). */
const SCOPE_JOINT = '--';

export interface Registry {
  /** Called before each script; what it then defines belongs to this virtual path. */
  enterModule(path: string): void;
  defineComponent(definition: Definition): unknown;
  definePage(definition: Definition): unknown;
  defineBehavior(definition: Definition): unknown;
  /** Registers app.wxss; it applies to every page. */
  registerAppSheet(): void;
  /** Gives what this page uses and has no script an empty one; its chunk must have run. */
  completeMissing(path: string): void;
}

/** Definitions for one engine. */
export function createRegistry(engine: Engine): Registry {
  const behaviors = builtInBehaviors(engine);
  const defined = new Set<string>();
  const prepared = new Set<string>();
  let scopes = 0;
  let current = '';
  installInstanceMethods();

  const prepare = (path: string, options: Definition['options'] = {}) => {
    const config = engine.statics.get(path);
    if (!config || prepared.has(path)) return;
    prepared.add(path);
    const settled = withOptions(config, options);
    const scope = isShared(settled) ? '' : `s${scopes++}`;
    engine.codeSpace.addComponentStaticConfig(path, settled as never);
    const template = engine.templates.get(path);
    if (template) engine.codeSpace.addCompiledTemplate(path, template);
    addSheet(engine, path, scope);
  };
  const define = (kind: 'Component' | 'Page', definition: Definition) => {
    const path = current;
    if (!path) throw new Error(`${kind}() is called outside a page's or component's script`);
    prepare(path, definition.options);
    defined.add(path);
    const whole = withBehaviors(definition, behaviors);
    return engine.codeSpace.componentEnv(path, (env) =>
      kind === 'Page' ? env.Page(whole as never) : env.Component(whole as never),
    );
  };

  return {
    enterModule(path) {
      current = path;
    },
    defineComponent: (definition) => define('Component', definition),
    definePage: (definition) => define('Page', definition),
    defineBehavior: (definition) =>
      engine.codeSpace.componentEnv('', (env) =>
        env.Behavior(withBehaviors(definition, behaviors) as never),
      ),
    registerAppSheet() {
      const css = engine.sheets.get(APP_SHEET) ?? '';
      engine.registerSheet(APP_SHEET, css.replaceAll(SCOPE_MARK, ''));
      engine.codeSpace.addStyleSheet(APP_SHEET, APP_SHEET);
    },
    completeMissing(page) {
      // Only what the page reaches: other chunks may have brought views whose scripts are still to run.
      for (const path of reached(engine, page)) {
        if (defined.has(path)) continue;
        current = path;
        define('Component', {});
      }
      current = '';
    },
  };
}

function reached(engine: Engine, page: string): Set<string> {
  const found = new Set<string>();
  const waiting = [page];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const config = engine.statics.get(path);
    if (!config || found.has(path)) continue;
    found.add(path);
    const generics = Object.values(config.componentGenerics ?? {});
    const defaults = generics.flatMap((generic) => (generic === true ? [] : [generic.default]));
    const used = [...Object.values(config.usingComponents), ...defaults];
    waiting.push(...used.map((one) => one.replace(/^\//, '')));
  }
  return found;
}

/** Trap: the adapter reads styleIsolation from the json only; WeChat also from `options` in the script. */
function withOptions(config: StaticConfig, options: NonNullable<Definition['options']>) {
  return {
    ...config,
    styleIsolation: config.styleIsolation ?? options.styleIsolation,
    addGlobalClass: config.addGlobalClass ?? options.addGlobalClass,
    pureDataPattern: config.pureDataPattern ?? options.pureDataPattern?.source,
  };
}

/** Pages share the app's scope unless told otherwise; components have their own unless `shared`. */
function isShared(config: { styleIsolation?: string; component?: boolean }): boolean {
  const isolation = config.styleIsolation;
  if (!isolation) return !config.component;
  return isolation === 'shared' || isolation === 'page-shared';
}

function addSheet(engine: Engine, path: string, scope: string): void {
  const css = engine.sheets.get(path);
  if (!css) return;
  const prefix = scope ? scope + SCOPE_JOINT : '';
  const scoped = css.replaceAll(SCOPE_MARK + SCOPE_MARK, scope).replaceAll(SCOPE_MARK, prefix);
  engine.registerSheet(path, scoped);
  engine.codeSpace.addStyleSheet(path, path, scope || undefined);
}

/** Trap: the adapter ignores string behaviors (`wx://form-field`). */
function withBehaviors(definition: Definition, builtIn: Map<string, unknown>): Definition {
  if (!definition.behaviors) return definition;
  const behaviors = definition.behaviors.map((behavior) => {
    if (typeof behavior !== 'string') return behavior;
    const known = builtIn.get(behavior);
    if (!known) throw new Error(`behavior ${behavior} is not implemented in the browser`);
    return known;
  });
  return { ...definition, behaviors };
}

function builtInBehaviors(engine: Engine): Map<string, unknown> {
  const field = engine.codeSpace
    .behavior()
    .property('name', String)
    // `type: null` means any type in glass-easel, which the adapter's types do not know.
    .property('value', { type: null as never, value: null as never })
    .register();
  const empty = () => engine.codeSpace.behavior().register();
  return new Map<string, unknown>([
    ['wx://form-field', field],
    ['wx://form-field-group', empty()],
    ['wx://form-field-button', empty()],
    ['wx://component-export', empty()],
    ['wx://proxy-scroll-view', empty()],
  ]);
}
