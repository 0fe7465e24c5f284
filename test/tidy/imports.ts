import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './sources';

interface CruiseResult {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

/** The imports of the house as dependency-cruiser sees them, with what breaks the import table. */
export function cruise(): CruiseResult {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = ['--output-type', 'json', 'cloudfunctions', 'miniprogram', 'local', 'test'];
  const run = spawnSync(process.execPath, [program, ...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(run.stdout) as CruiseResult; // its documented json report
}

/** Files that something starts by path: deployables, tools, tests. */
const startedByPath = [
  /^cloudfunctions\/functions\/[^/]+\/index\.ts$/,
  /^cloudfunctions\/store\/collections\/index\.ts$/,
  /^local\/[^/]+\/(main|index)\.ts$/,
  /^local\/cloud\/functions\/worker\.ts$/,
  /^local\/seed\/(bootstrap|draw)\.ts$/,
  /^local\/web\/runtime\/wx\/scan\/reader\.ts$/,
  /^local\/web\/(runtime|document|stage)\/(index|main|stage)\.ts$/,
  /^miniprogram\/app\.ts$/,
  /^test\//,
];

/** Files that nothing reaches: not imported, not a page or component, not started by path. */
export function unreached(modules: CruiseResult['modules']): string[] {
  const imports = new Map(modules.map(({ source, dependencies }) => [source, dependencies]));
  const reached = new Set<string>();
  const visit = (source: string) => {
    if (reached.has(source)) return;
    reached.add(source);
    for (const { resolved } of imports.get(source) ?? []) visit(resolved);
  };
  // Tests reach what they test, but being tested alone keeps no file alive.
  const starts = [...imports.keys()].filter((source) => isStarted(source));
  for (const start of starts.filter((source) => !source.startsWith('test/'))) visit(start);
  // A declaration speaks for a file that the build makes.
  const housed = /^(cloudfunctions|miniprogram|local)\/.*(?<!\.d)\.ts$/;
  return [...imports.keys()].filter((source) => housed.test(source) && !reached.has(source));
}

function isStarted(source: string): boolean {
  if (startedByPath.some((form) => form.test(source))) return true;
  // A page's or component's script is started by its json and wxml.
  return existsSync(path.join(root, source.replace(/\.ts$/, '.wxml')));
}
