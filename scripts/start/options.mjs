// What was asked of `npm start`; what it cannot be asked is said in words instead of a stack.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wording } from './wording.mjs';

const usualFolder = 'data';

const options = {
  fresh: { type: 'boolean', default: false },
  empty: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  port: { type: 'string', default: '4200' },
};

/** A folder as it is said: from the project on where it lies inside, else whole. */
export function folderWords(root, folder) {
  const inside = path.relative(root, folder);
  const isOutside =
    inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside);
  return isOutside ? folder : inside || '.';
}

/** What has to be typed again to mean the same folder. */
export function folderOptions(root, folder) {
  const words = folderWords(root, folder);
  if (words === usualFolder) return '';
  return `--data ${/\s/.test(words) ? `"${words}"` : words} `;
}

/** The options; ends the program where it is asked for help, or for what there is not. */
export function readOptions(root) {
  const data = { type: 'string', default: path.join(root, usualFolder) };
  const { values } = parsed({ ...options, data });
  if (!values || values.help) {
    console[values ? 'log' : 'error'](wording.usage);
    process.exit(values ? 0 : 1);
  }
  return values;
}

function parsed(known) {
  try {
    return parseArgs({ options: known });
  } catch {
    return {};
  }
}
