/** The reference fusion-media center: joins what receives, the desk, and what answers. */
import path from 'node:path';
import { createInbox, newest } from './inbox';
import { createTurns } from './receive/in-turn';
import { openJournal } from './journal';
import { createMishaps } from './mishap';
import { publish, reject } from './desk/desk';
import { startSender, type Sender } from './answer/sender';
import { startServer } from './http/server';
import type { CenterRecord, Arrival } from './record';
import type { Office } from './office';
import { dayOf } from './desk/desk';
import { wording } from './wording';

export interface CenterOptions {
  /** 0 takes a free port. */
  port: number;
  /** Everything it keeps lies here. */
  dataDir: string;
  /** `whsec_…`; several while they rotate: any of them is believed, all of them sign. */
  secrets: string[];
  /** Where answers go; without it they wait. */
  callback?: string;
  name?: string;
  /** Offered at the desk. */
  outlets?: string[];
}

export interface Center {
  base: string;
  stop(): Promise<void>;
}

/** Opens what was kept and listens on 127.0.0.1. */
export async function startCenter(options: CenterOptions): Promise<Center> {
  const inbox = createInbox();
  const mishaps = createMishaps();
  const journal = await openJournal<CenterRecord>(
    path.join(options.dataDir, 'journal.ndjson'),
    inbox.apply,
  );
  const now = () => Date.now() + mishaps.setting().clockOffsetMs;
  let sender: Sender | undefined;
  const server = await startServer(options.port, (base) => {
    const office: Office = {
      ...{ inbox, journal, mishaps, now, base },
      name: options.name ?? wording.name,
      outlets: options.outlets?.length ? options.outlets : wording.outlets,
      secrets: options.secrets,
      photosDir: path.join(options.dataDir, 'photos'),
      inTurn: createTurns(),
      wake: () => sender?.wake(),
      decideAlone: (arrival) => decideAlone(office, arrival),
    };
    return office;
  });
  const { secrets, callback } = options;
  const { isDoubled } = mishaps;
  if (callback) sender = startSender({ inbox, journal, secrets, callback, now, isDoubled });
  return {
    base: server.base,
    async stop() {
      sender?.stop();
      await server.stop();
      await journal.close();
    },
  };
}

/** In the modes of tests and demos no person is waited for. */
async function decideAlone(office: Office, { story: { uri, version } }: Arrival): Promise<void> {
  const { mode } = office.mishaps.setting();
  const story = office.inbox.story(uri);
  if (mode === 'person' || !story || newest(story).story.pubStatus !== 'usable') return;
  const desk = { inbox: office.inbox, base: office.base, now: office.now() };
  const { headline } = newest(story).story;
  const entry = { version, headline, outlet: office.outlets[0] ?? office.name };
  const decision =
    mode === 'publish'
      ? publish(story, { ...entry, position: 'other', printedOn: dayOf(desk.now) }, desk)
      : reject(story, { version, reason: wording.rejectedAlone }, desk);
  await office.journal.append(decision);
  office.wake();
}
