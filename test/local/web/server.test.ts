/** The pages' server, asked as a browser asks. */
import { request } from 'node:http';
import { startWeb, type Web, type WebOptions } from '../../../local/web/index';
import { aMiniProgram, aPage, type MiniProgram } from '../../support/browser/mini-program';

let program: MiniProgram;
let web: Web | undefined;

beforeEach(() => {
  program = aMiniProgram(aPage('pages/index/index', '<view>甲</view>'));
});
afterEach(async () => {
  await web?.stop();
  web = undefined;
  program.remove();
});

async function start(options: Partial<WebOptions> = {}): Promise<Web> {
  const cloudBase = 'http://127.0.0.1:4300';
  web = await startWeb({ appDir: program.dir, port: 0, cloudBase, watch: false, ...options });
  return web;
}

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** A request as it is written: fetch would tidy the path and choose the headers. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(web?.base ?? '');
    const asking = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asking.on('error', reject);
    asking.end();
  });
}

/** Reads /reload; `next` resolves to the next rebuild it tells. */
async function listen(): Promise<{ next(): Promise<{ kind: string; problems?: string[] }> }> {
  const response = await fetch(`${web?.base}/reload`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<{ kind: string; problems?: string[] }> => {
    for (;;) {
      const line = /^data: (.*)\n\n/m.exec(text);
      if (line?.[1] !== undefined) {
        text = text.slice(line.index + line[0].length);
        return JSON.parse(line[1]) as { kind: string }; // the server's own line
      }
      const read = await reader?.read();
      if (read === undefined || read.done) throw new Error('the stream has ended');
      text += read.value;
    }
  };
  return { next };
}

test('the document, its scripts and the stage are served with their types', async () => {
  const { base } = await start();
  const document = await fetch(`${base}/app/`);
  expect(document.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const html = await document.text();
  expect(html).toContain('data-cloud="http://127.0.0.1:4300"');
  for (const [, source] of html.matchAll(/src="\.\/([^"]+)"/g)) {
    const script = await fetch(`${base}/app/${source}`);
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  }
  expect(await (await fetch(`${base}/`)).text()).toContain('stage.js');
  expect((await fetch(`${base}/stage.js`)).status).toBe(200);
  expect(await (await fetch(`${base}/config.json`)).json()).toEqual({
    cloud: 'http://127.0.0.1:4300',
    frames: [],
    pages: [],
  });
});

test('a script is compressed as the browser accepts it and not sent twice', async () => {
  await start();
  const plain = await ask('/app/runtime.js');
  const brotli = await ask('/app/runtime.js', { 'accept-encoding': 'gzip, br' });
  const gzip = await ask('/app/runtime.js', { 'accept-encoding': 'gzip' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(brotli.body.length).toBeLessThan(gzip.body.length);
  expect(gzip.body.length).toBeLessThan(plain.body.length / 2);
  const again = await ask('/app/runtime.js', { 'if-none-match': String(plain.headers['etag']) });
  expect(again.status).toBe(304);
  expect(again.body.length).toBe(0);
});

test.each([
  ['/../package.json', 400],
  ['/app/../../../../etc/passwd', 400],
  ['/app/%2e%2e/%2e%2e/etc/passwd', 400],
  ['/app/..%5c..%5cpackage.json', 400],
  ['/app/%00', 400],
  ['/app/%zz', 400],
  ['/app//etc/passwd', 404],
  ['/app/app.json', 404],
  ['/nothing', 404],
])('%s is answered with %i', async (path, status) => {
  await start();
  expect((await ask(path)).status).toBe(status);
});

test('only this machine’s own names are answered, and only reading', async () => {
  await start();
  expect((await ask('/app/', { host: 'evil.example' })).status).toBe(403);
  expect((await ask('/app/', {}, 'POST')).status).toBe(405);
  const head = await ask('/app/', {}, 'HEAD');
  expect([head.status, head.body.length]).toEqual([200, 0]);
});

test('a change is rebuilt and told', async () => {
  const { base } = await start({ watch: true });
  const rebuilds = await listen();
  program.write({ 'pages/index/index.wxml': '<view>乙</view>' });
  expect(await rebuilds.next()).toEqual({ kind: 'rebuilt' });
  expect(await (await fetch(`${base}/app/first.views.js`)).text()).toContain('乙');
});

test('a file in a new folder is noticed', async () => {
  await start({ watch: true });
  const rebuilds = await listen();
  program.write({ 'parts/line.wxml': '<view>丙</view>' });
  expect(await rebuilds.next()).toEqual({ kind: 'rebuilt' });
  program.write({ 'parts/line.wxml': '<view>丁</view>' });
  expect(await rebuilds.next()).toEqual({ kind: 'rebuilt' });
});

test('a build that fails tells why and leaves the old pages in use', async () => {
  const told: string[][] = [];
  const { base } = await start({ watch: true, onProblems: (problems) => told.push(problems) });
  const rebuilds = await listen();
  program.write({ 'pages/index/index.wxml': '<view>乙' });
  const problems = ['pages/index/index.wxml:1:2 missing end tag'];
  expect(await rebuilds.next()).toEqual({ kind: 'failed', problems });
  expect(told).toEqual([problems]);
  expect(await (await fetch(`${base}/app/first.views.js`)).text()).toContain('甲');
  expect(await (await listen()).next()).toEqual({ kind: 'failed', problems });
  program.write({ 'pages/index/index.wxml': '<view>丙</view>' });
  expect(await rebuilds.next()).toEqual({ kind: 'rebuilt' });
});

test('pages that do not compile at the start are refused, or shown as words while watching', async () => {
  program.write({ 'pages/index/index.wxml': '<view>乙' });
  await expect(start()).rejects.toThrow('index.wxml:1:2 missing end tag');
  const { base } = await start({ watch: true });
  expect(await (await fetch(`${base}/app/`)).text()).toContain('index.wxml:1:2 missing end tag');
});

test('a taken port is refused with its number', async () => {
  const first = await start();
  const port = Number(new URL(first.base).port);
  const cloudBase = 'http://127.0.0.1:1';
  await expect(startWeb({ appDir: program.dir, port, cloudBase, watch: false })).rejects.toThrow(
    String(port),
  );
});
