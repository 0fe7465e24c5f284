/** A zip piece by piece: it holds one file at a time, however many there are. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface PackedFile {
  name: string;
  /** Photos and sheets are compressed already. */
  isCompressed: boolean;
  read(): Promise<Uint8Array>;
}

/** Minutes that Asia/Shanghai is ahead of UTC. */
const shanghaiMinutes = 480;

export async function* packFiles(files: PackedFile[], at: number): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for (const { name, isCompressed, read } of files) {
    const bytes = await read();
    const file = isCompressed ? new ZipPassThrough(name) : new ZipDeflate(name);
    file.mtime = shownAt(at);
    zip.add(file);
    file.push(bytes, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** A zip's times have no zone; this one reads as Asia/Shanghai's wherever the function runs. */
function shownAt(at: number): Date {
  const ahead = shanghaiMinutes + new Date(at).getTimezoneOffset();
  return new Date(at + ahead * 60_000);
}
