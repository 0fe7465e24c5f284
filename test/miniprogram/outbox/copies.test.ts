import { copyDraft } from '../../../miniprogram/outbox/copies';
import type { Draft } from '../../../miniprogram/outbox/kept-story';
import { randomSource, stubWx } from '../simulate';

const draft: Draft = {
  ...{ storyId: 'story', unitId: 'unit', tipId: null, refileVersion: null },
  ...{ kind: 'news', headline: '', body: '', column: null, happenedOn: null, place: '' },
  ...{ bylines: [], photos: [], video: null, attachments: [], noteToEditor: '', savedAt: 1 },
};

test.each<[string, Partial<Draft>, string[]]>([
  ['no word yet', { headline: ' ' }, []],
  ['a headline', { headline: '路灯亮了' }, ['draft.keep']],
  ['a body', { body: '老街' }, ['draft.keep']],
])(
  'of a draft with %s the cloud is sent what another phone could go on with',
  async (_, words, calls) => {
    const sent: string[] = [];
    stubWx({
      getStorageSync: () => '',
      setStorageSync: () => undefined,
      removeStorageSync: () => undefined,
      ...randomSource(),
      cloud: {
        callFunction: ({ data }: { data: { call: string } }) => {
          sent.push(data.call);
          return Promise.resolve({ result: { ok: true, value: {} } });
        },
      },
    });
    await copyDraft({ ...draft, ...words });
    expect(sent).toEqual(calls);
  },
);
