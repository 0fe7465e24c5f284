// Shows a test what a function finds around itself, and misbehaves when asked to.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');

const agent = new http.Agent({ keepAlive: true });

const acts = {
  echo: (event, context) => ({ event, context, env: { ...process.env } }),
  zone: () => ({ tz: process.env.TZ, hour: new Date(0).getHours() }),
  write: () => {
    const former = process.env.TZ;
    Object.assign(process.env, { COUNT: 7, TZ: 'Asia/Shanghai' });
    const hour = new Date(0).getHours();
    const told = execFileSync(process.execPath, ['-p', 'process.env.COUNT'], { encoding: 'utf8' });
    const written = { count: process.env.COUNT, hour, told: told.trim() };
    delete process.env.COUNT;
    process.env.TZ = former;
    return { ...written, isGone: !('COUNT' in process.env) };
  },
  language: () => [typeof URL.canParse, typeof AbortSignal.any, typeof navigator],
  nothing: () => undefined,
  text: () => 'plain text',
  throw: () => {
    throw new TypeError('the story has no headline');
  },
  reject: () => Promise.reject(new Error('rejected later')),
  exit: () => process.exit(3),
  circular: () => {
    const ring = {};
    ring.ring = ring;
    return ring;
  },
  blank: (event) => 'x'.repeat(event.characters),
  print: (event) => {
    for (let line = 0; line < event.lines; line += 1) console.log(`line ${line}`);
    console.error('an error line');
    process.stdout.write('without console\n');
    console.info({ of: 'an object' });
    return 'printed';
  },
  hold: async (event) => {
    const openid = process.env.WX_OPENID;
    await new Promise((resolve) => setTimeout(resolve, event.ms ?? 5));
    return { pid: process.pid, before: openid, after: process.env.WX_OPENID };
  },
  linger: (event) => {
    setTimeout(() => fs.writeFileSync(event.file, 'written by work left behind'), 1);
    return { pid: process.pid };
  },
  explode: () => {
    setTimeout(() => {
      throw new Error('thrown by work left behind');
    }, 1);
    return 'calm';
  },
  get: (event) =>
    new Promise((resolve, reject) => {
      http
        .get(event.url, { agent }, (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode));
        })
        .on('error', reject);
    }),
  waitFor: async (event) => {
    while (!fs.existsSync(event.file)) await new Promise((resolve) => setTimeout(resolve, 2));
    return { pid: process.pid };
  },
};

exports.main = (event, context) => acts[event.act](event, context);
