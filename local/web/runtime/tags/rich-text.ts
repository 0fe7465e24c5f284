/** `<rich-text>`: nodes or HTML text, reduced to what WeChat trusts before it reaches the document. */
import type { ComponentSpace } from 'glass-easel';

import { browserUnits } from '../../units';
import { packageSource } from '../core/sources';
import { anything, defineTag, text, truth } from './define';

/** Trusted elements and their own attributes. Source: rich-text's documentation. */
const TRUSTED: Record<string, string[]> = {
  a: [],
  abbr: [],
  address: [],
  article: [],
  aside: [],
  b: [],
  bdi: [],
  bdo: ['dir'],
  big: [],
  blockquote: [],
  br: [],
  caption: [],
  center: [],
  cite: [],
  code: [],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  dd: [],
  del: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  fieldset: [],
  font: [],
  footer: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  header: [],
  hr: [],
  i: [],
  img: ['alt', 'src', 'height', 'width'],
  ins: [],
  label: [],
  legend: [],
  li: [],
  mark: [],
  nav: [],
  ol: ['start', 'type'],
  p: [],
  pre: [],
  q: [],
  rt: [],
  ruby: [],
  s: [],
  section: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  sup: [],
  table: ['width'],
  tbody: [],
  td: ['colspan', 'height', 'rowspan', 'width'],
  tfoot: [],
  th: ['colspan', 'height', 'rowspan', 'width'],
  thead: [],
  tr: ['colspan', 'height', 'rowspan', 'width'],
  tt: [],
  u: [],
  ul: [],
};
const TRUSTED_EVERYWHERE = ['class', 'style'];

export interface RichNode {
  type?: 'node' | 'text';
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
  text?: string;
}

/** Defines it. */
export function defineRichText(space: ComponentSpace): void {
  defineTag(space, 'rich-text', {
    properties: { nodes: anything(''), space: text(), userSelect: truth(), mode: text() },
    bring(tag) {
      const draw = () => {
        const nodes = tag.props.nodes;
        const content =
          typeof nodes === 'string' ? fromHtml(nodes) : fromNodes(nodes as RichNode[]);
        tag.dom.replaceChildren(...content);
      };
      tag.dom.toggleAttribute('spaces', tag.str('space') !== '');
      draw();
      return { changed: { nodes: draw } };
    },
  });
}

function fromHtml(html: string): Node[] {
  // A parsed document runs no script and loads no picture.
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].flatMap(trustedCopy);
}

function trustedCopy(node: Node): Node[] {
  if (node instanceof Text || node.nodeType === Node.TEXT_NODE) {
    return [document.createTextNode(node.textContent ?? '')];
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  // The node type was just checked; it belongs to another document, so instanceof would not do.
  const element = node as Element;
  const attributes = Object.fromEntries(
    [...element.attributes].map((one) => [one.name, one.value]),
  );
  const made = trusted(element.tagName.toLowerCase(), attributes);
  made?.append(...[...element.childNodes].flatMap(trustedCopy));
  return made ? [made] : [];
}

function fromNodes(nodes: RichNode[] | null | undefined): Node[] {
  return (Array.isArray(nodes) ? nodes : []).flatMap((node) => {
    if (node.type === 'text') return fromEntities(node.text ?? '');
    const made = trusted((node.name ?? '').toLowerCase(), node.attrs ?? {});
    made?.append(...fromNodes(node.children));
    return made ? [made] : [];
  });
}

/** Text nodes may hold entities (`&nbsp;`), but no tags. */
function fromEntities(written: string): Node[] {
  const parsed = new DOMParser().parseFromString(written.replaceAll('<', '&lt;'), 'text/html');
  return [document.createTextNode(parsed.body.textContent ?? '')];
}

function trusted(name: string, attributes: Record<string, string>): HTMLElement | undefined {
  const allowed = TRUSTED[name];
  if (!allowed) return undefined;
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (![...allowed, ...TRUSTED_EVERYWHERE].includes(attribute)) continue;
    const isStyle = attribute === 'style';
    const written = isStyle ? browserUnits(String(value)) : String(value);
    if (attribute === 'src' && /^\s*(javascript|data:text)/i.test(written)) continue;
    made.setAttribute(attribute, attribute === 'src' ? packageSource(written) : written);
  }
  return made;
}
