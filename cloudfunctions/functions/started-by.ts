/**
 * Who started a job that phones have no business with. The platform says so in the environment, which
 * no event can write; what an event claims about itself is not believed.
 */
export function isTimer(): boolean {
  return process.env.TRIGGER_SRC === 'timer';
}

/** What the platform may add to an event by itself. */
const added = new Set(['userInfo', 'tcbContext']);

/** A function of ours that wakes a job up has nothing to say to it. */
export function isKick(event: unknown): boolean {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return false;
  return Object.keys(event).every((key) => added.has(key));
}
