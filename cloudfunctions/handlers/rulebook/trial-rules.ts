/** The last page of a dry run: rules by rank need everybody at once, as at a closing. */
import { periodsTried, tryRules, type RuleTrial } from '../../domain/bulletin/try-rules';
import { withFiled, noTallies } from '../../domain/bulletin/tally';
import { periodBefore, spanOf, type PeriodKey } from '../../domain/ledger/period';
import { sidesOf, type Moved, type Side } from '../../domain/points/dry-run';
import { startOfDay } from '../../kernel/days';
import type { Scene } from '../handler';
import { allOf, shortsBefore } from '../period/apply-rules';
import { heldBefore } from '../period/held-money';
import { readTrialPage, type TrialCursor, type TrialPlace } from './trial-pages';

/** These are replayed; everything else was posted by hand, and stays as it is. */
const replayed = ['adoption', 'fact', 'period'];

export async function trialRules(scene: Scene, place: TrialPlace): Promise<Moved[]> {
  const { store } = scene;
  const tried = periodsTried(place.period, place);
  const [material, entries, people, filed, found] = await Promise.all([
    everything(scene, place),
    allOf(place.span, store.pageEntriesIn, ({ periodOn, _id }) => ({ on: periodOn, id: _id })),
    store.readEverybody(),
    filedIn(scene, tried),
    foundBy(scene, place, tried),
  ]);
  return tryRules({
    ...{ ...place, ...material, ...found, people, filed },
    others: entries.filter(({ causeKind }) => !replayed.includes(causeKind)),
  });
}

async function everything(
  scene: Scene,
  place: TrialPlace,
): Promise<Pick<RuleTrial, 'works' | 'facts'>> {
  const all: Pick<RuleTrial, 'works' | 'facts'> = { works: [], facts: [] };
  let cursor: TrialCursor | null = { stage: 'works', after: null };
  while (cursor) {
    const page = await readTrialPage(scene, place, cursor);
    all.works.push(...page.works);
    all.facts.push(...page.facts);
    cursor = page.next;
  }
  return all;
}

async function filedIn({ store }: Scene, tried: PeriodKey[]): Promise<RuleTrial['filed']> {
  const tallies = tried.map(async (period) => {
    const { from, until } = spanOf(period) ?? { from: '', until: '' };
    const moments = { from: startOfDay(from), until: startOfDay(until) };
    return [period, withFiled(noTallies, await store.countFiled(moments), [])] as const;
  });
  return new Map(await Promise.all(tallies));
}

/** What the first month, quarter and year find of the one before: as it was, under either rulebook. */
async function foundBy(
  { store }: Scene,
  place: TrialPlace,
  tried: PeriodKey[],
): Promise<Pick<RuleTrial, 'shorts' | 'held'>> {
  const firsts = tried.filter((period) => !tried.includes(periodBefore(period) ?? ''));
  const sides = sidesOf(place);
  const heldIn = async (side: Side) =>
    new Map(
      await Promise.all(
        firsts.map(async (period) => {
          const held = await heldBefore(store, period, sides[side]);
          return [periodBefore(period) ?? '', held] as const;
        }),
      ),
    );
  const [before, after, shorts] = await Promise.all([
    heldIn('before'),
    heldIn('after'),
    Promise.all(
      firsts.map(async (period) => {
        const runs = await shortsBefore(store, period);
        return [periodBefore(period) ?? '', runs] as const;
      }),
    ),
  ]);
  return { shorts: new Map(shorts), held: { before, after } };
}
