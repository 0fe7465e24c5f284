/** A story as a package to hand on: every part of the zip, who may have it, and what a kill leaves. */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { ninjs } from '../../../cloudfunctions/channels/fusion-center/ninjs';
import { packFiles } from '../../../cloudfunctions/handlers/package/pack-files';
import { newId, type Member } from '../../support/county/county';
import { aContent, upload, uploadPhoto } from '../../support/county/newsroom';
import type { Content, StoryView } from '../../support/county/newsroom';
import { startSyndication, type Syndication } from '../../support/county/syndication';

let room: Syndication;
let channelId: string;
beforeAll(async () => {
  room = await startSyndication();
  const byHand = { endpoint: null, secret: null, kinds: ['news' as const, 'feature' as const] };
  channelId = await room.addChannel({ ...byHand, kind: 'export' });
});
// Undefined where it never started.
afterAll(() => (room as Syndication | undefined)?.stop());

/** Signed off, as the office's page shows it, with the message of the export channel. */
async function signOff(change: Partial<Content> = {}): Promise<{
  story: StoryView;
  delivery: StoryView['deliveries'][number];
}> {
  const { id } = await room.signOff(change);
  return exported(id);
}

async function exported(storyId: string) {
  const story = await room.show(room.zhou, storyId);
  const own = story.deliveries.filter((one) => one.channelId === channelId);
  const delivery = own.at(-1);
  if (!delivery) throw new Error('the export channel was told');
  return { story, delivery, first: own[0] };
}

async function unpack(messageId: string): Promise<Record<string, Uint8Array>> {
  const { zip } = await room.zhou.value('message.export', { messageId });
  const bytes = await fetchBytes(zip.url);
  expect(bytes.length).toBe(zip.bytes);
  return unzipSync(bytes);
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

const partOf = (files: Record<string, Uint8Array>, ending: string): Uint8Array => {
  const name = Object.keys(files).find((one) => one.endsWith(ending));
  if (name === undefined) throw new Error(`no ${ending} among ${Object.keys(files).join(', ')}`);
  return files[name] ?? new Uint8Array();
};

/** The sheet's text, a line a paragraph. */
function sheetLines(docx: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
        .map(([, text]) => text ?? '\t')
        .join(''),
    );
}

test('the package holds text, sheet, photos as filed with their captions, and ninjs', async () => {
  const photos = [
    { ...(await uploadPhoto(room, room.lin, 'one')), caption: '居民议路灯', credit: '林示例' },
    { ...(await uploadPhoto(room, room.lin, 'two')), caption: '灯亮了', credit: '' },
  ];
  const body = '第一段，灯亮了。\n\n第二段 <居民> & "委员"。\u0007';
  const bylines: Content['bylines'] = [
    { personId: null, name: '林示例', part: 'text' },
    { personId: null, name: '周示例', part: 'photo' },
  ];
  const paper = Buffer.from('%PDF-附件');
  const sha256 = createHash('sha256').update(paper).digest('hex');
  await upload(room, room.lin, { name: `${sha256}.pdf`, bytes: paper });
  const attached = { sha256, bytes: paper.length, ext: 'pdf', name: '协商/纪要.pdf' } as const;
  const { story, delivery } = await signOff({
    ...{ photos, attachments: [attached], bylines, headline: '老街灯亮了' },
    body: `${body}${'协商'.repeat(60)}`,
  });
  const files = await unpack(delivery.id);
  const { number } = story;
  expect(Object.keys(files)).toEqual([
    ...[`${number}.txt`, `${number}-稿签.docx`, 'ninjs.json', '图片/图片说明.txt'],
    ...['图片/01.jpg', '图片/02.jpg', '附件/01-协商_纪要.pdf'],
  ]);
  expect(Buffer.from(files['附件/01-协商_纪要.pdf'] ?? []).equals(paper)).toBe(true);
  photos.forEach(({ sha256 }, n) => {
    const bytes = files[`图片/0${n + 1}.jpg`] ?? new Uint8Array();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });
  const text = new TextDecoder('utf-8', { fatal: true }).decode(files[`${number}.txt`]);
  expect(text.split('\r\n').slice(0, 6)).toEqual([
    ...['老街灯亮了', '', '文/林示例  图/周示例', '', '第一段，灯亮了。'],
    `第二段 <居民> & "委员"。${'协商'.repeat(60)}`,
  ]);
  expect(Buffer.from(partOf(files, '图片说明.txt')).toString()).toBe(
    '\ufeff01　居民议路灯（林示例 摄）\r\n02　灯亮了\r\n',
  );
  const payload = ninjs.parse(JSON.parse(strFromU8(partOf(files, 'ninjs.json'))));
  expect(payload).toMatchObject({ version: '1', pubStatus: 'usable', slugline: number });
  const hrefs = (payload.associations ?? []).map(({ renditions }) => renditions[0]?.href ?? '');
  expect(hrefs.map((href) => decodeURI(href))).toEqual(['file:图片/01.jpg', 'file:图片/02.jpg']);
});

test('the sheet says title, byline, unit, number, and who reviewed it when, on A4', async () => {
  const { story, delivery } = await signOff({ headline: '老街灯亮了' });
  const docx = partOf(await unpack(delivery.id), '.docx');
  const lines = sheetLines(docx);
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/稿签$/),
      expect.stringMatching(new RegExp(`^编号：${story.number}\t20\\d\\d年\\d+月\\d+日$`)),
      ...['老街灯亮了', '文/林示例', '报送单位：城关镇联工委', '体裁：消息'],
      '时间地点：2026年11月20日 城关镇老街',
    ]),
  );
  expect(lines).toContain(aContent().body);
  const cells = lines.slice(lines.indexOf('时间') + 1);
  const rows = [0, 1, 2, 3].map((row) => cells.slice(row * 4, row * 4 + 3));
  expect(rows).toEqual([
    ['投稿', '林示例', '提交'],
    ['初审', '周示例', '通过'],
    ['复审', '徐示例', '通过'],
    ['终审签发', '吴示例', '签发'],
  ]);
  expect(cells[3]).toMatch(/^20\d\d年\d+月\d+日 \d\d:\d\d$/);
  const parts = unzipSync(docx);
  const xml = strFromU8(partOf(parts, 'document.xml'));
  // Millimetres in twentieths of a point: 210 × 297, 上37 下35 左28 右26.
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(xml).toMatch(/<w:bottom w:val="single" w:color="B5262B"/);
  expect(strFromU8(partOf(parts, 'footer1.xml'))).toContain('PAGE');
  const fonts = strFromU8(partOf(parts, 'fontTable.xml'));
  expect(fonts).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>');
});

test('the sheet comes by itself too, and both links end within a day', async () => {
  const { delivery } = await signOff();
  const { zip, sheet } = await room.zhou.value('message.export', { messageId: delivery.id });
  const packed = partOf(unzipSync(await fetchBytes(zip.url)), '.docx');
  expect(Buffer.from(await fetchBytes(sheet.url))).toEqual(Buffer.from(packed));
  await room.cloud.control('clock', 'advance', { ms: 24 * 60 * 60 * 1000 });
  expect([(await fetch(zip.url)).ok, (await fetch(sheet.url)).ok]).toEqual([false, false]);
});

test('a package is cleared after a week, unless it was made anew, and can be had again', async () => {
  const { delivery } = await signOff();
  const { delivery: other } = await signOff();
  const make = async (messageId: string) => {
    const { zip } = await room.zhou.value('message.export', { messageId });
    return decodeURI(new URL(zip.url).pathname).replace(/^.*packages/, 'packages');
  };
  const [old, renewed] = [await make(delivery.id), await make(other.id)];
  const dayMs = 24 * 60 * 60 * 1000;
  const lies = async (cloudPath: string) => {
    const { data } = await room.cloud.sdk().getUploadMetadata({ cloudPath });
    const { fileList } = await room.cloud.sdk().getTempFileURL({ fileList: [data.fileId] });
    return fileList[0]?.code === 'SUCCESS';
  };
  await room.cloud.control('clock', 'advance', { ms: 6 * dayMs });
  expect(await make(other.id)).toBe(renewed);
  expect(await lies(old)).toBe(true);
  // Moving the clock lets closing run.
  await room.cloud.control('clock', 'advance', { ms: 2 * dayMs });
  expect([await lies(old), await lies(renewed)]).toEqual([false, true]);
  expect(await make(delivery.id)).toBe(old);
  expect(await lies(old)).toBe(true);
  await room.cloud.control('clock', 'real');
});

test('it is offered to the office over the unit, before and after it was marked sent', async () => {
  const { story, delivery } = await signOff();
  expect(delivery.allowed).toEqual(['export', 'mark_sent']);
  expect((await room.show(room.xu, story.id)).deliveries.at(-1)?.allowed).toEqual([]);
  const { id: messageId, version } = delivery;
  await room.zhou.value('message.markSent', { messageId, version, note: '已转交' });
  expect((await exported(story.id)).delivery.allowed).toEqual(['export']);
  expect(Object.keys(await unpack(messageId))).toHaveLength(3);
});

test.each(['correspondent', 'other office'] as const)('it is not there for the %s', async (who) => {
  const { delivery } = await signOff();
  const asker = who === 'correspondent' ? room.lin : await officeElsewhere();
  const answer = await asker.call('message.export', { messageId: delivery.id });
  expect(answer).toEqual({ ok: false, refusal: 'not_found' });
});

async function officeElsewhere(): Promise<Member> {
  const unitId = newId();
  const unit = { name: newId().slice(0, 8), kind: 'room' as const, quotaClass: null };
  await room.he.value('unit.add', { unitId, ...unit, parentId: room.rootId });
  const member = await room.member('孙示例');
  const duty = { duty: 'publicity_office' as const, stage: null, unitIds: [unitId] };
  await room.he.value('duty.grant', { personId: member.personId, ...duty });
  return member;
}

test('a message of another kind of channel is no package', async () => {
  const { story } = await signOff();
  const other = story.deliveries.find((one) => one.channelKind === 'fusion_center');
  expect(other?.allowed).not.toContain('export');
  const answer = await room.zhou.call('message.export', { messageId: other?.id ?? '' });
  expect(answer).toMatchObject({ refusal: 'not_found' });
});

test('a correction is a package of its own, and the former one is given out no more', async () => {
  const { story } = await signOff({ headline: '旧标题' });
  const content = aContent({ headline: '新标题' });
  const target = { storyId: story.id, version: story.version };
  await room.zhou.value('story.correct', { ...target, content, note: '标题有误' });
  const { delivery, first } = await exported(story.id);
  const files = await unpack(delivery.id);
  expect(Object.keys(files)).toContain(`${story.number}-第2版-稿签.docx`);
  const lines = sheetLines(partOf(files, '.docx'));
  expect(lines).toContain('新标题');
  expect(lines).toContain('【更正】本版代替此前各版。更正说明：标题有误');
  expect(first?.allowed).toEqual([]);
  const former = await room.zhou.call('message.export', { messageId: first?.id ?? '' });
  expect(former).toMatchObject({ refusal: 'message_outdated' });
});

test('of a killed story only goes out that it is withdrawn', async () => {
  const photos = [await uploadPhoto(room, room.lin, newId())];
  const { story } = await signOff({ photos, headline: '要撤的稿' });
  const target = { storyId: story.id, version: story.version };
  await room.zhou.value('story.kill', { ...target, note: '事实有误' });
  const { delivery, first } = await exported(story.id);
  const files = await unpack(delivery.id);
  expect(Object.keys(files)).toHaveLength(3);
  expect(sheetLines(partOf(files, '.docx'))).toContain(
    '【撤稿通知】本稿已撤稿，请勿刊发。理由：事实有误',
  );
  const told = Object.entries(files).map(([name, bytes]) =>
    name.endsWith('.docx') ? sheetLines(bytes).join('\n') : strFromU8(bytes),
  );
  expect(told.join('\n')).not.toContain('三十二盏路灯');
  expect(ninjs.parse(JSON.parse(strFromU8(partOf(files, 'ninjs.json'))))).toMatchObject({
    pubStatus: 'canceled',
  });
  const former = await room.zhou.call('message.export', { messageId: first?.id ?? '' });
  expect(former).toMatchObject({ refusal: 'message_outdated' });
});

test('a package whose photo is gone is not given out in part', async () => {
  const photo = await uploadPhoto(room, room.lin, newId());
  const { story, delivery } = await signOff({ photos: [photo] });
  const storage = room.cloud.sdk();
  const cloudPath = `stories/${story.id}/${photo.sha256}.jpg`;
  const { data } = await storage.getUploadMetadata({ cloudPath });
  await storage.deleteFile({ fileList: [data.fileId] });
  const answer = await room.zhou.call('message.export', { messageId: delivery.id });
  expect(answer).toMatchObject({ refusal: 'package_incomplete' });
});

test('twenty photos are packed one at a time', async () => {
  let held = 0;
  let most = 0;
  const files = Array.from({ length: 20 }, (_, n) => ({
    ...{ name: `${n}.jpg`, isCompressed: true },
    read: () => {
      held += 1;
      most = Math.max(most, held);
      return Promise.resolve(Buffer.alloc(1000, n));
    },
  }));
  const pieces: Uint8Array[] = [];
  for await (const piece of packFiles(files, Date.UTC(2026, 10, 22))) {
    pieces.push(piece);
    // A piece of that length is a photo, which goes on its way before the next is fetched.
    if (piece.length === 1000) held -= 1;
  }
  expect([Object.keys(unzipSync(Buffer.concat(pieces))).length, most]).toEqual([20, 1]);
});

test('twenty photos of a megabyte pass', async () => {
  const photos: Content['photos'] = [];
  for (let n = 0; n < 20; n += 1) photos.push(await largePhoto(n));
  const { delivery } = await signOff({ photos });
  const { zip } = await room.zhou.value('message.export', { messageId: delivery.id });
  expect(zip.bytes).toBeGreaterThan(20 * photoBytes);
});

const photoBytes = 1024 * 1024;

async function largePhoto(n: number): Promise<Content['photos'][number]> {
  const bytes = Buffer.alloc(photoBytes, n);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await upload(room, room.lin, { name: `${sha256}.jpg`, bytes });
  const shown = { width: 4000, height: 3000, caption: `第${n}张`, credit: '' };
  return { sha256, bytes: bytes.length, ext: 'jpg', ...shown };
}
