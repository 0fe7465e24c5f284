import type { Refusal } from '../../../cloudfunctions/contract/refusal';
import { failureText } from '../../../miniprogram/text/failure';
import { filingText } from '../../../miniprogram/text/filing';
import { refusalText } from '../../../miniprogram/text/refusal';
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
  for (const [properties, times] of [
    [{ message: failureText.no_network, action: '重试' }, 1],
    [{ message: failureText.no_network, action: '重试', inCard: true }, 1],
    [{ message: failureText.no_network, action: '重试', inCard: true, pageListens: true }, 0],
    [{ message: failureText.no_network, action: '' }, 0],
    [{ message: failureText.cloud_failed, action: '重试' }, 0],
  ] as const) {
    const notice = renderComponent(path, properties);
    const actions = notice.hear('action');
    turnOn?.();
    expect({ ...properties, times: actions.length }).toEqual({ ...properties, times });
    notice.detach();
    expect(turnOn).toBeUndefined();
  }
});

const retried: Refusal[] = [
  ...(['request_invalid', 'changed_meanwhile', 'too_many_attempts'] as const),
  ...(['picture_unavailable', 'period_computing'] as const),
];
const shownFor: [string, string][] = [
  ...Object.values(failureText).map((words): [string, string] => [words, '重试']),
  ...(Object.keys(refusalText) as Refusal[]).map((refusal): [string, string] => [
    refusalText[refusal],
    retried.includes(refusal) ? '重试' : '',
  ]),
  [filingText.unknownAuthor, '重试'],
  [filingText.noUnit, ''],
  [filingText.storyGone, ''],
];

test('to try again is offered where that can help, and nowhere else', () => {
  const notice = renderComponent(path, { message: '', action: '重试' });
  for (const [message, button] of shownFor) {
    notice.setProperties({ message });
    const words = notice.text();
    const rest = message === refusalText.not_bound ? '输入邀请码加入看公开的稿件' : button;
    expect(words).toBe(`${message}${rest}`.replace(/\s/g, ''));
    // Its words ask for nothing that the page does not offer.
    if (button === '') expect(message).not.toContain('重试');
  }
  // Another action is what helps there.
  notice.setProperties({ message: refusalText.not_found, action: '看榜单' });
  expect(notice.text()).toContain('看榜单');
  notice.detach();
});

test('a visitor is taken to where one joins, or to what is there for everybody', async () => {
  const opened: string[] = [];
  const open = ({ url }: { url: string }) => opened.push(url);
  stubWx({ redirectTo: open, switchTab: open });
  const notice = renderComponent(path, { message: refusalText.not_bound, action: '重试' });
  await notice.tap('输入邀请码加入');
  await notice.tap('看公开的稿件');
  expect(opened).toEqual(['/pages/join/join', '/pages/stories/stories']);
  notice.detach();
});
