import { failureText } from '../../../miniprogram/text/failure';
import { renderComponent, stubWx } from '../simulate';

const path = 'components/state-notice/state-notice';

test('a notice says what happened and offers the action that helps', async () => {
  const notice = renderComponent(path, { message: '没有网络', action: '重试' });
  expect(notice.text()).toContain('没有网络');
  expect(notice.text()).toContain('重试');
  const actions = notice.hear('action');
  await notice.tap('重试');
  expect(actions).toHaveLength(1);
  notice.detach();
});

test('a notice without an action has no button', () => {
  const notice = renderComponent(path, { message: '还没有稿件' });
  expect(notice.text()).toBe('还没有稿件');
  notice.detach();
});

test('a notice follows its properties', () => {
  const notice = renderComponent(path, { message: '甲' });
  notice.setProperties({ message: '乙', action: '重试' });
  expect(notice.text()).toBe('乙重试');
  notice.detach();
});

test('a notice takes its action by itself where the network failed, and nowhere else', () => {
  let turnOn: (() => void) | undefined;
  stubWx({
    onNetworkStatusChange: (hear: (line: { isConnected: boolean }) => void) => {
      turnOn = () => hear({ isConnected: true });
    },
    offNetworkStatusChange: () => (turnOn = undefined),
  });
  for (const [message, action, times] of [
    [failureText.no_network, '重试', 1],
    [failureText.no_network, '', 0],
    [failureText.cloud_failed, '重试', 0],
  ] as const) {
    const notice = renderComponent(path, { message, action });
    const actions = notice.hear('action');
    turnOn?.();
    expect({ message, action, times: actions.length }).toEqual({ message, action, times });
    notice.detach();
    expect(turnOn).toBeUndefined();
  }
});
