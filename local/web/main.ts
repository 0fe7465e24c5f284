/**
 * `--app DIR --port P --cloud BASE [--watch] [--minify] [--frame Title=URL] [--page PATH]`: serves a mini-program's pages until SIGTERM.
 * Prints `ready http://127.0.0.1:P` once they can be opened.
 */
import { parseArgs } from 'node:util';
import { startWeb } from './index';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      app: { type: 'string', default: 'miniprogram' },
      port: { type: 'string', default: '0' },
      cloud: { type: 'string' },
      watch: { type: 'boolean', default: false },
      minify: { type: 'boolean', default: false },
      frame: { type: 'string', multiple: true, default: [] },
      page: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.cloud === undefined) throw new Error('--cloud BASE is needed');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port ${values.port} is no port`);
  }
  const web = await startWeb({
    appDir: values.app,
    port,
    cloudBase: values.cloud,
    watch: values.watch,
    minify: values.minify,
    frames: values.frame.map(titledAddress),
    pages: values.page,
    onProblems: (problems) => console.error(problems.join('\n')),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void web.stop().then(() => process.exit(0)));
  }
  console.log(`ready ${web.base}`);
}

/** `Title=http://…`, as `--frame` takes it. */
function titledAddress(text: string): { title: string; url: string } {
  const [, title, url] = /^([^=]+)=(https?:.+)$/.exec(text) ?? [];
  if (title === undefined || url === undefined) throw new Error(`--frame ${text}: want Title=URL`);
  return { title, url };
}

main().catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exit(1);
});
