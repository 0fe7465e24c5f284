/** Services of the cloud behind its real server, in this process, with a clock moved by hand. */
import { createServer } from '../../../local/cloud/server';
import { adminRoute } from '../../../local/cloud/server/admin';
import { controlRoute } from '../../../local/cloud/server/control';
import type { CloudContext, Service } from '../../../local/cloud/service';
import { createTestContext } from './cloud-context';
import type { TestContext } from './cloud-context';

export interface Served {
  readonly base: string;
  readonly context: TestContext;
  /** The server and its services; the folder stays. */
  stop(): Promise<void>;
}

/** Starts the services on a free port. `context` of an earlier one reopens its data folder. */
export async function serve(
  make: (context: CloudContext) => Service[],
  earlier?: TestContext,
): Promise<Served> {
  const context: TestContext = { ...(earlier ?? createTestContext()), base: () => server.base() };
  const services = make(context);
  const reset = async () => {
    for (const service of services) await service.reset();
  };
  const routes = [adminRoute(services, context.log), controlRoute(services, reset)];
  const server = createServer({ services, routes, log: context.log });
  for (const service of services) await service.start();
  await server.listen(0);
  server.open();
  return {
    base: server.base(),
    context,
    async stop() {
      await server.close();
      for (const service of services) await service.stop();
    },
  };
}
