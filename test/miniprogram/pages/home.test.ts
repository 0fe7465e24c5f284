import { renderPage, stubWx, until } from '../simulate';

test('the first page says that there is no network, and asks again at a tap', async () => {
  let asked = 0;
  stubWx({
    getNetworkType: () => Promise.resolve({ networkType: 'none' }),
    cloud: {
      callFunction: () => {
        asked += 1;
        return Promise.reject(new Error('cloud.callFunction:fail'));
      },
    },
  });
  const page = renderPage('pages/home/home');
  await until(() => page.text().includes('没有网络'));
  expect(asked).toBe(1);
  await page.tap('重试');
  await until(() => asked === 2);
  page.detach();
});
