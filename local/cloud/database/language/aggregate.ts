import type { Doc } from './doc';
import { compilePipeline } from './stage';
import type { Source } from './stage/setting';

/**
 * Runs a pipeline of decoded stages, each `{ $stage: operand }`, and gives what comes out at its
 * end. Stages share parts of the documents they are given and change none of them, so what comes out is
 * for reading only. `nowMs` is what `$$NOW` shows. Throws CloudError DATABASE_REQUEST_FAILED.
 */
export function aggregate(stages: Doc[], source: Source, nowMs = Date.now()): Doc[] {
  const variables = { NOW: new Date(nowMs) };
  const run = compilePipeline(stages, {
    source,
    binding: { names: [], values: () => variables },
    isNested: false,
  });
  return Array.from(run(source));
}
