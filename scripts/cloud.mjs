// `npm run cloud -- --port P --data DIR`: builds what is stale, then becomes the embedded cloud.
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildIfStale, root } from './build.mjs';

await buildIfStale();
createRequire(import.meta.url)(path.join(root, 'dist/local/cloud/main.js'));
