/** Words for every act in a story's history. */
import type { ValueOf } from '../../cloudfunctions/contract/index';
import { checkText } from './review';

export type StoryEvent = ValueOf<'story.show'>['story']['timeline'][number];

/** What was done, said after the name of who did it. */
export const eventText: Record<StoryEvent['kind'], (event: StoryEvent) => string> = {
  story_filed: () => '投稿',
  story_refiled: ({ revision }) => `修改后重新投稿（第 ${revision} 稿）`,
  story_withdrawn: () => '撤回稿件',
  story_claimed: () => '认领稿件',
  story_released: () => '放回待办',
  story_passed_on: () => '转交其他审核员',
  stage_approved: ({ stageName }) => `${stageName ?? '审核'}通过`,
  stage_skipped: ({ stageName }) => `加急，跳过${stageName ?? '一个环节'}`,
  stage_escalated: ({ stageName }) => `${stageName ?? '此环节'}没有合适的审核员，已升级处理`,
  story_returned: ({ stageName }) => `${stageName ?? '审核'}退改`,
  story_edited: ({ revision }) => `修改稿件（第 ${revision} 稿）`,
  story_spiked: () => '不采用',
  story_merged: () => '与其他稿件重复，并稿',
  story_held: () => '暂缓',
  story_resumed: () => '恢复审核',
  story_hurried: () => '标为加急',
  tip_assigned: () => '分派线索',
  tip_written: () => '据此线索写成稿件',
  story_handed_over: () => '因原作者离任，交由他人接手',
  story_signed_off: () => '签发',
  story_corrected: ({ revision }) => `更正（第 ${revision} 稿）`,
  story_killed: () => '撤稿',
  story_published: () => '刊发',
  story_published_after_kill: () => '撤稿后仍刊发，请立即联系媒体处理',
  stage_overdue: ({ stageName }) => `${stageName ?? '此环节'}超时，已提醒宣传办`,
  content_checked: (event) => `内容安全检查：${partsOf(event)}未见问题`,
  content_doubtful: (event) => `内容安全检查：${partsOf(event)}有疑问，请审核员判断`,
  content_unchecked: (event) => `内容安全检查：${partsOf(event)}未检，请审核员判断`,
};

/** Nobody's acts, that come one by one for each photo and text. */
const checks: string[] = ['content_checked', 'content_doubtful', 'content_unchecked'];

/** Checks that came to the same, with nothing between them, are one line: the last of them, of all parts. */
export function withChecksTogether(timeline: StoryEvent[]): StoryEvent[] {
  return timeline.reduce<StoryEvent[]>((before, event) => {
    const last = before[before.length - 1];
    if (!last || !isSameCheck(last, event)) return [...before, event];
    const checked = [...new Set([...(last.checked ?? []), ...(event.checked ?? [])])];
    return [...before.slice(0, -1), { ...event, checked }];
  }, []);
}

const isSameCheck = (one: StoryEvent, next: StoryEvent) =>
  checks.includes(next.kind) &&
  one.kind === next.kind &&
  one.revision === next.revision &&
  one.note === next.note;

const partsOf = ({ checked = [] }: StoryEvent) =>
  checked.map((part) => checkText.part[part]).join('和');
