import {
  keepTyped,
  keptReports,
  queueReport,
  reportPaths,
  sendReports,
  takeBack,
  takenAs,
  typedReport,
} from '../../../miniprogram/client/reports';
import { randomSource, stubWx } from '../simulate';

type Sent = { call: string; commandId: string; input: object };

let sent: Sent[];
let uploaded: string[];
let answer: () => Promise<unknown>;
let isUploadTaken: boolean;

beforeEach(() => {
  const kept = new Map<string, unknown>();
  sent = [];
  uploaded = [];
  isUploadTaken = true;
  answer = () => Promise.resolve({ ok: true, value: { adoptionId: 'a', state: 'reported' } });
  let made = 0;
  stubWx({
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    removeStorageSync: (key: string) => kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
    getNetworkType: () => Promise.resolve({ networkType: 'none' }),
    ...randomSource(() => (made += 1)),
    cloud: {
      callFunction: async ({ data }: { data: Sent }) => {
        if (data.call === 'session.open') {
          return { result: { ok: true, value: { uploadFolder: 'incoming/lin' } } };
        }
        sent.push(data);
        return { result: await answer() };
      },
      uploadFile: (upload: { cloudPath: string; success(done: object): void; fail(): void }) => {
        uploaded.push(upload.cloudPath);
        if (isUploadTaken) upload.success({ statusCode: 200 });
        else upload.fail();
        return { onProgressUpdate: () => undefined };
      },
    },
  });
});

const form = {
  ...{ outletId: 'outlet', outletName: '示例日报', printedOn: '2026-11-20', isDayOffered: false },
  ...{ position: 'front' as const, headline: '标题', url: ' ', note: '' },
};
const clipping = { path: 'kept/photo.jpg', sha256: 'f'.repeat(64), bytes: 9, ext: 'jpg' as const };
const noNetwork = () => Promise.reject(new Error('no network'));

test('what is typed stays until it is sent, and its picture is named as needed', async () => {
  keepTyped('story', { form, clipping });
  expect(typedReport('story')).toEqual({ form, clipping });
  expect(reportPaths()).toEqual([clipping.path]);
  await queueReport('story', { form, clipping });
  expect(typedReport('story')).toBeNull();
  expect(reportPaths()).toEqual([clipping.path]);
});

test('a report goes after its picture, with what the contract wants, and is forgotten', async () => {
  const commandId = await queueReport('story', { form, clipping });
  await sendReports();
  const { sha256, bytes, ext } = clipping;
  const input = {
    storyId: 'story',
    outletId: 'outlet',
    url: null,
    clipping: { sha256, bytes, ext },
  };
  expect(uploaded).toEqual([`incoming/lin/${sha256}.jpg`]);
  expect(sent).toMatchObject([{ call: 'adoption.report', commandId, input }]);
  expect(keptReports('story')).toEqual([]);
  expect(reportPaths()).toEqual([]);
  expect(takenAs(commandId)).toBe('reported');
});

test('without an answer it is sent again under the same id, once it is taken no more', async () => {
  const commandId = await queueReport('story', { form, clipping: null });
  answer = noNetwork;
  await sendReports();
  expect(keptReports('story')).toMatchObject([{ commandId, refusal: null }]);
  answer = () => Promise.resolve({ ok: true, value: { adoptionId: 'a', state: 'verified' } });
  await sendReports();
  await sendReports();
  expect(sent.map((one) => one.commandId)).toEqual([commandId, commandId]);
  expect(takenAs(commandId)).toBe('joined');
});

test('a report whose picture did not arrive is not sent without it', async () => {
  await queueReport('story', { form, clipping });
  isUploadTaken = false;
  await sendReports();
  expect(sent).toEqual([]);
  expect(keptReports('story')).toHaveLength(1);
});

test('a refused report waits with why, and comes back to the page as it was typed', async () => {
  // The day that the form offered is the report's own from now on.
  const offered = { ...form, isDayOffered: true };
  const commandId = await queueReport('story', { form: offered, clipping });
  await queueReport('other-story', { form, clipping: null });
  answer = () => Promise.resolve({ ok: false, refusal: 'outlet_unknown' });
  await sendReports();
  await sendReports();
  expect(sent).toHaveLength(2);
  expect(keptReports('story')).toMatchObject([{ commandId, refusal: 'outlet_unknown' }]);
  takeBack('story', commandId);
  expect(keptReports('story')).toEqual([]);
  expect(typedReport('story')).toEqual({ form, clipping });
});
