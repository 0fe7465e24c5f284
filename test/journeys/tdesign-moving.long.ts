import { drag, heard, shown, tapText } from '../support/browser/finger';
import { journey } from '../support/browser/pages';
import type { Phone } from '../support/browser/phone';
import { complaints, serveSample } from '../support/browser/sample-phone';

let lin: Phone;
let at: (name: string) => Promise<void>;

serveSample(async (sample) => {
  lin = await sample.another();
  at = (name) => sample.open(lin, name);
});

const gone = (text: string) => shown(lin.page, text).waitFor({ state: 'hidden' });

describe('moving components', () => {
  beforeAll(() => at('moving'));

  journey('tabs, segments, side bar and tab bar switch', async () => {
    await tapText(lin.page, '处理中');
    await shown(lin.page, 'tab=doing').waitFor();
    await shown(lin.page, '处理中内容').waitFor();
    await tapText(lin.page, '任务');
    await heard(lin.page, 'segmented change');
    await tapText(lin.page, '侧栏二');
    await heard(lin.page, 'side-bar change {"value":"1"');
    await tapText(lin.page, '我的栏');
    await heard(lin.page, 'tab-bar me');
  });

  journey('a drawer slides in and hears its rows', async () => {
    await tapText(lin.page, '打开抽屉');
    await tapText(lin.page, '菜单二');
    await heard(lin.page, 'drawer item-click');
    await lin.page.touchscreen.tap(370, 500);
    await gone('菜单二');
  });

  journey('a navigation bar of its own hears going back', async () => {
    await lin.page.locator('[class*="t-navbar__left"]').first().tap();
    await heard(lin.page, 'navbar go-back');
  });

  journey('an index jumps to its letter, and back-top to the top', async () => {
    await at('letters');
    await lin.page.locator('[class*="t-indexes__sidebar-item"]').nth(2).tap();
    await heard(lin.page, 'indexes select');
    await lin.page.waitForFunction("document.querySelector('.page-scroll').scrollTop > 300");
    await tapText(lin.page, '顶部');
    await heard(lin.page, 'back-top to-top');
    await lin.page.waitForFunction("document.querySelector('.page-scroll').scrollTop < 2");
  });
});

describe('feedback components', () => {
  beforeAll(() => at('feedback'));

  journey('a toast comes and goes', async () => {
    await tapText(lin.page, '提示');
    await shown(lin.page, '操作成功').waitFor();
    await tapText(lin.page, '收提示');
    await gone('操作成功');
  });

  journey('a message and a notice are shown', async () => {
    await tapText(lin.page, '消息');
    await shown(lin.page, '一条消息').waitFor();
    await shown(lin.page, '这是一条通知').tap();
    await heard(lin.page, 'notice click');
  });

  journey('an action sheet answers with its row', async () => {
    await tapText(lin.page, '面板');
    await tapText(lin.page, '操作二');
    await heard(lin.page, 'sheet selected');
    await gone('操作二');
  });

  journey('a dialog is confirmed, and one by code is refused', async () => {
    await tapText(lin.page, '弹窗');
    await tapText(lin.page, '撤稿');
    await heard(lin.page, 'dialog confirm');
    await gone('撤稿后不能恢复');
    await tapText(lin.page, '命令弹窗');
    await tapText(lin.page, '算了');
    await heard(lin.page, 'dialog by code cancel');
    await gone('要继续吗');
  });

  journey('a popup closes by its overlay, and an overlay hears a tap', async () => {
    await tapText(lin.page, '弹层');
    await shown(lin.page, '弹层内容').waitFor();
    await lin.page.touchscreen.tap(200, 300);
    await heard(lin.page, 'popup false');
    await gone('弹层内容');
    await tapText(lin.page, '遮罩');
    await lin.page.locator('[class*="t-overlay"]').locator('visible=true').last().tap();
    await heard(lin.page, 'overlay click');
  });

  journey('a guide leads to its end', async () => {
    await tapText(lin.page, '引导');
    await shown(lin.page, '从这里开始').waitFor();
    await lin.page.locator('[class*="t-guide"]').getByText('完成').first().tap();
    await heard(lin.page, 'guide finish');
  });

  journey('a popover opens at its anchor; loading and transition are drawn', async () => {
    await tapText(lin.page, '气泡');
    await shown(lin.page, '气泡内容').waitFor();
    expect(await shown(lin.page, '加载中').count()).toBe(1);
    expect(await shown(lin.page, '渐变内容').count()).toBe(1);
  });

  journey('pulling down refreshes', async () => {
    await at('feedback');
    await drag(lin.page.locator('[class*="t-pull-down-refresh"]').first(), { dx: 0, dy: 260 });
    await heard(lin.page, 'refresh');
  });
});

describe('chat components', () => {
  beforeAll(() => at('chat'));

  journey('messages, markdown and thoughts are drawn', async () => {
    for (const text of ['稿子收到了吗', '收到', '粗体', '先看标题']) {
      expect(await lin.page.getByText(text).count()).toBeGreaterThan(0);
    }
    expect(await lin.page.locator('[class*="t-chat-loading__moving"]').count()).toBeGreaterThan(0);
  });

  journey('a word is sent, an action tapped, a file taken away', async () => {
    await lin.page.locator('[class*="t-chat-sender"] textarea').first().fill('好的');
    await heard(lin.page, 'sender change');
    await lin.page.locator('[class*="send-btn-icon"]').first().tap();
    await heard(lin.page, 'sender send');
    await lin.page.locator('[class*="t-chat-actionbar__item"]').nth(1).tap();
    await heard(lin.page, 'actionbar actions');
    await lin.page.locator('[class*="t-attachments__remove"]').first().tap();
    await heard(lin.page, 'attachments remove');
  });

  journey('recording asks before it may listen', async () => {
    expect(await lin.page.locator('[class*="t-chat-record"]').count()).toBeGreaterThan(0);
  });
});

journey('nothing complains in the console', async () => {
  expect(complaints(lin)).toEqual([]);
});
