/** A bundle from kept code is the same as one that was compiled: to itself, and to who reads its stacks. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startFunctions, writeFunction } from '../../support/cloud/functions-service';
import { buildWorker } from '../../support/cloud/worker-file';

const worker = buildWorker();
const cache = path.join(path.dirname(worker.workerFile), 'code-cache');
const functionsDir = fs.mkdtempSync(path.join(os.tmpdir(), 'functions-'));
afterAll(() => {
  worker.remove();
  fs.rmSync(functionsDir, { recursive: true, force: true });
});
beforeEach(() => fs.rmSync(cache, { recursive: true, force: true }));

/** Tells what a module can know of itself; long enough for its code to be kept. */
const source = (word: string) => `exports.at = new Error('here').stack.split('\\n')[1];
exports.main = async () => {
  const fs = require('node:fs');
  return {
    word: ${JSON.stringify(word)}, at: exports.at, later: new Error('later').stack.split('\\n')[1],
    self: [this === exports, module.exports === exports, module.loaded, module.id, arguments.length],
    places: [__dirname, __filename, require.resolve('./beside.js'), require.cache[__filename] === module],
    other: [require('./beside.js'), require('./beside.js') === module.children[0]?.exports],
    same: [typeof fs.readFileSync, require.main === process.mainModule],
  };
};
//${'x'.repeat(120_000)}`;

function write(word: string, text = source(word)): void {
  writeFunction(functionsDir, 'told', text);
  fs.writeFileSync(path.join(functionsDir, 'told', 'beside.js'), 'module.exports = { here: 1 };');
}

/** What fresh processes answer, one after the other. */
async function told(processes: number, calls = 1): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let n = 0; n < processes; n += 1) {
    const { functions, stop } = await startFunctions({
      functionsDir,
      workerFile: worker.workerFile,
    });
    for (let call = 0; call < calls; call += 1) {
      answers.push(await functions.invoke('told', {}, { source: 'admin' }).catch(String));
    }
    await stop();
  }
  return answers;
}

const kept = () => (fs.existsSync(cache) ? fs.readdirSync(cache).sort() : []);

test('a process from kept code says of itself what the one that compiled says, and Node without us', async () => {
  write('a');
  const [compiled, fromCache] = await told(2);
  expect(kept()).toEqual([expect.stringMatching(/^[0-9a-f]{64}-1$/)]);
  expect(fromCache).toEqual(compiled);
  // Short bundles are left to Node alone; lines, columns and all else are the same.
  write('a', source('a').replace(/x{120000}/, ''));
  const [plain] = await told(1);
  expect(plain).toEqual(compiled);
  expect(kept()).toHaveLength(1);
});

test('code of more calls takes the place of that of one', async () => {
  write('b');
  await told(1, 17);
  expect(kept().map((name) => name.split('-')[1])).toEqual(['1', '16']);
});

test('other bytes of the same length are another file, and damaged files change nothing', async () => {
  write('c');
  const [first] = await told(1);
  write('d');
  expect(await told(1)).toEqual([{ ...(first as object), word: 'd' }]);
  expect(kept()).toHaveLength(2);
  for (const name of kept()) fs.writeFileSync(path.join(cache, name), 'no code at all');
  expect(await told(1)).toEqual([{ ...(first as object), word: 'd' }]);
});

test('a bundle that imports while it runs is left to Node', async () => {
  write('f', source('f').replace("require('node:fs')", "await import('node:fs')"));
  const [first, second] = await told(2);
  expect(first).toMatchObject({ word: 'f' });
  expect([second, kept()]).toEqual([first, []]);
});

test('what does not compile is told as Node tells it', async () => {
  write('e', `${source('e')}\nconst = 1;`);
  const [long] = await told(1);
  write('e', `${source('e').replace(/x{120000}/, '')}\nconst = 1;`);
  expect(await told(1)).toEqual([long]);
  expect(long).toContain('SyntaxError');
  expect(kept()).toEqual([]);
});
