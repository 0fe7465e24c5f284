/**
 * The sample county: founded, staffed and at work for three weeks, all of it over the gateway as
 * people do it, so that everything is as real as what comes later. The cloud's clock is set back for
 * it and is real again when it ends.
 */
import { seedDirectory } from './directory';
import { openGateway } from './gateway';
import { seedNewsroom } from './newsroom';
import { seedOutlets } from './outlets';
import { samplePrintings, seedPrintings } from './printings';
import { returned } from './returned';
import { seedRulebook } from './rulebook';
import { signedOff } from './signed-off';
import type { SampleStory } from './story-shape';
import { waiting } from './waiting';

export { leaveBootstrapCode } from './bootstrap';
export { centerOutlets, joinCenter } from './center';

const dayMs = 24 * 60 * 60 * 1000;
/** Somewhat before the first story. */
const foundedDaysAgo = 21;

export const sampleStories: SampleStory[] = [...signedOff, ...returned, ...waiting];

/** Seeds an empty cloud; answers false, and changes nothing, when the organ stands already. */
export async function seedCounty(cloudBase: string, now: number): Promise<boolean> {
  const gateway = openGateway(cloudBase);
  const foundedAt = now - foundedDaysAgo * dayMs;
  await gateway.control('clock', 'set', { at: foundedAt });
  try {
    const authorUnits = new Set(sampleStories.map(({ unit }) => unit));
    const given = { cloudBase, now: foundedAt, authorUnits };
    const directory = await seedDirectory(gateway, given);
    if (!directory) return false;
    await seedRulebook(gateway, foundedAt);
    const outletIds = await seedOutlets(gateway);
    const storyIds = await seedNewsroom({ gateway, directory, now }, sampleStories);
    const printed = { gateway, directory, now, storyIds, outletIds };
    await seedPrintings(printed, samplePrintings, sampleStories);
    return true;
  } finally {
    await gateway.control('clock', 'real', {});
  }
}
