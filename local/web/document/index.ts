/** The runtime's script in a frame's document: what the views and scripts that follow it call. */
import { boot } from '../runtime/index';
import { createChunkLoader } from './chunk-loader';
import { addMissingGlyphs } from './preview-font';
import { watchForChanges } from './reload';

Object.assign(globalThis, { boot, __chunkLoader: createChunkLoader });
watchForChanges();
addMissingGlyphs();
