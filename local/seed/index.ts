/**
 * The sample county: founded, staffed and at work for two months, all of it over the gateway as
 * people do it, so that everything is as real as what comes later. The cloud's clock is set back for
 * it and is real again when it ends; so is the clock of the center beside it.
 */
import { joinCenter, type SampleCenter } from './center';
import { openDesk, type SampleDesk } from './center-desk';
import { foundOrgan, joiningSteps, seedDirectory } from './directory';
import { drawAhead } from './drawings';
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

/** Begins to draw the sample's pictures, before there is a cloud. */
export const drawSample = () => drawAhead(sampleStories);

/**
 * Seeds an empty cloud; answers false, and changes nothing, when the organ stands already. Where a
 * center is named, what was signed off is delivered there, and its answers are those of its desk. It
 * may be starting still.
 */
export async function seedCounty(
  cloudBase: string,
  now: number,
  center?: SampleCenter | Promise<SampleCenter>,
): Promise<boolean> {
  const gateway = openGateway(cloudBase);
  const foundedAt = now - foundedDaysAgo * dayMs;
  let desk: SampleDesk | undefined;
  await gateway.control('clock', 'set', { at: foundedAt });
  // What is broken off half-way is started over, so nothing of it need be on disk before its end.
  await gateway.control('database', 'synced', { isSynced: false });
  try {
    if (!(await foundOrgan(gateway, { cloudBase, now: foundedAt }))) return false;
    const [directory, outletIds] = await Promise.all([
      seedDirectory(gateway, sampleStories),
      seedOutlets(gateway),
      seedRulebook(gateway, foundedAt),
    ]);
    const beside = await center;
    desk = beside && openDesk(beside.base);
    if (beside) await joinCenter(cloudBase, beside);
    const room: Newsroom = {
      ...{ gateway, directory, desk, now },
      ...{ storyIds: new Map(), versions: new Map() },
    };
    const steps = [
      ...joiningSteps(room, sampleStories),
      ...storySteps(room, sampleStories),
      ...printingSteps({ ...room, outletIds }, sampleStories),
      ...pointSteps(room),
      ...periodSteps(room, foundedAt),
    ];
    await playOut(steps, { gateway, desk, now });
    return true;
  } finally {
    await gateway.control('clock', 'real', {});
    await gateway.control('database', 'synced', { isSynced: true });
    await desk?.moveClock(Date.now());
  }
}
