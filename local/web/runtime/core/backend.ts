/** glass-easel's DOM backend, bent to a mini-program's ways: tag names, rpx, style sheets, viewport. */
import * as ge from 'glass-easel';

import { browserUnits } from '../../units';

/** Tags that are neither built in nor components, yet harmless: TDesign writes one `<span>`. */
const PLAIN_TAGS = new Set(['span', 'div', 'p']);

/** glass-easel's MutLevel.None; its enum exists in types only. */
const NOT_PREVENTED = 0;

/** Creates elements as `wx-<tag>`, once-only style sheets, and observers that see the page's frame as viewport. */
export class PageBackend extends ge.CurrentWindowBackendContext {
  private readonly sheets = new Map<string, number>();
  private readonly pageSheets = new Map<string, HTMLStyleElement>();
  private front = '';

  constructor(
    private readonly isKnownTag: (tag: string) => boolean,
    private readonly isPage: (path: string) => boolean,
  ) {
    super();
    // glass-easel asks for these three methods only; its declared Element is a subset of the DOM's.
    this.document = {
      createElement: (tag: string) => this.createTag(tag),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as ge.CurrentWindowBackendContext['document'];
  }

  /** Trap: createRoot adds every sheet again for every page; the first one stays in force. */
  override appendStyleSheetPath(path: string, scope?: number): number {
    const known = this.sheets.get(path);
    if (known !== undefined) return known;
    const index = super.appendStyleSheetPath(path, scope);
    this.sheets.set(path, index);
    const added = document.head.lastElementChild;
    // An empty sheet adds no node.
    if (this.isPage(path) && added instanceof HTMLStyleElement && added.textContent !== '') {
      this.pageSheets.set(path, added);
      added.disabled = path !== this.front && this.front !== '';
    }
    return index;
  }

  /**
   * In WeChat each page is a document of its own; here all share one, so that the sheet of a page left
   * behind would dress the next one, and the components that take a page's classes.
   */
  wearSheetOf(route: string): void {
    this.front = route;
    for (const [path, sheet] of this.pageSheets) sheet.disabled = path !== route;
  }

  /**
   * Trap: for delegated events glass-easel decides once, by the first listener, whether all of them are
   * prevented; one `catchtouchmove` would stop every scroll. What each event answers decides instead.
   */
  override setListenerStats(
    ...[element, type, capture]: Parameters<ge.CurrentWindowBackendContext['setListenerStats']>
  ): void {
    super.setListenerStats(element, type, capture, NOT_PREVENTED);
  }

  private createTag(tag: string): HTMLElement {
    const name = tag.toLowerCase();
    if (!this.isKnownTag(name) && !PLAIN_TAGS.has(name)) {
      throw new Error(`<${tag}> is not implemented in the browser`);
    }
    const node = document.createElement(`wx-${name}`);
    const setAttribute = node.setAttribute.bind(node);
    node.setAttribute = (attribute, value) => {
      setAttribute(attribute, attribute === 'style' ? browserUnits(String(value)) : value);
    };
    return node;
  }
}
