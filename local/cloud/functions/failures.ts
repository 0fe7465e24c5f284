/**
 * How an invocation can fail, in the codes that the SDK's users see and the words of SCF's result
 * messages (status codes 430 user code exception, 432/433 time, 434 memory, 439 exit, 407 response).
 */
import { CloudError } from '../errors';
import { INITIALIZATION_MS_MAX, QUEUE_MAX } from './limits';

export const failures = {
  unknown: (name: string) =>
    new CloudError('FUNCTION_NOT_FOUND', `[FUNCTION_NOT_FOUND] FunctionName ${name} not found`),
  requestSize: (bytes: number, bytesMax: number) =>
    new CloudError(
      'EXCEED_MAX_PAYLOAD_SIZE',
      `[EXCEED_MAX_PAYLOAD_SIZE] request payload of ${bytes} bytes exceeds ${bytesMax} bytes`,
    ),
  responseSize: () => executeFail('The size of response exceeds the upper limit (6MB)'),
  crowded: () =>
    new CloudError('FUNCTIONS_REQUEST_FAIL', `ResourceLimit: ${QUEUE_MAX} calls are waiting`),
  time: (seconds: number) =>
    new CloudError(
      'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      `Invoking task timed out after ${seconds} seconds`,
    ),
  initialization: () =>
    new CloudError(
      'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      `Initialization timed out after ${INITIALIZATION_MS_MAX / 1000} seconds`,
    ),
  memory: (memoryMb: number) =>
    new CloudError(
      'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
      `Memory usage exceeds the limit of ${memoryMb} MB`,
    ),
  exit: (how: string) => executeFail(`User process exit when running: ${how}`),
  thrown: (error: { message: string; stack: string }) =>
    executeFail(`user code exception caught: ${error.stack || error.message}`),
  end: chooseEnd,
};

/** What the end of a process means that nobody here brought about. */
function chooseEnd(end: {
  code: number | null;
  signal: string | null;
  lastWords: string;
  memoryMb: number;
}): CloudError {
  if (end.lastWords.includes('heap out of memory')) return failures.memory(end.memoryMb);
  return failures.exit(end.signal ? `signal ${end.signal}` : `exit code ${end.code}`);
}

function executeFail(message: string): CloudError {
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', message);
}
