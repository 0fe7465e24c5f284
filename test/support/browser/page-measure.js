/* global document, getComputedStyle */
// Runs in the page, as text: sizes and places of the page in front.
(targetPx) => {
  const shows = (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(node).visibility === 'visible';
  };
  const named = (node) =>
    `${node.tagName.toLowerCase()}.${node.className} «${(node.textContent ?? '').trim().slice(0, 20)}»`;
  const pages = [...document.querySelectorAll('wx-page-root')].filter(shows);
  const top = pages.at(-1) ?? document.body;
  const all = [...top.querySelectorAll('*')];
  const depthOf = (node) => (node === top ? 0 : 1 + depthOf(node.parentElement ?? top));
  const tapped = '[role=button],[role=tab],[role=switch],[role=radio],[role=checkbox],.t-button';
  // What a screen reader does not see is tapped by way of something larger around it.
  const targets = [...top.querySelectorAll(tapped)].filter(
    (node) => !node.closest('[aria-hidden=true]'),
  );
  const small = targets.filter((node) => {
    const { width, height } = node.getBoundingClientRect();
    return shows(node) && Math.min(width, height) < targetPx - 1;
  });
  const right = document.documentElement.clientWidth + 1;
  const scrolls = (node) =>
    node !== null &&
    node !== top &&
    (/(auto|scroll)/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
  const overflowing = all.filter(
    (node) => shows(node) && node.getBoundingClientRect().right > right && !scrolls(node),
  );
  const text = JSON.stringify(globalThis.getCurrentPages().at(-1)?.data ?? {});
  return {
    small: small.slice(0, 5).map(named),
    overflowing: overflowing.slice(0, 5).map(named),
    nodes: all.length,
    depth: Math.max(0, ...all.map(depthOf)),
    childrenMax: Math.max(0, ...all.map((node) => node.childElementCount)),
    dataBytes: new TextEncoder().encode(text).length,
    shift: globalThis.__shift ?? 0,
  };
};
