import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Delivery } from '../../../cloudfunctions/channels/channel';
import { buildNinjs } from '../../../cloudfunctions/channels/fusion-center/build-ninjs';
import { isOpenAddress } from '../../../cloudfunctions/channels/public-address';
import { sendOutbound } from '../../../cloudfunctions/channels/outbound';
import type { StoryContent } from '../../../cloudfunctions/domain/story/story';
import { planMessages } from '../../../cloudfunctions/domain/syndication/plan-messages';
import { envelopeRefusal, signEnvelope } from '../../../cloudfunctions/kernel/signature';
import { seal, unseal } from '../../../cloudfunctions/kernel/secrets';
import { aFiledStory } from '../../support/domain/any-command';
import { aContent } from '../../support/county/newsroom';

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const photo = {
  ...{ sha256: 'a'.repeat(64), bytes: 1000, ext: 'jpg' as const, width: 1600, height: 1200 },
  ...{ caption: '现场', credit: '林示例' },
};
const video = { sha256: 'b'.repeat(64), bytes: 9000, ext: 'mp4' as const, durationMs: 31_500 };

const contents: [string, Partial<StoryContent>][] = [
  ['plain news', {}],
  ['with a photo', { photos: [photo, { ...photo, caption: '', credit: '' }] }],
  ['with a video', { kind: 'video', video }],
  ['in a column, nowhere', { column: '履职风采', place: '' }],
];
const kinds = ['story_signed_off', 'story_corrected', 'story_killed'] as const;
const cases = contents.flatMap(([what, change]) =>
  kinds.map((kind): [string, (typeof kinds)[number], Partial<StoryContent>] => [
    what,
    kind,
    change,
  ]),
);

// IPTC's own schema is not ours to commit; where it lies beside the project, it judges too.
const iptcFile = path.resolve(__dirname, '../../../../shared/facts/ninjs-schema_3.1.json');
const iptc = existsSync(iptcFile) ? validatorOf(readFileSync(iptcFile, 'utf8')) : undefined;

test.each(cases)('%s is valid ninjs when %s', (_, kind, change) => {
  const built = JSON.parse(JSON.stringify(buildNinjs(aDelivery(kind, change), links))) as object;
  const isKilled = kind === 'story_killed';
  expect(built).toMatchObject({ pubStatus: isKilled ? 'canceled' : 'usable', version: '1' });
  expect('bodies' in built).toBe(!isKilled);
  if (iptc) expect(iptc(built) ? [] : iptc.errors).toEqual([]);
});

test('photos go with size, caption, credit and link', () => {
  const built = buildNinjs(aDelivery('story_signed_off', { photos: [photo] }), links);
  expect(built.associations).toMatchObject([
    {
      descriptions: [{ role: 'caption', value: '现场' }],
      by: '林示例',
      renditions: [{ width: 1600, height: 1200, sizeInBytes: 1000, href: 'https://x.example/a' }],
    },
  ]);
});

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['10.1.2.3', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['name.example', false],
])('the address %s may be sent to: %s', (address, isOpen) => {
  expect(isOpenAddress(address)).toBe(isOpen);
});

test.each([
  ['http://center.example/inbox', 'not_https'],
  ['https://10.0.0.8/inbox', 'address_refused'],
  ['https://[::1]/inbox', 'address_refused'],
  ['http://127.0.0.1:1/inbox', 'not_https'],
  ['https://user:pass@center.example/', 'endpoint_invalid'],
  ['https://localhost:1/inbox', 'address_refused'],
  ['nonsense', 'endpoint_invalid'],
])('nothing is sent to %s: %s', async (url, why) => {
  const answer = await sendOutbound({ method: 'POST', url, headers: {}, body: '' });
  expect(answer).toEqual({ answered: false, why, isUnsent: true });
});

test('an envelope is believed while one of the secrets signed it within five minutes', () => {
  const other = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
  const headers = signEnvelope([other, secret], { id: 'id-1', at: 1_000_000, body: '{}' });
  const judge = (now: number, body = '{}', secrets = [secret]) =>
    envelopeRefusal(secrets, { headers, body, now });
  expect(judge(1_000_000)).toBeUndefined();
  expect(judge(1_299_000)).toBeUndefined();
  expect(judge(1_301_000)).toBe('envelope_stale');
  expect(judge(600_000)).toBe('envelope_stale');
  expect(judge(1_000_000, '{ }')).toBe('signature_wrong');
  expect(judge(1_000_000, '{}', [`whsec_${Buffer.alloc(32, 3).toString('base64')}`])).toBe(
    'signature_wrong',
  );
});

describe('secrets at rest', () => {
  beforeAll(() => void (process.env.SECRETS_KEY = Buffer.alloc(32, 7).toString('base64')));
  afterAll(() => void delete process.env.SECRETS_KEY);

  test('open again for their purpose and no other, and never look the same twice', () => {
    const sealed = seal(secret, 'channel-1');
    expect(unseal(sealed, 'channel-1')).toBe(secret);
    expect(() => unseal(sealed, 'channel-2')).toThrow('secret_unreadable');
    expect(() => unseal(`${sealed.slice(0, -4)}AAA=`, 'channel-1')).toThrow('secret_unreadable');
    expect(seal(secret, 'channel-1')).not.toBe(sealed);
    expect(sealed).not.toContain('whsec');
  });
});

const links = new Map([
  [photo.sha256, 'https://x.example/a'],
  [video.sha256, 'https://x.example/b'],
]);

function aDelivery(kind: (typeof kinds)[number], change: Partial<StoryContent>): Delivery {
  const { story } = aFiledStory('news');
  const channel = { kinds: ['news' as const], columns: [], isInternal: false };
  const channels = [{ _id: 'center', name: '中心', kind: 'fusion_center' as const, ...channel }];
  const event = { _id: 'e', kind: 'story_signed_off' as const, at: 1_795_000_000_000, note: '' };
  const [planned] = planMessages({ story, event, channels, messages: [] });
  if (!planned) throw new Error('a sign-off is told to the center');
  const told = {
    story_signed_off: 'publish',
    story_corrected: 'correct',
    story_killed: 'kill',
  } as const;
  const message = { ...planned, kind: told[kind], note: kind === 'story_signed_off' ? '' : '有误' };
  const content = aContent(change) as StoryContent; // filed, so whole
  const about = { uri: 'urn:xiangxun:organ:story:abcdefgh', organName: '示例县政协', now: 0 };
  return { message, story, content, ...about, linkFiles: async () => links };
}

function validatorOf(text: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  // IPTC's schema points at GeoJSON's for a place's outline; we send none, so any object will do.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' });
  return ajv.compile(JSON.parse(text) as object);
}
