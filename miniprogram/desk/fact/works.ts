/** The works that a fact can be about, as the sheet offers them; no wx. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { momentWords } from '../../text/day';
import { workWording } from '../wording/fact';
import type { FactForm } from './view';

type Work = ValueOf<'work.find'>['works'][number];
type Unit = { id: string; name: string };

export function workChoices(works: Work[], units: Unit[], now: number) {
  return works.map(({ id, headline, unitId, storyNumber, at }) => ({
    ...{ id, title: headline, unitId },
    about: [
      storyNumber ?? workWording.outside,
      units.find((unit) => unit.id === unitId)?.name ?? '',
      momentWords(at, now),
    ]
      .filter((words) => words !== '')
      .join(' · '),
  }));
}

/** A fact about this work: for its unit, if none was chosen; a jury's is called by its headline. */
export function ofWork(
  form: FactForm,
  work: { id: string; title: string; unitId: string },
  units: Unit[],
): Partial<FactForm> {
  const isJury = form.kind === 'jury';
  const unitId = form.unitId || work.unitId;
  return {
    ...{ workId: work.id, workTitle: work.title, unitId },
    unitName: form.unitName || (units.find(({ id }) => id === unitId)?.name ?? ''),
    ...(isJury && { title: form.title.trim() || work.title, personId: '', personName: '' }),
  };
}
