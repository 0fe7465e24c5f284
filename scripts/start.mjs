// `npm start`: builds what is stale, starts the embedded cloud and the pages, leaves the bootstrap
// code of a new deployment, and says where to look. `-- --fresh` starts over; `-- --port P`.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
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

const children = [];
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(0));

try {
  await start();
} catch (error) {
  console.error(error.message);
  stop(1);
}

async function start() {
  await buildIfStale();
  if (values.fresh) rmSync(values.data, { recursive: true, force: true });
  mkdirSync(values.data, { recursive: true });
  const cloud = await run('cloud', [
    ...['--port', '0', '--data', path.join(values.data, 'cloud')],
    ...['--functions', path.join(root, 'dist/cloudfunctions')],
    ...['--schema', path.join(root, 'dist/database.json')],
  ]);
  const app = path.join(root, 'miniprogram');
  const web = await run('web', ['--app', app, '--port', values.port, '--cloud', cloud, '--watch']);
  const { leaveBootstrapCode } = createRequire(import.meta.url)(
    path.join(root, 'dist/local/seed/bootstrap.js'),
  );
  const code = await leaveBootstrapCode(cloud, Date.now());
  console.log(wording.ready(web));
  console.log(code ? wording.code(code) : wording.founded);
  console.log(wording.stop);
}

/** Starts one of dist/local's programs and resolves to the address of its ready line. */
function run(name, words) {
  const program = path.join(root, `dist/local/${name}/main.js`);
  const log = path.join(values.data, `${name}.log`);
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  child.stderr.pipe(createWriteStream(log, { flags: 'a' }));
  return new Promise((resolve, reject) => {
    let printed = '';
    let complaint = '';
    child.stderr.on('data', (bytes) => (complaint = `${complaint}${bytes}`.slice(-2000)));
    child.stdout.on('data', (bytes) => {
      printed += bytes;
      const ready = /ready (http:\S+)/.exec(printed);
      if (ready) resolve(ready[1]);
    });
    child.on('exit', (status) => {
      reject(new Error(complaint.trim()));
      stop(status ?? 1);
    });
  });
}

function stop(status) {
  process.exitCode ??= status;
  for (const child of children) child.kill('SIGTERM');
}
