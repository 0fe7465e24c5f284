/**
 * Uploads, some over the file before, and deletions, remembered by digest: after a crash an
 * acknowledged file must be there byte for byte, one under way whole or not there.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { CloudApp } from '../sdk';

const BYTES_MAX = 200_000;
/** Of eight uploads this many go over the same path again. */
const OVERWRITES_IN_8 = 2;

/** What one path may hold: what was acknowledged last, or anything begun since. */
interface Expected {
  fileID?: string;
  acknowledged?: string;
  begun: string[];
}

export type Uploads = ReturnType<typeof createUploads>;

/** The memory of one uploader over all crashes; `name` keeps its paths apart from others'. */
export function createUploads(name: string) {
  const files = new Map<string, Expected>();
  const touched = new Set<string>();
  let made = 0;

  async function uploadOnce(app: CloudApp, random: (limit: number) => number): Promise<void> {
    const isOverwrite = random(8) < OVERWRITES_IN_8;
    const cloudPath = `crash/${name}/${isOverwrite ? 'latest' : (made += 1)}.bin`;
    const fileContent = randomBytes(random(BYTES_MAX));
    const digest = digestOf(fileContent);
    const expected = files.get(cloudPath) ?? { begun: [] };
    expected.begun.push(digest);
    files.set(cloudPath, expected);
    touched.add(cloudPath);
    const { fileID } = await app.uploadFile({ cloudPath, fileContent });
    files.set(cloudPath, { fileID, acknowledged: digest, begun: [] });
  }

  async function deleteOnce(app: CloudApp): Promise<void> {
    const [cloudPath, expected] = [...files].find(([, one]) => one.fileID !== undefined) ?? [];
    if (!cloudPath || !expected?.fileID) return;
    // From here on it may be gone, and once acknowledged it must be.
    files.set(cloudPath, { ...expected, begun: [...expected.begun, GONE] });
    touched.add(cloudPath);
    await app.deleteFile({ fileList: [expected.fileID] });
    files.set(cloudPath, { acknowledged: GONE, begun: [] });
  }

  /** What does not hold, in words, among all files or those touched since the last look. */
  async function faults(app: CloudApp, which: 'all' | 'touched'): Promise<string[]> {
    const paths = which === 'all' ? [...files.keys()] : [...touched];
    touched.clear();
    const found: string[] = [];
    for (const cloudPath of paths) {
      const { acknowledged, begun } = files.get(cloudPath) ?? { begun: [] };
      const kept = await digestAt(app, cloudPath);
      const allowed = [acknowledged ?? GONE, ...begun];
      if (!allowed.includes(kept)) found.push(`${cloudPath} holds ${kept}, not ${allowed}`);
    }
    return found;
  }

  return { uploadOnce, deleteOnce, faults, count: () => files.size };
}

const GONE = 'nothing';

/** The digest of what is kept at a path; `nothing` where there is no file. */
async function digestAt(app: CloudApp, cloudPath: string): Promise<string> {
  const { data } = await app.getUploadMetadata({ cloudPath });
  const { fileList } = await app.getTempFileURL({ fileList: [data.fileId] });
  if (fileList[0]?.code !== 'SUCCESS') return GONE;
  const response = await fetch(fileList[0].tempFileURL);
  if (response.status !== 200) return `status ${response.status}`;
  return digestOf(Buffer.from(await response.arrayBuffer()));
}

function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
