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

/** Every `wx.name` that a script uses. */
export function wxCalls({ text }: Source): string[] {
  return [...text.matchAll(/\bwx\.(\w+)/g)].map((match) => match[1] ?? '');
}
