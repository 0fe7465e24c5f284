/** Turns what a function prints, by console or by the standard streams, into log lines. */
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format } from 'node:util';
import type { Level } from './frames';

const LEVELS = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;

/** From now on every console call and stream write of this process goes to `emit`, at once. */
export function redirectConsole(emit: (level: Level, text: string) => void): void {
  const out = streamOf((text) => emit('info', text));
  const err = streamOf((text) => emit('error', text));
  Object.defineProperty(process, 'stdout', { value: out, configurable: true });
  Object.defineProperty(process, 'stderr', { value: err, configurable: true });
  const general = new Console({ stdout: out, stderr: err });
  Object.assign(console, general);
  for (const [name, level] of Object.entries(LEVELS)) {
    // Every call logs a line: a console and its stream take several times what writing it takes.
    Object.assign(console, { [name]: (...said: unknown[]) => emit(level, format(...said)) });
  }
}

/** A stream that is never behind: the text is emitted within the write itself. */
function streamOf(emit: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      emit(chunk.toString().replace(/\n$/, ''));
      done();
    },
  });
}
