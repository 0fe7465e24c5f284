import { CloudError } from '../errors';
import type { Reset, Route, Service } from '../service';
import { answerJson } from './answer';
import { readJsonObject } from './body';
import { CONTROL_BODY_BYTES_MAX } from './limits';

/**
 * POST /control/<service>/<command> and POST /control/reset, which takes `{keepsIdle?}`: for tests and
 * demos, JSON in and out.
 * They do not exist in CloudBase.
 */
export function controlRoute(
  services: readonly Service[],
  reset: (how: Reset) => Promise<void>,
): Route {
  return {
    prefix: '/control/',
    browsers: true,
    async handle(request, response, url) {
      if (request.method !== 'POST') throw new CloudError('METHOD_NOT_ALLOWED', 'use POST');
      const input = await readJsonObject(request, CONTROL_BODY_BYTES_MAX);
      const [name, command, ...more] = url.pathname.slice('/control/'.length).split('/');
      if (name === 'reset' && command === undefined) {
        await reset({ keepsIdle: input.keepsIdle === true });
        return answerJson(response, 200, {});
      }
      const control = more.length === 0 ? controlOf(services, name, command) : undefined;
      if (!control) throw new CloudError('NOT_FOUND', `no control at ${url.pathname}`);
      answerJson(response, 200, (await control(input)) ?? {});
    },
  };
}

function controlOf(services: readonly Service[], name?: string, command?: string) {
  const controls = services.find((service) => service.name === name)?.controls ?? {};
  return command !== undefined && Object.hasOwn(controls, command) ? controls[command] : undefined;
}
