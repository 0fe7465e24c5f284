// `npm start`: builds what is stale, starts the embedded cloud and the pages, leaves the bootstrap
// code of a new deployment, and says where to look. `-- --fresh` starts over; `-- --port P`.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale, root } from './build.mjs';
import { wording } from './start/wording.mjs';

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    port: { type: 'string', default: '4200' },
    data: { type: 'string', default: path.join(root, 'data') },
  },
});

await buildIfStale();
if (values.fresh) rmSync(values.data, { recursive: true, force: true });

const children = [];
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(0));

const cloud = await run('cloud', ['--port', '0', '--data', values.data]);
const web = await run('web', [
  ...['--app', path.join(root, 'miniprogram'), '--port', values.port, '--cloud', cloud, '--watch'],
]);
const { leaveBootstrapCode } = createRequire(import.meta.url)(
  path.join(root, 'dist/local/seed/bootstrap.js'),
);
const code = await leaveBootstrapCode(cloud, Date.now());
console.log(wording.ready(web));
console.log(code ? wording.code(code) : wording.founded);
console.log(wording.stop);

/** Starts one of dist/local's programs and resolves to the address of its ready line. */
function run(name, words) {
  const program = path.join(root, `dist/local/${name}/main.js`);
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  child.on('exit', (status) => stop(status ?? 1));
  return new Promise((resolve) => {
    let printed = '';
    child.stdout.on('data', (bytes) => {
      printed += bytes;
      const ready = /ready (http:\S+)/.exec(printed);
      if (ready) resolve(ready[1]);
    });
  });
}

function stop(status) {
  for (const child of children) child.kill('SIGTERM');
  process.exitCode ??= status;
}
