import type { RosterProblem, RosterProblemCode } from '../../domain/people/roster-shape';
import { rosterProblems, rosterSheets } from '../../wording/roster';
import { refused, type QueryHandler } from '../handler';
import { planFile } from './plan-file';

/** As many as somebody mends before the next check; the count says how many there are in all. */
const problemsShown = 100;

const wordsOf: Record<RosterProblemCode, (about: string) => string> = rosterProblems;

/** `roster.check`: what an import would add, and every bad row; writes nothing. */
export const checkRosterHandler: QueryHandler<'roster.check'> = async ({ file }, scene) => {
  const planned = await planFile(file, scene);
  if (planned.refusal !== undefined) return refused(planned.refusal);
  const { units, people, known, problems } = planned.plan;
  return {
    ok: true,
    value: {
      units: units.length,
      people: people.length,
      known,
      problems: [...problems].sort(inOrder).slice(0, problemsShown).map(viewProblem),
      problemCount: problems.length,
    },
  };
};

function inOrder(left: RosterProblem, right: RosterProblem): number {
  if (left.sheet !== right.sheet) return left.sheet === 'units' ? -1 : 1;
  return (left.row ?? 0) - (right.row ?? 0);
}

const viewProblem = ({ sheet, row, code, about }: RosterProblem) => ({
  sheet: rosterSheets[sheet],
  row,
  words: wordsOf[code](about),
});
