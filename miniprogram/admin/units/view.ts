/** The unit tree as the page shows it: a card a kind, since a long list has no places to rest. */
import { quotaClassWords, unitKindText } from '../wording/admin';
import type { TreeLine } from '../../components/unit-picker/tree';

export interface UnitLine {
  id: string;
  name: string;
  depth: number;
  about: string;
}

export interface UnitGroup {
  /** Empty above the root, which stands alone. */
  title: string;
  lines: UnitLine[];
}

/** The root, then what stands right below it by kind, each with all below itself. */
export function groupsOf(tree: TreeLine[]): UnitGroup[] {
  const groups = new Map<string, UnitLine[]>();
  let title = '';
  for (const unit of tree) {
    if (unit.depth === 1) title = unitKindText[unit.kind];
    groups.set(title, [...(groups.get(title) ?? []), lineOf(unit)]);
  }
  return [...groups].map(([kind, lines]) => ({ title: kind, lines }));
}

function lineOf({ id, name, depth, kind, quotaClass }: TreeLine): UnitLine {
  // Under the title of its kind, only what differs from it is said.
  const assessed = quotaClass === null ? '' : quotaClassWords(quotaClass);
  const said = depth === 1 ? [assessed] : [unitKindText[kind], assessed];
  return { id, name, depth: Math.max(0, depth - 1), about: said.filter(Boolean).join(' · ') };
}
