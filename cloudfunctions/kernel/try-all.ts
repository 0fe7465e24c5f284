/** Waits for a job; undefined where it failed, which is then kept to be told. */
export type Tried = <Done>(what: string, job: Promise<Done>) => Promise<Done | undefined>;

/** For jobs of which one that fails holds back no other; `what` says which one it was. */
export function tryAll(): { failures: { what: string; error: unknown }[]; tried: Tried } {
  const failures: { what: string; error: unknown }[] = [];
  const tried: Tried = (what, job) =>
    job.catch((error: unknown) => void failures.push({ what, error }));
  return { failures, tried };
}
