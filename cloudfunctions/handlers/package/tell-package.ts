/** What a package says of a story, in words: once for its text and its sheet alike. */
import type { Message } from '../../domain/syndication/message';
import type { Story, StoryContent } from '../../domain/story/story';
import { dayOf, timeOf } from '../../kernel/days';
import { actWords, bylineWords, fileWords, kindWords, sheetWords } from '../../wording/package';
import type { WholeStory } from '../../store/whole-story';

export interface PackageFacts {
  /** How all its files are called, before what each adds. */
  stem: string;
  title: string;
  number: string;
  /** The day of this version, in full. */
  day: string;
  /** That it corrects or withdraws; empty for the first version. */
  notice: string;
  headline: string;
  byline: string;
  /** Unit, kind, column, when and where. */
  facts: string[];
  paragraphs: string[];
  captions: string[];
  /** Stage, name, act, time. */
  reviews: string[][];
}

export interface PackageOf {
  message: Message;
  story: Story;
  content: StoryContent;
  events: WholeStory['events'];
  organName: string;
  unitName: string;
}

export function tellPackage(told: PackageOf): PackageFacts {
  const { message, story, content, organName, unitName } = told;
  // Of what is withdrawn nothing goes out again but that it is.
  const isKilled = message.kind === 'kill';
  const facts: PackageFacts = {
    stem: stemOf(message),
    title: sheetWords.title(organName),
    number: sheetWords.number(story.number),
    day: sheetWords.day(dayOf(message.createdAt)),
    notice: noticeOf(message),
    headline: content.headline,
    byline: bylineOf(content.bylines),
    facts: factsOf(content, unitName),
    paragraphs: isKilled ? [] : paragraphsOf(content),
    captions: isKilled ? [] : captionsOf(content),
    reviews: reviewsOf(told),
  };
  return plain(facts);
}

/** The story's number; later versions say which they are. */
function stemOf({ storyNumber, edition }: Message): string {
  const parts = [storyNumber, ...(edition > 1 ? [fileWords.edition(edition)] : [])];
  return parts.join('-').replace(/[\\/:*?"<>|\s]/g, '_');
}

function noticeOf({ kind, note }: Message): string {
  return kind === 'publish' ? sheetWords.notice.publish : sheetWords.notice[kind](note);
}

function bylineOf(bylines: StoryContent['bylines']): string {
  const parts = [...new Set(bylines.map(({ part }) => part))];
  const namesOf = (wanted: string) =>
    bylines.filter(({ part }) => part === wanted).map(({ name }) => name);
  return parts.map((part) => bylineWords(part, namesOf(part))).join('  ');
}

function factsOf({ kind, column, happenedOn, place }: StoryContent, unitName: string): string[] {
  const day = happenedOn === null ? '' : sheetWords.day(happenedOn);
  return [
    sheetWords.unit(unitName),
    sheetWords.kind(kindWords[kind]),
    ...(column === null ? [] : [sheetWords.column(column)]),
    ...(day === '' && place === '' ? [] : [sheetWords.happened(day, place)]),
  ];
}

const paragraphsOf = ({ body }: StoryContent) =>
  body
    .split(/\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

function captionsOf({ photos, video }: StoryContent): string[] {
  const lines = photos.map(({ caption, credit }, n) => sheetWords.caption(n + 1, caption, credit));
  return video ? [...lines, sheetWords.video] : lines;
}

/** Who did what and when, up to this version; what was said of it stays in the house. */
function reviewsOf({ events, message }: PackageOf): string[][] {
  return events
    .filter(({ at }) => at <= message.createdAt)
    .flatMap(({ kind, stageName, byName, at }) => {
      const words = actWords[kind];
      const when = `${sheetWords.day(dayOf(at))} ${timeOf(at)}`;
      return words ? [[words.stage ?? stageName ?? '', byName, words.act, when]] : [];
    });
}

/** Without what no XML may hold: control characters, and halves of characters. */
function plain<Told>(told: Told): Told {
  const text = JSON.stringify(told, (_key, value: unknown) =>
    typeof value === 'string'
      ? Buffer.from(value)
          .toString()
          .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      : value,
  );
  return JSON.parse(text) as Told; // of texts and lists alone, so it is what it was
}
