/** Opens an account's environment; nothing is asked of Tencent before the first call. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import type { Cloud } from './cloud';
import { tencentCloud, type Account, type Library, type Settings } from './tencent';
import { wording } from './wording';

export function openAccount(account: Account, root: string): Cloud {
  const place = { envId: account.envId, functionRoot: path.join(root, 'dist/cloudfunctions') };
  const CloudBase = fetchLibrary(root);
  return tencentCloud(new CloudBase(account), openSettings(account), place);
}

type LibraryClass = new (account: Account) => Library;

// Two hundred packages that nobody but a deployer needs: locked in a folder of their own and
// installed when they are first used, rather than with every npm ci.
function fetchLibrary(root: string): LibraryClass {
  const folder = path.join(root, 'dist/deploy-library');
  const name = '@cloudbase/manager-node';
  if (!existsSync(path.join(folder, 'node_modules', name))) {
    console.log(wording.fetching);
    mkdirSync(folder, { recursive: true });
    cpSync(path.join(root, 'scripts/deploy/library'), folder, { recursive: true });
    const run = spawnSync('npm ci --no-audit --no-fund --silent', {
      cwd: folder,
      stdio: 'inherit',
      shell: true,
    });
    if (run.status !== 0) throw new Error('npm ci of the deployment library failed');
  }
  return createRequire(path.join(folder, 'package.json'))(name) as LibraryClass;
}

function openSettings({ envId, secretId, secretKey }: Account): Settings {
  const settings = cloudbase
    .init({ env: envId, secretId, secretKey })
    .database()
    .collection('settings');
  return {
    async read(id) {
      const { data } = await settings.doc(id).get();
      return (data as Record<string, unknown>[])[0];
    },
    async put(id, document) {
      await settings.doc(id).set(document);
    },
  };
}
