import ts from 'typescript';
import type { Source } from './sources';

/** Words that name nothing; STYLE's list. */
const banned = /^(data|info|item|handle|process|manager|util|utils|flag|type1|helper|helpers)$/i;

/** Exported names and file names that consist of, or end in, a word that says nothing. */
export function bannedNames({ path, text }: Source): string[] {
  const file = path.split('/').at(-1)?.replace(/\..*$/, '') ?? '';
  const exported = [
    ...text.matchAll(/^export (?:async )?(?:function|const|interface|type|class) (\w+)/gm),
  ];
  return (
    [file, ...exported.map((match) => match[1] ?? '')]
      // setData is WeChat's own word.
      .filter((name) => banned.test(lastWord(name)) && !/setData$/i.test(name))
      .map((name) => `${path}: ${name}`)
  );
}

function lastWord(name: string): string {
  return name.split(/[-_.]|(?=[A-Z])/).at(-1) ?? '';
}

/** String literals, template texts and identifiers with Chinese in them; comments may have it. */
export function chineseOutsideComments({ path, text }: Source): string[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(file) === 0 && /\p{Script=Han}/u.test(node.getText(file))) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(`${path}:${line + 1}`);
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

/** What people read: pages, papers, the center's desk. */
export const readByPeople =
  /^(miniprogram\/(?!miniprogram_npm).*\.(ts|wxml|json)|cloudfunctions\/.*(wording\b.*|\/kind)\.ts|local\/center\/wording\.ts)$/;

/** The glossary's second table: words that are not said, and what is said instead. */
export function unsaidWords(glossary: string): { not: string; but: string }[] {
  const [, table = ''] = glossary.split('| not | but |');
  return [...table.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)].flatMap(([, not = '', but = '']) =>
    not.startsWith('---') ? [] : [{ not, but }],
  );
}

/** Headings that an office may have in its own table are understood, whatever they are called. */
const understood = /^ {4}\w+: \[.*\],$|^ {2}\S+: (true|false),$|of\('/;

/** Lines that say one of them. */
export function saidAmiss(
  { path, text }: Source,
  unsaid: { not: string; but: string }[],
): string[] {
  return text.split('\n').flatMap((line, n) => {
    if (understood.test(line)) return [];
    const amiss = unsaid.filter(({ not }) => line.includes(not));
    return amiss.map(({ not, but }) => `${path}:${n + 1}: ${not} → ${but}`);
  });
}

/** Every `wx.name` that a script uses. */
export function wxCalls({ text }: Source): string[] {
  return [...text.matchAll(/\bwx\.(\w+)/g)].map((match) => match[1] ?? '');
}

/** What `wx.showToast` draws by itself. */
const toasts = ['success', 'error', 'loading', 'none'];

/** TDesign's icons that markup and pages name, as they stand or as one of two. */
export function iconsNamed(sources: Source[]): { path: string; icon: string }[] {
  return sources.flatMap(({ path, text }) => {
    const values = path.endsWith('.ts')
      ? [...text.matchAll(/\bicon: (?:\{ type: String, value: )?'([^']+)'/g)]
      : [...text.matchAll(/(?:<t-icon[^>]*?\sname|\sicon)="([^"]+)"/g)];
    return values
      .flatMap(([, value = '']) => (value.startsWith('{{') ? chosenFrom(value) : [value]))
      .filter((icon) => path.endsWith('.wxml') || !toasts.includes(icon))
      .map((icon) => ({ path, icon }));
  });
}

const chosenFrom = (value: string) =>
  [...value.matchAll(/[?:] ?'([^']+)'/g)].map(([, icon = '']) => icon);
