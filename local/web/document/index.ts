/** The runtime's script in a frame's document: what the views and scripts that follow it call. */
import { boot } from '../runtime/index';
import { addMissingGlyphs } from '../runtime/core/glyphs';
import { createChunkLoader } from './chunk-loader';
import { watchForChanges } from './reload';

Object.assign(globalThis, { boot, __chunkLoader: createChunkLoader });
watchForChanges();
addMissingGlyphs();
