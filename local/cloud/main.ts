/**
 * `node main.js --port P --data DIR [--functions DIR] [--schema FILE] [--wechat-port P]`: runs the
 * cloud until SIGTERM or SIGINT. Standard output gets one line, `ready http://127.0.0.1:P`.
 */
import { parseArgs } from 'node:util';
import { startCloud } from './cloud';
import type { Cloud, CloudOptions } from './cloud';
import { codeOf } from './durable-file';
import { CloudError } from './errors';

/** The operator has to change something; any other failure is 1. */
const EXIT_BAD_START = 2;
/** A stop that takes longer than its grace and this hangs somewhere; it is cut off. */
const STOP_MS_MAX = 10_000;

const USAGE =
  'usage: --port P --data DIR [--functions DIR] [--schema FILE] [--storage-rules FILE] ' +
  '[--wechat-port P] [--env ID] [--variable NAME=VALUE …] [--patience MS]';

void main();

async function main(): Promise<void> {
  try {
    const cloud = await startCloud(readArguments(process.argv.slice(2)));
    // Not `once`: a second signal while it stops would end it at once, in the middle.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(cloud));
    surviveStrays();
    process.stdout.write(`ready ${cloud.base}\n`);
  } catch (error) {
    if (!isForOperator(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_BAD_START);
  }
}

/** What must not end a cloud that others work with: a lost promise, or a reader of its output gone. */
function surviveStrays(): void {
  process.on('unhandledRejection', (reason) => {
    const error = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    process.stderr.write(`${JSON.stringify({ level: 'error', unhandledRejection: error })}\n`);
  });
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/**
 * Whether the message is all the operator needs. Services throw CloudError, or a plain Error about a
 * config.json or a trigger, and SQLite its own about the disk; TypeErrors and their like are bugs, whose stack is wanted.
 */
function isForOperator(error: unknown): error is Error {
  if (error instanceof CloudError) return true;
  return error instanceof Error && ['Error', 'SqliteError'].includes(error.name);
}

function stop(cloud: Cloud): void {
  setTimeout(() => {
    process.stderr.write('stopping took too long; the cloud was cut off\n');
    process.exit(1);
  }, STOP_MS_MAX).unref();
  cloud.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`the cloud did not stop cleanly: ${String(error)}\n`);
      process.exit(1);
    },
  );
}

/** Throws CloudError with one sentence and the usage. */
function readArguments(words: string[]): CloudOptions {
  const values = parseWords(words);
  if (!values.data) throw badArguments('--data is missing');
  return {
    port: portOf('--port', values.port),
    dataDir: values.data,
    functionsDir: values.functions,
    schemaFile: values.schema,
    storageRulesFile: values['storage-rules'],
    wechatPort:
      values['wechat-port'] === undefined ? 0 : portOf('--wechat-port', values['wechat-port']),
    envId: values.env,
    variables: variablesOf(values.variable),
    patienceMs: patienceOf(values.patience),
  };
}

function parseWords(words: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    port: text,
    data: text,
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    schema: text,
    'storage-rules': text,
    'wechat-port': text,
    env: text,
    variable: { type: 'string', multiple: true },
    patience: { type: 'string', default: '0' },
  } as const;
  try {
    return parseArgs({ args: words, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (codeOf(error)?.startsWith('ERR_PARSE_ARGS') && error instanceof Error) {
      throw badArguments(error.message.replaceAll('\n', ' '));
    }
    throw error;
  }
}

function portOf(name: string, text: string | undefined): number {
  const port = Number(text);
  if (text !== undefined && /^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw badArguments(`${name} must be a port number, 0 for any free one`);
}

function patienceOf(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw badArguments('--patience must be a number of milliseconds');
}

function variablesOf(words: string[] = []): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const found = /^([A-Z][A-Z0-9_]*)=(.*)$/s.exec(word);
      if (!found) throw badArguments('--variable must be NAME=VALUE');
      return [found[1], found[2]];
    }),
  );
}

function badArguments(reason: string): CloudError {
  return new CloudError('INVALID_PARAM', `${reason}; ${USAGE}`);
}
