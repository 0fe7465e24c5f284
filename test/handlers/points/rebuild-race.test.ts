/** A rebuild and an audit while the same account is posted to, at the worst of moments, made to happen. */
import { auditStep } from '../../../cloudfunctions/handlers/ledger/audit-step';
import { verifyAdoptionHandler } from '../../../cloudfunctions/handlers/adoption/verify-adoption';
import type { CommandScene } from '../../../cloudfunctions/handlers/handler';
import { rebuildStandingHandler } from '../../../cloudfunctions/handlers/standing/rebuild-standing';
import type { Store } from '../../../cloudfunctions/store';
import { openAudit } from '../../../cloudfunctions/store/audit';
import { newId, type Phone } from '../../support/county/county';
import { startNovemberRoom, type LedgerRoom } from '../../support/county/ledger-room';
import { facts } from '../../support/county/printing';
import { sceneOf as forcedScene } from '../../support/county/scene';

let room: LedgerRoom;
let accountId: string;
/** The cloud's time minus ours. */
let offsetMs: number;
beforeAll(async () => {
  room = await startNovemberRoom();
  ({ offsetMs } = await room.cloud.control<{ offsetMs: number }>('clock', 'read'));
  accountId = `person:${room.lin.personId}:points`;
});
afterAll(() => (room as LedgerRoom | undefined)?.stop());

const collection = (name: string) => room.cloud.sdk().database().collection(name);
const rebuild = () => room.he.value('standing.rebuild', { after: null });
const audited = async () =>
  (await room.he.value('ledger.audit', { after: null })).difference?.sentence ?? 'sound';

type Damage = 'wrong' | 'gone';

/** A printing whose sums were damaged, and a report of another one of the same work. */
async function aDamaged(damage: Damage) {
  const { story } = await room.aPrinted('county');
  const standing = collection('standings').doc(`2026:${accountId}`);
  await collection('accounts').doc(accountId).update({ balance: 1 });
  if (damage === 'gone') await standing.remove();
  else await standing.update({ amount: 5, entryCount: 9 });
  return room.report(story, 'city');
}

/** A scene with one moment of its own: just before it first commits. */
function sceneOf(phone: Phone, beforeCommit: () => Promise<unknown>): CommandScene {
  let isFirst = true;
  const store = ({ commit }: Store): Partial<Store> => ({
    commit: async (wanted) => {
      if (isFirst) await beforeCommit();
      isFirst = false;
      return commit(wanted);
    },
  });
  return forcedScene(room, phone, { store, offsetMs });
}

test('an audit during which something is posted finds nothing', async () => {
  const { story } = await room.aPrinted('county');
  const adoptionIds = [await room.report(story, 'city'), await room.report(story, 'provincial')];
  const store = openAudit(room.cloud.sdk().database());
  // Between accounts and their entries, and between families and theirs.
  const post = async () => {
    const adoptionId = adoptionIds.pop();
    if (adoptionId) await room.verify(adoptionId, adoptionIds.length === 1 ? 'provincial' : 'city');
  };
  const step = await auditStep(
    {
      ...store,
      listHeads: async (range) => (await post(), store.listHeads(range)),
      listFamiliesAfter: async (after, most) => {
        const families = await store.listFamiliesAfter(after, most);
        await post();
        return families;
      },
    },
    null,
    1000,
  );
  expect([adoptionIds, step]).toMatchObject([[], { after: null, difference: undefined }]);
});

const settling = (adoptionId: string) => ({
  ...{ adoptionId, version: 1, note: '', ...facts(room.outlets.city) },
});

const damages: Damage[] = ['wrong', 'gone'];

test.each(damages)(
  'a posting that had read a %s sum adds to what a rebuild made',
  async (damage) => {
    const adoptionId = await aDamaged(damage);
    const answer = await verifyAdoptionHandler(
      settling(adoptionId),
      sceneOf(room.zhou, () => rebuild()),
    );
    expect(answer).toMatchObject({ ok: true });
    expect(await audited()).toBe('sound');
  },
);

test.each(damages)('a rebuild of a %s sum that a posting outruns reads again', async (damage) => {
  const adoptionId = await aDamaged(damage);
  const answer = await rebuildStandingHandler(
    { after: null },
    sceneOf(room.he, () => room.verify(adoptionId, 'city')),
  );
  expect(answer).toMatchObject({ ok: true, value: { after: null, difference: null } });
  expect(await audited()).toBe('sound');
});

test('what no entry explains goes, and an account that is opened meanwhile stays', async () => {
  const stranger = await room.member('莫示例');
  const of = `person:${stranger.personId}:points`;
  const stray = {
    ...{ period: '2026', kind: 'person', book: 'points', accountId: of, name: '莫示例' },
    ...{ ownerId: stranger.personId, unitId: room.townshipId, amount: 10, entryCount: 1 },
  };
  await collection('standings').doc(`2026:${of}`).set(stray);
  const answer = await rebuildStandingHandler(
    { after: null },
    sceneOf(room.he, () =>
      room.zhou.value('fact.register', {
        ...{ factId: newId(), kind: 'instruction', title: '批示', level: 'county' },
        ...{ personId: stranger.personId, unitId: room.townshipId, quantity: 1, mark: null },
        ...{ occurredOn: '2026-11-20', workId: null, note: '', clipping: null },
      }),
    ),
  );
  expect(answer).toMatchObject({ ok: true, value: { difference: null } });
  expect(await audited()).toBe('sound');
  const { standing } = await stranger.value('standing.show', { owner: null });
  expect([standing.year.points, standing.all.points]).toEqual([1500, 1500]);
});
