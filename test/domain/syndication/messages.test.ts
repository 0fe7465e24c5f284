import * as fc from 'fast-check';
import { storyKind } from '../../../cloudfunctions/contract/story';
import {
  takeQuota,
  takes,
  type PlannedChannel,
} from '../../../cloudfunctions/domain/syndication/channel';
import { endAttempt, giveBack } from '../../../cloudfunctions/domain/syndication/end-attempt';
import {
  hasEnded,
  mustAsk,
  type Message,
} from '../../../cloudfunctions/domain/syndication/message';
import {
  attemptsMax,
  nextAttempt,
  pausesMs,
} from '../../../cloudfunctions/domain/syndication/next-attempt';
import { turnOf } from '../../../cloudfunctions/domain/syndication/order';
import { planMessages } from '../../../cloudfunctions/domain/syndication/plan-messages';
import { isStuck } from '../../../cloudfunctions/domain/syndication/delivery-actions';
import { markSent, resendMessage } from '../../../cloudfunctions/domain/syndication/resend-message';
import { storyIdOf, storyUri } from '../../../cloudfunctions/domain/syndication/uri';
import { aFiledStory } from '../../support/domain/any-command';

const hourMs = 3_600_000;

const aChannel = (change: Partial<PlannedChannel> = {}): PlannedChannel => ({
  ...{ _id: 'center', name: '融媒体中心', kind: 'fusion_center', kinds: [...storyKind.options] },
  ...{ columns: [], isInternal: false, ...change },
});

const { story } = aFiledStory('news');

function planned(
  kind: 'story_signed_off' | 'story_corrected' | 'story_killed',
  messages: Message[],
) {
  const event = { _id: `story:${messages.length}`, kind, at: 1000, note: '原因' };
  return planMessages({ story, event, channels: [aChannel()], messages });
}

function aMessage(change: Partial<Message> = {}): Message {
  const [message] = planned('story_signed_off', []);
  if (!message) throw new Error('a sign-off is told to the center');
  return { ...message, ...change };
}

test.each([
  ['public_opinion', false, false],
  ['public_opinion', true, true],
  ['research_report', false, false],
  ['news', false, true],
  ['news', true, true],
] as const)('%s to an internal channel: %s, taken: %s', (kind, isInternal, isTaken) => {
  expect(takes(aChannel({ isInternal }), { kind, column: null })).toBe(isTaken);
});

test.each([
  [[], null, true],
  [[], '履职风采', true],
  [['履职风采'], '履职风采', true],
  [['履职风采'], '委员讲堂', false],
  [['履职风采'], null, false],
])('a channel of the columns %j takes one of %s: %s', (columns, column, isTaken) => {
  expect(takes(aChannel({ columns }), { kind: 'news', column })).toBe(isTaken);
  expect(takes(aChannel({ columns, kinds: ['feature'] }), { kind: 'news', column })).toBe(false);
});

test('editions are counted in each channel, and only holders are told of what comes later', () => {
  const first = planned('story_signed_off', []);
  expect(first).toMatchObject([{ _id: 'story:0:center', edition: 1, kind: 'publish', note: '' }]);
  const second = planned('story_corrected', first);
  expect(second).toMatchObject([{ edition: 2, kind: 'correct', note: '原因' }]);
  expect(planned('story_killed', [...first, ...second])).toMatchObject([
    { edition: 3, kind: 'kill' },
  ]);
  expect(planned('story_killed', [])).toEqual([]);
});

test('a holder is told of a correction even where the kind is no longer selected', () => {
  const event = { _id: 'e', kind: 'story_corrected' as const, at: 1, note: '' };
  const channels = [aChannel({ kinds: [] }), aChannel({ _id: 'other' })];
  const told = planMessages({ story, event, channels, messages: [aMessage()] });
  expect(told.map(({ channelId }) => channelId)).toEqual(['center']);
});

test('pauses grow from seconds to half a day, some two days in all, and then it is dead', () => {
  expect([...pausesMs].sort((left, right) => left - right)).toEqual(pausesMs);
  const total = pausesMs.reduce((sum, ms) => sum + ms, 0);
  expect(total / hourMs).toBeGreaterThan(44);
  expect(total / hourMs).toBeLessThan(50);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: attemptsMax + 5 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attemptCount, chance) => {
        const next = nextAttempt({ attemptCount, at: 0, chance });
        const pauseMs = pausesMs[attemptCount - 1];
        if (pauseMs === undefined) expect(next).toBeNull();
        else expect(Math.abs((next ?? 0) - pauseMs)).toBeLessThanOrEqual(pauseMs * 0.2 + 1);
      },
    ),
  );
});

test('a channel may ask for patience, up to half a day', () => {
  const asked = (retryAfterMs: number) =>
    nextAttempt({ attemptCount: 1, at: 0, chance: 0.5, retryAfterMs });
  expect([asked(hourMs), asked(1), asked(100 * hourMs)]).toEqual([hourMs, 5000, 12 * hourMs]);
});

test('whatever happens, a message ends within its attempts, and stays ended', () => {
  const endings = fc.array(fc.constantFrom('failed', 'unknown', 'died'), {
    minLength: 40,
    maxLength: 40,
  });
  fc.assert(
    fc.property(endings, (outcomes) => {
      let message = aMessage();
      let began = 0;
      for (const outcome of outcomes) {
        if (hasEnded(message)) break;
        began += 1;
        message = { ...message, state: 'sending', attemptCount: message.attemptCount + 1 };
        if (outcome === 'died') continue;
        const ending = { outcome, why: 'timeout' } as const;
        message = { ...message, ...endAttempt(message, ending, { at: began, chance: 0 }) };
      }
      const isLastDead = outcomes.slice(attemptsMax - 1).every((one) => one === 'died');
      if (!isLastDead) expect(message.state).toBe('dead');
      if (hasEnded(message)) expect(message.nextAttemptAt).toBeNull();
    }),
  );
});

test('what may have arrived is asked about: after an unknown end, and after a relay that died', () => {
  const begun = { attemptCount: 1 };
  expect(mustAsk(aMessage(begun))).toBe(false);
  expect(mustAsk(aMessage({ attemptCount: 2 }))).toBe(true);
  const unsure = { at: 1, outcome: 'unknown' as const, why: 'timeout' };
  expect(mustAsk(aMessage({ attemptCount: 2, attempts: [unsure] }))).toBe(true);
  const failed = { at: 1, outcome: 'failed' as const, why: 'http_503' };
  expect(mustAsk(aMessage({ attemptCount: 2, attempts: [failed] }))).toBe(false);
  const back = giveBack(aMessage(begun), 5);
  expect(back).toMatchObject({ attemptCount: 0, state: 'pending', nextAttemptAt: 5 });
});

const lease = { holder: 'relay', until: 2000 };
const turns: [string, Partial<Message>, Message['kind'], string][] = [
  ['has ended', { state: 'delivered', nextAttemptAt: null }, 'correct', 'now'],
  ['is dead', { state: 'dead', nextAttemptAt: null }, 'correct', 'now'],
  ['waits for another attempt', { nextAttemptAt: 9000 }, 'correct', 'later'],
  ['waits for another attempt', { nextAttemptAt: 9000 }, 'kill', 'after'],
  ['is being sent', { state: 'sending', lease, nextAttemptAt: 2000 }, 'correct', 'later'],
  ['is being sent', { state: 'sending', lease, nextAttemptAt: 2000 }, 'kill', 'later'],
  ['waits for a hand', { nextAttemptAt: null }, 'correct', 'after'],
];

test.each(turns)('while the version before %s (%j), a %s goes %3$s', (_, before, kind, turn) => {
  const later = aMessage({ _id: 'later', edition: 2, kind });
  expect(turnOf(later, [aMessage(before), later], 1000).turn).toBe(turn);
});

test('no other story and no other channel is in the way', () => {
  const later = aMessage({ edition: 2 });
  const others = [aMessage({ storyId: 'other' }), aMessage({ channelId: 'other' })];
  expect(turnOf(later, others, 1000)).toEqual({ turn: 'now' });
});

test('only what is stuck is sent again, and never after a later version', () => {
  const dead = aMessage({ state: 'dead', attemptCount: 17, nextAttemptAt: null });
  const again = resendMessage(dead, [dead], 7);
  expect(again).toMatchObject({
    changes: { message: { state: 'pending', attemptCount: 0, nextAttemptAt: 7 } },
  });
  const later = aMessage({ edition: 2 });
  expect(resendMessage(dead, [dead, later], 7)).toMatchObject({ refusal: 'message_outdated' });
  expect(resendMessage(aMessage(), [], 7)).toMatchObject({ refusal: 'message_not_stuck' });
  const replaced = { ...dead, isSuperseded: true };
  expect(resendMessage(replaced, [], 7)).toMatchObject({ refusal: 'message_not_stuck' });
});

test('only what waits for a hand, or gave up, is marked sent', () => {
  const sent = markSent(aMessage({ nextAttemptAt: null }), { note: '已发邮件', at: 7 });
  expect(sent).toMatchObject({ changes: { message: { state: 'delivered', deliveredAt: 7 } } });
  for (const state of ['dead', 'rejected'] as const) {
    const stuck = aMessage({ state, nextAttemptAt: null });
    expect(isStuck(stuck)).toBe(true);
    const settled = markSent(stuck, { note: '电话里收了', at: 7 });
    expect(settled).toMatchObject({ changes: { message: { state: 'delivered' } } });
  }
  expect(markSent(aMessage(), { note: '', at: 7 })).toMatchObject({
    refusal: 'message_not_by_hand',
  });
});

test('the rate limit counts by the minute', () => {
  const take = (at: number, count = { minute: 0, sentInMinute: 0 }, wanted = 7) =>
    takeQuota(count, { ratePerMinute: 10, wanted, at });
  const first = take(1000);
  expect(first.granted).toBe(7);
  expect(take(2000, first.after).granted).toBe(3);
  expect(take(61_000, first.after).granted).toBe(7);
});

test('a uri leads back to its story, and no other text does', () => {
  expect(storyIdOf(storyUri('abcdefgh12345678'))).toBe('abcdefgh12345678');
  for (const uri of [
    '',
    'urn:xiangxun:organ:story:',
    'urn:xiangxun:organ:story:../x',
    'urn:a:b:story:abcdefgh',
  ]) {
    expect(storyIdOf(uri)).toBeUndefined();
  }
});
