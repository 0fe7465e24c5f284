import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudError } from '../errors';
import type { CloudContext } from '../service';
import { createBlobs } from './blobs';
import type { Blobs, WriteChunk } from './blobs';
import { openCatalog } from './catalog';
import type { Catalog } from './catalog';
import { createFiles } from './files';
import type { Files } from './files';
import { openSigner } from './signature';
import type { Signer } from './signature';

/** What storage keeps on disk. The getters throw while it is not open. */
export interface Store {
  readonly blobs: Blobs;
  catalog(): Catalog;
  files(): Files;
  signer(): Signer;
  /** Opens or makes it, and sweeps what a crash left. */
  open(): Promise<void>;
  /** Waits for uploads under way. */
  close(): Promise<void>;
  clear(): Promise<void>;
}

/** The store of `<dataDir>/storage`, closed. */
export function createStore(context: CloudContext, writeChunk: WriteChunk): Store {
  const folder = join(context.dataDir, 'storage');
  const blobs = createBlobs(join(folder, 'blobs'), writeChunk);
  let opened: { catalog: Catalog; files: Files; signer: Signer } | undefined;

  function parts() {
    if (!opened) throw new CloudError('SYS_ERR', 'storage is not started');
    return opened;
  }

  async function open(): Promise<void> {
    if (opened) return;
    await mkdir(folder, { recursive: true });
    const catalog = openCatalog(join(folder, 'catalog.sqlite'));
    await blobs.sweep(catalog.blobs());
    const files = createFiles(context, catalog, blobs);
    opened = { catalog, files, signer: await openSigner(join(folder, 'secret')) };
  }

  async function close(): Promise<void> {
    await opened?.files.settled();
    opened?.catalog.close();
    opened = undefined;
  }

  return {
    blobs,
    catalog: () => parts().catalog,
    files: () => parts().files,
    signer: () => parts().signer,
    open,
    close,
    async clear() {
      await close();
      await rm(folder, { recursive: true, force: true });
      await open();
    },
  };
}
