/** Who is asking: set by the platform for each call, read by both SDKs, never left for the next. */
import { sdkFile } from '../../support/contract/case-tables';
import { type ContractCase, contractCase, type World } from '../../support/contract/contract';

const needsPhone = 'a call with an openid needs a phone, or the gateway of the embedded cloud';
const authFile = sdkFile('node-sdk/dist/auth/index.js');
const contextPage =
  'developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/utils/Cloud.getWXContext';
const rulesPage = 'docs.cloudbase.net/cloud-function/security-rules';

interface Who {
  user: { openId: string; appId: string; isAnonymous: boolean };
  fromContext?: string;
  fromProcess?: string;
  event: { userInfo?: { openId: string } };
}

const cases: Omit<ContractCase, 'localOnly'>[] = [
  {
    title: 'auth().getUserInfo tells the openid of the phone that called',
    basis: 'documented',
    source: authFile,
    run: async (world) => {
      const { user } = await who(world, 'oLin_0000001');
      expect(user.openId).toBe('oLin_0000001');
      expect(user.appId).toMatch(/^wx/);
    },
  },
  {
    title: 'getCloudbaseContext tells it from the context and from the process',
    basis: 'measured',
    source: sdkFile('node-sdk/dist/utils/tcbcontext.js'),
    run: async (world) => {
      const answer = await who(world, 'oZhou_000001');
      expect([answer.fromContext, answer.fromProcess]).toEqual(['oZhou_000001', 'oZhou_000001']);
    },
  },
  {
    title: 'a call from a script has no openid',
    basis: 'documented',
    source: contextPage,
    run: async (world) => {
      const { result } = await world.app.callFunction({ name: 'chain', data: { act: 'who' } });
      // The fixture's `who` answers this shape.
      expect((result as Who).user.openId).toBe('');
    },
  },
  {
    title: 'a function called by a function does not take over the openid',
    basis: 'guessed',
    source: 'the platform passes no identity between functions, after forum answers',
    run: async (world) => {
      const data = { act: 'call', name: 'chain', data: { act: 'who' } };
      const inner = (await phoneCall(world, 'chain', data, 'oLin_0000001')) as Who;
      expect(inner.user.openId).toBe('');
    },
  },
  {
    title: 'an openid in the event is only an input',
    basis: 'documented',
    source: contextPage,
    run: async (world) => {
      const data = { act: 'who', WX_OPENID: 'oForged_00001', openId: 'oForged_00001' };
      const answer = (await phoneCall(world, 'chain', data, 'oLin_0000001')) as Who;
      expect(answer.user.openId).toBe('oLin_0000001');
    },
  },
  {
    title: 'a visitor without an openid after somebody with one is nobody',
    basis: 'documented',
    source: contextPage,
    run: async (world) => {
      await who(world, 'oLin_0000001');
      for (let n = 0; n < 3; n += 1) {
        const answer = await who(world, undefined);
        expect([answer.user.openId, answer.fromContext]).toEqual(['', undefined]);
      }
    },
  },
  {
    title: 'calls at once of several people never see each other',
    basis: 'documented',
    source: 'SCF: an instance works on one request at a time',
    run: async (world) => {
      const people = Array.from({ length: 12 }, (_, n) => `oPerson_${String(n).padStart(5, '0')}`);
      const answers = await Promise.all(
        people.map((openid) => phoneCall(world, 'chain', { act: 'hold' }, openid)),
      );
      expect(answers).toEqual(people.map((openid) => ({ before: openid, after: openid })));
    },
  },
  {
    title: 'a phone may not call a function with invoke false',
    basis: 'documented',
    source: rulesPage,
    run: async (world) => {
      const response = await phoneRequest(world, 'hidden', {}, 'oLin_0000001');
      expect(response.ok).toBe(false);
      expect(await response.json()).toMatchObject({ code: expect.stringMatching(/PERMISSION/) });
    },
  },
  {
    title: 'a signed-in rule lets a member in and keeps a visitor out',
    basis: 'documented',
    source: rulesPage,
    run: async (world) => {
      expect(await phoneCall(world, 'members', {}, 'oLin_0000001')).toBe('for members');
      expect((await phoneRequest(world, 'members', {}, undefined)).ok).toBe(false);
    },
  },
  {
    title: 'a phone gets the code of an oversize request',
    basis: 'documented',
    source: 'wxcloud error codes: EXCEED_MAX_PAYLOAD_SIZE',
    run: async (world) => {
      const data = { act: 'echo', text: 'x'.repeat(110 * 1024) };
      const response = await phoneRequest(world, 'tools', data, 'oLin_0000001');
      expect(await response.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
    },
  },
];

export const identityCases = cases.map((one) =>
  contractCase({ ...one, title: `identity: ${one.title}`, localOnly: needsPhone }),
);

async function who(world: World, openid: string | undefined): Promise<Who> {
  // The fixture's `who` answers this shape.
  return (await phoneCall(world, 'chain', { act: 'who' }, openid)) as Who;
}

/** A function's answer to a phone; fails where the gateway refuses. */
export async function phoneCall(world: World, name: string, data: object, openid?: string) {
  const response = await phoneRequest(world, name, data, openid);
  const answer: unknown = await response.json();
  expect([response.status, answer]).toEqual([200, answer]);
  return answer;
}

function phoneRequest(world: World, name: string, data: object, openid?: string) {
  return fetch(`${world.cloud().base}/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(openid ? { 'x-openid': openid } : {}) },
    body: JSON.stringify(data),
  });
}
