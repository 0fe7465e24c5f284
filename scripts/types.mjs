// Type-checks each world with its own libraries: the server side, the phone, the browser runtime.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './build.mjs';

const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const projects = [
  'tsconfig.json',
  'miniprogram/tsconfig.json',
  'local/web/tsconfig.json',
  'test/miniprogram/tsconfig.json',
];

const codes = await Promise.all(
  projects.filter((file) => existsSync(path.join(root, file))).map(check),
);
process.exit(codes.some((code) => code !== 0) ? 1 : 0);

function check(project) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
    child.on('close', resolve);
  });
}
