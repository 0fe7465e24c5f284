/** The functions service alone, with a built worker and a stood-still clock. */
import fs from 'node:fs';
import path from 'node:path';
import { createFunctions } from '../../../local/cloud/functions';
import type { FunctionsOptions } from '../../../local/cloud/functions';
import type { Functions, Service } from '../../../local/cloud/service';
import { createTestContext } from './cloud-context';
import type { TestContext } from './cloud-context';
import { buildWorker } from './worker-file';

export interface FunctionsUnderTest {
  functions: Service & Functions;
  context: TestContext;
  stop(): Promise<void>;
}

export const FIXTURES = path.join(__dirname, 'functions');

/** Starts it over the fixture functions, unless another folder is given. */
export async function startFunctions(
  options: Partial<FunctionsOptions> = {},
): Promise<FunctionsUnderTest> {
  const context = createTestContext();
  const worker = buildWorker();
  const functions = createFunctions({
    context,
    functionsDir: FIXTURES,
    workerFile: worker.workerFile,
    ...options,
  });
  await functions.start();
  return {
    functions,
    context,
    async stop() {
      await functions.stop();
      worker.remove();
      context.removeFolder();
    },
  };
}

/** A folder of one function made of the given source. */
export function writeFunction(
  functionsDir: string,
  name: string,
  source: string,
  config: Record<string, unknown> = {},
): void {
  const folder = path.join(functionsDir, name);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'index.js'), source);
  const whole = { name, timeout: 60, memorySize: 128, invoke: true, ...config };
  fs.writeFileSync(path.join(folder, 'config.json'), JSON.stringify(whole));
}

/** Calls one of the service's controls. */
export function control(
  service: Service,
  command: string,
  input: Record<string, unknown> = {},
): unknown {
  const act = service.controls?.[command];
  if (!act) throw new Error(`no control ${command}`);
  return act(input);
}
