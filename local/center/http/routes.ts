/** Which address is answered by what. */
import {
  showArticle,
  showGlyphs,
  showInbox,
  showPhoto,
  showScript,
  showStory,
  showStyle,
} from './show';
import { takeMetrics, takePrinting, takeRejection } from './desk-forms';
import { answerPush, answerQuestion } from './push';
import type { Exchange } from './exchange';
import { changeSetting, listEverything, tellSetting } from './control';

type Answer = (exchange: Exchange) => Promise<void> | void;

const routes: [method: string, path: RegExp, answer: Answer][] = [
  ['POST', /^\/stories$/, answerPush],
  ['GET', /^\/stories\/([^/]+)$/, answerQuestion],
  ['GET', /^\/$/, showInbox],
  ['GET', /^\/desk\/(\d+)$/, showStory],
  ['POST', /^\/desk\/(\d+)\/publish$/, takePrinting],
  ['POST', /^\/desk\/(\d+)\/reject$/, takeRejection],
  ['POST', /^\/articles\/(\d+)\/metrics$/, takeMetrics],
  ['GET', /^\/articles\/(\d+)$/, showArticle],
  ['GET', /^\/photos\/([0-9a-f]{64})$/, showPhoto],
  ['GET', /^\/style\.css$/, showStyle],
  ['GET', /^\/live\.js$/, showScript],
  ['GET', /^\/glyphs\/(index\.css|files\/[\w-]+\.woff2)$/, showGlyphs],
  ['GET', /^\/inbox$/, listEverything],
  ['GET', /^\/control$/, tellSetting],
  ['POST', /^\/control$/, changeSetting],
];

/** The answer to a method and path, with the path's words; undefined where there is none. */
export function routeFor(method: string, path: string) {
  const asked = method === 'HEAD' ? 'GET' : method;
  for (const [of, pattern, answer] of routes) {
    const match = of === asked ? pattern.exec(path) : null;
    if (match) return { answer, words: match.slice(1).map(decoded) };
  }
  return undefined;
}

/** A word that is no valid encoding stays as it is, and matches nothing. */
function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
