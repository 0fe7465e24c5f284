/** Words for what a story is and where it stands. */
import type { ValueOf } from '../../cloudfunctions/contract/index';
import { aheadWords, momentWords } from './day';

type StoryView = ValueOf<'story.show'>['story'];
type StoryLine = ValueOf<'story.list'>['stories'][number];
export type StoryState = StoryLine['state'];
export type StoryKind = StoryLine['kind'];

/** One word a state, for chips. */
export const stateText: Record<StoryState, string> = {
  filed: '已送达',
  in_review: '审核中',
  returned: '已退改',
  withdrawn: '已撤回',
  held: '暂缓',
  signed_off: '已签发',
  published: '已刊发',
  corrected: '已更正',
  spiked: '不采用',
  killed: '已撤稿',
};

export const kindText: Record<StoryKind, string> = {
  tip: '线索',
  news: '消息',
  feature: '通讯',
  photo_story: '图片新闻',
  video: '视频',
  public_opinion: '社情民意',
  research_report: '调研报告',
  theory_article: '理论文章',
  duty_story: '履职故事',
};

/** The state as a short sentence: what happened, and what comes next. */
export function stateSentence(story: StoryView, now: number): string {
  switch (story.state) {
    case 'filed':
      return story.assigneeName
        ? `线索已分派给${story.assigneeName}采写`
        : '线索已送达，等待宣传办分派';
    case 'in_review':
      return `${reviewSentence(story)}${dueSentence(story, now)}`;
    case 'returned':
      return returnSentence(story);
    case 'withdrawn':
      return '稿件已撤回，不再送审';
    case 'held':
      return story.embargoUntil
        ? `暂缓刊发，${momentWords(story.embargoUntil, now)}后继续`
        : '暂缓处理，等待宣传办恢复';
    case 'signed_off':
      return `已签发，${outletsOf(story) || '等待媒体'}采用`;
    case 'published':
      return outletsOf(story) ? `刊于${outletsOf(story)}` : '已刊发';
    case 'corrected':
      return '签发后已更正';
    case 'spiked':
      return spikeSentence(story);
    case 'killed':
      return '签发后已撤稿，不得再使用';
  }
}

/** Where it was printed, by what is verified; the first three by name. */
function outletsOf({ adoptions }: StoryView): string {
  const printed = adoptions.filter(({ state }) => state === 'verified');
  const names = [...new Set(printed.map(({ outletName }) => outletName))];
  const named = names.slice(0, 3).join('、');
  return names.length > 3 ? `${named}等 ${names.length} 家` : named;
}

function reviewSentence({ stageName, claim }: StoryView): string {
  const stage = stageName ?? '审核';
  if (!claim) return `等待${stage}`;
  return claim.isMine ? `${stage}：您正在处理` : `${stage}：${claim.name}正在处理`;
}

/** By when the stage should be done; past it, the clock has told the office. */
function dueSentence({ dueAt }: StoryView, now: number): string {
  if (dueAt === null) return '';
  return dueAt < now ? '，已过办理时限' : `，应在${aheadWords(dueAt, now)} 前办完`;
}

function returnSentence({ timeline }: StoryView): string {
  const last = timeline.filter(({ kind }) => kind === 'story_returned').pop();
  if (!last) return '稿件已退改，请修改后重新投稿';
  return `${last.byName}退改：${last.note}`;
}

function spikeSentence({ timeline }: StoryView): string {
  const last = timeline
    .filter(({ kind }) => kind === 'story_spiked' || kind === 'story_merged')
    .pop();
  if (!last) return '稿件没有采用';
  if (last.kind === 'story_merged') return `内容重复，已并入 ${last.note}`;
  return `没有采用：${last.note}`;
}

/** What a story's page says besides. */
export const storyText = {
  happened: (words: string) => `发生于 ${words}`,
  primary: {
    ...{ refile: '修改后重新投稿', review: '去审核', write: '写成稿件' },
    ...{ resume: '恢复审核', assign: '分派线索', correct: '更正、撤稿' },
  },
  withdrawTitle: '撤回这篇稿件？',
  withdrawWords: '撤回后不再送审，也不能恢复。需要时请另投新稿。',
  withdrawConfirm: '撤回',
  keep: '不撤回',
  withdrawn: '已撤回',
  journalist: (name: string) => `${name}（记者）`,
  bylineParts: { text: '文', photo: '图', video: '视频', edit: '编辑' },
  progress: { passed: '已通过', current: '进行中', ahead: '未开始', skipped: '已跳过' },
  stage: (name: string, progress: string) => `${name}，${progress}`,
  photo: (index: number, caption: string) =>
    `第 ${index} 张图片，${caption || '没有说明'}，点按放大`,
  credit: (name: string) => `（${name} 摄）`,
  passageNote: (name: string) => `${name}批注`,
  onPassage: (quote: string, note: string) => `“${quote}”：${note}`,
  indent: '　',
  notOpened: '附件没有打开，请联网后重试',
  compareTitle: (from: number, to: number) => `第 ${from} 稿 → 第 ${to} 稿`,
  compareNothing: '标题和正文没有改动',
  added: '新增',
  removed: '删除',
  others: (fields: string[]) => `另有改动：${fields.join('、')}`,
};

/** Names of a content's fields, where a comparison names them. */
export const fieldText: Record<keyof StoryView['content'], string> = {
  kind: '类别',
  headline: '标题',
  body: '正文',
  column: '专栏',
  happenedOn: '发生日期',
  place: '地点',
  bylines: '署名',
  photos: '图片',
  video: '视频',
  attachments: '附件',
  noteToEditor: '编者备注',
};
