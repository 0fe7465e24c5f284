/** Serves a mini-program's pages in the browser: compiled, watched, with the stage around them. */
import { createCompiler } from './compile/index';
import { createBundleKeeper, type BundleKeeper } from './server/bundle-keeper';
import { watchFolders } from './server/folder-watch';
import { startPagesServer } from './server/index';
import { createReloadStream } from './server/reload-stream';
import { buildStage } from './server/stage-files';
import { findWebDir } from './web-dir';

export interface WebOptions {
  /** Folder with app.json. */
  appDir: string;
  /** 0 takes a free port. */
  port: number;
  /** Base address of the cloud that the pages talk to. */
  cloudBase: string;
  /** Rebuild and reload on change; a mini-program that does not compile is then served as words. */
  watch: boolean;
  /** Other addresses that the stage shows beside the phones; none by default. */
  frames?: { title: string; url: string }[];
  /** Where the stage's windows open at the first visit, in their order. */
  pages?: string[];
  /** Smaller and slower to build; no source maps. Off by default. */
  minify?: boolean;
  /** Called with `file:line:column message` lines when a build fails while watching. */
  onProblems?: (problems: string[]) => void;
}

export interface Web {
  /** `http://127.0.0.1:<port>`; frames are addressed by frameUrl (frame.ts). */
  base: string;
  stop(): Promise<void>;
}

/** Resolves when the pages are served; without `watch` it rejects when they do not compile. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { appDir, cloudBase, watch, minify = false } = options;
  const webDir = findWebDir();
  const compiler = createCompiler({ appDir, minify, cloudBase, watch });
  const reloads = createReloadStream();
  let problems: string[] = [];
  const keeper = createBundleKeeper({
    build: () => compiler.build(),
    onBuilt: () => {
      problems = [];
      reloads.tell({ kind: 'rebuilt' });
    },
    onFailed: (lines) => {
      problems = lines;
      if (watch) options.onProblems?.(lines);
      reloads.tell({ kind: 'failed', problems: lines });
    },
  });
  const [stage] = await Promise.all([buildStage(webDir, minify), keeper.rebuild()]);
  if (problems.length > 0 && !watch) {
    await compiler.dispose();
    throw new Error(problems.join('\n'));
  }
  const config = { cloud: cloudBase, frames: options.frames ?? [], pages: options.pages ?? [] };
  const served = () => ({ app: appFiles(keeper, problems), stage, config });
  const server = await startPagesServer({ port: options.port, served, reloads }).catch(
    async (cause: unknown) => {
      await compiler.dispose();
      throw cause;
    },
  );
  const unwatch = watch
    ? watchFolders([appDir, webDir], () => void keeper.rebuild())
    : () => undefined;
  const stop = async (): Promise<void> => {
    unwatch();
    await server.stop();
    await compiler.dispose();
  };
  return { base: server.base, stop };
}

/** Before anything has compiled there is no document that could show the problems. */
function appFiles(keeper: BundleKeeper, problems: string[]) {
  const files = keeper.current();
  if (files.size > 0) return files;
  const words = problems.join('\n').replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const listen =
    "new EventSource('/reload').onmessage=(m)=>" +
    "JSON.parse(m.data).kind==='rebuilt'&&location.reload()";
  const page = `<!doctype html><meta charset="utf-8"><pre>${words}</pre><script>${listen}</script>`;
  return new Map([['index.html', Buffer.from(page)]]);
}
