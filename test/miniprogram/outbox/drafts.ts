/** Drafts of tests, with photos that lie on a fake phone. */
import { createHash } from 'node:crypto';
import type { Draft, KeptPhoto } from '../../../miniprogram/outbox/kept-story';
import { newId } from '../../support/county/county';
import type { Newsroom } from '../../support/county/newsroom';
import type { FakePhone } from './fake-phone';

/** A photo story with so many photos. */
export function aDraft(room: Newsroom, phone: FakePhone, photoCount: number): Draft {
  const storyId = newId();
  return {
    storyId,
    unitId: room.townshipId,
    tipId: null,
    refileVersion: null,
    kind: 'photo_story',
    headline: '城关镇议事室解决路灯难题',
    body: '11月20日晚，城关镇老街议事室里坐满了居民，镇联工委召集委员、居民和供电所现场协商。',
    column: null,
    happenedOn: '2026-11-20',
    place: '城关镇老街',
    bylines: [{ personId: null, name: '林示例', part: 'text' }],
    photos: Array.from({ length: photoCount }, (_, index) => aPhoto(phone, `${storyId} ${index}`)),
    video: null,
    attachments: [],
    noteToEditor: '',
    savedAt: 1,
  };
}

function aPhoto(phone: FakePhone, text: string): KeptPhoto {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = `wxfile://usr/stories/${sha256}.jpg`;
  phone.files.set(path, bytes);
  const shown = { width: 1600, height: 1200, caption: '现场', credit: '' };
  return { sha256, bytes: bytes.length, ext: 'jpg', path, ...shown };
}
