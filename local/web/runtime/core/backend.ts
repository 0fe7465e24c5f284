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

  constructor(private readonly isKnownTag: (tag: string) => boolean) {
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
    return index;
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
