import type { CloudContext, Route, Service } from '../service';
import { answerJson } from './answer';

/** GET /health, and GET /services: which services there are and where they are reached. */
export function overviewRoutes(
  context: CloudContext,
  services: readonly Service[],
  addresses: () => Record<string, string>,
): Route[] {
  return [
    {
      prefix: '/health',
      browsers: true,
      handle: (_request, response) => answerJson(response, 200, { ok: true }),
    },
    {
      prefix: '/services',
      browsers: true,
      handle: (_request, response) =>
        answerJson(response, 200, {
          envId: context.envId,
          base: context.base(),
          ...addresses(),
          services: services.map((service) => ({
            name: service.name,
            routes: (service.routes ?? []).map((route) => route.prefix),
            controls: Object.keys(service.controls ?? {}),
          })),
        }),
    },
  ];
}
