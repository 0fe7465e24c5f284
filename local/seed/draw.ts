/** A thread of its own that draws, each thing once, so that whoever fills the county need not wait. */
import { parentPort, workerData } from 'node:worker_threads';
import { filmOf, pictureOf, type Drawing } from './drawings';

const drawn = new Set<string>();
// What `drawAhead` hands over.
for (const { scene, n } of workerData as Drawing[]) {
  if (drawn.has(`${scene}${n}`)) continue;
  drawn.add(`${scene}${n}`);
  parentPort?.postMessage({
    scene,
    n,
    bytes: n === undefined ? filmOf(scene) : pictureOf(scene, n),
  });
}
