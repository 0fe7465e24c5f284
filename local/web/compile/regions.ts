/** Provinces, cities and counties for `<picker mode="region">`; a frame fetches them when one opens. */
import { areaList } from '@vant/area-data';

/** File of the regions beside the document; its shape is Regions in runtime/tags/picker-model.ts. */
export const REGIONS_FILE = 'regions.json';

/** Names by six-digit code, in three lists. */
export function regionsFile(): Buffer {
  return Buffer.from(JSON.stringify(areaList));
}
