/**
 * A stopped process cannot notice that the cloud was killed. So the first worker brings a tiny shell
 * along that keeps the list of workers, reads its updates from a pipe, and kills them all when the pipe
 * ends, which happens with the cloud however it dies. About 1 MB; nothing of it while functions are cold.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

// `+ 12` adds a worker, `- 12` removes it; a leading minus in kill means the whole process group.
const SCRIPT = `
trap '' INT TERM HUP
list=' '
while read -r sign pid; do
  case "$sign" in
    +) list="$list$pid " ;;
    -) case "$list" in *" $pid "*) list="\${list%% $pid *} \${list#* $pid }" ;; esac ;;
  esac
done
for pid in $list; do kill -9 -"$pid" 2>/dev/null; done
`;

export interface Watchdog {
  add(pid: number): void;
  remove(pid: number): void;
  /** Ends the shell, and with it every worker still on its list. */
  end(): void;
}

/** Starts no process before the first `add`; on Windows none at all (workers never stop there). */
export function createWatchdog(): Watchdog {
  let shell: ChildProcess | undefined;
  const tell = (line: string): void => {
    if (process.platform === 'win32') return;
    shell ??= startShell();
    shell.stdin?.write(line);
  };
  return {
    add: (pid) => tell(`+ ${pid}\n`),
    remove: (pid) => tell(`- ${pid}\n`),
    end() {
      shell?.stdin?.end();
      shell = undefined;
    },
  };
}

function startShell(): ChildProcess {
  const shell = spawn('/bin/sh', ['-c', SCRIPT], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
  });
  shell.unref();
  // Without a shell there is no such guard; the cloud itself runs on.
  shell.on('error', () => undefined);
  shell.stdin?.on('error', () => undefined);
  return shell;
}
