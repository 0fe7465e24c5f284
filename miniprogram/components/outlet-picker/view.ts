/** What the sheet lists; no wx, so it is tested as it is. */
export interface OutletChoice {
  id: string;
  name: string;
  aliases: string[];
  /** Level and class in words. */
  about: string;
  isClosed: boolean;
}

/** The outlets whose name or alias has the typed text; closed ones only where they are chosen. */
export function shownOutlets(outlets: OutletChoice[], typed: string, chosen: string) {
  const text = typed.trim();
  return outlets
    .filter(({ id, isClosed }) => !isClosed || id === chosen)
    .filter(({ name, aliases }) => [name, ...aliases].some((known) => known.includes(text)))
    .map((outlet) => ({ ...outlet, isChosen: outlet.id === chosen }));
}

/** The typed name, where the directory has none like it and another may be named. */
export function ownName(outlets: OutletChoice[], typed: string): string {
  const text = typed.trim();
  const isKnown = outlets.some(({ name, aliases }) => [name, ...aliases].includes(text));
  return isKnown ? '' : text;
}
