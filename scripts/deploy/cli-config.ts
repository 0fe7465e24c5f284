import type { Wanted } from './wanted';

/**
 * The file that Tencent's command line reads, for looking at logs and calling functions by hand. No
 * secret is in it: without variables the command line leaves those that stand.
 */
export function cliConfig(envId: string, { functions }: Wanted) {
  return {
    version: '2.0',
    envId,
    functionRoot: './cloudfunctions',
    functions: functions.map(({ name, handler, runtime, timeout, memorySize, triggers }) => ({
      ...{ name, handler, runtime, timeout, memorySize, triggers },
      installDependency: false,
    })),
  };
}
