import { columnChoices } from '../../../miniprogram/pages/filing/view';
import { choosePlace } from '../../../miniprogram/platform/place';
import { renderPage, stubWx, until } from '../simulate';

const street = { name: '老街议事室', address: '示例县城关镇老街 8 号' };
const failing = (errMsg: string) => () =>
  Promise.reject(Object.assign(new Error(errMsg), { errMsg }));

/** A phone on which the map ends so; what it was asked, in order. */
function aPhone(phone: { network?: string; consents?: boolean; map: () => Promise<object> }) {
  const asked: string[] = [];
  const { network = 'wifi', consents = true, map } = phone;
  stubWx({
    getNetworkType: () => Promise.resolve({ networkType: network }),
    requirePrivacyAuthorize: ({ success, fail }: Record<'success' | 'fail', () => void>) => {
      asked.push('consent');
      (consents ? success : fail)();
    },
    chooseLocation: () => {
      asked.push('map');
      return map();
    },
  });
  return asked;
}

test.each<[string, Parameters<typeof aPhone>[0], unknown, string[]]>([
  ['a named place', { map: async () => street }, { name: '老街议事室' }, ['consent', 'map']],
  [
    'a place without a name',
    { map: async () => ({ ...street, name: '' }) },
    { name: street.address },
    ['consent', 'map'],
  ],
  ['without a network', { network: 'none', map: async () => street }, 'offline', []],
  ['without consent', { consents: false, map: async () => street }, 'no_consent', ['consent']],
  [
    'a map that was closed',
    { map: failing('chooseLocation:fail cancel') },
    'cancelled',
    ['consent', 'map'],
  ],
  [
    'location switched off for WeChat',
    { map: failing('chooseLocation:fail system permission denied') },
    'not_allowed',
    ['consent', 'map'],
  ],
  [
    'an account without the interface',
    { map: failing('chooseLocation:fail no permission') },
    'unavailable',
    ['consent', 'map'],
  ],
])('%s', async (_what, phone, place, inOrder) => {
  const asked = aPhone(phone);
  expect(await choosePlace()).toEqual(place);
  expect(asked).toEqual(inOrder);
});

test.each([
  ['', ['委员风采', '乡村振兴']],
  ['风', ['委员风采']],
  ['委员风采', []],
  ['别的', []],
])('columns suggested for “%s”', (typed, columns) => {
  const choices = columnChoices(['委员风采', '乡村振兴'], typed);
  expect(choices.map(({ value }) => value)).toEqual(columns);
});

test('a visitor who comes to the form is shown how to join', async () => {
  const visitor = { ok: true, value: { organ: null, person: null } };
  stubWx({
    ...{ getStorageSync: () => '', setStorageSync: () => undefined },
    ...{ onNetworkStatusChange: () => undefined, offNetworkStatusChange: () => undefined },
    getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
    cloud: { callFunction: () => Promise.resolve({ result: visitor }) },
  });
  const page = renderPage('pages/filing/filing');
  await until(() => page.text().includes('还没有加入'));
  expect(page.text()).toContain('输入邀请码加入');
  expect(page.text()).not.toContain('重试');
  page.detach();
});
