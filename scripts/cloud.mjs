// `npm run cloud -- --port P --data DIR`: builds what is stale, then becomes the embedded cloud of
// this project's functions and collections.
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildIfStale, root } from './build.mjs';

await buildIfStale();
process.argv.push(...productOptions());
createRequire(import.meta.url)(path.join(root, 'dist/local/cloud/main.js'));

// Whatever was named on the command line stands.
function productOptions() {
  const defaults = { '--functions': 'dist/cloudfunctions', '--schema': 'dist/database.json' };
  return Object.entries(defaults)
    .filter(([option]) => !process.argv.some((word) => word.split('=')[0] === option))
    .flatMap(([option, place]) => [option, path.join(root, place)]);
}
