/** What setData costs and how large a page is, in the terms of WeChat's own score. For tests. */
import * as ge from 'glass-easel';

export interface Measures {
  setDataCalls: number;
  setDataBytes: number;
  setDataBytesMax: number;
  nodes: number;
  depth: number;
  childrenMax: number;
}

const spent = { calls: 0, bytes: 0, bytesMax: 0 };

/** Counts every setData from now on; bytes are those of its JSON, as WeChat sends it to the view. */
export function countSetData(): void {
  const setData = ge.Component.prototype.setData;
  ge.Component.prototype.setData = function (values) {
    const bytes = jsonBytes(values);
    spent.calls += 1;
    spent.bytes += bytes;
    spent.bytesMax = Math.max(spent.bytesMax, bytes);
    return setData.call(this, values);
  };
}

/** The counters since the last call, and the size of the tree below `page`. */
export function takeMeasures(page: HTMLElement | undefined): Measures {
  const tree = page ? treeSize(page) : { nodes: 0, depth: 0, childrenMax: 0 };
  const measures = {
    setDataCalls: spent.calls,
    setDataBytes: spent.bytes,
    setDataBytesMax: spent.bytesMax,
    ...tree,
  };
  Object.assign(spent, { calls: 0, bytes: 0, bytesMax: 0 });
  return measures;
}

function jsonBytes(values: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(values) ?? '').length;
  } catch (error) {
    // WeChat refuses what has no JSON; glass-easel does not, so say it where a developer looks.
    console.warn(`setData: ${String(error)}`);
    return 0;
  }
}

/** Counts mini-program nodes only: a tag's inner `<input>` or `<img>` is no node in WeChat. */
function treeSize(page: HTMLElement): Pick<Measures, 'nodes' | 'depth' | 'childrenMax'> {
  const size = { nodes: 0, depth: 0, childrenMax: 0 };
  const visit = (node: globalThis.Element, depth: number) => {
    const isNode = node.tagName.startsWith('WX-');
    const below = isNode ? depth + 1 : depth;
    if (isNode) size.nodes += 1;
    size.depth = Math.max(size.depth, below);
    size.childrenMax = Math.max(size.childrenMax, node.children.length);
    for (const child of node.children) visit(child, below);
  };
  visit(page, 0);
  return size;
}
