/** Pages, photos and the style. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CloudError } from '../../cloud/errors';
import { stateOf } from '../inbox';
import { articlePage } from '../page/article-page';
import { inboxPage, readFilter } from '../page/inbox-page';
import { storyPage } from '../page/story-page';
import { printingOf, storyOf } from './desk-forms';
import { sendPage } from './respond';
import type { Exchange } from './exchange';

export function showInbox({ office, response, url }: Exchange): void {
  sendPage(response, inboxPage(office, readFilter(url.searchParams.get('state'))));
}

export function showStory(exchange: Exchange): void {
  sendPage(exchange.response, storyPage(exchange.office, storyOf(exchange)));
}

/** What the public sees; gone once the story is killed. */
export function showArticle(exchange: Exchange): void {
  const printing = printingOf(exchange);
  const story = exchange.office.inbox.story(printing.uri);
  if (!story) throw new CloudError('NOT_FOUND', 'no such story');
  const status = stateOf(story) === 'killed' ? 410 : 200;
  sendPage(exchange.response, articlePage(story, printing), status);
}

/** A photo as it arrived. Its type is told by its bytes, never by its sender. */
export async function showPhoto({ office, response, words }: Exchange): Promise<void> {
  const place = path.join(office.photosDir, words[0] ?? '');
  if (!existsSync(place)) throw new CloudError('NOT_FOUND', 'no such photo');
  const opening = createReadStream(place, { end: 15 });
  const head = Buffer.concat(await opening.toArray());
  response.writeHead(200, {
    'content-type': typeOf(head),
    'cache-control': 'private, max-age=31536000, immutable',
  });
  await pipeline(createReadStream(place), response);
}

function typeOf(head: Buffer): string {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (head.subarray(1, 4).toString('latin1') === 'PNG') return 'image/png';
  if (head.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp';
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return 'video/mp4';
  return 'application/octet-stream';
}

const sheets = ['page.css', 'inbox.css', 'story.css', 'form.css', 'narrow.css'];

export function showStyle({ response }: Exchange): void {
  const text = sheets.map((name) => ownFile(`style/${name}`)).join('\n');
  response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(text);
}

export function showScript({ response }: Exchange): void {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
  response.end(ownFile('page/live.js'));
}

/**
 * Chinese glyphs for a machine that has none of its own; the sheet names them last, so that no other
 * machine asks for them.
 */
export async function showGlyphs({ response, words }: Exchange): Promise<void> {
  const name = words[0] ?? '';
  const place = path.join(path.dirname(require.resolve(GLYPHS)), name);
  if (!existsSync(place)) throw new CloudError('NOT_FOUND', 'no such glyphs');
  response.writeHead(200, {
    'content-type': name.endsWith('.css') ? 'text/css' : 'font/woff2',
    'cache-control': 'private, max-age=86400',
  });
  await pipeline(createReadStream(place), response);
}

const GLYPHS = '@fontsource-variable/noto-sans-sc/index.css';

/** A file of local/center, also when this module is bundled into dist/. */
function ownFile(name: string): string {
  for (let dir = __dirname; ; dir = path.dirname(dir)) {
    const place = path.join(dir, 'local', 'center', name);
    if (existsSync(place)) return readFileSync(place, 'utf8');
    if (path.dirname(dir) === dir) throw new Error('local/center is not above this program');
  }
}
