/**
 * Files of stories. Phones write only `incoming/<openid>/`; filing moves what a story names to
 * `stories/<storyId>/`, where no phone reads or writes, and then looks at it: size, kind and hash. So
 * nothing that is changed after the look can get in, and nothing is stored twice.
 */
import cloudbase from '@cloudbase/node-sdk';
import { createHash } from 'node:crypto';
import { Fault } from '../kernel/faults';
import { inLots } from '../kernel/lots';
import { AnswerTooLong, request, type HttpAnswer, type HttpRequest } from '../kernel/request';

export interface StoryFile {
  sha256: string;
  ext: string;
  bytes: number;
}

/** As many as tell a kind. */
const headBytes = 16;

/** First bytes by extension; a .docx is a zip. */
const firstBytes: Record<string, (head: Buffer) => boolean> = {
  jpg: (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  png: (head) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  webp: (head) =>
    head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  mp4: (head) => head.toString('latin1', 4, 8) === 'ftyp',
  pdf: (head) => head.toString('latin1', 0, 5) === '%PDF-',
  docx: (head) => head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4])),
};

/** Long enough to read a story at leisure. */
const linkSeconds = 2 * 60 * 60;

/** Files that one request may name. Source: CloudBase, "Obtaining a Temporary Link". */
const linksAtOnce = 50;

/** No function lives longer. */
const patienceMs = 60_000;

/** The storage's code for a file that is not there. */
const fileAbsent = 'STORAGE_FILE_NONEXIST';

type Storage = ReturnType<typeof cloudbase.init>;

/** The place of a story's file, under which nothing is ever overwritten with other bytes. */
export const storyFilePath = (storyId: string, { sha256, ext }: StoryFile) =>
  `stories/${storyId}/${sha256}.${ext}`;

export interface Paper {
  period: string;
  version: number;
  ext: string;
}

const paperPath = ({ period, version, ext }: Paper) => `bulletins/${period}/${version}.${ext}`;

export function openFiles() {
  let storage: Storage | undefined;
  const open = () =>
    (storage ??= cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true }));
  return {
    /**
     * Takes uploaded files into the story and answers their links, by hash; or says the first that is
     * missing or not what it claims.
     */
    keepFiles: (from: { openid: string; storyId: string }, files: StoryFile[]) =>
      keepFiles(open(), from, files),
    /** Takes one uploaded file into a folder of ours; refused when missing or not what it claims. */
    keepFile: (place: { openid: string; folder: string }, file: StoryFile) =>
      keepIn(open(), place, file),
    /** Links for two hours, in order, then those of other places; null for what is not there. */
    linkFiles: (storyId: string, files: StoryFile[], others: string[] = []) =>
      temporaryLinks(open(), [...files.map((file) => storyFilePath(storyId, file)), ...others]),
    /** A bulletin's paper; written again, it is the newest that counts. */
    keepPaper: async (paper: Paper, bytes: Uint8Array): Promise<void> => {
      await open().uploadFile({ cloudPath: paperPath(paper), fileContent: Buffer.from(bytes) });
    },
    linkPaper: async (paper: Paper) =>
      (await temporaryLinks(open(), [paperPath(paper)]))[0] ?? null,
    /** The same for any places of ours. */
    linkPaths: (paths: string[]) => temporaryLinks(open(), paths),
  };
}

/** A file, where the phone put it, and where it shall lie. */
interface Taking {
  file: StoryFile;
  source: string;
  path: string;
}

type Untaken = 'file_missing' | 'file_changed';
type Taken = { refusal: Untaken; sha256: string } | { links: Record<string, string> };

const takingOf = (openid: string, folder: string, file: StoryFile): Taking => {
  const name = `${file.sha256}.${file.ext}`;
  return { file, source: `incoming/${openid}/${name}`, path: `${folder}/${name}` };
};

async function keepFiles(
  storage: Storage,
  { openid, storyId }: { openid: string; storyId: string },
  files: StoryFile[],
): Promise<Taken> {
  return keepAll(
    storage,
    files.map((file) => takingOf(openid, `stories/${storyId}`, file)),
  );
}

async function keepIn(
  storage: Storage,
  { openid, folder }: { openid: string; folder: string },
  file: StoryFile,
): Promise<{ path: string } | { refusal: Untaken }> {
  const taking = takingOf(openid, folder, file);
  const taken = await keepAll(storage, [taking]);
  return 'refusal' in taken ? { refusal: taken.refusal } : { path: taking.path };
}

/** Moves all in one request and links all in another; looked at one by one, since memory is small. */
async function keepAll(storage: Storage, takings: Taking[]): Promise<Taken> {
  if (takings.length === 0) return { links: {} };
  // What was kept once is never written over by what its uploader may have changed since; and what a call
  // before this one moved, whose answer was lost, is there.
  const moved = await moveAll(storage, takings, false);
  const links = await linksOf(
    storage,
    takings.map(({ path }) => path),
  );
  for (const [n, taking] of takings.entries()) {
    const untaken = await lookAt(links[n], taking.file);
    // What was refused earlier lies there.
    const refusal = untaken && moved[n] === 'taken' ? await keepAnew(storage, taking) : untaken;
    if (refusal) return { refusal, sha256: taking.file.sha256 };
  }
  const linked = takings.map(({ file }, n) => [file.sha256, links[n]?.tempFileURL ?? ''] as const);
  return { links: Object.fromEntries(linked) };
}

async function keepAnew(storage: Storage, taking: Taking): Promise<Untaken | undefined> {
  const [moved] = await moveAll(storage, [taking], true);
  if (moved === 'absent') return 'file_missing';
  const [link] = await linksOf(storage, [taking.path]);
  return lookAt(link, taking.file);
}

/** Undefined when the file is what it claims to be. */
async function lookAt(link: Link | undefined, file: StoryFile): Promise<Untaken | undefined> {
  const digest = createHash('sha256');
  let length = 0;
  let head = Buffer.alloc(0);
  // Looked at as it comes: a film would fill the memory, and photos make work for the collector.
  const onPiece = (piece: Buffer) => {
    digest.update(piece);
    length += piece.length;
    if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes)]);
  };
  const answer = await fetchFile(link, { onPiece });
  if (!answer) return 'file_missing';
  const isKind = firstBytes[file.ext]?.(head) ?? false;
  const isWhole = isKind && length === file.bytes && digest.digest('hex') === file.sha256;
  return isWhole ? undefined : 'file_changed';
}

/** In order; `taken`: without `overwrite`, something lies at the path already. */
async function moveAll(
  storage: Storage,
  takings: Taking[],
  overwrite: boolean,
): Promise<('done' | 'absent' | 'taken')[]> {
  const { fileList } = await storage.copyFile({
    fileList: takings.map(({ source: srcPath, path: dstPath }) => ({
      ...{ srcPath, dstPath, overwrite, removeOriginal: true },
    })),
  });
  return takings.map((_, n) => {
    const code = fileList[n]?.code;
    if (!code || code === 'SUCCESS') return 'done';
    if (code === fileAbsent) return 'absent';
    // The storage's code for it is not documented: what lies there will tell.
    if (!overwrite) return 'taken';
    // A storage that fails has lost nothing: the phone keeps its file, and tries again.
    throw new Fault(`storage:${code}`, 'safe');
  });
}

/** The bytes of a file; undefined where there is none, or more than so many. */
export async function download(
  storage: Storage,
  path: string,
  bytesMax?: number,
): Promise<Buffer | undefined> {
  const [link] = await linksOf(storage, [path]);
  return (await fetchFile(link, { bytesMax }))?.body;
}

/** Undefined where there is none, or a longer one than `bytesMax`. */
async function fetchFile(
  link: Link | undefined,
  wanted: Pick<HttpRequest, 'bytesMax' | 'onPiece'>,
): Promise<HttpAnswer | undefined> {
  if (link?.code === fileAbsent) return undefined;
  // A storage that fails says nothing of the file.
  if (link?.code !== 'SUCCESS') throw new Fault(`storage:${link?.code ?? 'no answer'}`, 'safe');
  const url = new URL(link.tempFileURL);
  try {
    const answer = await request({ url, msMax: patienceMs, ...wanted });
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw new Fault(`storage:${answer.status}`, 'safe');
    return answer;
  } catch (error) {
    if (error instanceof AnswerTooLong) return undefined;
    if (error instanceof Fault) throw error;
    throw new Fault('storage:line_lost', 'safe', { cause: error });
  }
}

/** Links for two hours, in order; null for a file that is not there, or not to be had now. */
export async function temporaryLinks(
  storage: Storage,
  paths: string[],
): Promise<(string | null)[]> {
  const links = await linksOf(storage, paths);
  return links.map(({ code, tempFileURL }) => (code === 'SUCCESS' ? tempFileURL : null));
}

/** False where the storage would not: what lay there may lie there still. */
export async function deletePaths(storage: Storage, paths: string[]): Promise<boolean> {
  const prefix = await filePrefix(storage);
  const { fileList } = await storage.deleteFile({ fileList: paths.map((path) => prefix + path) });
  return paths.every((_, n) => ['SUCCESS', fileAbsent].includes(fileList[n]?.code ?? ''));
}

interface Link {
  code: string;
  tempFileURL: string;
}

/** In order, however many: a story printed all over the county has more than one request may name. */
async function linksOf(storage: Storage, paths: string[]): Promise<Link[]> {
  if (paths.length === 0) return [];
  const prefix = await filePrefix(storage);
  const answered = await Promise.all(
    inLots(paths, linksAtOnce).map((lot) =>
      storage.getTempFileURL({
        fileList: lot.map((path) => ({ fileID: prefix + path, maxAge: linkSeconds })),
      }),
    ),
  );
  return answered.flatMap(({ fileList }) => fileList);
}

// A file id names the environment's bucket, which only the storage itself knows; it never changes.
let prefix: Promise<string> | undefined;

function filePrefix(storage: Storage): Promise<string> {
  const cloudPath = 'stories/prefix';
  prefix ??= storage
    .getUploadMetadata({ cloudPath })
    .then(({ data }) => data.fileId.slice(0, -cloudPath.length));
  prefix.catch(() => (prefix = undefined));
  return prefix;
}
