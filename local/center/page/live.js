// Keeps an open page as it would be if it were loaded again: what arrives is seen without a tap. A page
// on which something is being entered is left alone.
const EVERY_MS = 1000;
let shown = document.querySelector('main').innerHTML;

setInterval(async () => {
  if (document.hidden || isBeingFilledIn()) return;
  const response = await fetch(location.href).catch(() => undefined);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = fresh.querySelector('main');
  if (main.innerHTML === shown || isBeingFilledIn()) return;
  shown = main.innerHTML;
  document.querySelector('main').replaceWith(main);
}, EVERY_MS);

function isBeingFilledIn() {
  const fields = [...document.querySelectorAll('input, textarea')];
  const isTyped = fields.some(({ value, defaultValue }) => value !== defaultValue);
  return isTyped || document.activeElement?.matches('input, textarea, select') || isOpened();
}

/** A part that a person has opened, or a choice that is not the one the page came with. */
function isOpened() {
  const isChosen = [...document.querySelectorAll('select')].some(({ options, selectedIndex }) => {
    const first = [...options].findIndex(({ defaultSelected }) => defaultSelected);
    return selectedIndex !== Math.max(0, first);
  });
  return isChosen || document.querySelector('details[open]') !== null;
}
