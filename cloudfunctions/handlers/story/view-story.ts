import type { ValueOf } from '../../contract';
import type { Person } from '../../domain/people/person';
import { maySettle } from '../../domain/adoption/eligibility';
import { checksOf, mayReadChecks, partsSaid } from '../../domain/check/checks';
import { allowedActions } from '../../domain/story/allowed-actions';
import { currentStage, isToWrite, type Story } from '../../domain/story/story';
import type { Store } from '../../store';
import type { WholeStory } from '../../store/whole-story';
import { viewChoice } from '../adoption/view-choice';
import { clippingsOf, viewPrintings } from '../adoption/view-printings';
import type { Scene } from '../handler';
import { viewDelivery } from '../message/view-delivery';

type StoryView = ValueOf<'story.show'>['story'];
type StoryLine = ValueOf<'story.list'>['stories'][number];

/** One line of a list, as this person sees it. */
export function viewStoryLine(story: Story, person: Person, at: number): StoryLine {
  const { claim } = story;
  const isClaimed = claim !== null && claim.until > at;
  return {
    id: story._id,
    number: story.number,
    kind: story.kind,
    state: story.state,
    headline: story.headline,
    unitId: story.unitId,
    authorName: story.authorName,
    words: story.words,
    photoCount: story.photoCount,
    hasVideo: story.hasVideo,
    isUrgent: story.isUrgent,
    isToWrite: isToWrite(story, person._id),
    stageName: story.state === 'in_review' ? (currentStage(story)?.name ?? null) : null,
    dueAt: story.state === 'in_review' ? story.dueAt : null,
    claim: isClaimed
      ? { name: claim.name, until: claim.until, isMine: claim.personId === person._id }
      : null,
    filedAt: story.filedAt,
    updatedAt: story.updatedAt,
    version: story.version,
  };
}

/** A story's page: text, files with links, stages, history, and what this person may do. */
export async function viewStory(
  whole: WholeStory,
  person: Person,
  scene: Scene,
): Promise<StoryView> {
  const { story, revision, events, cameOfIt, messages } = whole;
  const moment = { at: scene.now, on: scene.on };
  const maySeeChecks = mayReadChecks(story, person._id);
  const shown = maySeeChecks ? events : events.filter(({ checks }) => checks === undefined);
  const { content, links } = await withLinks(scene.store, whole);
  return {
    ...viewStoryLine(story, person, scene.now),
    content,
    revision: story.revision,
    stages: story.chain.map(({ name }, index) => ({ name, progress: progressOf(story, index) })),
    embargoUntil: story.embargoUntil,
    assigneeName: story.assigneeName,
    tipId: story.tipId,
    cameOfIt: cameOfIt.map(({ _id, number, headline, state }) => ({
      id: _id,
      number,
      headline,
      state,
    })),
    checks: maySeeChecks
      ? checksOf({ content: revision.content, revision: story.revision }, events, scene.now)
      : [],
    adoptions: viewPrintings(whole, links),
    choice: await viewChoice(whole, person._id, scene),
    mayReport: story.peopleIds.includes(person._id),
    mayRegister: maySettle(person, story, scene.on),
    timeline: shown
      .filter(({ kind }) => !['story_claimed', 'story_released'].includes(kind))
      // A line that says of nothing yet how it stands is none.
      .filter(({ checks }) => checks === undefined || partsSaid(checks).length > 0)
      .map((event) => ({
        id: event._id,
        kind: event.kind,
        byName: event.byName,
        at: event.at,
        stageName: event.stageName,
        note: event.note,
        passages: event.passages,
        revision: event.after.revision,
        ...(event.checks && { checked: partsSaid(event.checks) }),
      })),
    deliveries: messages.map((message) =>
      viewDelivery(message, messages, { person, on: scene.on, story }),
    ),
    allowed: allowedActions(story, person, moment),
  };
}

/** All files of the page are linked in one go: those of the text, and clippings of printings. */
async function withLinks(
  store: Store,
  { story, revision: { content }, adoptions }: WholeStory,
): Promise<{ content: StoryView['content']; links: Map<string, string> }> {
  const { photos, video, attachments } = content;
  const files = [...photos, ...(video ? [video] : []), ...attachments];
  const clippings = clippingsOf(adoptions);
  const found = await store.linkFiles(story._id, files, clippings);
  const linked = <File>(file: File, index: number) => ({ ...file, url: found[index] ?? null });
  const links = clippings.map((path, n): [string, string] => [path, found[files.length + n] ?? '']);
  return {
    content: {
      ...content,
      photos: photos.map(linked),
      video: video && linked(video, photos.length),
      attachments: attachments.map((file, index) =>
        linked(file, files.length - attachments.length + index),
      ),
    },
    links: new Map(links.filter(([, url]) => url !== '')),
  };
}

function progressOf(story: Story, index: number): StoryView['stages'][number]['progress'] {
  if (story.acted.some(({ stageIndex }) => stageIndex === index)) return 'passed';
  if (story.stageIndex === index) return 'current';
  const isBehind = story.stageIndex === null || index < story.stageIndex;
  return isBehind && story.acted.length > 0 ? 'skipped' : 'ahead';
}
