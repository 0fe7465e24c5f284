/** Keeps the newest bundle that compiled; a build that fails leaves the old one in use. */
import { SourceProblems, problemText } from '../compile/problem';
import type { BundleFiles } from '../compile/index';

export interface BundleKeeper {
  current(): BundleFiles;
  /** Builds again; builds asked for meanwhile become one more build after it. */
  rebuild(): Promise<void>;
}

interface Building {
  build: () => Promise<BundleFiles>;
  onBuilt: () => void;
  /** Readable lines, `file:line:column message`. */
  onFailed: (problems: string[]) => void;
}

/** Keeper of an empty bundle; call rebuild first. */
export function createBundleKeeper({ build, onBuilt, onFailed }: Building): BundleKeeper {
  let bundle: BundleFiles = new Map();
  let running: Promise<void> | undefined;
  let isAskedAgain = false;

  const once = async (): Promise<void> => {
    try {
      bundle = await build();
      onBuilt();
    } catch (cause) {
      onFailed(problemsOf(cause));
    }
  };
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      await once();
    } while (isAskedAgain);
    running = undefined;
  };
  return {
    current: () => bundle,
    rebuild() {
      if (running) isAskedAgain = true;
      else running = run();
      return running;
    },
  };
}

function problemsOf(cause: unknown): string[] {
  if (cause instanceof SourceProblems) return cause.problems.map(problemText);
  return [cause instanceof Error ? cause.message : String(cause)];
}
