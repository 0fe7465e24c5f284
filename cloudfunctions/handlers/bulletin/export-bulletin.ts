import { keepsRulebook } from '../../domain/points/keepers';
import { bulletinWords } from '../../wording/bulletin';
import { refused, type QueryHandler } from '../handler';
import { readBulletin } from './read-bulletin';
import { writeDocument } from './write-document';
import { writeSheets } from './write-sheets';

/** `bulletin.export`: written anew into its place each time, so that it says what the page says. */
export const exportBulletinHandler: QueryHandler<'bulletin.export'> = async (input, scene) => {
  const { store } = scene;
  const [person, [period]] = await Promise.all([scene.person(), store.readPeriods([input.period])]);
  if (!person) return refused('not_bound');
  if (!keepsRulebook(person, scene.on)) return refused('not_allowed');
  if (!period?.bulletin) return refused('not_found');
  const whole = await readBulletin(store, { ...period, bulletin: period.bulletin });
  const write = input.as === 'xlsx' ? writeSheets : writeDocument;
  const place = { period: period._id, version: period.version, ext: input.as };
  await store.keepPaper(place, await write(whole, scene.now));
  const url = await store.linkPaper(place);
  if (url === null) return refused('not_found');
  return { ok: true, value: { name: `${bulletinWords.title(period._id)}.${input.as}`, url } };
};
