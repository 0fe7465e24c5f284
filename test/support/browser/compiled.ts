/** Compiles a mini-program as the pages' server does, and reads what came out. */
import { createContext, runInContext } from 'node:vm';
import { createCompiler, type BundleFiles } from '../../../local/web/compile/index';
import type { ChunkViews, FirstChunk } from '../../../local/web/bundle';
import { SourceProblems, type Problem } from '../../../local/web/compile/problem';
import type { MiniProgram } from './mini-program';

export interface Compiled {
  /** Text of a file of the bundle; throws when there is none. */
  text(name: string): string;
  names(): string[];
  files: BundleFiles;
  first: FirstChunk;
  /** Route → chunks it needs beyond the first. */
  routes: Record<string, string[]>;
  /** What a later chunk hands to boot.add. */
  views(chunk: string): ChunkViews;
}

/** One build; rejects with SourceProblems. */
export async function compile(program: MiniProgram, minify = false): Promise<Compiled> {
  const compiler = createCompiler({
    appDir: program.dir,
    minify,
    cloudBase: 'http://127.0.0.1:1',
    watch: false,
  });
  try {
    return read(await compiler.build());
  } finally {
    await compiler.dispose();
  }
}

/** The problems of a mini-program that must not compile. */
export async function problemsOf(program: MiniProgram): Promise<Problem[]> {
  try {
    await compile(program);
  } catch (cause) {
    if (cause instanceof SourceProblems) return cause.problems;
    throw cause;
  }
  throw new Error('the mini-program compiles');
}

function read(files: BundleFiles): Compiled {
  const text = (name: string): string => {
    const content = files.get(name);
    if (content === undefined || 'file' in content) throw new Error(`no text file ${name}`);
    return Buffer.from(content).toString('utf8');
  };
  const first = run(
    firstViews(files.has('first.views.js') ? text('first.views.js') : text('index.html')),
  );
  return {
    text,
    names: () => [...files.keys()],
    files,
    first: first.views as FirstChunk, // what boot.setup got
    routes: first.routes,
    views: (chunk) => run(text(`${chunk}.views.js`)).views,
  };
}

/** The views script: a file, or carried by the document of a minified bundle. */
function firstViews(text: string): string {
  return /<script>(boot\.setup[^]*?)<\/script>/.exec(text)?.[1] ?? text;
}

/** Runs a views file as the browser would, with a boot that keeps what it is given. */
function run(script: string): { views: ChunkViews; routes: Record<string, string[]> } {
  const got: { views?: ChunkViews; routes: Record<string, string[]> } = { routes: {} };
  const take = (views: ChunkViews): void => {
    got.views = views;
  };
  const context = createContext({
    boot: { setup: take, add: take },
    __wxsMark: () => undefined,
    __chunkLoader: (routes: Record<string, string[]>) => {
      got.routes = routes;
      return async () => undefined;
    },
  });
  runInContext('var globalThis = this;' + script, context);
  if (got.views === undefined) throw new Error('the views file calls neither setup nor add');
  return { views: got.views, routes: got.routes };
}
