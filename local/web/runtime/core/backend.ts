/** glass-easel's DOM backend, bent to a mini-program's ways: tag names, rpx, style sheets, viewport. */
import * as ge from 'glass-easel';

import { browserUnits } from '../../units';

/** Tags that are neither built in nor components, yet harmless: TDesign writes one `<span>`. */
const PLAIN_TAGS = new Set(['span', 'div', 'p']);

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
