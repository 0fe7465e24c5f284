/** What a reviewer's tap asks of the server, for everything that is done at once. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import type { Refusal } from '../../../cloudfunctions/contract/refusal';
import type { CallFailure } from '../../platform/cloud';
import {
  approveStory,
  assignStory,
  holdStory,
  hurryStory,
  killStory,
  mergeStory,
  passStory,
  releaseStory,
  resumeStory,
  spikeStory,
} from '../../client/newsroom';

/** What any of these calls answers. */
export type ActReply =
  | { ok: true; value: ValueOf<'story.show'> }
  | { ok: false; refusal: Refusal; detail?: unknown }
  | { ok: false; failure: CallFailure };

export type ActNow =
  | 'approve'
  | 'spike'
  | 'hold'
  | 'resume'
  | 'hurry'
  | 'pass'
  | 'assign'
  | 'merge'
  | 'release'
  | 'kill';

export interface Given {
  note: string;
  /** Of a hold; null holds until somebody resumes it. */
  until?: number | null;
  /** The person or the story that was chosen. */
  chosenId?: string;
}

interface Target {
  storyId: string;
  version: number;
}

/** Does it at once. */
export function actNow(action: ActNow, target: Target, given: Given): Promise<ActReply> {
  return calls[action](target, given);
}

const calls: Record<ActNow, (target: Target, given: Given) => Promise<ActReply>> = {
  // Approvals of inner stages wait for five seconds in `decisions`; this one is the sign-off.
  approve: (target, { note }) => approveStory({ ...target, note, isCleared: true }),
  spike: (target, { note }) => spikeStory({ ...target, note }),
  hold: (target, { note, until = null }) => holdStory({ ...target, note, until }),
  resume: (target, { note }) => resumeStory({ ...target, note }),
  hurry: (target, { note }) => hurryStory({ ...target, note }),
  pass: (target, { note, chosenId = '' }) => passStory({ ...target, note, toId: chosenId }),
  assign: (target, { note, chosenId = '' }) => assignStory({ ...target, note, toId: chosenId }),
  merge: (target, { note, chosenId = '' }) => mergeStory({ ...target, note, intoId: chosenId }),
  release: ({ storyId }) => releaseStory({ storyId }),
  kill: (target, { note }) => killStory({ ...target, note }),
};

/** After these the story waits for me no more, and the next one opens. */
export function isLeaving(action: ActNow): boolean {
  return !['resume', 'hurry', 'kill'].includes(action);
}
