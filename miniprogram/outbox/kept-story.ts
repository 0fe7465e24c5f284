/** What the outbox keeps of a story on the phone: one record, so that each change is one write. */
import type { InputOf } from '../../cloudfunctions/contract/index';

export type StoryContent = InputOf<'story.file'>['content'];
export type StoryKind = StoryContent['kind'];
export type Byline = StoryContent['bylines'][number];

/** `waiting` goes on by itself; `refused` waits for the person. */
export type FilingStatus = 'queued' | 'uploading' | 'sending' | 'filed' | 'refused' | 'waiting';

/** Bytes that are wanted in the cloud; without a path they are there already (a refiling). */
export interface KeptFile {
  sha256: string;
  bytes: number;
  path: string | null;
}

export type KeptPhoto = StoryContent['photos'][number] & KeptFile & { url?: string | null };
export type KeptVideo = NonNullable<StoryContent['video']> & KeptFile & { thumbnail: string };
export type KeptAttachment = StoryContent['attachments'][number] & KeptFile;

/** A story as it is being written. */
export interface Draft extends Omit<StoryContent, 'photos' | 'video' | 'attachments'> {
  /** Made on the phone; the cloud keeps the story under it. */
  storyId: string;
  unitId: string | null;
  /** The tip it comes of. */
  tipId: string | null;
  /** Set when a returned story is filed again: the version that was returned. */
  refileVersion: number | null;
  /** Why it was returned, a line each; read while it is mended, with or without a network. */
  returned?: string[];
  photos: KeptPhoto[];
  video: KeptVideo | null;
  attachments: KeptAttachment[];
  savedAt: number;
}

/** A draft on its way. */
export interface Filing {
  /** Made and kept before the first send: whatever is repeated is done once. */
  commandId: string;
  status: FilingStatus;
  queuedAt: number;
  /** sha256 of the files that the cloud has confirmed. */
  confirmed: string[];
  /** When the story itself was first sent; from then on only an answer lets go of it. */
  sentAt: number | null;
  /** Sends without an answer since the last one that got further. */
  failures: number;
  /** Not before this time, when the cloud failed. */
  retryAt: number;
  /** `space`: the phone is too full to note that the story is being sent. */
  waitingFor: 'network' | 'wifi' | 'cloud' | 'space' | null;
  /** How often the cloud has said that a file is not there. */
  fileLosses: number;
  /** A refusal of the contract, or `file_lost`: a file is no longer on the phone. */
  refusal: string | null;
  number: string | null;
  filedAt: number | null;
  /** The person allowed a video to go without wifi. */
  mayUseMobile: boolean;
}

export interface KeptStory {
  draft: Draft;
  filing: Filing | null;
  /** What was confirmed before the person took the story back: it need not go up again. */
  uploaded: string[];
}

/** A filing that has gone nowhere yet. */
export function newFiling(commandId: string, queuedAt: number, uploaded: string[]): Filing {
  return {
    commandId,
    status: 'queued',
    queuedAt,
    confirmed: uploaded,
    sentAt: null,
    failures: 0,
    retryAt: 0,
    waitingFor: null,
    fileLosses: 0,
    refusal: null,
    number: null,
    filedAt: null,
    mayUseMobile: false,
  };
}

/** Every file of a draft, in the order in which they are uploaded: the video last. */
export function filesOf({ photos, attachments, video }: Draft): (KeptFile & { ext: string })[] {
  return [...photos, ...attachments, ...(video ? [video] : [])];
}

/** The content as the contract wants it: nothing that only the phone knows. */
export function contentOf(draft: Draft): StoryContent {
  const { kind, headline, body, column, happenedOn, place, bylines, noteToEditor, video } = draft;
  return {
    ...{ kind, headline, body, column, happenedOn, place, bylines, noteToEditor },
    photos: draft.photos.map(({ sha256, bytes, ext, width, height, caption, credit }) => ({
      ...{ sha256, bytes, ext, width, height, caption, credit },
    })),
    video: video && {
      ...{ sha256: video.sha256, bytes: video.bytes, ext: video.ext },
      durationMs: video.durationMs,
    },
    attachments: draft.attachments.map(({ sha256, bytes, ext, name }) => ({
      ...{ sha256, bytes, ext, name },
    })),
  };
}
