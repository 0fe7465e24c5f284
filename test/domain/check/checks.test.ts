import {
  checksOf,
  eventKindOf,
  partsSaid,
  waitingMs,
} from '../../../cloudfunctions/domain/check/checks';
import { chunksOf } from '../../../cloudfunctions/domain/check/chunks';
import type { ContentCheck, StoryEvent } from '../../../cloudfunctions/domain/story/story';
import { aContent } from '../../support/county/newsroom';

const sha256 = 'a'.repeat(64);
const picture = { sha256, bytes: 9, ext: 'jpg' as const, width: 1, height: 1 };
const content = aContent({ photos: [{ ...picture, caption: '现场', credit: '' }] });
const text = (verdict: ContentCheck['verdict']): ContentCheck => ({
  ...{ part: 'text', sha256: null, verdict, why: '' },
});
const photo = (verdict: ContentCheck['verdict']): ContentCheck => ({
  ...{ part: 'photo', sha256, verdict, why: '' },
});
const said = (checks: ContentCheck[], { at = 0, revision = 1 } = {}) => ({
  ...{ at, checks },
  after: { state: 'in_review', stageIndex: 0, revision, isUrgent: false } as StoryEvent['after'],
});
const verdicts = (events: ReturnType<typeof said>[], { revision = 1, now = 0 } = {}) =>
  checksOf({ content, revision }, events, now).map(({ verdict }) => verdict);

test('nothing said is unchecked', () => {
  expect(verdicts([])).toEqual(['unchecked', 'unchecked']);
});

test('a text is checked anew with each revision, a photo once', () => {
  const events = [said([text('pass'), photo('pass')])];
  expect(verdicts(events, { revision: 2 })).toEqual(['unchecked', 'pass']);
});

test('a photo whose result never comes is unchecked again', () => {
  const events = [said([text('pass'), photo('waiting')])];
  expect(verdicts(events, { now: waitingMs })).toEqual(['pass', 'waiting']);
  expect(verdicts(events, { now: waitingMs + 1 })).toEqual(['pass', 'unchecked']);
});

test('a late second question does not hide a result that is there', () => {
  expect(verdicts([said([photo('doubtful')]), said([photo('waiting')])])[1]).toBe('doubtful');
});

test.each([
  ['content_checked', ['text'], [text('pass'), photo('waiting')]],
  ['content_checked', ['photo'], [photo('pass'), photo('pass')]],
  ['content_checked', [], [photo('waiting')]],
  ['content_unchecked', ['text'], [text('unchecked'), photo('pass')]],
  ['content_doubtful', ['photo'], [text('unchecked'), photo('doubtful')]],
])('%s is said of its checks, of %j', (kind, parts, checks) => {
  expect(eventKindOf(checks)).toBe(kind);
  expect(partsSaid(checks)).toEqual(parts);
});

test('pieces of a long text are short enough and leave no word out', () => {
  const body = Array.from({ length: 20_000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('');
  const chunks = chunksOf(aContent({ body }));
  expect(Math.max(...chunks.map((chunk) => [...chunk].length))).toBeLessThanOrEqual(2500);
  for (let from = 0; from < 19_990; from += 7) {
    const word = body.slice(from, from + 10);
    expect(chunks.some((chunk) => chunk.includes(word))).toBe(true);
  }
  expect(chunksOf(aContent())).toHaveLength(1);
});
