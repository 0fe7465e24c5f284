/** A story's page as the cloud answers it, for tests of what the phone makes of it. */
import type { ValueOf } from '../../cloudfunctions/contract';

export type StoryView = ValueOf<'story.show'>['story'];
type StoryEvent = StoryView['timeline'][number];

export const now = Date.parse('2026-11-23T09:31:00+08:00');

/** A news item in its first review, filed a quarter of an hour ago. */
export function aStoryView(change: Partial<StoryView> = {}): StoryView {
  return {
    id: 'story-00000001',
    number: '2026-1123-城关-03',
    kind: 'news',
    state: 'in_review',
    headline: '城关镇议事室解决路灯难题',
    unitId: 'unit-township',
    authorName: '林示例',
    ...{
      words: 60,
      photoCount: 0,
      hasVideo: false,
      isUrgent: false,
      isToWrite: false,
    },
    stageName: '初审',
    dueAt: now + 3_600_000,
    claim: null,
    filedAt: now - 900_000,
    updatedAt: now - 900_000,
    version: 1,
    content: {
      kind: 'news',
      headline: '城关镇议事室解决路灯难题',
      body: '11月20日晚，老街议事室里坐满了居民。\n居民李大姐第一个发言。',
      column: null,
      happenedOn: '2026-11-20',
      place: '城关镇老街',
      bylines: [{ personId: null, name: '林示例', part: 'text' }],
      ...{ photos: [], video: null, attachments: [], noteToEditor: '' },
    },
    revision: 1,
    stages: [
      { name: '初审', progress: 'current' },
      { name: '复审', progress: 'ahead' },
      { name: '终审签发', progress: 'ahead' },
    ],
    ...{ embargoUntil: null, assigneeName: null, tipId: null, cameOfIt: [], checks: [] },
    ...{ adoptions: [], choice: null, mayReport: true, mayRegister: false, deliveries: [] },
    timeline: [anEvent('story_filed')],
    allowed: ['withdraw'],
    ...change,
  };
}

/** An act of 周 this morning. */
export function anEvent(kind: StoryEvent['kind'], change: Partial<StoryEvent> = {}): StoryEvent {
  const at = Date.parse('2026-11-23T09:20:00+08:00');
  const words = { byName: '周示例', stageName: '初审', note: '', passages: [] };
  return { id: `${kind}-1`, kind, at, revision: 1, ...words, ...change };
}
