/** What happened in the sample county, in order and at its times: the clock is moved from act to act. */
import type { SampleDesk } from './center-desk';
import { inTurns, type Gateway } from './gateway';

export interface Step {
  hoursAgo: number;
  /** Steps about the same thing are done one after the other, those of others beside them. */
  about: string;
  run: () => Promise<void>;
}

const hourMs = 60 * 60 * 1000;
/** What happened within these hours is done at one time: each move of the clock rings the cloud's timers. */
const together = { longAgoHours: 30, latelyHours: 3 };
const latelySinceHours = 60;

/** Does all of it, the oldest first. The center keeps the cloud's time, and has answered before it moves. */
export async function playOut(
  steps: Step[],
  { gateway, desk, now }: { gateway: Gateway; desk: SampleDesk | undefined; now: number },
): Promise<void> {
  for (const group of inOrder(steps)) {
    // The time of the last of them: nobody reports what is printed tomorrow.
    const at = now - Math.min(...group.map(({ hoursAgo }) => hoursAgo)) * hourMs;
    // Photos have been looked at while the links to them hold.
    await gateway.control('wechat', 'deliver-media', {});
    await desk?.settle();
    await desk?.moveClock(at);
    await gateway.control('clock', 'set', { at });
    // What has most to be done to it goes first, or the rest would wait for it alone.
    const things = [...byThing(group).values()].sort((one, other) => other.length - one.length);
    await inTurns(things, async (ofOne) => {
      for (const step of ofOne) await step.run();
    });
  }
  await gateway.control('wechat', 'deliver-media', {});
  await desk?.settle();
}

/** Steps that are done at one time, oldest first. */
function inOrder(steps: Step[]): Step[][] {
  const groups: Step[][] = [];
  const sorted = [...steps].sort((left, right) => right.hoursAgo - left.hoursAgo);
  for (const step of sorted) {
    const last = groups.at(-1);
    const since = last?.[0]?.hoursAgo ?? Infinity;
    const isLately = since <= latelySinceHours;
    const reach = isLately ? together.latelyHours : together.longAgoHours;
    if (last && since - step.hoursAgo <= reach) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function byThing(steps: Step[]): Map<string, Step[]> {
  const things = new Map<string, Step[]>();
  for (const step of steps) things.set(step.about, [...(things.get(step.about) ?? []), step]);
  return things;
}
