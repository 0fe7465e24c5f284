import type { PackageFacts } from './tell-package';

/** Windows' own programs take a text for UTF-8 by this, and ask for both characters at line ends. */
const mark = '\ufeff';
const lineEnd = '\r\n';

/** The story as a plain text. */
export function writeText({
  notice,
  headline,
  byline,
  paragraphs,
  captions,
}: PackageFacts): string {
  const parts = [notice, headline, byline, paragraphs.join(lineEnd), captions.join(lineEnd)];
  return textOf(parts.filter((part) => part !== '').join(lineEnd + lineEnd));
}

/** Which photo shows what. */
export const writeCaptions = ({ captions }: PackageFacts) => textOf(captions.join(lineEnd));

const textOf = (text: string) => `${mark}${text}${lineEnd}`;
