/** Storage behind the real server, with what its tests do all the time. */
import fs from 'node:fs';
import path from 'node:path';
import type { CloudContext } from '../../../local/cloud/service';
import { createStorage } from '../../../local/cloud/storage';
import { openLocalApp } from './sdk';
import { serve } from './served';

/** Starts it on a fresh folder, or on that of an earlier one. */
export async function startStorage(earlier?: Awaited<ReturnType<typeof serve>>) {
  const storageAlone = (context: CloudContext) => [createStorage(context)];
  const served = await serve(storageAlone, earlier?.context);
  const app = openLocalApp(served.base);
  return {
    served,
    app,
    upload: (cloudPath: string, text: string) =>
      app.uploadFile({ cloudPath, fileContent: Buffer.from(text) }),
    async urlOf(fileID: string, maxAge = 600): Promise<string> {
      const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge }] });
      return fileList[0]?.tempFileURL ?? '';
    },
    metadata: async (cloudPath: string) => (await app.getUploadMetadata({ cloudPath })).data,
    control: (command: string, input: object) =>
      fetch(`${served.base}/control/storage/${command}`, {
        method: 'POST',
        body: JSON.stringify(input),
      }),
    /** Names of the files that hold bytes. */
    blobs: () => fs.readdirSync(path.join(served.context.dataDir, 'storage/blobs')),
    async end() {
      await served.stop();
      served.context.removeFolder();
    },
  };
}
