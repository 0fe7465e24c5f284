import type { CommandName, InputOf } from '../../cloudfunctions/contract/index';
import { ask, command } from './call';

const send = <Name extends CommandName>(call: Name, input: InputOf<Name>) =>
  command('points', call, input);

/** My standing, or another's. */
export const showStanding = (input: InputOf<'standing.show'>) =>
  ask('points', 'standing.show', input);

/** Entries, newest first. */
export const listEntry = (input: InputOf<'entry.list'>) => ask('points', 'entry.list', input);

/** What some of my stories brought me. */
export const listStoryEntry = (storyIds: string[]) =>
  ask('points', 'storyEntry.list', { storyIds });

/** One entry with its appeal. */
export const showEntry = (input: InputOf<'entry.show'>) => ask('points', 'entry.show', input);

/** The top fifty and my own place. */
export const listRanking = (input: InputOf<'ranking.list'>) => ask('points', 'ranking.list', input);

/** A unit's standing and its members. */
export const boardUnit = (input: InputOf<'unit.board'>) => ask('points', 'unit.board', input);

/** Says what is wrong with an entry. */
export const appealEntry = (input: InputOf<'entry.appeal'>) => send('entry.appeal', input);

/** What people say is wrong. */
export const listAppeal = (input: InputOf<'appeal.list'>) => ask('points', 'appeal.list', input);

/** Upholds or refuses an appeal. */
export const answerAppeal = (input: InputOf<'appeal.answer'>) => send('appeal.answer', input);

/** Proposes points by hand. */
export const proposeAdjustment = (input: InputOf<'adjustment.propose'>) =>
  send('adjustment.propose', input);

/** What was proposed. */
export const listAdjustment = (input: InputOf<'adjustment.list'>) =>
  ask('points', 'adjustment.list', input);

/** Posts what another proposed. */
export const approveAdjustment = (input: InputOf<'adjustment.approve'>) =>
  send('adjustment.approve', input);

/** Drops what another proposed. */
export const refuseAdjustment = (input: InputOf<'adjustment.refuse'>) =>
  send('adjustment.refuse', input);

/** One step of the audit. */
export const auditLedger = (input: InputOf<'ledger.audit'>) => ask('points', 'ledger.audit', input);

/** One step of writing standings anew. */
export const rebuildStanding = (input: InputOf<'standing.rebuild'>) =>
  send('standing.rebuild', input);
