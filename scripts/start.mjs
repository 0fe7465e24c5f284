// `npm start`: builds what is stale, starts the embedded cloud, a fusion-media center and the pages,
// fills a new cloud with the sample county, and says where to look. `-- --fresh` starts over; `-- --empty` leaves the
// bootstrap code of a new deployment instead; `-- --port P`.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale, root } from './build.mjs';
import { centerIdentity, centerWords } from './start/center.mjs';
import { wording } from './start/wording.mjs';

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    port: { type: 'string', default: '4200' },
    data: { type: 'string', default: path.join(root, 'data') },
  },
});

// The correspondent's, the office's and the member's phones, and the office's PC.
const firstPages = [
  '/pages/stories/stories',
  '/pages/todo/todo',
  '/pages/standing/standing',
  '/pages/todo/todo',
];

// Stands while the sample county is being written: what was broken off half-way is started over.
const underWay = path.join(values.data, 'seed-under-way');
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
  const isBrokenOff = existsSync(underWay);
  if (values.fresh || isBrokenOff) rmSync(values.data, { recursive: true, force: true });
  const isNew = !existsSync(path.join(values.data, 'cloud'));
  mkdirSync(values.data, { recursive: true });
  const cloud = await run('cloud', [
    ...['--port', '0', '--data', path.join(values.data, 'cloud')],
    ...['--functions', path.join(root, 'dist/cloudfunctions')],
    ...['--schema', path.join(root, 'dist/database.json')],
    ...['--variable', `SECRETS_KEY=${secretsKey()}`],
    ...['--variable', 'INBOUND_BASE={base}/inbound'],
    // Channels of a laptop are on the laptop; a deployment reaches public addresses only.
    ...['--variable', 'OUTBOUND_LOOPBACK=allowed'],
  ]);
  const seed = createRequire(import.meta.url)(path.join(root, 'dist/local/seed/index.js'));
  const folder = path.join(values.data, 'center');
  const identity = centerIdentity(folder);
  const outlets = seed.centerOutlets.map(({ name }) => name);
  const parts = { folder, port: Number(values.port), cloud, identity, name: wording.center };
  const center = await run('center', centerWords({ ...parts, outlets }));
  const web = await run('web', [
    ...['--app', path.join(root, 'miniprogram'), '--port', values.port],
    ...['--cloud', cloud, '--watch', '--frame', `${wording.center}=${center}/`],
    ...firstPages.flatMap((page) => ['--page', page]),
  ]);
  const beside = { ...identity, name: wording.center, base: center };
  const state = await fill(cloud, seed, { isSeeded: isNew && !values.empty, center: beside });
  await seed.joinCenter(cloud, beside);
  console.log(wording.ready(web));
  console.log(state);
  console.log(wording.stop);
}

/** Seeds a new cloud, or leaves a bootstrap code where no organ stands; answers what to say of it. */
async function fill(cloud, seed, { isSeeded, center }) {
  if (isSeeded) {
    writeFileSync(underWay, '');
    await seed.seedCounty(cloud, Date.now(), center);
    rmSync(underWay);
    return wording.seeded;
  }
  const code = await seed.leaveBootstrapCode(cloud, Date.now());
  return code ? wording.code(code) : wording.founded;
}

/** The key that channels' secrets are encrypted with; it lives as long as the data does. */
function secretsKey() {
  const file = path.join(values.data, 'secrets-key');
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
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
