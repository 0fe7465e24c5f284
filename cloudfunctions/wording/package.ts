/** Words of a story's export package: names of its files, its text, its Word sheet (稿签). */
import type * as z from 'zod/mini';
import type { byline, storyEventKind, storyKind } from '../contract/story';

type Part = z.output<typeof byline>['part'];

const twoDigits = (count: number) => String(count).padStart(2, '0');

export const fileWords = {
  zip: (stem: string) => `${stem}-稿件包.zip`,
  sheet: (stem: string) => `${stem}-稿签.docx`,
  text: (stem: string) => `${stem}.txt`,
  ninjs: 'ninjs.json',
  photo: (place: number, ext: string) => `图片/${twoDigits(place)}.${ext}`,
  captions: '图片/图片说明.txt',
  video: (ext: string) => `视频/视频.${ext}`,
  /** Under the name it was handed in with, as far as a file may have it. */
  attachment: (place: number, name: string, ext: string) => {
    const stem = name.replace(/\.(docx|pdf)$/i, '').replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, '_');
    return `附件/${twoDigits(place)}-${stem}.${ext}`;
  },
  /** A later version of the same story. */
  edition: (edition: number) => `第${edition}版`,
};

export const kindWords: Record<z.output<typeof storyKind>, string> = {
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

const partWords: Record<Part, string> = { text: '文', photo: '图', video: '视频', edit: '编辑' };

export const bylineWords = (part: Part, names: string[]) => `${partWords[part]}/${names.join(' ')}`;

/** What of the history stands in the sheet; `stage` where the act is at none of the chain. */
export const actWords: Partial<
  Record<z.output<typeof storyEventKind>, { stage?: string; act: string }>
> = {
  story_filed: { stage: '投稿', act: '提交' },
  story_refiled: { stage: '投稿', act: '修改后提交' },
  stage_approved: { act: '通过' },
  stage_skipped: { act: '加急，未经此环节' },
  story_returned: { act: '退改' },
  story_edited: { act: '修改文字' },
  story_signed_off: { act: '签发' },
  story_corrected: { stage: '更正', act: '更正' },
  story_killed: { stage: '撤稿', act: '撤稿' },
};

export const sheetWords = {
  title: (organName: string) => `${organName}稿签`,
  number: (number: string) => `编号：${number}`,
  /** `2026-11-22` in full. */
  day: (day: string) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return `${year}年${month}月${date}日`;
  },
  unit: (name: string) => `报送单位：${name}`,
  kind: (words: string) => `体裁：${words}`,
  column: (name: string) => `专栏：${name}`,
  happened: (when: string, where: string) => `时间地点：${[when, where].filter(Boolean).join(' ')}`,
  notice: {
    publish: '',
    correct: (note: string) => `【更正】本版代替此前各版。${note ? `更正说明：${note}` : ''}`,
    kill: (note: string) => `【撤稿通知】本稿已撤稿，请勿刊发。${note ? `理由：${note}` : ''}`,
  },
  captions: '图片说明',
  caption: (place: number, caption: string, credit: string) =>
    `${twoDigits(place)}　${caption}${credit ? `（${credit} 摄）` : ''}`,
  video: '附视频一段。',
  reviews: '审核流程',
  columns: ['环节', '经办人', '办理', '时间'],
  /** On either side of the page's number. */
  pageNumber: ['— ', ' —'],
  fonts: {
    title: { name: '方正小标宋简体', instead: '宋体' },
    body: { name: '仿宋', instead: '仿宋_GB2312' },
    strong: { name: '黑体', instead: '微软雅黑' },
  },
};
