import type { ParsedOf } from '../../contract';
import { shortNameOf } from '../../domain/people/short-name';
import { chainFor, usualStages } from '../../domain/review/chain';
import { fileStory } from '../../domain/story/file-story';
import { missingOf } from '../../domain/story/kinds';
import { mayComeOf, writeTip } from '../../domain/story/tip';
import { countWords, type StoryContent } from '../../domain/story/story';
import { startOfDay } from '../../kernel/days';
import { stageNames } from '../../wording/stages';
import { unitEndings } from '../../wording/unit-endings';
import { withChecks } from '../check/check-story';
import { refused, type CommandHandler } from '../handler';
import { keepContent } from './keep-content';
import { actChanges, storyChanges } from './story-changes';

/** Filings of one unit at one moment that may meet on a number before one gives up. */
const numberAttemptsMax = 20;

/** What the call reads along with who files. */
export const filingWanted = ({ unitId, tipId }: ParsedOf<'story.file'>, on: string) => ({
  ...{ unitId, tipId, dayStart: startOfDay(on) },
});

/** `story.file`: files are taken over, the number is drawn, the chain begins; or nothing happens. */
export const fileStoryHandler: CommandHandler<'story.file'> = async (input, scene) => {
  const { store, on } = scene;
  const { tipId, storyId, content } = input;
  const author = await scene.person();
  const place = scene.filingPlace;
  if (!author) return refused('not_bound');
  if (!place) return refused('not_allowed');
  const { unit, chains, reviewers } = place;
  const chain =
    chainFor(chains, { kind: content.kind, unitKind: unit.kind }) ?? usualStages(stageNames);
  const decide = (contentHash: string) =>
    fileStory(author, {
      ...{ storyId, content, contentHash, number: '', unit, tipId },
      ...{ chain, reviewers, at: scene.now, on },
    });
  // Decided before any file is touched, so that what is refused leaves nothing behind.
  const first = decide('');
  if (!first.accepted) return refused(first.refusal, detailOf(first.refusal, content));
  if (tipId !== null && !mayComeOf(place.tip, author, on)) return refused('tip_invalid');

  const kept = await keepContent(scene, storyId, { content });
  if (!kept.kept) return refused(kept.refusal, { sha256: kept.sha256 });
  const decision = decide(kept.contentHash);
  if (!decision.accepted) return refused(decision.refusal);
  const checked = await withChecks(scene, decision.changes, { links: kept.links });
  const start = numberStart(on, unit.name);
  for (let attempt = 1; attempt <= numberAttemptsMax; attempt += 1) {
    const taken = attempt === 1 ? place.numbers : await store.listNumbers(start);
    const number = nextNumber(start, taken);
    const made = storyChanges(scene, { ...checked, story: { ...checked.story, number } });
    const tip = attempt === 1 || tipId === null ? place.tip : await store.readStory(tipId);
    const written = tip && writeTip(tip, { by: author, at: scene.now, number });
    const changes = [...made.changes, ...(written ? actChanges(written) : [])];
    const committed = await store.commit({
      ...{ command: scene.command, now: scene.now, changes },
      value: { number, filedAt: scene.now },
      unique: { collection: 'stories', field: 'number', value: number },
    });
    if (committed.committed) return { ok: true, value: committed.value };
    // Either another filing drew the number, or the id is somebody's story already.
    if (await store.readStory(storyId)) return refused('not_allowed');
  }
  return refused('changed_meanwhile');
};

/** 题签: year, day, the unit's short name; the count of the day follows. */
function numberStart(on: string, unitName: string): string {
  const [year, month, day] = on.split('-');
  return `${year}-${month}${day}-${shortNameOf(unitName, unitEndings)}-`;
}

function nextNumber(start: string, taken: string[]): string {
  const counts = taken
    .filter((number) => number.startsWith(start))
    .map((number) => Number(number.slice(start.length)));
  return start + String(Math.max(0, ...counts) + 1).padStart(2, '0');
}

function detailOf(refusal: string, content: StoryContent): unknown {
  if (refusal !== 'story_incomplete') return undefined;
  return { missing: missingOf(content, countWords(content.body)) };
}
