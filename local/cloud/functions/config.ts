/** Reads `<functionsDir>/<name>/config.json`, the file that the deployment reads too, and checks it. */
import fs from 'node:fs';
import path from 'node:path';
import type { FunctionConfig } from '../service';
import { FUNCTION_NAME, MEMORY_MB, TIMEOUT_SECONDS, TRIGGER_NAME, TRIGGERS_MAX } from './limits';

type Fields = Record<string, unknown>;

/** Names of the folders that hold an index.js; none where the folder itself is missing. */
export function listFunctionNames(functionsDir: string): string[] {
  if (!fs.existsSync(functionsDir)) return [];
  return fs
    .readdirSync(functionsDir)
    .filter((name) => fs.existsSync(path.join(functionsDir, name, 'index.js')))
    .sort();
}

/** Throws an Error that names the file and the field when the configuration does not hold. */
export function readFunctionConfig(functionsDir: string, name: string): FunctionConfig {
  const file = path.join(functionsDir, name, 'config.json');
  if (!fs.existsSync(file)) throw new Error(`function ${name}: config.json is missing`);
  const fields = parse(file, name);
  const refuse = (field: string, wanted: string): never => {
    throw new Error(`function ${name}: config.json: ${field} must be ${wanted}`);
  };
  if (!FUNCTION_NAME.test(name)) refuse('the folder name', 'letters, digits, - and _, 2 to 60');
  if (fields.name !== name) refuse('name', `"${name}", as its folder`);
  if (!isWithin(fields.timeout, TIMEOUT_SECONDS)) refuse('timeout', 'whole seconds, 1 to 60');
  if (!isWithin(fields.memorySize, MEMORY_MB)) refuse('memorySize', 'whole MB, 128 to 2048');
  if (!isInvokeRule(fields.invoke)) refuse('invoke', 'true, false or "signed-in"');
  const http = fields.http ?? [];
  if (!isListOf(http, isHttpPath)) return refuse('http', 'a list of paths like "/inbound"');
  const messages = fields.messages ?? [];
  if (!isListOf(messages, isText)) return refuse('messages', 'a list of event names');
  const envVariables = fields.envVariables ?? {};
  if (!isRecord(envVariables) || !isListOf(Object.values(envVariables), isString))
    return refuse('envVariables', 'texts by name');
  const triggers = fields.triggers ?? [];
  if (!isListOf(triggers, isTrigger))
    return refuse('triggers', 'a list of {name, type: "timer", config}');
  if (triggers.length > TRIGGERS_MAX) refuse('triggers', 'one at most, as on CloudBase');
  // Every field was checked just above.
  return { ...fields, http, messages, envVariables, triggers } as unknown as FunctionConfig;
}

function parse(file: string, name: string): Fields {
  try {
    const fields: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (isRecord(fields)) return fields;
  } catch (error) {
    throw new Error(`function ${name}: config.json is not JSON: ${String(error)}`);
  }
  throw new Error(`function ${name}: config.json must hold an object`);
}

function isWithin(value: unknown, bounds: { min: number; max: number }): boolean {
  return Number.isInteger(value) && Number(value) >= bounds.min && Number(value) <= bounds.max;
}

function isInvokeRule(value: unknown): boolean {
  return typeof value === 'boolean' || value === 'signed-in';
}

function isListOf<T>(value: unknown, is: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isText(value: unknown): value is string {
  return isString(value) && value !== '';
}

function isHttpPath(value: unknown): value is string {
  return isString(value) && /^\/[A-Za-z0-9/_-]*$/.test(value);
}

function isTrigger(value: unknown): value is FunctionConfig['triggers'][number] {
  return (
    isRecord(value) &&
    isText(value.name) &&
    TRIGGER_NAME.test(value.name) &&
    value.type === 'timer' &&
    isText(value.config)
  );
}
