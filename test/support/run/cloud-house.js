// Clouds that outlive the test file that asked for them, since starting one and bringing its functions to
// speed costs more than most files ask of it. It stands in jest's own process (global-setup.js): a test
// file takes a cloud, which is reset before, and gives it back. One that was killed, or that nobody gave
// back, is used by nobody else.
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { mkdirSync, openSync, closeSync, readFileSync, statSync } = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const withStarter = path.resolve(__dirname, '../../../scripts/start/with-starter.js');

/** Opens the house on a free port; the clouds' data goes into `folder`. */
module.exports = async function openCloudHouse(folder) {
  const clouds = [];
  const server = http.createServer((request, response) => {
    // A connection kept for the next file would be closed here just when that one sends on it.
    response.setHeader('connection', 'close');
    answer(clouds, folder, request).then(
      (told) => response.end(JSON.stringify(told)),
      (error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  // Without it nothing keeps jest from ending.
  server.unref();
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all(clouds.map(({ child }) => end(child)));
    },
  };
};

async function answer(clouds, folder, request) {
  const asked = JSON.parse(Buffer.concat(await request.toArray()).toString());
  if (request.url === '/give') {
    const given = clouds.find(({ pid }) => pid === asked.pid);
    if (given) given.isTaken = false;
    return {};
  }
  const cloud = (await takeFree(clouds, asked)) ?? (await start(clouds, folder, asked));
  const { base, dir, pid, log } = cloud;
  return { base, dir, pid, log, from: statSync(log).size };
}

/** One that was started with the same words, empty and as if it were new. */
async function takeFree(clouds, asked) {
  const key = JSON.stringify(asked);
  const free = clouds.find((one) => !one.isTaken && one.key === key && isAlive(one.child));
  if (!free) return undefined;
  free.isTaken = true;
  const body = JSON.stringify({ keepsIdle: true });
  const reset = await fetch(`${free.base}/control/reset`, { method: 'POST', body });
  if (!reset.ok) throw new Error(`reset: ${reset.status} ${await reset.text()}`);
  return free;
}

async function start(clouds, folder, asked) {
  const dir = path.join(folder, `cloud-${clouds.length}`);
  const log = `${dir}.log`;
  mkdirSync(dir);
  const errors = openSync(log, 'a');
  const words = ['--require', withStarter, asked.entry];
  words.push('--port', '0', '--data', dir, ...asked.words);
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', errors] });
  closeSync(errors);
  const cloud = { key: JSON.stringify(asked), child, pid: child.pid, dir, log, isTaken: true };
  clouds.push(cloud);
  cloud.base = await readyLine(child, log);
  for (const one of [child, child.stdin, child.stdout]) one.unref();
  return cloud;
}

async function readyLine(child, log) {
  let printed = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk.toString();
    const base = /^ready (http:\/\/\S+)$/m.exec(printed)?.[1];
    if (base) return base;
  }
  throw new Error(`the cloud ended before it was ready\n${readFileSync(log, 'utf8')}`);
}

const isAlive = (child) => child.exitCode === null && child.signalCode === null;

async function end(child) {
  if (!isAlive(child)) return;
  child.ref();
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
