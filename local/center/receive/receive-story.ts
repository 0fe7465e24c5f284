/** Takes a push: nothing is answered *received* before the story and its photos are safe. */
import { Refusal } from '../refusal';
import type { Arrival } from '../record';
import type { Inbox } from '../inbox';
import { newest } from '../inbox';
import type { Journal } from '../journal';
import type { CenterRecord } from '../record';
import { newAnswer } from '../answer/answer';
import { copyFiles } from './copy-files';
import { readNinjs } from './ninjs';

export interface Push {
  webhookId: string;
  body: string;
  now: number;
}

export interface Receiver {
  inbox: Inbox;
  journal: Journal<CenterRecord>;
  photosDir: string;
  /** Work on one story at a time, so that versions keep their order. */
  inTurn<Value>(uri: string, work: () => Promise<Value>): Promise<Value>;
}

/** Answers the arrival, also when this very message was received before. Throws Refusal. */
export async function receiveStory(push: Push, receiver: Receiver): Promise<Arrival> {
  const { inbox, journal, photosDir, inTurn } = receiver;
  const known = inbox.arrivalOf(push.webhookId);
  if (known) return known;
  const { story, associations } = readNinjs(push.body);
  return inTurn(story.uri, async () => {
    // The same message may have come twice at once.
    const meanwhile = inbox.arrivalOf(push.webhookId);
    if (meanwhile) return meanwhile;
    refuseOlder(story.version, inbox.story(story.uri));
    const files = await copyFiles(associations, photosDir);
    const { uri, version } = story;
    const answer = newAnswer({ kind: 'received', uri, version, at: isoOf(push.now) });
    const arrival = { kind: 'arrival', at: push.now, webhookId: push.webhookId } as const;
    const made: Arrival = { ...arrival, story, files, answer };
    await journal.append(made);
    return made;
  });
}

function refuseOlder(version: number, held: ReturnType<Inbox['story']>): void {
  const last = held && newest(held).story.version;
  if (last === undefined || version > last) return;
  const code = version === last ? 'version_taken' : 'older_version';
  throw new Refusal(code, `version ${last} is held`);
}

const isoOf = (at: number) => new Date(at).toISOString();
