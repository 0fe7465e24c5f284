/**
 * Who may do what: one row a call and situation, written and reviewed by hand. A cell that no pattern
 * names is refused. Patterns are `<duty>.<scope>.<tie>` with `*` and `a|b`; see cast.ts for the words.
 */
import type { CallName } from '../../../cloudfunctions/contract';
import type { AdoptionState } from '../../../cloudfunctions/domain/adoption/adoption';
import type { situations } from './cast';

export interface Row {
  call: CallName;
  /** Whose cells give a value. */
  allowed: string;
  /** Where the story stands; a row without is about no story. */
  story?: keyof typeof situations;
  /** What the story's printing is, where the row is about one. */
  printing?: AdoptionState;
  /** Refusals besides `not_bound`, `not_allowed` and `not_found` that a refused cell may give. */
  refusals?: string[];
  /** Refusals that come after the door: who gets one was let in. */
  inside?: string[];
  /** What is special about the row's input. */
  about?: string;
}

const everybody = 'visitor *.*.*';
const bound = '*.*.*';
const administrators = 'administrator.*.*';
const rulebookKeepers = 'office|administrator.*.*';
/** The author, the byline, and who is over the unit with a duty other than writing. */
export const readers = '*.*.author|byline head|reviewer|office|leader|administrator.own.*';
/** The desk of the unit, whoever wrote the story. */
const desk = 'office|leader.own.*';
/** First stage of the usual chain: the publicity office, never on its own people's stories. */
const first = 'office.own.none';

const about = (story: Row['story'], allowed: string, calls: CallName[]): Row[] =>
  calls.map((call) => ({ call, story, allowed }));
/** Who keeps printings; nobody says what counts of their own. */
const settlers = 'office|administrator.own.none';
const aboutPrinting = (printing: AdoptionState, allowed: string, calls: CallName[]): Row[] =>
  calls.map((call) => ({ call, story: 'signedOff', printing, allowed, about: printing }));
const plain = (allowed: string, calls: CallName[]): Row[] =>
  calls.map((call) => ({ call, allowed }));
/** The ledger's office of the story's unit, and who is over it in any way. */
const keepers = 'office|leader.own.* administrator.*.*';
const overUnit = `${keepers} head.own.*`;
/** About something that is not there: whoever is told so was let in. */
const behindDoor = (allowed: string, calls: CallName[]): Row[] =>
  calls.map((call) => ({ call, allowed, inside: ['not_found'] }));

export const matrix: Row[] = [
  // Sign-in, binding, the organ.
  ...plain(everybody, ['session.open', 'story.published']),
  {
    ...{ call: 'organ.found', allowed: '' },
    refusals: ['organ_exists', 'code_wrong', 'openid_bound'],
  },
  { call: 'invite.make', allowed: 'administrator.*.* head.own.*' },
  // The directory is everybody's to read who is bound, and the administrators' to write.
  ...plain(bound, ['unit.list', 'person.list', 'person.show']),
  ...plain('office|administrator.*.*', ['vacancy.list']),
  ...plain(administrators, ['unit.add', 'unit.change', 'unit.close']),
  ...plain(administrators, ['person.add', 'person.change', 'person.leave']),
  ...plain(administrators, ['directoryEvent.list']),
  ...plain(administrators, ['membership.add', 'membership.end', 'duty.grant', 'duty.end']),
  // Codes of the story's unit: the office's, and its head's; who opens one may be anybody.
  // The first that revokes the one code of the cast comes last.
  ...plain(everybody, ['code.open']),
  ...plain('office|administrator.*.* head.own.*', ['code.make', 'code.list']),
  ...plain('office|administrator.*.* head.own.*', ['code.picture', 'code.revoke']),
  ...plain(administrators, ['chain.list', 'chain.change', 'chain.remove']),
  // Channels: the office sees them, pauses them and deals with what is stuck; administrators set
  // them. That there is none of that id is said only to those who may look.
  ...plain('office|administrator.*.*', ['channel.list', 'message.list']),
  ...behindDoor('office|administrator.*.*', ['channel.show', 'channel.pause', 'channel.resume']),
  ...plain(administrators, ['channel.add']),
  ...behindDoor(administrators, ['channel.change', 'channelSecret.rotate']),
  ...behindDoor('office|administrator.*.*', ['message.resend', 'message.markSent']),
  // What is in force is everybody's to read.
  ...plain(bound, ['rulebook.read']),
  // The rulebook: the first that keeps a draft makes it, the first that puts it in force takes it.
  ...plain(rulebookKeepers, ['rulebook.list', 'rulebook.presets']),
  { call: 'rulebook.draft', allowed: rulebookKeepers, inside: ['changed_meanwhile'] },
  ...plain(rulebookKeepers, ['rulebook.show', 'rulebook.try', 'trial.show']),
  { call: 'rulebook.enact', allowed: rulebookKeepers, inside: ['not_found'] },
  // Bulletins: the first that drafts a period of the past makes the draft, which is the office's to read.
  ...plain(bound, ['period.list']),
  {
    ...{ call: 'period.draft', allowed: rulebookKeepers },
    inside: ['changed_meanwhile', 'period_computing'],
  },
  ...plain('office|leader|administrator.*.*', ['bulletin.show']),
  { call: 'period.close', allowed: rulebookKeepers, inside: ['period_not_in_notice'] },
  {
    ...{ call: 'period.publish', allowed: rulebookKeepers },
    inside: ['changed_meanwhile', 'period_not_drafted'],
  },
  { ...{ call: 'bulletin.show', allowed: bound }, about: 'in notice' },
  ...plain(rulebookKeepers, ['bulletin.export']),
  { call: 'bulletin.arrange', allowed: rulebookKeepers, inside: ['changed_meanwhile'] },
  // The roster's and the opening's .xlsx: that there is no such file is said only to those who may import.
  ...plain(administrators, ['roster.template']),
  { call: 'roster.check', allowed: administrators, inside: ['file_missing'] },
  { call: 'roster.import', allowed: administrators, inside: ['file_missing'] },
  ...plain(administrators, ['opening.template']),
  { call: 'opening.check', allowed: administrators, inside: ['file_missing'] },
  { call: 'opening.import', allowed: administrators, inside: ['file_missing'] },
  // Help while writing; a draft is its writer's alone, so another's is not there for anybody.
  ...plain(bound, ['draft.keep', 'draft.list', 'draft.drop', 'column.list']),
  { call: 'draft.show', allowed: '', about: 'of another' },
  { call: 'draft.advise', allowed: '*.own.*', about: 'for the unit of the story' },
  ...plain('office|administrator.*.*', ['lexicon.list', 'lexicon.change']),
  // Filing.
  { call: 'story.file', allowed: '*.own.*', about: 'for the unit of the story' },
  ...plain(bound, ['story.list', 'queue.list']),
  ...plain('head|reviewer|office|leader|administrator.*.*', ['deskStory.list']),
  ...about('first', readers, ['story.show', 'revision.compare']),
  ...about('first', '*.*.author', ['story.withdraw']),
  ...about('returned', '*.*.author', ['story.refile', 'story.withdraw']),
  // Review.
  ...about('first', first, ['story.claim', 'story.release', 'story.approve', 'story.return']),
  ...about('first', first, ['story.edit', 'story.spike', 'story.hold', 'story.hurry']),
  ...about('first', first, ['story.pass']),
  { call: 'story.merge', story: 'first', allowed: first, refusals: ['merge_invalid'] },
  ...about('second', 'reviewer.own.none', ['story.approve', 'story.claim']),
  ...about('last', 'leader.own.none', ['story.approve', 'story.return']),
  ...about('escalated', 'leader|office|administrator.own.none', ['story.approve']),
  ...about('unitHead', 'head.own.none', ['story.approve', 'story.claim']),
  // The desk: tips, what is held, what is signed off.
  ...about('held', desk, ['story.resume']),
  ...about('tip', desk, ['story.assign', 'story.spike']),
  ...about('signedOff', desk, ['story.correct', 'story.kill']),
  // Out of the system as a package: no farther than the office and administrators over the unit.
  ...about('signedOff', 'office|administrator.own.*', ['message.export']),
  // Outlets, printings, registered facts.
  ...plain(bound, ['outlet.list']),
  ...plain('office|administrator.*.*', ['outlet.show', 'outlet.add', 'fact.list', 'work.find']),
  { call: 'outlet.change', allowed: 'office|administrator.*.*', inside: ['changed_meanwhile'] },
  ...about('signedOff', '*.*.author|byline', ['adoption.report']),
  ...about('signedOff', settlers, ['adoption.register']),
  ...about('signedOff', readers, ['adoption.list']),
  ...aboutPrinting('reported', readers, ['adoption.show']),
  ...aboutPrinting('reported', settlers, ['adoption.verify', 'adoption.reject', 'metric.take']),
  ...aboutPrinting('verified', settlers, ['adoption.correct', 'adoption.withdraw']),
  ...aboutPrinting('verified', '*.*.author|byline', ['adoption.choose']).map((row) => ({
    ...row,
    inside: ['choice_not_given' as const],
  })),
  { call: 'fact.register', allowed: 'office|administrator.own.*' },
  { call: 'fact.withdraw', allowed: 'office|administrator.own.*', inside: ['fact_withdrawn'] },
  // Another's points: the office and the heads of the unit; of the unit itself, its members as well.
  ...plain(overUnit, ['standing.show', 'entry.list']),
  ...plain(bound, ['storyEntry.list']),
  ...plain(bound, ['unit.board']),
  { call: 'ranking.list', allowed: 'office|leader|administrator.*.*', about: 'by money' },
  { call: 'entry.show', allowed: '*.own.* administrator.*.*', about: 'of the unit' },
  { call: 'entry.appeal', allowed: 'head.own.*', inside: ['appeal_exists'] },
  ...plain('office|leader|administrator.*.*', ['appeal.list', 'adjustment.list']),
  // It is about the unit's own points: its own people leave it to whoever does not gain.
  {
    ...{ call: 'appeal.answer', allowed: 'administrator.other.*', inside: ['appeal_answered'] },
    refusals: ['person_concerned'],
  },
  ...plain(keepers, ['adjustment.propose']),
  { call: 'adjustment.approve', allowed: keepers, inside: ['adjustment_decided'] },
  { call: 'adjustment.refuse', allowed: keepers, inside: ['adjustment_decided'] },
  ...plain(administrators, ['ledger.audit', 'standing.rebuild']),
  // The last row, since it makes the visitor somebody.
  { call: 'invite.redeem', allowed: 'visitor', refusals: ['openid_bound'] },
];

/** Does the row let this column in? */
export function isAllowed(patterns: string, column: string): boolean {
  return patterns.split(' ').some((pattern) => {
    const wanted = pattern.split('.');
    const given = column.split('.');
    return (
      wanted.length === given.length &&
      wanted.every((part, n) => part === '*' || part.split('|').includes(given[n] ?? ''))
    );
  });
}
