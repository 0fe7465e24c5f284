/** Functions that only remember how they were called, for the services in front of them. */
import type { Caller, FunctionConfig, Functions } from '../../../local/cloud/service';

export interface StubFunctions extends Functions {
  calls: { name: string; event: unknown; caller: Caller }[];
}

/** `answer` is what each call returns or throws. */
export function createStubFunctions(
  configs: Partial<FunctionConfig>[],
  answer: (name: string, event: unknown) => unknown = () => null,
): StubFunctions {
  const calls: StubFunctions['calls'] = [];
  const whole = configs.map((config) => ({
    name: 'fn',
    timeout: 5,
    memorySize: 128,
    invoke: true,
    triggers: [],
    http: [],
    messages: [],
    envVariables: {},
    ...config,
  }));
  return {
    calls,
    list: () => whole,
    async invoke(name, event, caller) {
      calls.push({ name, event, caller });
      return answer(name, event);
    },
  };
}
