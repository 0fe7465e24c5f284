import { createIdentity } from '../../../local/cloud/identity';
import { createTestContext } from '../../support/cloud/cloud-context';
import type { TestContext } from '../../support/cloud/cloud-context';

describe('identity', () => {
  let context: TestContext;
  const open = async () => {
    const identity = createIdentity(context);
    await identity.start();
    const control = async (name: string, input = {}) => identity.controls?.[name]?.(input);
    return { ...identity, control };
  };

  beforeEach(() => {
    context = createTestContext();
  });
  afterEach(() => context.removeFolder());

  test('a persona gets a unionid and a phone of its own and is found by openid', async () => {
    const identity = await open();
    await identity.control('add', { openid: 'o-lin-0001', name: '林' });
    await identity.control('add', { openid: 'o-zhou-0001', name: '周', phone: '13912345678' });
    expect(await identity.list()).toEqual([
      { openid: 'o-lin-0001', name: '林', unionid: 'u-o-lin-0001', phone: '13800000001' },
      { openid: 'o-zhou-0001', name: '周', unionid: 'u-o-zhou-0001', phone: '13912345678' },
    ]);
    expect(await identity.control('find', { openid: 'o-lin-0001' })).toMatchObject({ name: '林' });
    expect(await identity.find('o-nobody-1')).toBeUndefined();
  });

  test('adding an openid again changes what is given and keeps the rest', async () => {
    const identity = await open();
    await identity.control('add', { openid: 'o-lin-0001', name: '林', phone: '13912345678' });
    await identity.control('add', { openid: 'o-lin-0001', name: '林晓' });
    expect(await identity.list()).toMatchObject([{ name: '林晓', phone: '13912345678' }]);
  });

  test.each([
    [{ name: '林' }],
    [{ openid: 'short', name: '林' }],
    [{ openid: 'o-lin-0001' }],
    [{ openid: 'o-lin-0001', name: ' ' }],
    [{ openid: 'o-lin-0001', name: '林', phone: '12' }],
    [{ openid: 'o-lin-0001', name: '林', unionid: 'a b' }],
  ])('%j is refused', async (input) => {
    const identity = await open();
    await expect(identity.control('add', input)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    expect(await identity.list()).toEqual([]);
  });

  test('a restart keeps personas and the last activity, a reset neither', async () => {
    const identity = await open();
    await identity.control('add', { openid: 'o-lin-0001', name: '林' });
    const at = context.clock.now();
    identity.touch('o-visitor-1');
    await identity.stop();
    const reopened = await open();
    expect((await reopened.list()).length).toBe(1);
    expect(reopened.lastActiveAt('o-visitor-1')).toBe(at);
    await reopened.reset();
    expect((await (await open()).list()).length).toBe(0);
    expect((await open()).lastActiveAt('o-visitor-1')).toBeUndefined();
  });

  test('twenty personas added at once are all kept', async () => {
    const identity = await open();
    const names = Array.from({ length: 20 }, (_, at) => `o-person-${at}`);
    await Promise.all(names.map((openid) => identity.control('add', { openid, name: openid })));
    const kept = await (await open()).list();
    expect(kept.map(({ openid }) => openid)).toEqual(names);
    expect(new Set(kept.map(({ phone }) => phone)).size).toBe(20);
  });
});
