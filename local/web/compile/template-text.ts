/** What can be told from a template's text before it is compiled. */
import type { SourceFiles } from './source-files';
import type { VirtualPaths } from './virtual-paths';

interface Source {
  files: SourceFiles;
  paths: VirtualPaths;
}

/** The template at a virtual path, or one that it imports or includes, has this tag. */
export function usesTag(source: Source, path: string, tag: string): boolean {
  return templatesOf(source, path).some((text) => {
    if (text.tags.has(tag)) return true;
    return text.generics.has(tag);
  });
}

interface TemplateText {
  tags: Set<string>;
  /** Names given to `generic:x="name"`. */
  generics: Set<string>;
  /** References of `<import>` and `<include>`, as written. */
  references: string[];
}

function templatesOf(source: Source, path: string, seen = new Set<string>()): TemplateText[] {
  const file = source.paths.toFile(`${path}.wxml`);
  if (seen.has(path) || !source.files.exists(file)) return [];
  seen.add(path);
  const text = source.files.derive('template-text', file, scan);
  const imported = text.references.flatMap((reference) =>
    templatesOf(source, source.paths.resolve(reference.replace(/\.wxml$/, ''), path), seen),
  );
  return [text, ...imported];
}

function scan(wxml: string): TemplateText {
  const text = wxml.replace(/<!--[\s\S]*?-->/g, '');
  const tags = new Set<string>();
  const generics = new Set<string>();
  const references: string[] = [];
  for (const match of text.matchAll(/<([\w-]+)/g)) if (match[1] !== undefined) tags.add(match[1]);
  for (const match of text.matchAll(/generic:[\w-]+\s*=\s*["']([\w-]+)["']/g)) {
    if (match[1] !== undefined) generics.add(match[1]);
  }
  for (const match of text.matchAll(/<(?:import|include)\s[^>]*?src\s*=\s*["']([^"']+)["']/g)) {
    if (match[1] !== undefined) references.push(match[1]);
  }
  return { tags, generics, references };
}
