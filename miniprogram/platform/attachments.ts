/** Documents from a chat: WeChat offers no other chooser of files. */
import { keepFile, notChosen, type NotChosen } from './photos';
import { askPrivacy } from './privacy';

export interface ChosenDocument {
  path: string;
  sha256: string;
  bytes: number;
  ext: 'docx' | 'pdf';
  name: string;
}

/** Lets the person choose .docx and .pdf files and keeps them on the phone. */
export async function chooseDocuments(count: number): Promise<ChosenDocument[] | NotChosen> {
  if (!(await askPrivacy())) return 'no_consent';
  const chosen = await wx
    .chooseMessageFile({ count, type: 'file', extension: ['docx', 'pdf'] })
    .catch(notChosen);
  if (typeof chosen === 'string') return chosen;
  const kept: ChosenDocument[] = [];
  for (const { path, name } of chosen.tempFiles) {
    const ext = name.toLowerCase().endsWith('.pdf') ? 'pdf' : 'docx';
    kept.push({ ...(await keepFile(path, ext)), ext, name: name.slice(-80) });
  }
  return kept;
}
