// Lists the folders of cloudfunctions/channels, so that a further channel is one new folder and
// nothing else: `kinds.ts` says what there is, `index.ts` opens one. Bundles cannot list folders.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The two lists as they ought to be, by file name. */
export function channelLists(root) {
  const names = readdirSync(path.join(root, 'cloudfunctions/channels'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return { 'kinds.ts': kindsOf(names), 'index.ts': opensOf(names) };
}

/** Writes them where they differ. */
export function listChannels(root) {
  for (const [name, text] of Object.entries(channelLists(root))) {
    const file = path.join(root, 'cloudfunctions/channels', name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}

const written = '// Written by `npm run build` from the folders beside it.';
const lines = (...all) => `${all.flat().join('\n')}\n`;

const kindsOf = (names) =>
  lines(
    '/** Every kind of channel there is, without what opens it. */',
    written,
    "import type { ChannelKind } from '../domain/syndication/channel-kind';",
    names.map((name) => `import { kind as ${camel(name)} } from './${name}/kind';`),
    '',
    'export const channelKinds: ChannelKind[] = [',
    names.map((name) => `  ${camel(name)},`),
    '];',
  );

const opensOf = (names) =>
  lines(
    '/** Opens a channel of any kind there is. */',
    written,
    "import type { Channel, ChannelSettings, OpenChannel } from './channel';",
    names.map((name) => `import { open as ${camel(name)} } from './${name}';`),
    names.map((name) => `import { kind as ${camel(name)}Kind } from './${name}/kind';`),
    '',
    'const opens = new Map<string, OpenChannel>([',
    names.map((name) => `  [${camel(name)}Kind.kind, ${camel(name)}],`),
    ']);',
    '',
    '/** A kind whose folder is gone takes nothing, and says so. */',
    'export function openChannel(kind: string, settings: ChannelSettings): Channel {',
    '  const open = opens.get(kind);',
    '  if (open) return open(settings);',
    "  return { deliver: async () => ({ outcome: 'rejected', why: 'channel_kind_unknown' }) };",
    '}',
  );

// `export` alone is a word of the language.
const camel = (name) => `${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Channel`;
