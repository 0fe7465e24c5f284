import type { IncomingMessage, ServerResponse } from 'node:http';
import { strict as assert } from 'node:assert';
import { CloudError } from '../errors';
import type { AdminAction, CloudContext, Route, Service } from '../service';
import { answerJson, asCloudError, requestIdOf } from './answer';
import { parseJsonObject, readBody } from './body';
import { ADMIN_BODY_BYTES_MAX } from './limits';
import { refuseBrowsers } from './origin';

/**
 * The SDK's address, POST /admin. Errors are answered with status 200 and `{code, message, requestId}`:
 * of any other status the SDK shows its user nothing but the number.
 */
export function adminRoute(services: readonly Service[], log: CloudContext['log']): Route {
  const actions = actionTable(services);
  return {
    prefix: '/admin',
    async handle(request, response) {
      refuseBrowsers(request);
      if (request.method !== 'POST') throw new CloudError('METHOD_NOT_ALLOWED', 'use POST');
      const requestId = requestIdOf(response);
      try {
        answerJson(response, 200, { requestId, ...(await act(actions, request, response)) });
      } catch (thrown) {
        const { code, message } = asCloudError(thrown);
        if (code === 'SYS_ERR') log({ level: 'error', requestId, code, message, error: thrown });
        if (!request.complete) response.setHeader('connection', 'close');
        answerJson(response, 200, { code, message, requestId });
      }
    },
  };
}

async function act(
  actions: Map<string, AdminAction>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.headers['content-type']?.startsWith('multipart/')) throw multipartAction();
  const text = (await readBody(request, ADMIN_BODY_BYTES_MAX)).toString('utf8');
  const params = parseJsonObject(text);
  const { action, wxCloudApiToken } = params;
  if (typeof action !== 'string') throw new CloudError('INVALID_PARAM', 'action is missing');
  const perform = actions.get(action);
  if (!perform) {
    throw new CloudError('INVALID_ACTION', `${action} is not an action of the embedded cloud`);
  }
  return perform(params, {
    requestId: requestIdOf(response),
    wxCloudApiToken: typeof wxCloudApiToken === 'string' ? wxCloudApiToken : undefined,
  });
}

function actionTable(services: readonly Service[]): Map<string, AdminAction> {
  const actions = new Map<string, AdminAction>();
  for (const service of services) {
    for (const [name, action] of Object.entries(service.actions ?? {})) {
      assert(!actions.has(name), `two services answer ${name}`);
      actions.set(name, action);
    }
  }
  return actions;
}

// The SDK sends wx.openApi and wx.wxPayApi as forms and expects an undocumented protobuf reply.
function multipartAction(): CloudError {
  const message =
    'wx.openApi and wx.wxPayApi are not supported by the embedded cloud; ' +
    "call WeChat's server API over HTTPS";
  return new CloudError('INVALID_ACTION', message);
}
