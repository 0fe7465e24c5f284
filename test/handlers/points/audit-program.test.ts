/** `npm run audit` on the data folder of a cloud that was stopped, edited in its SQLite file. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { accountAfter } from '../../../cloudfunctions/domain/ledger/append-entries';
import { chainStart, hashEntry } from '../../../cloudfunctions/domain/ledger/chain';
import type { HeadPage } from '../../../cloudfunctions/domain/ledger/digest';
import type { Account, Entry, Family, Standing } from '../../../cloudfunctions/domain/ledger/entry';
import { auditStep } from '../../../cloudfunctions/handlers/ledger/audit-step';
import { openAudit } from '../../../cloudfunctions/store/audit';
import { sayDifference } from '../../../cloudfunctions/wording/audit';
import { startCloud } from '../../support/cloud/cloud';
import { closeNovember, startNovemberRoom } from '../../support/county/ledger-room';
import { startProductCloud } from '../../support/county/county';

const root = path.resolve(__dirname, '../../..');
const dir = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-audited-'));
const file = path.join(dir, 'database/documents.sqlite');
let accountId: string;
/** The digest that the closed bulletin printed. */
let digest: string;

beforeAll(async () => {
  const room = await startNovemberRoom(await startProductCloud({ dir }));
  accountId = `person:${room.lin.personId}:points`;
  const { story } = await room.aPrinted('county');
  await room.print(story, 'city');
  digest = await closeNovember(room);
  expect(audit('--url', room.cloud.base)).toEqual([0, expect.stringContaining('账目无误')]);
  await room.stop();
  // The last to close takes the log into the file.
  new Database(file).close();
  copyFileSync(file, `${file}.whole`);
});
beforeEach(() => {
  // A file of its own each time: a handle of this process may still be open, and a log may be left that
  // would be played over what is put back.
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
  copyFileSync(`${file}.whole`, file);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('what was posted is sound, and the printed digests are told', () => {
  expect(audit('--data', dir)).toEqual([
    0,
    '账目无误：核对账户 2 个、分录 4 笔、名次合计 8 项、同稿计分 1 组。\n' +
      `2026年11月通报的校验码应为 ${digest}，请与印发的通报核对。\n`,
  ]);
});

const isMine = (entry: Entry) => entry.accountId === accountId;

/** What somebody with the file would do, and what the audit says of it. */
const tampering: [what: string, edit: () => void, sentence: string][] = [
  [
    'one entry changed',
    () => edit<Entry>('ledger_entries', isMine, (one) => ({ ...one, amount: 9000 })),
    '“林示例”的积分账户第 1 笔分录的内容与记账时不一致，可能被改动过。',
  ],
  [
    'a whole chain rewritten, with its account and standings',
    rewriteChain,
    '“林示例”的积分账户截至第 2 笔的记录与2026年11月通报公布时不一致，可能被整体改写。',
  ],
  [
    'its tail cut, and the account with it',
    cutTail,
    '“林示例”的积分账户的分录少于2026年11月通报公布时的 2 笔，末尾可能被删除。',
  ],
  [
    'what a work has posted changed',
    () =>
      edit<Family>('families', undefined, (family) => ({
        ...family,
        posted: family.posted.map((one) => ({ ...one, amount: one.amount - 500 })),
      })),
    '“城关镇议事室解决路灯难题”记入“林示例”的积分账户的合计记为 15，按分录应为 20。',
  ],
  [
    'what a work has posted taken out',
    () => edit<Family>('families', undefined, () => undefined),
    '“城关镇议事室解决路灯难题”有分录，但这一组的已记合计不见了。',
  ],
  [
    'a standing changed',
    () =>
      edit<Standing>(
        'standings',
        ({ _id }) => _id === `2026Q4:${accountId}`,
        (one) => ({ ...one, amount: 99_900 }),
      ),
    '“林示例”的积分账户2026年第四季度合计记为 999，按分录应为 20。',
  ],
  [
    'the heads of a closed period rewritten',
    () =>
      edit<HeadPage>('closed_heads', undefined, (page) => ({
        ...page,
        heads: page.heads.map((head) => ({ ...head, hash: '0'.repeat(64) })),
      })),
    '2026年11月通报的校验码与所存的各账户记录不一致。',
  ],
  [
    'the heads of a closed period taken out',
    () => edit<HeadPage>('closed_heads', undefined, () => undefined),
    '2026年11月通报的校验码与所存的各账户记录不一致。',
  ],
];

test.each(tampering)('the audit names what was tampered with: %s', async (_what, tamper, said) => {
  tamper();
  expect(await found()).toBe(said);
});

test('the program says so, and ends with 1', () => {
  const [[, tamper, said] = ['', () => undefined, '']] = tampering;
  tamper();
  expect(audit('--data', dir)).toEqual([1, `${said}\n`]);
});

/** What the program's steps find in the folder; the program itself takes seconds to start. */
async function found(): Promise<string | undefined> {
  const cloud = await startCloud({ dir });
  const step = await auditStep(openAudit(cloud.sdk().database()), null, 1000);
  await cloud.stop();
  return step.difference && sayDifference(step.difference);
}

/** Every entry anew, with hashes that fit, and all that follows from them. */
function rewriteChain(): void {
  let head = chainStart;
  let account: Account | undefined;
  edit<Entry>('ledger_entries', isMine, (entry) => {
    const doubled = { ...entry, amount: entry.amount * 2 };
    const forged = { ...doubled, hash: hashEntry(head, doubled) };
    head = forged.hash;
    account = accountAfter(account, forged);
    return forged;
  });
  edit<Account>(
    'accounts',
    ({ _id }) => _id === accountId,
    () => account,
  );
  edit<Standing>(
    'standings',
    (one) => one.accountId === accountId,
    (one) => ({ ...one, amount: one.amount * 2 }),
  );
}

function cutTail(): void {
  let account: Account | undefined;
  edit<Entry>('ledger_entries', isMine, (entry) => {
    if (entry.sequence > 1) return undefined;
    account = accountAfter(undefined, entry);
    return entry;
  });
  edit<Account>(
    'accounts',
    ({ _id }) => _id === accountId,
    () => account,
  );
}

/** Rewrites documents in the file as they lie there; without a new one it is taken out. */
function edit<Document extends object>(
  collection: string,
  isWanted: ((document: Document) => boolean) | undefined,
  change: (document: Document) => object | undefined,
): void {
  const database = new Database(file);
  const rows = database
    .prepare(
      `select n, body from documents
      where collection = (select id from collections where name = ?) order by n`,
    )
    .all(collection) as { n: number; body: string }[];
  let changes = 0;
  for (const { n, body } of rows) {
    const document = JSON.parse(body) as Document;
    if (isWanted && !isWanted(document)) continue;
    const changed = change(document);
    changes += 1;
    if (changed) {
      database.prepare('update documents set body = ? where n = ?').run(JSON.stringify(changed), n);
    } else {
      database.prepare('delete from entries where n = ?').run(n);
      database.prepare('delete from documents where n = ?').run(n);
    }
  }
  database.close();
  if (changes === 0) throw new Error(`no document of ${collection} is such a one`);
}

function audit(...words: string[]): [status: number | null, said: string] {
  const program = path.join(root, 'scripts/audit.mjs');
  const run = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  return [run.status, run.stdout || run.stderr];
}
