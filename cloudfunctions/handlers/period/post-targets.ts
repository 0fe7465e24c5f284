/** What a period's rules said is posted, some owners a step; posted again, it changes nothing. */
import type { EntryDraft } from '../../domain/ledger/append-entries';
import { postTargets } from '../../domain/ledger/post-targets';
import type { OwnerTargets } from '../../domain/bulletin/rule-facts';
import type { Family } from '../../domain/ledger/entry';
import { lastDayOf } from '../../domain/period/period';
import { nextStage, type Run } from '../../domain/period/run';
import { periodTitle } from '../../wording/bulletin';
import { familyChange } from '../ledger/draft-family';
import { planPosting } from '../ledger/plan-posting';
import { targetPageId, type TargetPage } from './apply-rules';
import type { Step, Stepping } from './stepping';

/** Each is some eight writes: a second or two of a transaction. */
const ownersAtOnce = 10;

export async function postTargetsOf(scene: Stepping, run: Run): Promise<Step> {
  const [page = 0, place = 0] = (run.after ?? '0 0').split(' ').map(Number);
  const kept = await scene.store.readBulletinPage<TargetPage>(targetPageId(run, page));
  const owners = kept?.owners ?? [];
  const now = owners.slice(place, place + ownersAtOnce);
  const isPageDone = place + ownersAtOnce >= owners.length;
  const isDone = isPageDone && page + 1 >= run.targetPages;
  const after = isPageDone ? `${page + 1} 0` : `${page} ${place + ownersAtOnce}`;
  const next = isDone ? nextStage(run) : { ...run, after };
  return { run: next, changes: now.length === 0 ? [] : await postAll(scene, run, now) };
}

async function postAll(scene: Stepping, run: Run, owners: OwnerTargets[]) {
  const known = await scene.store.readFamilies(owners.map((owner) => familyIdOf(run, owner)));
  const posted = owners.map((owner) => postOne(run, owner, known));
  const [first] = owners;
  const changes = await planPosting(scene, {
    eventId: `period-${run._id}`,
    drafts: posted.flatMap(({ drafts }) => drafts),
    // Into the very period that is being closed, which nothing else may.
    closedThrough: null,
    unitId: first?.unitId ?? '',
  });
  return [...posted.map(({ family }) => familyChange(family)), ...changes];
}

const familyIdOf = ({ _id }: Run, { ownerKey }: OwnerTargets) => `period:${_id}:${ownerKey}`;

function postOne(run: Run, owner: OwnerTargets, known: Family[]) {
  const familyId = familyIdOf(run, owner);
  const family = known.find(({ _id }) => _id === familyId);
  const { drafts, family: after } = postTargets(
    { family, familyId, targets: owner.targets },
    {
      ...{ causeKind: 'period', workId: null, storyId: null, title: periodTitle(run._id) },
      ...{ unitId: owner.unitId, causeId: run._id, on: lastDayOf(run._id) },
    },
  );
  return { drafts: drafts satisfies EntryDraft[], family: after };
}
