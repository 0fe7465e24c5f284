/** What the sheet lists; no wx, so it is tested as it is. */
export interface UnitChoice {
  id: string;
  name: string;
  depth: number;
}

/** The units whose name has the typed text, with what is chosen marked. */
export function shownUnits(units: UnitChoice[], typed: string, picked: string[]) {
  const text = typed.trim();
  return units
    .filter(({ name }) => name.includes(text))
    .map((unit) => ({
      ...unit,
      // A found unit stands alone, so the tree's indent would only look crooked.
      indent: text === '' ? unit.depth * 32 : 0,
      isChosen: picked.includes(unit.id),
    }));
}
