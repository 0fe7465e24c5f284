/**
 * Every call of every function with two thousand inputs that no phone of ours makes, from a
 * correspondent of another unit, an administrator and a visitor: never a crash, never a fault, never a
 * word of what belongs to somebody else. FUZZ_RUNS and SEED may be set. Two files share the functions,
 * so that two workers share the time.
 */
import fc from 'fast-check';
import { contract, functionCalls, type CallName } from '../../../cloudfunctions/contract';
import { aChain, aDraft, inputs, type Targets } from '../authorization/authorization-inputs';
import type { Cast } from '../authorization/cast';
import { newId, newInviteCode, type Member } from '../county/county';
import { mutated } from './mutations';
import { aContent, startNewsroom, type Newsroom } from '../county/newsroom';

const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** As many as two cores keep busy. */
const AT_ONCE = 8;

/** Only 林 may ever read it. */
const secret = '只有林示例能看的半成稿';
const phoneNumber = '13987650001';

let room: Newsroom;
let mallory: Member;
let victim: Pick<Targets, 'storyId' | 'draftId' | 'personId'>;

async function furnishFuzzing(): Promise<void> {
  room = await startNewsroom();
  mallory = await room.member('莫示例');
  const { id: storyId } = await room.aStory();
  const [draftId, personId] = [newId(), newId()];
  await room.lin.value('draft.keep', { draftId, version: 1, draft: aDraft(secret) });
  await room.he.value('person.add', {
    ...{ personId, name: '密示例', standing: 'staff' as const, phone: phoneNumber },
    ...{ unitId: room.townshipId, isHead: false },
  });
  victim = { storyId, draftId, personId };
}

/** One test for each call of these functions. */
export function fuzzCalls(functions: (keyof typeof functionCalls)[]): void {
  beforeAll(furnishFuzzing, 120_000);
  // Undefined where it never started.
  afterAll(() => (room as Newsroom | undefined)?.stop());
  const calls = functions.flatMap((name) => Object.keys(functionCalls[name]) as CallName[]); // its keys
  test.each(calls)(`%s stands ${RUNS} strange inputs (seed ${seed})`, standsStrangeInputs);
}

async function standsStrangeInputs(call: CallName): Promise<void> {
  const strange = fc.sample(mutated(anInput(call)), { numRuns: RUNS, seed });
  const wrong: unknown[] = [];
  let next = 0;
  const ask = async (): Promise<void> => {
    for (let n = next++; n < strange.length && wrong.length < 5; n = next++) {
      const complaint = await complaintAbout(call, strange[n], n);
      if (complaint) wrong.push(complaint);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  expect(wrong).toEqual([]);
}

/** Undefined when the answer is one that the contract allows and tells nothing that it must not. */
async function complaintAbout(call: CallName, input: unknown, n: number): Promise<unknown> {
  const asker = [mallory.openid, 'o-fuzzing-visitor', mallory.openid, room.he.openid][n % 4] ?? '';
  const owner = Object.entries(functionCalls).find(([, names]) => call in names)?.[0];
  const response = await fetch(`${room.cloud.base}/call/${owner}`, {
    method: 'POST',
    headers: { 'x-openid': asker },
    body: JSON.stringify({ call, commandId: newId(), input }),
  });
  const text = await response.text();
  const told = { n, asker, status: response.status, text: text.slice(0, 500), input };
  const isTooLarge = response.status === 413 && text.includes('EXCEED_MAX_PAYLOAD_SIZE');
  if (isTooLarge) return undefined;
  if (response.status !== 200) return told;
  const isLeak = [secret, ...(asker === room.he.openid ? [] : [phoneNumber])].some((word) =>
    text.includes(word),
  );
  return isLeak || !isOfContract(call, text) ? told : undefined;
}

const routerRefusals = ['request_invalid', 'input_invalid', 'command_changed', 'not_signed_in'];

function isOfContract(call: CallName, text: string): boolean {
  const answer = JSON.parse(text) as { ok: boolean; refusal?: string; value?: unknown }; // checked
  if (answer.ok) return contract[call].value.safeParse(answer.value).success;
  const { refusal = '' } = answer;
  // A list of codes, of whichever call.
  const refusals: readonly string[] = contract[call].refusals;
  return routerRefusals.includes(refusal) || refusals.includes(refusal);
}

/** A whole input that names other people's things. */
function anInput(call: CallName): unknown {
  const make = inputs[call] as ((targets: Targets) => unknown) | undefined; // by its call
  if (!make) throw new Error(`${call} has no input`);
  const { chainId, kinds, unitKinds } = aChain();
  const cast = { ...room, otherUnitId: newId(), columns: [], phoneNumber } satisfies Cast;
  const others = { unitId: newId(), otherStoryId: victim.storyId, version: 1 };
  const chain = { chainId, kinds, unitKinds };
  const token = 'u'.padEnd(27, '0');
  const input = make({ ...victim, ...others, cast, code: newInviteCode(), token, chain });
  const isFiled = typeof input === 'object' && input !== null && 'content' in input;
  return isFiled ? { ...input, content: aContent({ headline: '别人的稿' }) } : input;
}
