/**
 * `--data DIR --secret whsec_… [--port P] [--callback URL] [--name NAME] [--outlet NAME]…`: runs the
 * center until SIGTERM or SIGINT. Prints `ready http://127.0.0.1:P`.
 */
import { parseArgs } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { startCenter, type CenterOptions } from './center';

async function main(): Promise<void> {
  const center = await startCenter(readArguments());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void center.stop().then(() => process.exit(0)));
  }
  console.log(`ready ${center.base}`);
}

function readArguments(): CenterOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      secret: { type: 'string', multiple: true, default: [] },
      callback: { type: 'string' },
      name: { type: 'string' },
      outlet: { type: 'string', multiple: true, default: [] },
    },
  });
  const port = Number(values.port);
  if (values.data === undefined) throw new Error('--data DIR is needed');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port ${values.port} is no port`);
  if (values.secret.length === 0) throw new Error('--secret whsec_… is needed');
  // A secret that is no base64 says so here, not at the first message.
  for (const secret of values.secret) new Webhook(secret);
  const { data: dataDir, secret: secrets, callback, name, outlet: outlets } = values;
  if (callback !== undefined && !/^https?:$/.test(new URL(callback).protocol))
    throw new Error(`--callback ${callback} is no http address`);
  return { port, dataDir, secrets, callback, name, outlets };
}

main().catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exit(2);
});
