/** Codes of standings and the pictures that WeChat drew of them. */
import cloudbase from '@cloudbase/node-sdk';
import type { Adoption } from '../domain/adoption/adoption';
import type { Code, CodeKind } from '../domain/code/code';
import { hashText } from '../kernel/hash';
import type { Database } from './database';
import { readDocument } from './documents';
import { download, temporaryLinks } from './files';
import { linePage, linesRead } from './line-page';
import { reading } from './reading';

/** Enough for the newest titles of a card, though some works are printed often. */
const printingsMax = 60;

type Storage = ReturnType<typeof cloudbase.init>;

export function openCodes(database: Database) {
  let storage: Storage | undefined;
  const open = () =>
    (storage ??= cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true }));
  return {
    readCode: (token: string) => readDocument<Code>(database, 'codes', token),
    /** Everything ever made for one unit or person, newest first. */
    readCodesOf: (targetId: string) =>
      reading<Code>(() =>
        database
          .collection('codes')
          .where({ targetId })
          .orderBy('madeAt', 'desc')
          .limit(1000)
          .get(),
      ),
    /** A person's verified printings, newest first. */
    listPrintedOf: (personId: string) =>
      reading<Adoption>(() =>
        database
          .collection('adoptions')
          .where({ peopleIds: personId, state: 'verified' })
          .orderBy('printedOn', 'desc')
          .orderBy('_id', 'desc')
          .limit(printingsMax)
          .get(),
      ),
    listCodes: (wanted: { kinds: CodeKind[]; after: number | null }) => listCodes(database, wanted),
    /** A link for two hours to the kept picture; null while there is none. */
    linkCodePicture: async (token: string) =>
      (await download(open(), picturePath(token)))
        ? ((await temporaryLinks(open(), [picturePath(token)]))[0] ?? null)
        : null,
    keepCodePicture: async (token: string, bytes: Buffer): Promise<void> => {
      await open().uploadFile({ cloudPath: picturePath(token), fileContent: bytes });
    },
  };
}

// Where a picture lies says nothing of what opens.
const picturePath = (token: string) => `codes/${hashText(token)}.png`;

/** Codes of all units, newest first. */
async function listCodes(
  database: Database,
  { kinds, after }: { kinds: CodeKind[]; after: number | null },
): Promise<{ codes: Code[]; after: number | null }> {
  const _ = database.command;
  const found = await reading<Code>(() =>
    database
      .collection('codes')
      .where({ kind: _.in(kinds), ...(after !== null && { madeAt: _.lt(after) }) })
      .orderBy('madeAt', 'desc')
      .limit(linesRead)
      .get(),
  );
  const { shown, after: next } = linePage(found, ({ madeAt }) => madeAt);
  return { codes: shown, after: next };
}
