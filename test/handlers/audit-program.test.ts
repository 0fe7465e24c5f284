/** `npm run audit` on the data folder of a cloud that was stopped, edited in its SQLite file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { startProductCloud } from '../support/county';
import { startLedgerRoom } from '../support/ledger-room';

const root = path.resolve(__dirname, '../..');
const dir = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-audited-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('the audit names an entry that was edited in the data file', async () => {
  const room = await startLedgerRoom(await startProductCloud({ dir }));
  await room.aPrinted();
  expect(audit('--url', room.cloud.base)).toEqual([0, expect.stringContaining('账目无误')]);
  await room.stop();
  expect(audit('--data', dir)).toEqual([
    ...[0, '账目无误：核对账户 2 个、分录 2 笔、名次合计 8 项。\n'],
  ]);
  const file = new Database(path.join(dir, 'database/documents.sqlite'));
  const changed = file
    .prepare(
      `update documents set body = replace(body, '"amount":2000', '"amount":9000')
      where body like '%"causeKind"%' and body like '%person:%'`,
    )
    .run();
  file.close();
  expect(changed.changes).toBe(1);
  expect(audit('--data', dir)).toEqual([
    ...[1, '“林示例”的积分账户第 1 笔分录的内容与记账时不一致，可能被改动过。\n'],
  ]);
});

function audit(...words: string[]): [status: number | null, said: string] {
  const program = path.join(root, 'scripts/audit.mjs');
  const run = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  return [run.status, run.stdout || run.stderr];
}
