import { readFileSync } from 'node:fs';
import { CloudError } from '../errors';

/** What phones may do below a path. Functions are not bound by rules, as in CloudBase. */
export interface StorageRule {
  /** Prefix of cloud paths; `{openid}` stands for the caller's. The first that fits decides. */
  readonly path: string;
  readonly read: boolean;
  readonly write: boolean;
}

/** Phones write into a folder of their own and read nothing; what no rule names is closed. */
export const defaultRules: readonly StorageRule[] = [
  { path: 'incoming/{openid}/', read: false, write: true },
];

/** Whether the rules let this phone do it; `openid` is absent for an anonymous visitor. */
export function isAllowed(
  rules: readonly StorageRule[],
  access: 'read' | 'write',
  file: { path: string; openid: string | undefined },
): boolean {
  const found = rules.find((rule) => {
    if (rule.path.includes('{openid}') && file.openid === undefined) return false;
    return file.path.startsWith(rule.path.replaceAll('{openid}', file.openid ?? ''));
  });
  return found?.[access] ?? false;
}

/** Rules from a JSON file, `[{path, read, write}]`. Throws INVALID_PARAM with what is wrong. */
export function readRules(file: string): readonly StorageRule[] {
  let rules: unknown;
  try {
    rules = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CloudError('INVALID_PARAM', `storage rules are not readable: ${reason}`);
  }
  if (Array.isArray(rules) && rules.every(isRule)) return rules;
  throw new CloudError('INVALID_PARAM', `${file} must hold a list of {path, read, write}`);
}

function isRule(value: unknown): value is StorageRule {
  const { path, read, write } = Object(value) as Record<string, unknown>; // any value has fields
  return typeof path === 'string' && typeof read === 'boolean' && typeof write === 'boolean';
}
