/** What `npm run deploy` says. */
import type { Step } from './plan';
import type { CloudFailure, Index } from './cloud';

const fieldsOf = ({ fields, unique }: Index) =>
  `${fields.map(({ path, direction }) => (direction === 1 ? path : `${path} 倒序`)).join('、')}${unique ? '（唯一）' : ''}`;

const lines: { [Do in Step['do']]: (step: Extract<Step, { do: Do }>) => string } = {
  createCollection: ({ collection }) => `集合　建立 ${collection}`,
  setCollectionRule: ({ collection }) => `集合　关闭手机对 ${collection} 的直接读写`,
  removeIndex: ({ collection, name }) => `索引　删除旧的 ${collection}.${name}`,
  createIndex: ({ collection, index }) =>
    `索引　建立 ${collection}.${index.name}：${fieldsOf(index)}`,
  setStorageRule: () => '存储　手机只能写自己在 incoming/ 下的文件，不能读任何文件',
  createFunction: ({ settings }) =>
    `函数　建立 ${settings.name}：${settings.runtime}，${settings.timeout} 秒，${settings.memorySize} MB，环境变量 ${Object.keys(settings.envVariables).join('、')}`,
  updateCode: ({ settings }) => `函数　更新 ${settings.name} 的代码`,
  updateSettings: ({ settings, changed }) => `函数　更新 ${settings.name} 的 ${changed.join('、')}`,
  removeTrigger: ({ functionName, triggerName }) => `定时　删除旧的 ${functionName}.${triggerName}`,
  createTrigger: ({ functionName, trigger }) =>
    `定时　${functionName}.${trigger.name}：${trigger.config}`,
  setInvokeRule: ({ rule }) => {
    const of = (isOpen: boolean) =>
      Object.entries(rule)
        .filter(([name, { invoke }]) => name !== '*' && (invoke !== false) === isOpen)
        .map(([name]) => name)
        .join('、');
    return `权限　手机可调用 ${of(true)}；不可调用 ${of(false)} 和其他一切`;
  },
  openHttp: () => '网址　开启 HTTP 访问服务',
  createRoute: ({ route }) => `网址　${route.path} → ${route.functionName}`,
  leaveBootstrapCode: () => '开通　生成首次开通码，云端只存其摘要',
};

/** One line for a step; no value of a secret is in it. */
export function lineOf(step: Step): string {
  return (lines[step.do] as (one: Step) => string)(step);
}

const failures: Record<CloudFailure, string> = {
  network: '连不上腾讯云。检查网络后再运行一次。',
  busy: '腾讯云正忙。过几分钟再运行一次。',
  denied: '密钥没有这个权限，或者环境不属于这个账号。换有权限的密钥后再运行一次。',
  exists: '已经存在。',
  other: '腾讯云没有接受。按上面的说明处理后再运行一次。',
};

export const wording = {
  title: (envId: string, steps: number) => `环境 ${envId}：共 ${steps} 步`,
  dryRun: '这是计划，没有连接腾讯云。按空环境列出；已有的部分正式运行时会跳过。',
  check: '这是与云端的差别，没有改动任何东西。',
  nothing: '云端已是最新，没有要做的事。',
  done: (line: string) => `✓ ${line}`,
  stopped: (given: { line: string; code: string; message: string }) =>
    `✗ ${given.line}\n  ${given.code} ${given.message}`,
  advice: (failure: CloudFailure, done: number) =>
    `${failures[failure]}已完成 ${done} 步，再次运行会从断开处接着做。`,
  failed: (failure: CloudFailure) => failures[failure],
  finished: '部署完成，已与云端核对一致。',
  unlike: '部署后核对，云端仍有差别：',
  code: (code: string) =>
    `首次开通码：${code}\n只显示这一次，30 天内有效。管理员在小程序首页填写，用后作废。遗失请用 --new-code 重新生成。`,
  missing: (names: string[]) =>
    `缺少 ${names.join('、')}：请设为环境变量后再运行一次。${names.some((name) => name.startsWith('WECHAT')) ? '没有微信密钥时，内容安全检查显示“未检”。' : ''}`,
  taken: (path: string, functionName: string) =>
    `网址 ${path} 已指向别的函数 ${functionName}，请先在云开发控制台删除。`,
  byHand: '还要在微信公众平台和云开发控制台手工完成（见 docs/deployment.md）：',
  message: (event: string, functionName: string) =>
    `消息推送：${event} → 云函数 ${functionName}（JSON 格式）`,
  noEnvironment: '请写明环境：npm run deploy -- --env 环境ID',
  noAccount: '请把腾讯云密钥设为环境变量 TCB_SECRET_ID 和 TCB_SECRET_KEY（只看计划请加 --dry-run）',
  otherKeys: '几个函数里的 SECRETS_KEY 不一致，请先在云开发控制台改成同一个值。',
  fetching: '正在取得腾讯云的部署库（只在第一次）',
};
