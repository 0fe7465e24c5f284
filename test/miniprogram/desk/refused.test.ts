/** What the desk asks in a sheet and the cloud then refuses: why stands in the sheet, what was written stays. */
import { refusalText } from '../../../miniprogram/text/refusal';
import { randomSource, renderComponent, renderPage, stubWx, until } from '../simulate';

const byline = { personId: null, name: '林示例', part: 'text' };
const content = { headline: '路灯亮了', bylines: [byline] };
const fact = {
  ...{ id: 'f1', kind: 'jury', title: '季度评审', level: null, quantity: 1, mark: null },
  ...{ personName: '林示例', unitId: 'unit', occurredOn: '2026-11-20', workTitle: null, note: '' },
  ...{ clippingUrl: null, state: 'registered', byName: '周示例', at: 0, stoppedWhy: '' },
  ...{ jury: { period: '2026-11', points: 9050 }, version: 1 },
};
const answers: Record<string, object> = {
  'fact.list': { facts: [fact], after: null },
  'unit.list': { units: [{ id: 'unit', name: '城关镇', parentId: null, kind: 'township' }] },
  'outlet.list': { outlets: [] },
  'story.show': { story: { id: 's', headline: '路灯亮了', content } },
};
/** What a call is refused with, one try after the other. */
const refusals: Record<string, (keyof typeof refusalText)[]> = {
  'fact.withdraw': ['period_closed'],
  'adoption.register': ['printing_known', 'printings_full'],
};

beforeEach(() => {
  stubWx({
    ...{ getStorageSync: () => '', setStorageSync: () => undefined },
    getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
    ...randomSource(),
    ...{ setNavigationBarTitle: () => undefined, showToast: () => undefined },
    cloud: {
      callFunction: ({ data: { call } }: { data: { call: string } }) => {
        const refusal = refusals[call]?.shift();
        return Promise.resolve({
          result: refusal ? { ok: false, refusal } : { ok: true, value: answers[call] },
        });
      },
    },
  });
});

const note = '重复登记，改由评审组打分';
const confirmed = { detail: { note, until: null } };
type Acts = Record<string, (event?: object) => Promise<void>>;

test('a sheet keeps what was typed while it is told that it stays open', () => {
  const sheet = renderComponent('desk/note-sheet/note-sheet', { visible: true });
  // What a popup holds is not drawn here.
  const own = sheet.instance as unknown as { onNoteChange(event: object): void };
  own.onNoteChange({ detail: { value: note } });
  sheet.setProperties({ visible: true, refused: refusalText.period_closed });
  expect(sheet.instance.data.note).toBe(note);
  sheet.setProperties({ visible: false });
  sheet.setProperties({ visible: true });
  expect(sheet.instance.data.note).toBe('');
  sheet.detach();
});

test.each([
  ['facts', 'period_closed', { onWithdrawTap: 'onSheetConfirm' }],
  ['register', 'printings_full', { onSaveTap: 'onApartConfirm' }],
] as const)('%s: %s stands in the open sheet', async (name, refusal, taps) => {
  const page = renderPage(`desk/${name}/${name}`, { storyId: 's', headline: '' });
  await until(() => page.instance.data.isLoading === false);
  const acts = page.instance as unknown as Acts; // the page's methods
  for (const [open, confirm] of Object.entries(taps)) {
    const dataset = { id: 'f1', version: 1 };
    await acts[open]?.({ currentTarget: { dataset } });
    await acts[confirm]?.(confirmed);
  }
  expect(page.instance.data).toMatchObject({ isAsked: true, refused: refusalText[refusal] });
  page.detach();
});
