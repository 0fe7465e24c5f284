// The programs that `npm start` runs side by side, and their end: all of them when one ends.
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderWords } from './options.mjs';
import { wording } from './wording.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const withStarter = path.join(here, 'with-starter.js');
const lookMs = 1000;

export function openPrograms({ root, logs }) {
  const children = [];

  function stop(status) {
    process.exitCode ??= status;
    for (const child of children) child.kill('SIGTERM');
  }

  /** Starts one of dist/local's programs and resolves to the address of its ready line. */
  function run(name, words) {
    const program = path.join(root, `dist/local/${name}/main.js`);
    const child = spawn(process.execPath, ['--require', withStarter, program, ...words], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    children.push(child);
    child.stdin.on('error', () => undefined);
    child.stderr.pipe(createWriteStream(path.join(logs, `${name}.log`), { flags: 'a' }));
    return new Promise((resolve, reject) => {
      let isReady = false;
      let printed = '';
      let complaint = '';
      child.stderr.on('data', (bytes) => (complaint = `${complaint}${bytes}`.slice(-2000)));
      child.stdout.on('data', (bytes) => {
        printed += bytes;
        const ready = /ready (http:\S+)/.exec(printed);
        if (!ready) return;
        isReady = true;
        resolve(ready[1]);
      });
      child.on('exit', (status) => {
        reject(new Error(complaint.trim()));
        // Asked to stop, it ends with 0.
        if (isReady && status !== 0 && process.exitCode === undefined) {
          console.error(wording.ended(name, folderWords(root, logs)));
        }
        stop(status ?? 1);
      });
    });
  }

  return { run, stop };
}

/**
 * npm and its shell, where it was npm that started this: when one of them is killed, nobody could stop
 * us with Ctrl-C any more, and the next `npm start` would meet a port that is taken.
 */
export function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const family = [process.ppid, ...grandparent(process.ppid)].filter((pid) => pid > 1);
  const look = setInterval(() => {
    if (!family.every(isAlive)) stop(1);
  }, lookMs);
  look.unref();
}

/** Where there is no /proc, the shell has become this very program. */
function grandparent(pid) {
  try {
    return [Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 0)];
  } catch {
    return [];
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return error.code === 'EPERM';
  }
}
