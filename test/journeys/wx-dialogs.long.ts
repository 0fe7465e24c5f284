import { journey, untilReady } from '../support/browser/pages';
import type { Phone, PhoneOptions } from '../support/browser/phone';
import { serveWx } from '../support/browser/wx-phone';

let aPhone: (options?: PhoneOptions) => Promise<Phone>;
let lin: Phone;

serveWx(async (phoneOf) => {
  aPhone = phoneOf;
  lin = await aPhone({ openid: 'openid-lin' });
});

/** What the page answers to an expression. */
const inPage = <T>(expression: string, on: Phone = lin) => on.page.evaluate<T>(expression);

describe('feedback', () => {
  journey('a toast shows and goes; loading stays until it is hidden', async () => {
    await lin.wx('showToast', { title: '已保存', duration: 100 });
    await lin.page.getByText('已保存').waitFor();
    await lin.page.getByText('已保存').waitFor({ state: 'detached' });
    await lin.wx('showLoading', { title: '正在加载' });
    await lin.page.getByText('正在加载').waitFor();
    await lin.wx('hideLoading');
    expect(await lin.page.getByText('正在加载').count()).toBe(0);
  });

  journey('a modal answers which button was tapped, and what was typed', async () => {
    const typed = lin.wx('showModal', { title: '退改', editable: true, placeholderText: '原因' });
    await lin.page.getByPlaceholder('原因').fill('缺姓名');
    await lin.page.getByText('确定').tap();
    expect(await typed).toMatchObject({ confirm: true, cancel: false, content: '缺姓名' });
    const asked = lin.wx('showModal', { content: '删除？', cancelText: '留着' });
    await lin.page.getByText('留着').tap();
    expect(await asked).toMatchObject({ confirm: false, cancel: true });
  });

  journey('an action sheet answers the index, or fails with cancel', async () => {
    const picked = lin.wx('showActionSheet', { itemList: ['甲', '乙'] });
    await lin.page.getByText('乙', { exact: true }).tap();
    expect(await picked).toMatchObject({ tapIndex: 1, errMsg: 'showActionSheet:ok' });
    const left = lin.wx('showActionSheet', { itemList: ['甲'] });
    await lin.page.getByText('取消').tap();
    expect(await left).toEqual({ errMsg: 'showActionSheet:fail cancel' });
  });
});

describe('consent', () => {
  journey('nothing personal is read before the person agrees', async () => {
    const wu = await aPhone({ privacy: 'unasked' });
    const refused = wu.wx('chooseMedia', {});
    await wu.page.getByText('拒绝').tap();
    expect(await refused).toEqual({
      errMsg: 'chooseMedia:fail privacy permission is not authorized',
      errno: 104,
    });
    expect(await wu.wx('getPrivacySetting')).toMatchObject({ needAuthorization: true });
    const agreed = wu.wx('requirePrivacyAuthorize');
    await wu.page.getByText('同意', { exact: true }).tap();
    expect((await agreed).errMsg).toBe('requirePrivacyAuthorize:ok');
    await wu.page.reload();
    await untilReady(wu);
    expect(await wu.wx('getPrivacySetting')).toMatchObject({ needAuthorization: false });
    await inPage("__web.wx.privacy('unasked')", wu);
    expect(await wu.wx('getPrivacySetting')).toMatchObject({ needAuthorization: true });
    await wu.close();
  });

  journey('a mini-program’s own privacy dialog decides where it has one', async () => {
    const wu = await aPhone({ privacy: 'unasked' });
    await inPage(
      "wx.onNeedPrivacyAuthorization((resolve, { referrer }) => { globalThis.asked = referrer; resolve({ event: 'agree', buttonId: 'b' }); })",
      wu,
    );
    expect((await wu.wx('requirePrivacyAuthorize')).errMsg).toBe('requirePrivacyAuthorize:ok');
    expect(await inPage('globalThis.asked', wu)).toBe('requirePrivacyAuthorize');
    await wu.close();
  });

  journey('a permission is asked once, kept, and taken back in the settings', async () => {
    const wu = await aPhone();
    const asked = wu.wx('authorize', { scope: 'scope.userLocation' });
    await wu.page.getByText('允许').tap();
    expect((await asked).errMsg).toBe('authorize:ok');
    expect(await wu.wx('getSetting')).toMatchObject({
      authSetting: { 'scope.userLocation': true },
    });
    const settings = wu.wx('openSetting');
    await wu.page.getByRole('checkbox').uncheck();
    await wu.page.getByText('确定').tap();
    expect(await settings).toMatchObject({ authSetting: { 'scope.userLocation': false } });
    const denied = await wu.wx('authorize', { scope: 'scope.userLocation' });
    expect(denied).toEqual({ errMsg: 'authorize:fail auth deny', errno: 3 });
    await wu.close();
  });

  journey(
    'a subscription is asked with its templates; a remembered choice is not asked again',
    async () => {
      const wu = await aPhone();
      const first = wu.wx('requestSubscribeMessage', { tmplIds: ['t1', 't2'] });
      await wu.page.getByLabel('模板 t2').uncheck();
      await wu.page.getByLabel('总是保持以上选择').check();
      await wu.page.getByRole('button', { name: '允许' }).tap();
      expect(await first).toMatchObject({ t1: 'accept', t2: 'reject' });
      const again = await wu.wx('requestSubscribeMessage', { tmplIds: ['t1', 't2'] });
      expect(again).toEqual({ errMsg: 'requestSubscribeMessage:ok', t1: 'accept', t2: 'reject' });
      const tooMany = await wu.wx('requestSubscribeMessage', { tmplIds: ['1', '2', '3', '4'] });
      expect(tooMany).toMatchObject({ errCode: 20003 });
      await wu.close();
    },
  );

  journey('getUserProfile refuses as the real one does', async () => {
    expect((await lin.wx('getUserProfile', { desc: '' })).errMsg).toMatch(/^getUserProfile:fail/);
  });
});
