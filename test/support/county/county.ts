/**
 * A county on an embedded cloud of its own, with the standing personas: 何 is its administrator;
 * others are added and bound as a test needs them. Phones call as phones do, over the gateway.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import {
  contract,
  functionCalls,
  type AnswerOf,
  type CallName,
  type InputOf,
  type ValueOf,
} from '../../../cloudfunctions/contract';
import { leaveBootstrapCode } from '../../../local/seed/bootstrap';
import { startCloud, takeCloud, type CloudOptions, type RunningCloud } from '../cloud/cloud';
import { furnish } from './furnish';
import { root } from '../root';

/** One person's phone: calls the functions as the openid it belongs to. */
export interface Phone {
  openid: string;
  /** Sends a call; commands get a fresh id unless one is given. */
  call<Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
    commandId?: string,
  ): Promise<AnswerOf<Name>>;
  /** Like `call`, for an answer that must be a value. */
  value<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<ValueOf<Name>>;
}

export interface County {
  cloud: RunningCloud;
  /** The first administrator's phone. */
  he: Phone;
  /** The root unit's id. */
  rootId: string;
  phone(openid: string): Phone;
  /** Adds a person to a unit, by default the root, and binds a new phone to it. */
  member(name: string, options?: { isHead?: boolean; unitId?: string }): Promise<Member>;
  stop(): Promise<unknown>;
}

export interface Member extends Phone {
  personId: string;
}

/** What a deployment configures; on the laptop channels may be on the laptop too. */
export const productVariables = {
  SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
  INBOUND_BASE: '{base}/inbound',
  OUTBOUND_LOOPBACK: 'allowed',
};

/** A cloud with the built functions, nothing founded yet; one of its own if anything is asked of it. */
export function startProductCloud(special?: CloudOptions): Promise<RunningCloud> {
  const options = {
    functionsDir: path.join(root, 'dist/cloudfunctions'),
    schema: path.join(root, 'dist/database.json'),
    variables: productVariables,
  };
  return special ? startCloud({ ...options, ...special }) : takeCloud(options);
}

/** Starts a founded county, on a cloud of its own or on the one whose pages a journey looks at. */
export async function startCounty(running?: RunningCloud): Promise<County> {
  const cloud = running ?? (await startProductCloud());
  return countyOn(cloud, await furnish(cloud, 'county', () => found(cloud)));
}

/** Founds the organ; answers the root unit's id. */
export async function found(cloud: RunningCloud): Promise<string> {
  const code = (await leaveBootstrapCode(cloud.base, Date.now())) ?? '';
  const organ = { name: '示例县政协', kind: 'cppcc' as const };
  const founding = { code, organ, administratorName: '何示例' };
  const { person } = await phoneOf(cloud, heOpenid).value('organ.found', founding);
  return person?.memberships[0]?.unitId ?? '';
}

const heOpenid = 'o-he-administrator';

/** A county that was founded on this cloud. */
export function countyOn(cloud: RunningCloud, rootId: string): County {
  const he = phoneOf(cloud, heOpenid);
  return {
    cloud,
    he,
    rootId,
    phone: (openid) => phoneOf(cloud, openid),
    member: (name, options) => addMember({ cloud, he, rootId }, name, options),
    stop: () => cloud.stop(),
  };
}

async function addMember(
  { cloud, he, rootId }: Pick<County, 'cloud' | 'he' | 'rootId'>,
  name: string,
  { isHead = false, unitId = rootId } = {},
): Promise<Member> {
  const personId = newId();
  const phoneNumber = '13800000001';
  const fields = { name, standing: 'staff' as const, phone: phoneNumber, unitId, isHead };
  await he.value('person.add', { personId, ...fields });
  const code = newInviteCode();
  await he.value('invite.make', { personId, code });
  const member = memberOn(cloud, personId);
  await member.value('invite.redeem', { code });
  return member;
}

/** The phone that was bound to a person when it was added. */
export function memberOn(cloud: Pick<RunningCloud, 'base'>, personId: string): Member {
  return { ...phoneOf(cloud, `o-${personId.slice(0, 20)}`), personId };
}

/** A phone of any openid, bound or not. */
export function phoneOf(cloud: Pick<RunningCloud, 'base'>, openid: string): Phone {
  const call: Phone['call'] = async (name, input, commandId = newId()) => {
    const owner = Object.entries(functionCalls).find(([, calls]) => name in calls)?.[0];
    const isCommand = contract[name].kind === 'command';
    const response = await fetch(`${cloud.base}/call/${owner}`, {
      method: 'POST',
      headers: { 'x-openid': openid },
      body: JSON.stringify({ call: name, input, ...(isCommand && { commandId }) }),
    });
    const answer = (await response.json()) as AnswerOf<typeof name>; // checked below
    if (response.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    // Strict schemas: whatever an answer carries beyond its contract fails here.
    if (answer.ok) contract[name].value.parse(answer.value);
    return answer;
  };
  return {
    openid,
    call,
    value: async (name, input) => {
      const answer = await call(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
      return answer.value;
    },
  };
}

/** An id as a phone makes it. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

/** A one-time code as an administrator's phone makes it. */
export function newInviteCode(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return [...randomBytes(20)].map((byte) => letters[byte % letters.length]).join('');
}
