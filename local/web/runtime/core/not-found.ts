import { WORDS } from '../wording';
import type { Shell } from './shell';

/** WeChat's own page for a first page that does not exist and that the app did not catch. */
export function showPageNotFound(shell: Shell, toEntry: () => Promise<void>): void {
  const box = document.createElement('div');
  box.className = 'page-not-found';
  const text = document.createElement('p');
  text.textContent = WORDS.pageNotFound;
  const back = document.createElement('button');
  back.textContent = WORDS.backToEntry;
  back.addEventListener('click', () => {
    box.remove();
    void toEntry();
  });
  box.append(text, back);
  shell.stage.append(box);
}
