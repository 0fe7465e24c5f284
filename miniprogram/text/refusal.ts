import type { Refusal } from '../../cloudfunctions/contract/refusal';

/** What the phone says for each refusal: what happened, what to do. A missing one fails the build. */
export const refusalText: Record<Refusal, string> = {
  request_invalid: '这次操作没有发送完整，请重试。',
  call_unknown: '当前版本不支持此操作，请更新小程序后再试。',
  not_signed_in: '没有识别到您的微信身份，请重新打开小程序。',
  input_invalid: '填写的内容不符合要求，请检查后再提交。',
  command_changed: '内容在发送途中有改动，请重新提交。',
  changed_meanwhile: '刚刚有人改动过，请刷新后再试。',
  organ_exists: '本单位已经开通，无需重复开通。',
  code_wrong: '开通码不对，请核对后重新输入。',
  code_expired: '开通码已过期，请向部署人员索取新的开通码。',
};
