/** WXSS selectors made selectors of the browser's document. */
import parser from 'postcss-selector-parser';
import { SCOPE_MARK } from '../bundle';

/** The element that stands for WeChat's `page`. */
const PAGE_TAG = 'wx-page-root';

const rename = parser((root) => {
  root.walk((node) => {
    if (node.type === 'class') {
      // Printed, a class keeps the escapes of the source (`.w-1\\/2`), which its value has lost.
      const written = String(node).trim().slice(1);
      node.setPropertyAndEscape('value', SCOPE_MARK + node.value, SCOPE_MARK + written);
    } else if (node.type === 'tag') {
      node.value = node.value === 'page' ? PAGE_TAG : `wx-${node.value}`;
    } else if (node.type === 'pseudo' && node.value === ':host') {
      // Two marks: the runtime puts the bare scope name there, without the class separator.
      node.replaceWith(parser.attribute({ attribute: hostAttribute, value: undefined, raws: {} }));
    }
  });
});

const hostAttribute = `wx-host="${SCOPE_MARK.repeat(2)}"`;

/** `.a view:host` → `.<mark>a wx-view[wx-host="<mark><mark>"]`; throws on what is no selector. */
export function browserSelector(selector: string): string {
  return rename.processSync(selector);
}
