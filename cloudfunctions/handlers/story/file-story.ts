import { shortNameOf } from '../../domain/people/short-name';
import type { Unit } from '../../domain/people/unit';
import { chainFor, usualStages } from '../../domain/review/chain';
import { fileStory } from '../../domain/story/file-story';
import { kindNeeds, missingOf } from '../../domain/story/kinds';
import { countWords, type StoryContent } from '../../domain/story/story';
import { create, replace, type Change } from '../../kernel/change';
import { stageNames } from '../../wording/stages';
import { unitEndings } from '../../wording/unit-endings';
import { refused, type CommandHandler, type CommandScene } from '../handler';
import { keepContent } from './keep-content';
import { reviewersOf } from './reviewers-of';
import { storyChanges } from './story-changes';

/** Filings of one unit at one moment that may meet on its counter before one gives up. */
const numberAttemptsMax = 8;

/** `story.file`: files are taken over, the number is drawn, the chain begins; or nothing happens. */
export const fileStoryHandler: CommandHandler<'story.file'> = async (input, scene) => {
  const { store } = scene;
  const [author, unit, chains] = await Promise.all([
    scene.person(),
    store.readUnit(input.unitId),
    store.readChains(),
  ]);
  if (!author) return refused('not_bound');
  if (!unit) return refused('not_allowed');
  const { content } = input;
  const chain =
    chainFor(chains, { kind: content.kind, unitKind: unit.kind }) ?? usualStages(stageNames);
  const isReviewed = kindNeeds[content.kind].isReviewed;
  const reviewers = isReviewed ? await reviewersOf(store, chain, unit._id) : [];
  const decide = (number: string, contentHash: string) =>
    fileStory(author, {
      ...{ storyId: input.storyId, content, contentHash, number, unit, tipId: input.tipId },
      ...{ chain, reviewers, at: scene.now, on: scene.on },
    });
  // Decided before any file is touched, so that what is refused leaves nothing behind.
  const first = decide('', '');
  if (!first.accepted) return refused(first.refusal, detailOf(first.refusal, content));

  const kept = await keepContent(scene, input.storyId, { content });
  if (!kept.kept) return refused(kept.refusal, { sha256: kept.sha256 });
  for (let attempt = 1; attempt <= numberAttemptsMax; attempt += 1) {
    const { number, change } = await nextNumber(scene, unit);
    const decision = decide(number, kept.contentHash);
    if (!decision.accepted) return refused(decision.refusal);
    const { changes } = storyChanges(scene, decision.changes);
    const value = { number, filedAt: scene.now };
    const committed = await store.commit({
      ...{ command: scene.command, now: scene.now, value },
      changes: [change, ...changes],
    });
    if (committed.committed) return { ok: true, value: committed.value };
    // Either another filing drew the number, or the id is somebody's story already.
    if (await store.readStory(input.storyId)) return refused('not_allowed');
  }
  return refused('changed_meanwhile');
};

/** 题签: year, day, the unit's short name and the unit's count of the day. */
async function nextNumber(
  { store, on }: CommandScene,
  unit: Unit,
): Promise<{ number: string; change: Change }> {
  const _id = `${unit._id}:${on}`;
  const counter = await store.readCounter(_id);
  const version = (counter?.version ?? 0) + 1;
  const [year, month, day] = on.split('-');
  const name = shortNameOf(unit.name, unitEndings);
  return {
    number: `${year}-${month}${day}-${name}-${String(version).padStart(2, '0')}`,
    change: counter ? replace('counters', { _id, version }) : create('counters', { _id, version }),
  };
}

function detailOf(refusal: string, content: StoryContent): unknown {
  if (refusal !== 'story_incomplete') return undefined;
  return { missing: missingOf(content, countWords(content.body)) };
}
