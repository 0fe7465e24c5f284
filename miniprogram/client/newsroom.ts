import type { CommandName, InputOf } from '../../cloudfunctions/contract/index';
import { newId } from '../platform/ids';
import { ask, command, sendCommand } from './call';

const send = <Name extends CommandName>(call: Name, input: InputOf<Name>) =>
  command('newsroom', call, input);

/** For what may well be done twice: always a new id, since an old receipt must not answer for today. */
const sendAfresh = async <Name extends CommandName>(call: Name, input: InputOf<Name>) =>
  sendCommand('newsroom', { call, commandId: await newId(), input });

/** Files a story, under the commandId that the outbox keeps. */
export const fileStory = (input: InputOf<'story.file'>, commandId: string) =>
  sendCommand('newsroom', { call: 'story.file', commandId, input });

/** What was published last; for a visitor. */
export const publishedStory = () => ask('newsroom', 'story.published', {});

/** What I filed or bear the byline of, newest first. */
export const listStory = (input: InputOf<'story.list'>) => ask('newsroom', 'story.list', input);

/** A story's page. */
export const showStory = (input: InputOf<'story.show'>) => ask('newsroom', 'story.show', input);

/** Takes back what nobody has acted on. */
export const withdrawStory = (input: InputOf<'story.withdraw'>) => send('story.withdraw', input);

/** Files again what was returned, under the commandId that the outbox keeps. */
export const refileStory = (input: InputOf<'story.refile'>, commandId: string) =>
  sendCommand('newsroom', { call: 'story.refile', commandId, input });

/** Stories of the units one answers for. */
export const listDeskStory = (input: InputOf<'deskStory.list'>) =>
  ask('newsroom', 'deskStory.list', input);

/** What waits for me. */
export const listQueue = (input: InputOf<'queue.list'>) => ask('newsroom', 'queue.list', input);

/** Takes a story for ten minutes. */
export const claimStory = (input: InputOf<'story.claim'>) => sendAfresh('story.claim', input);

/** Gives a claimed story back. */
export const releaseStory = (input: InputOf<'story.release'>) => sendAfresh('story.release', input);

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

/** Copies a draft's text to the cloud; the highest version stays. */
export const keepDraft = (input: InputOf<'draft.keep'>) => send('draft.keep', input);

/** My drafts in the cloud. */
export const listDraft = () => ask('newsroom', 'draft.list', {});

/** One draft's text. */
export const showDraft = (input: InputOf<'draft.show'>) => ask('newsroom', 'draft.show', input);

/** Drops a draft for ever. */
export const dropDraft = (input: InputOf<'draft.drop'>) => send('draft.drop', input);

/** Words to look at, stories that read alike, what the unit filed today. */
export const adviseDraft = (input: InputOf<'draft.advise'>) =>
  ask('newsroom', 'draft.advise', input);

/** Columns to choose from. */
export const listColumn = () => ask('newsroom', 'column.list', {});

/** The words that hold now. */
export const listLexicon = () => ask('newsroom', 'lexicon.list', {});

/** Adds, corrects and drops words. */
export const changeLexicon = (input: InputOf<'lexicon.change'>) => send('lexicon.change', input);
