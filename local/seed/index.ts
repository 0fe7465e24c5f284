/**
 * The sample county: founded, staffed and at work for two months, all of it over the gateway as
 * people do it, so that everything is as real as what comes later. The cloud's clock is set back for
 * it and is real again when it ends; so is the clock of the center beside it.
 */
import { joinCenter, type SampleCenter } from './center';
import { openDesk } from './center-desk';
import { seedDirectory } from './directory';
import { earlier } from './earlier';
import { openGateway } from './gateway';
import { storySteps, type Newsroom } from './newsroom';
import { seedOutlets } from './outlets';
import { periodSteps } from './periods';
import { pointSteps } from './points';
import { printingSteps } from './printings';
import { returned } from './returned';
import { seedRulebook } from './rulebook';
import { signedOff } from './signed-off';
import type { SampleStory } from './story-shape';
import { playOut } from './timeline';
import { waiting } from './waiting';

export { leaveBootstrapCode } from './bootstrap';
export { centerOutlets, joinCenter } from './center';

const dayMs = 24 * 60 * 60 * 1000;
/** Somewhat before the first story. */
const foundedDaysAgo = 61;

export const sampleStories: SampleStory[] = [...earlier, ...signedOff, ...returned, ...waiting];

/**
 * Seeds an empty cloud; answers false, and changes nothing, when the organ stands already. Where a
 * center is named, what was signed off is delivered there, and its answers are those of its desk.
 */
export async function seedCounty(
  cloudBase: string,
  now: number,
  center?: SampleCenter,
): Promise<boolean> {
  const gateway = openGateway(cloudBase);
  const desk = center && openDesk(center.base);
  const foundedAt = now - foundedDaysAgo * dayMs;
  await desk?.moveClock(foundedAt);
  await gateway.control('clock', 'set', { at: foundedAt });
  try {
    const authorUnits = new Set(sampleStories.map(({ unit }) => unit));
    const given = { cloudBase, now: foundedAt, authorUnits };
    const directory = await seedDirectory(gateway, given);
    if (!directory) return false;
    await seedRulebook(gateway, foundedAt);
    if (center) await joinCenter(cloudBase, center);
    const outletIds = await seedOutlets(gateway);
    const room: Newsroom = {
      ...{ gateway, directory, desk, now },
      ...{ storyIds: new Map(), versions: new Map() },
    };
    const steps = [
      ...storySteps(room, sampleStories),
      ...printingSteps({ ...room, outletIds }, sampleStories),
      ...pointSteps(room),
      ...periodSteps(room, foundedAt),
    ];
    await playOut(steps, { gateway, desk, now });
    return true;
  } finally {
    await gateway.control('clock', 'real', {});
    await desk?.moveClock(Date.now());
  }
}
