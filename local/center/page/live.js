// Keeps an open page as it would be if it were loaded again: what arrives is seen without a tap. A page
// on which something is being entered is left alone.
const EVERY_MS = 1000;
let shown;

setInterval(async () => {
  if (document.hidden || isBeingFilledIn()) return;
  const response = await fetch(location.href).catch(() => undefined);
  const text = response?.ok ? await response.text() : shown;
  if (shown !== undefined && text !== shown && !isBeingFilledIn()) {
    const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
    document.querySelector('main').replaceWith(fresh);
  }
  shown = text;
}, EVERY_MS);

function isBeingFilledIn() {
  const fields = [...document.querySelectorAll('input, textarea')];
  const isChosen = [...document.querySelectorAll('select')].some((one) =>
    [...one.options].some(({ selected, defaultSelected }, index) =>
      one.querySelector('[selected]') ? selected !== defaultSelected : selected && index > 0,
    ),
  );
  const isTyped = fields.some(({ value, defaultValue }) => value !== defaultValue);
  return isChosen || isTyped || document.activeElement?.matches('input, textarea, select');
}
