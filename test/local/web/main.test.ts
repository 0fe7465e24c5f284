/** The pages' program as `npm start` runs it: built, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { aMiniProgram } from '../../support/browser/mini-program';

const program = path.resolve(__dirname, '../../../dist/local/web/main.js');

function run(...words: string[]) {
  // Another folder than the checkout: the program finds its own sources.
  const child = spawn(process.execPath, [program, ...words], { cwd: path.parse(__dirname).root });
  let printed = '';
  let complained = '';
  child.stdout.on('data', (bytes) => (printed += String(bytes)));
  child.stderr.on('data', (bytes) => (complained += String(bytes)));
  return { child, printed: () => printed, complained: () => complained };
}

test('it says where it is ready, serves the pages and ends at SIGTERM', async () => {
  const pages = aMiniProgram();
  const cloud = ['--cloud', 'http://127.0.0.1:1'];
  const other = ['--frame', 'Center=http://127.0.0.1:2/', '--page', '/pages/one'];
  const { child, printed } = run('--app', pages.dir, ...cloud, ...other);
  while (!printed().includes('\n')) await once(child.stdout, 'data');
  const base = /^ready (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(printed())?.[1];
  expect((await fetch(`${base}/app/`)).status).toBe(200);
  expect(await (await fetch(`${base}/config.json`)).json()).toEqual({
    cloud: 'http://127.0.0.1:1',
    frames: [{ title: 'Center', url: 'http://127.0.0.1:2/' }],
    pages: ['/pages/one'],
  });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  pages.remove();
});

test.each([
  [['--app', '.'], '--cloud BASE is needed'],
  [['--cloud', 'http://127.0.0.1:1', '--port', 'x'], '--port x is no port'],
  [['--cloud', 'http://127.0.0.1:1', '--frame', 'x'], 'want Title=URL'],
  [['--cloud', 'http://127.0.0.1:1', '--app', '/nowhere'], '/nowhere'],
])('%j is refused in words', async (words, complaint) => {
  const { child, complained } = run(...words);
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
  expect(complained()).toContain(complaint);
});
