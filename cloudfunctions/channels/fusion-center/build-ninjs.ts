import type { StoryContent, StoryKind } from '../../domain/story/story';
import type { DeliveredStory } from '../channel';
import { ninjs, type Ninjs } from './ninjs';

type Association = NonNullable<Ninjs['associations']>[number];
type File = { sha256: string; ext: string; bytes: number };

/** Source: IPTC urgency, 1 most urgent, 5 normal. */
const urgencies = { urgent: 1, usual: 5 };

const contentTypes: Record<string, string> = {
  ...{ jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', mp4: 'video/mp4' },
};

const typeOf = (kind: StoryKind): Ninjs['type'] =>
  kind === 'photo_story' || kind === 'video' ? 'composite' : 'text';

/** One version of a story as ninjs 3.1; a kill carries no text any more, only that it is canceled. */
export function buildNinjs(delivery: DeliveredStory, links: Map<string, string>): Ninjs {
  const { message, story, content, uri } = delivery;
  const isKilled = message.kind === 'kill';
  const associations = isKilled ? [] : associationsOf(content, { uri, links });
  const built: Ninjs = {
    uri,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
    },
    type: typeOf(content.kind),
    representationType: isKilled ? 'partial' : 'full',
    version: String(message.edition),
    firstCreated: new Date(story.filedAt).toISOString(),
    versionCreated: new Date(message.createdAt).toISOString(),
    pubStatus: isKilled ? 'canceled' : 'usable',
    urgency: story.isUrgent ? urgencies.urgent : urgencies.usual,
    copyrightHolder: delivery.organName,
    ...(message.note !== '' && { edNote: message.note }),
    language: 'zh-CN',
    slugline: story.number,
    headlines: [{ value: content.headline }],
    ...(!isKilled && { bodies: [bodyOf(content)] }),
    by: content.bylines.map(({ name }) => name).join(' '),
    people: content.bylines.map(({ name, part }) => ({ name, rel: part })),
    ...(content.place !== '' && { located: content.place }),
    ...(content.column !== null && { subjects: [{ name: content.column, rel: 'column' }] }),
    altIds: [{ role: 'number', value: story.number }],
    ...(associations.length > 0 && { associations }),
  };
  // A payload of another shape is a bug of ours, and must not leave.
  return ninjs.parse(built);
}

function bodyOf({ body }: StoryContent): NonNullable<Ninjs['bodies']>[number] {
  return { contentType: 'text/plain', charCount: [...body].length, value: body };
}

function associationsOf(
  { photos, video }: StoryContent,
  place: { uri: string; links: Map<string, string> },
): Association[] {
  const pictures = photos.map((photo, n): Association => {
    const { caption, credit, width, height } = photo;
    return {
      ...{ name: `photo-${n + 1}`, rel: 'photo', type: 'picture' },
      uri: `${place.uri}:file:${photo.sha256}`,
      ...(caption !== '' && { descriptions: [{ role: 'caption', value: caption }] }),
      ...(credit !== '' && { by: credit }),
      renditions: [{ ...renditionOf(photo, place.links), width, height }],
    };
  });
  if (!video) return pictures;
  const film: Association = {
    ...{ name: 'video', rel: 'video', type: 'video', uri: `${place.uri}:file:${video.sha256}` },
    renditions: [{ ...renditionOf(video, place.links), duration: video.durationMs / 1000 }],
  };
  return [...pictures, film];
}

function renditionOf({ sha256, ext, bytes }: File, links: Map<string, string>) {
  return {
    name: 'original',
    href: links.get(sha256) ?? '',
    contentType: contentTypes[ext] ?? 'application/octet-stream',
    sizeInBytes: bytes,
  };
}
