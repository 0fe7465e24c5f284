import type { CommandName, InputOf } from '../../cloudfunctions/contract/index';
import { ask, command, sendCommand } from './call';

const send = <Name extends CommandName>(call: Name, input: InputOf<Name>) =>
  command('newsroom', call, input);

/** Files a story, under the commandId that the outbox keeps. */
export const fileStory = (input: InputOf<'story.file'>, commandId: string) =>
  sendCommand('newsroom', { call: 'story.file', commandId, input });

/** What I filed or bear the byline of, newest first. */
export const listStory = (input: InputOf<'story.list'>) => ask('newsroom', 'story.list', input);

/** A story's page. */
export const showStory = (input: InputOf<'story.show'>) => ask('newsroom', 'story.show', input);

/** Takes back what nobody has acted on. */
export const withdrawStory = (input: InputOf<'story.withdraw'>) => send('story.withdraw', input);

/** Files again what was returned, under the commandId that the outbox keeps. */
export const refileStory = (input: InputOf<'story.refile'>, commandId: string) =>
  sendCommand('newsroom', { call: 'story.refile', commandId, input });

/** What waits for me. */
export const listQueue = (input: InputOf<'queue.list'>) => ask('newsroom', 'queue.list', input);

/** Takes a story for ten minutes. */
export const claimStory = (input: InputOf<'story.claim'>) => send('story.claim', input);

/** Gives a claimed story back. */
export const releaseStory = (input: InputOf<'story.release'>) => send('story.release', input);

/** Passes the stage. */
export const approveStory = (input: InputOf<'story.approve'>) => send('story.approve', input);

/** Sends a story back with notes. */
export const returnStory = (input: InputOf<'story.return'>) => send('story.return', input);

/** A reviewer's own hand. */
export const editStory = (input: InputOf<'story.edit'>) => send('story.edit', input);

/** Drops a story before publication. */
export const spikeStory = (input: InputOf<'story.spike'>) => send('story.spike', input);

/** Holds a story back. */
export const holdStory = (input: InputOf<'story.hold'>) => send('story.hold', input);

/** Lets a held story go on. */
export const resumeStory = (input: InputOf<'story.resume'>) => send('story.resume', input);

/** Marks a story urgent. */
export const hurryStory = (input: InputOf<'story.hurry'>) => send('story.hurry', input);

/** Hands a story to another reviewer. */
export const passStory = (input: InputOf<'story.pass'>) => send('story.pass', input);

/** Gives a tip to a writer. */
export const assignStory = (input: InputOf<'story.assign'>) => send('story.assign', input);

/** Drops a duplicate in favour of another story. */
export const mergeStory = (input: InputOf<'story.merge'>) => send('story.merge', input);

/** Amends what was signed off. */
export const correctStory = (input: InputOf<'story.correct'>) => send('story.correct', input);

/** Withdraws what was signed off, everywhere. */
export const killStory = (input: InputOf<'story.kill'>) => send('story.kill', input);

/** What changed from one revision to another. */
export const compareRevision = (input: InputOf<'revision.compare'>) =>
  ask('newsroom', 'revision.compare', input);
