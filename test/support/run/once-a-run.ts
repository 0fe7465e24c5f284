/**
 * What is costly to make and the same for every test file is made by the first that needs it, and read
 * by all others of the same run: global-setup.js gives the run its folder, and takes it away.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Makes it, or reads what another test file of this run has made; outside jest it is always made. */
export async function onceARun<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const folder = process.env.TEST_RUN_FOLDER;
  if (!folder) return make();
  const file = path.join(folder, name);
  if (existsSync(file)) return deserialize(readFileSync(file)) as Made; // only we write there
  const made = await make();
  // Two files may make it at once: each writes its own, and either is whole.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, serialize(made));
  renameSync(own, file);
  return made;
}
