// `npm start`: builds what is stale, starts the embedded cloud, a fusion-media center and the pages,
// fills a new cloud with the sample county, and says where to look. `-- --fresh` starts over; `-- --empty` leaves the
// bootstrap code of a new deployment instead; `-- --port P`; `-- --data DIR`.
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildServerFirst, root } from './build.mjs';
import { centerIdentity, centerWords } from './start/center.mjs';
import { openData } from './start/data.mjs';
import { folderOptions, folderWords, readOptions } from './start/options.mjs';
import { takenPort } from './start/ports.mjs';
import { openPrograms, stopWithNpm } from './start/programs.mjs';
import { wording } from './start/wording.mjs';

const values = readOptions(root);

// The correspondent's, the office's and the member's phones, and the office's PC.
const firstPages = [
  '/pages/stories/stories',
  '/pages/todo/todo',
  '/pages/standing/standing',
  '/pages/todo/todo',
];

const folder = path.resolve(values.data);
const data = openData(folder);
const { run, stop } = openPrograms({ root, logs: folder });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(0));
stopWithNpm(stop);

try {
  await start();
} catch (error) {
  // A stop while it starts is no failure.
  if (process.exitCode !== 0) console.error(error.message);
  stop(1);
}

async function start() {
  const port = Number(values.port);
  const obstacle = await obstacleTo(port);
  if (obstacle) throw new Error(obstacle);
  const { pages } = await buildServerFirst();
  const isNew = data.prepare({ isFresh: values.fresh });
  const isSeeded = isNew && !values.empty;
  const started = run('cloud', cloudWords());
  const seed = createRequire(import.meta.url)(path.join(root, 'dist/local/seed/index.js'));
  if (isSeeded) seed.drawSample();
  const cloud = await started;
  const centerFolder = path.join(folder, 'center');
  const identity = centerIdentity(centerFolder);
  const outlets = seed.centerOutlets.map(({ name }) => name);
  const parts = { folder: centerFolder, port, cloud, identity, name: wording.center, outlets };
  const beside = run('center', centerWords(parts)).then((base) => {
    return { ...identity, name: wording.center, base };
  });
  // The pages are put together while the county is being filled.
  const [web, state] = await Promise.all([
    Promise.all([beside, pages]).then(([{ base }]) =>
      run('web', webWords({ cloud, center: base })),
    ),
    fill(cloud, seed, { isSeeded, center: beside }),
  ]);
  // A founded county is told where the center listens this time.
  if (!isSeeded) await seed.joinCenter(cloud, await beside);
  console.log(wording.ready(web));
  console.log(state);
  console.log(wording.stop);
}

/** What the person has to change before anything can start. */
async function obstacleTo(port) {
  if (!Number.isInteger(port) || port < 0 || port > 65_534) return wording.badPort(values.port);
  // The center is the pages' neighbour; 0 takes free ports for both.
  const taken = port === 0 ? undefined : await takenPort([port, port + 1]);
  if (taken) return wording.taken(taken, taken + 100 > 65_000 ? 4300 : taken + 100);
  return data.isInUse() ? wording.inUse(folder) : undefined;
}

function cloudWords() {
  return [
    ...['--port', '0', '--data', path.join(folder, 'cloud')],
    ...['--functions', path.join(root, 'dist/cloudfunctions')],
    ...['--schema', path.join(root, 'dist/database.json')],
    ...['--variable', `SECRETS_KEY=${data.secretsKey()}`],
    ...['--variable', 'INBOUND_BASE={base}/inbound'],
    // A process more takes a laptop longer than a short wait for one that is busy.
    ...['--patience', '200'],
    // Channels of a laptop are on the laptop; a deployment reaches public addresses only.
    ...['--variable', 'OUTBOUND_LOOPBACK=allowed'],
  ];
}

function webWords({ cloud, center }) {
  return [
    ...['--app', path.join(root, 'miniprogram'), '--port', values.port],
    ...['--cloud', cloud, '--watch', '--frame', `${wording.center}=${center}/`],
    ...firstPages.flatMap((page) => ['--page', page]),
  ];
}

/** Seeds a new cloud, or leaves a bootstrap code where no organ stands; answers what to say of it. */
async function fill(cloud, seed, { isSeeded, center }) {
  if (isSeeded) {
    await data.filling(() => seed.seedCounty(cloud, Date.now(), center));
    return wording.seeded;
  }
  const code = await seed.leaveBootstrapCode(cloud, Date.now());
  if (code) return wording.code(code);
  return wording.founded(folderWords(root, folder), folderOptions(root, folder));
}
