import type { Refusal } from '../../cloudfunctions/contract/refusal';
import { filingText } from './filing';

/** A phone that was kept open has old pages before a newer cloud; entering again brings the new ones. */
const newerNeeded = '小程序可能有新版本，请点右上角“…”，选“重新进入小程序”。';

/** What the phone says for each refusal: what happened, what to do. A missing one fails the build. */
export const refusalText: Record<Refusal, string> = {
  request_invalid: '这次操作没有发送完整，请重试。',
  call_unknown: newerNeeded,
  not_signed_in: '没有识别到您的微信身份，请重新打开小程序。',
  input_invalid: '填写的内容不符合要求，请检查；没有填错的，请点右上角“…”重新进入小程序。',
  command_changed: '内容在发送途中有改动，请重新提交。',
  ledger_damaged: '账户和分录对不上，没有入账。请管理员先做“积分核对”。',
  changed_meanwhile: '刚刚有人改动过，这次没有办成。请返回，重新打开后重试。',
  not_bound: '您还没有加入，请先输入邀请码。',
  not_allowed: '您没有这项操作的权限，如有需要请联系管理员。',
  not_found: '没有找到，可能已被改动或删除，请返回查看。',
  organ_exists: '本单位已经开通，不用再开通。',
  code_wrong: '这个码不对，请核对后重新输入。',
  code_used: '这个码已经用过，请索取新的码。',
  code_expired: '这个码已过期，请索取新的码。',
  too_many_attempts: '输错次数太多，请一小时后重试。',
  openid_bound: '这个微信已绑定其他人员，请先联系管理员解除。',
  code_dead: '这个码已失效，请向张贴或出示的人索取新码。',
  codes_full: '有效的码太多，请先作废不用的。',
  title_missing: '请填写会议名称。',
  picture_unavailable: '微信暂时没有生成码图，请稍后重试。',
  unit_name_taken: '同一上级下已有同名单位，请换个名称。',
  unit_parent_invalid: '上级单位不合适，请重新选择。',
  unit_closed: '该单位已停用，请选择其他单位。',
  unit_in_use: '该单位还有人员或下级单位，请先移出再停用。',
  person_left: '此人已离任，不能再改动；要回来，请重新添加。',
  membership_exists: '此人已在该单位，不用再加。',
  membership_missing: '此人不在该单位，请刷新后再看。',
  duty_exists: '此人已有这项职责，不用再加。',
  duty_missing: '此人没有这项职责，请刷新后再看。',
  stage_missing: '请选择审核员负责第几审。',
  work_open: '此人还有未完成的稿件，请选一位接手人。',
  last_administrator: '至少要保留一位管理员，请先指定另一位。',
  channel_name_taken: '已有同名的渠道，请换一个名称。',
  channel_public: '这种渠道是公开的，请不要设为内部渠道。',
  endpoint_missing: '请填写对方的接收地址。',
  channel_kind_unknown: '这种渠道已停用，请另选一种。',
  secret_missing: '请先生成密钥。',
  message_not_stuck: '这条同步正在进行或已送达，不用重发。',
  package_incomplete: '稿件的图片或视频不齐，暂时不能打包，请联系管理员。',
  message_outdated: '这个渠道已有更新的版本，不用再发旧版本。',
  message_not_by_hand: '这条同步会自动送出，不用人工标记。',
  chain_taken: '已有另一条流程管同样的稿件，请改选稿件类别或单位类别。',
  last_stage_skipped: '最后一审要签发，不能跳过，请改设其他环节。',
  rulebook_invalid: '规则里有一处不能成立，请改好再保存。',
  rulebook_too_early:
    '新办法最早从明天生效（晚上十一点以后最早从后天），也要晚于前一版，请改生效日期。',
  file_too_large: '文件太大，请删除多余的表和空行，或分成几份导入。',
  file_unreadable: '读不了这个文件，请用 .xlsx 模板填写，另存后重新选择。',
  roster_unclean: '表格里还有要改的地方，请先检查并改好。',
  opening_unclean: '表格里还有要改的地方，请先检查并改好。',
  story_incomplete: '稿件还不完整，请补齐缺少的内容再提交。',
  bylines_invalid: '署名有重复，请检查后再提交。',
  file_missing: '有图片或附件没有传完，请重新提交。',
  file_changed: '有图片或附件已损坏，请删除它，重新选择后提交。',
  story_not_open: '稿件已进入审核，不能再撤回；如需改动请联系审核员。',
  story_not_returned: '稿件不在退改中，不用重新投稿，请刷新查看。',
  story_not_in_review: '稿件已不在审核中，请刷新查看。',
  story_not_held: '稿件没有被暂缓，请刷新查看。',
  story_not_tip: '这不是待分派的线索，请刷新查看。',
  story_not_signed_off: '稿件尚未签发，请等签发后再更正或撤稿。',
  claimed_by_other: '这篇稿件正由其他审核员处理，请先看别的稿件。',
  story_doubtful: '内容检查对这篇稿件有疑问，请打开读过再决定。',
  story_unchecked: '内容检查没能看这篇稿件（未检），请打开读过再决定。',
  clearance_missing: '签发前请先确认已做保密审查。',
  passage_invalid: '批注的位置对不上原文，请重新选择。',
  nothing_changed: '内容没有改动，不用保存。',
  kind_fixed: '稿件类别不能更改，请改回原来的类别。',
  embargo_past: '禁发时间要晚于现在，请重新选择。',
  person_unfit: '此人不能接手这篇稿件，请另选一位。',
  merge_invalid: '不能并入所选稿件，请另选一篇。',
  tip_invalid: '这条线索已不可用，请去掉关联后再提交。',
  draft_too_large: '草稿太长，不能备份到云端，请先缩短。',
  drafts_full: '云端草稿已满 50 篇，请先删除不用的。',
  lexicon_word_invalid: '错词请写明正确写法，敏感词请写明理由。',
  lexicon_full: '词库已满，请先删除不用的词。',
  appeal_exists: '这笔积分已经申诉过，请等待或查看答复。',
  appeal_answered: '这条申诉已有答复，请刷新查看。',
  entry_reversed: '这笔积分已经冲销，请刷新查看。',
  person_concerned: '您与这笔积分有关，请由别人答复。',
  day_ahead: '发生日期还没有到，请改选今天或以前；手机日期不准的，请先调准。',
  second_person_needed: '提出人和受益人不能批准，请由另一人批准。',
  adjustment_decided: '这笔调整已经处理过，请刷新查看。',
  period_not_begun: '这一期还没有开始，请开始后再汇总。',
  period_not_over: '这一期还没有结束，请等结束后再公示。',
  period_not_drafted: '这一期没有草稿，请先汇总。',
  period_in_notice:
    '这一期已在公示，不能再打分；确有错误，请撤销后重新汇总，或结账后用积分调整更正。',
  period_not_in_notice: '这一期不在公示中，请刷新查看。',
  period_computing: '数字正在汇总，请稍后重试。',
  period_closed: '这一期已经结账，不能重开；要更正，请用积分调整记入下一期。',
  appeal_open: '这一期还有申诉没有答复，请先答复。',
  earlier_open: '前面还有没结账的月份或季度，请先结账。',
  outlet_name_taken: '已有媒体用这个名称或别名，请核对后再填。',
  outlet_unknown: '媒体名录里没有这家媒体，请重新选择。',
  term_in_past: '新的级别只能从今天或以后起算，请改选日期；以前的刊发不受影响。',
  evidence_missing: '请附上链接或图片。',
  printed_in_future: '刊发日期不能晚于今天，请改选。',
  printing_known: '这次刊发已经登记过，不用再登记；确是另一次刊发，请写明理由单独登记。',
  printings_full: '这篇稿件的采用记录已满，请联系宣传办。',
  reason_missing: '改动了媒体、日期或版位，请写明理由。',
  adoption_not_reported: '这条采用已有结论，请刷新查看。',
  adoption_not_verified: '这条采用没有核定，请刷新查看。',
  choice_not_given: '按现行计分办法，不由作者选定，不用选。',
  adoption_not_open: '这条采用已不作数，不用再记阅读量。',
  metric_missing: '请至少填写阅读量或转发量。',
  fact_in_future: '发生日期不能晚于今天，请改选。',
  fact_withdrawn: '这项登记已经撤销，请刷新查看。',
};

/** Words for a code as it came: what a newer cloud says, these pages may not know. */
export function refusalWords(code: string): string {
  return isRefusal(code) ? refusalText[code] : newerNeeded;
}

const isRefusal = (code: string): code is Refusal => Object.keys(refusalText).includes(code);

/** What may be answered otherwise when it is asked again; all else stays refused until its words are followed. */
const passing: Refusal[] = [
  'request_invalid',
  'changed_meanwhile',
  'too_many_attempts',
  'picture_unavailable',
  'period_computing',
];
const lasting = new Set([
  ...(Object.keys(refusalText) as Refusal[])
    .filter((refusal) => !passing.includes(refusal))
    .map((refusal) => refusalText[refusal]),
  ...[filingText.noUnit, filingText.storyGone],
]);

/** Do these words tell of what asking again cannot mend? */
export function isLasting(words: string): boolean {
  return lasting.has(words);
}
