/** glass-easel set up once: environment, code space, backend, and the patches it needs. */
import * as ge from 'glass-easel';
import { MiniProgramEnv, type CodeSpace, type Root } from 'glass-easel-miniprogram-adapter';

import type { ChunkViews, StaticConfig } from '../../bundle';
import { PageBackend } from './backend';
import type { Component } from './element';
import { endsHeardPress, forgetHeardPress, shapeEvents, watchLongPress } from './events';
import { countSetData } from './measure';
import { queueReady } from './ready';
import { installWxs } from './wxs';

export interface Engine {
  readonly codeSpace: CodeSpace;
  readonly componentSpace: ge.ComponentSpace;
  readonly statics: Map<string, StaticConfig>;
  readonly sheets: Map<string, string>;
  readonly templates: Map<string, ge.template.ComponentTemplate>;
  addViews(views: ChunkViews): void;
  registerSheet(path: string, css: string): void;
  createRoot(tag: string, url: string): Root;
  /** The page of this route is in front: of all pages' sheets only its own is in force. */
  wearSheetOf(route: string): void;
}

/** The main space of a mini-program is the one that has app.wxss and accepts shared styles. */
const IS_MAIN_SPACE = true;

/** Builds the engine; to be called once, before any tag, behavior or component is defined. */
export function createEngine(builtInTags: ReadonlySet<string>): Engine {
  const env = new MiniProgramEnv();
  const codeSpace = env.createCodeSpace('', IS_MAIN_SPACE);
  const componentSpace = codeSpace.getComponentSpace();
  // Trap: a property named `data` (t-form has one) would hide `.data`, and validation would pass silently.
  componentSpace.updateComponentOptions({ writeFieldsToNode: false });
  codeSpace.setOverallBehavior(readyBehavior(componentSpace));

  const statics = new Map<string, StaticConfig>();
  const componentTags = new Set(['page-root', 'custom-tab-bar']);
  const backend = new PageBackend(
    (tag) => builtInTags.has(tag) || componentTags.has(tag),
    (path) => statics.has(path) && !statics.get(path)?.component,
  );
  const associated = env.associateBackend(backend as unknown as ge.GeneralBackendContext);
  patch(backend);

  const sheets = new Map<string, string>();
  const templates = new Map<string, ge.template.ComponentTemplate>();
  return {
    codeSpace,
    componentSpace,
    statics,
    sheets,
    templates,
    addViews(views) {
      for (const [path, config] of views.components) {
        statics.set(path, config);
        for (const tag of tagsOf(config)) componentTags.add(tag.toLowerCase());
        const content = views.templates[path];
        if (content) templates.set(path, compiled(views, content));
      }
      for (const [path, css] of Object.entries(views.sheets)) sheets.set(path, css);
    },
    registerSheet: (path, css) => associated.registerStyleSheetContent(path, css),
    createRoot: (tag, url) => associated.createRoot(tag, codeSpace, url),
    wearSheetOf: (route) => backend.wearSheetOf(route),
  };
}

function tagsOf(config: StaticConfig): string[] {
  return [...Object.keys(config.usingComponents), ...Object.keys(config.componentGenerics ?? {})];
}

function compiled(views: ChunkViews, content: unknown): ge.template.ComponentTemplate {
  return {
    groupList: views.templates,
    content,
    // Text inside plain tags still hears events, as in WeChat.
    fallbackListenerOnNativeNode: true,
    // The compiler's output is glass-easel's own format, which has no public type.
  } as unknown as ge.template.ComponentTemplate;
}

function readyBehavior(space: ge.ComponentSpace): ge.GeneralBehavior {
  return space.defineBehavior({
    lifetimes: {
      attached(this: unknown) {
        const caller = this as { _$?: Component };
        queueReady(caller._$ ?? (this as Component));
      },
    },
  }) as unknown as ge.GeneralBehavior;
}

function patch(backend: PageBackend): void {
  shapeEvents();
  installWxs();
  countSetData();
  watchLongPress();
  document.addEventListener('pointerdown', forgetHeardPress, true);
  listenActively();
  backend.onEvent((target, type, detail, options) => {
    if (type === 'tap' && endsHeardPress(options.originalEvent)) return undefined;
    const event = new ge.Event(type, detail, options);
    ge.Event.dispatchEvent(target, event);
    return mayPrevent(type, options.originalEvent) ? event.getEventBubbleStatus() : undefined;
  });
}

/**
 * `catchtouchmove` keeps the page from scrolling. Preventing anything else (touchend, tap) would also
 * keep the browser from focusing a field or pressing a control, which WeChat does not.
 */
function mayPrevent(type: string, origin: unknown): boolean {
  return type === 'touchmove' && origin instanceof Event && origin.cancelable;
}

/** Trap: browsers take touch listeners on the body as passive, where preventing does nothing. */
function listenActively(): void {
  const { body } = document;
  const add = body.addEventListener.bind(body) as EventTarget['addEventListener'];
  body.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ) => {
    const given = typeof options === 'object' ? options : { capture: options ?? false };
    add(type, listener, type.startsWith('touch') ? { ...given, passive: false } : given);
  };
}
