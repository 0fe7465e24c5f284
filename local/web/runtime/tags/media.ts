import type { ComponentSpace } from 'glass-easel';

import { resolveSource } from '../core/sources';
import { anything, defineTag, text, truth, type Bring } from './define';
import { innerNode, latest } from './native';

const UNUSED = [
  'enableProgressGesture',
  'showCenterPlayBtn',
  'showFullscreenBtn',
  'title',
  'direction',
];

/** `<video>` by the browser's own player. Other media tags throw with their name. */
export function defineMedia(space: ComponentSpace): void {
  defineTag(space, 'video', {
    properties: {
      src: text(),
      poster: text(),
      controls: truth(true),
      autoplay: truth(),
      loop: truth(),
      muted: truth(),
      objectFit: text('contain'),
      initialTime: { type: Number, value: 0 },
      ...Object.fromEntries(UNUSED.map((name) => [name, anything()])),
    },
    bring: bringVideo,
  });
}

const bringVideo: Bring = (tag) => {
  const video = innerNode(tag, 'video');
  const inOrder = latest<string>();
  const load = () => {
    const source = tag.str('src');
    if (source) inOrder(resolveSource(source), (address) => void (video.src = address));
  };
  const look = () => {
    video.controls = tag.is('controls');
    video.loop = tag.is('loop');
    video.muted = tag.is('muted');
    video.autoplay = tag.is('autoplay');
    video.poster = tag.str('poster');
    video.style.objectFit = tag.str('objectFit');
  };
  for (const name of ['play', 'pause', 'ended', 'waiting']) {
    video.addEventListener(name, () => tag.fire(name, {}));
  }
  video.addEventListener('timeupdate', () => {
    tag.fire('timeupdate', { currentTime: video.currentTime, duration: video.duration });
  });
  video.addEventListener('error', () => tag.fire('error', { errMsg: video.error?.message ?? '' }));
  look();
  load();
  const names = ['controls', 'loop', 'muted', 'autoplay', 'poster', 'objectFit'];
  return { changed: { src: load, ...Object.fromEntries(names.map((name) => [name, look])) } };
};
