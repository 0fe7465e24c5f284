import { copyOf, type Doc } from './doc';
import { type Source, compilePipeline } from './stage';

/**
 * Runs a pipeline of decoded stages, each `{ $stage: operand }`, and gives what comes out at its
 * end. `nowMs` is what `$$NOW` shows. Throws CloudError DATABASE_REQUEST_FAILED.
 */
export function aggregate(stages: Doc[], source: Source, nowMs = Date.now()): Doc[] {
  const variables = { NOW: new Date(nowMs) };
  const run = compilePipeline(stages, {
    source,
    binding: { names: [], values: () => variables },
    isNested: false,
  });
  // Stages share parts of the stored documents; what leaves here must not.
  return Array.from(run(source), copyOf);
}
