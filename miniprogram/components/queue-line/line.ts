/** What a line of the queue says: everything needed to decide what to open first. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { kindText } from '../../text/story';
import { reviewText, verdictText } from '../../text/review';

/** As the cloud answers it. */
export type QueuedStory = ValueOf<'queue.list'>['stories'][number];

export interface QueueLine {
  id: string;
  version: number;
  updatedAt: number;
  headline: string;
  isUrgent: boolean;
  /** 内容存疑, 未检; empty where the content check leaves nothing to say. */
  verdict: string;
  isOverdue: boolean;
  /** 超时3小时, 剩5小时; empty where nothing is due. */
  due: string;
  /** 消息 · 城关镇联工委 · 820字 · 3图 */
  about: string;
  stage: string;
  /** Who works on it; empty when nobody does. */
  claim: string;
  isOthers: boolean;
  /** May it be approved from the list? */
  isSelectable: boolean;
  /** Why not, where nothing else on the line says so. */
  barred: string;
  /** All of it, for a screen reader. */
  label: string;
}

/** A line as the list shows it at a moment. */
export function viewQueueLine(
  story: QueuedStory,
  { now, unitNames }: { now: number; unitNames: Record<string, string> },
): QueueLine {
  const { claim, dueAt, verdict } = story;
  const isWaiting = story.state === 'in_review';
  const line = {
    id: story.id,
    version: story.version,
    updatedAt: story.updatedAt,
    headline: story.headline,
    isUrgent: story.isUrgent,
    verdict: verdict ? verdictText[verdict].tag : '',
    isOverdue: dueAt !== null && dueAt < now,
    due: dueAt === null ? '' : dueWords(dueAt - now),
    about: aboutOf(story, unitNames),
    stage: story.stageName ?? '',
    claim: claim ? claimWords(claim) : '',
    isOthers: claim !== null && !claim.isMine,
    isSelectable: isWaiting && (claim === null || claim.isMine) && !verdict,
    barred: isWaiting && verdict ? verdictText[verdict].bars : '',
  };
  const spoken = [line.isUrgent ? reviewText.urgent : '', line.verdict, line.due, line.headline];
  return { ...line, label: [...spoken, line.about, line.claim].filter(Boolean).join('，') };
}

function aboutOf(story: QueuedStory, unitNames: Record<string, string>): string {
  const parts = [
    kindText[story.kind],
    unitNames[story.unitId] ?? reviewText.unknownUnit,
    story.words > 0 ? reviewText.words(story.words) : '',
    story.photoCount > 0 ? reviewText.photos(story.photoCount) : '',
    story.hasVideo && story.kind !== 'video' ? reviewText.video : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function claimWords({ isMine, name }: { isMine: boolean; name: string }): string {
  return isMine ? reviewText.claimedByMe : reviewText.claimedBy(name);
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function dueWords(leftMs: number): string {
  const span = spanWords(Math.abs(leftMs));
  return leftMs < 0 ? reviewText.overdue(span) : reviewText.dueIn(span);
}

/** A span as people say it: one unit, never more than is over. */
export function spanWords(ms: number): string {
  if (ms >= 2 * dayMs) return reviewText.days(Math.floor(ms / dayMs));
  if (ms >= hourMs) return reviewText.hours(Math.floor(ms / hourMs));
  return reviewText.minutes(Math.max(1, Math.floor(ms / minuteMs)));
}
