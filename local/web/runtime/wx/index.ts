/**
 * The browser's `wx`: one module a family of APIs, joined here. Its type is checked against
 * miniprogram-api-typings, so a signature that drifts does not compile; what is not implemented throws with its name.
 */
import { readFrame } from '../../frame';
import type { Host } from '../host';
import { createBase } from './base';
import { createCanvasApis } from './canvas';
import { createCloud } from './cloud';
import { createDevice } from './device';
import { createFeedback } from './feedback';
import { openDrive } from './files/drive';
import { createFileLoader } from './files/loader';
import { createFileSystem } from './files/file-system';
import { createKnobs, type Knobs } from './knobs';
import { createLifecycle } from './lifecycle';
import { createChoose } from './media/choose';
import { createFilePicker } from './media/file-picker';
import { createImageApis } from './media/image';
import { createShow } from './media/show';
import { createNavigation } from './navigation';
import { createLine } from './network/line';
import { CONCURRENT_MAX, createQueue } from './network/queue';
import { createRequest } from './network/request';
import { createNetworkStatus } from './network/status';
import { TIMEOUT_MS, type TimeoutOf } from './network/exchange';
import { createTransfer } from './network/transfer';
import { serveOpenTypes } from './open-types';
import { createAccount } from './person/account';
import { createLocation } from './person/location';
import { createPrivacy } from './person/privacy';
import { createSettings } from './person/settings';
import { createSubscribe } from './person/subscribe';
import { createQuery } from './query';
import { createRandom } from './random';
import { createScan } from './scan/index';
import { createShare } from './share';
import { hearStage } from './stage-messages';
import { createStorage } from './storage/index';
import { openStorageArea } from './storage/store';
import { createSystem } from './system';
import { createTabBar } from './tab-bar';
import { throwingProxy } from './throwing-proxy';
import { createUpdate } from './update';

/** `globalThis.wx` of a frame; puts the knobs at `globalThis.__web.wx`. */
export function createWx(host: Host): WechatMiniprogram.Wx {
  const { apis, knobs } = joinFamilies(host);
  const global = globalThis as { __web?: { wx?: Knobs } };
  global.__web = Object.assign(global.__web ?? {}, { wx: knobs });
  // What is missing of the documented whole throws with its name.
  return throwingProxy('wx', apis) as unknown as WechatMiniprogram.Wx;
}

/** Resolves when files and values of earlier starts are loaded: synchronous reads need it. */
export function whenWxReady(): Promise<void> {
  const global = globalThis as { __web?: { wx?: Knobs } };
  return global.__web?.wx?.ready ?? Promise.resolve();
}

function openParts(host: Host) {
  const frame = readFrame(window.location.search, document.documentElement.dataset.cloud ?? '');
  const context = { host, frame };
  const line = createLine(frame.frame);
  const queue = createQueue(CONCURRENT_MAX);
  const drive = openDrive(frame.frame);
  const area = openStorageArea(frame.frame);
  const loader = createFileLoader(drive, line, host);
  const picker = createFilePicker();
  const timeoutOf: TimeoutOf = (api) => host.config.networkTimeout?.[api] ?? TIMEOUT_MS;
  host.setSourceResolver(loader.addressOf);
  hearStage(host, line);
  return { context, line, queue, drive, area, loader, picker, timeoutOf };
}

function joinFamilies(host: Host) {
  const { context, line, queue, drive, area, loader, picker, timeoutOf } = openParts(host);
  const { privacy, apis: privacyApis } = createPrivacy(context);
  const subscribe = createSubscribe(context);
  const { settings, apis: settingApis } = createSettings(context, subscribe.kept);
  const scan = createScan(context, picker);
  const share = createShare(context);
  const update = createUpdate();
  const fileSystem = throwingProxy('FileSystemManager', createFileSystem(drive, loader));
  serveOpenTypes(context, { drive, picker, privacy, line });

  const served = new Set<string>();
  const apis = {
    ...createBase((name) => served.has(name)),
    ...update.apis,
    ...createSystem(context),
    ...createLifecycle(context),
    ...createNavigation(context),
    ...createTabBar(context),
    ...createFeedback(context),
    ...createQuery(host),
    ...createStorage(area),
    // What it lacks of the documented whole throws with its name.
    getFileSystemManager: () => fileSystem as WechatMiniprogram.FileSystemManager,
    ...createChoose(drive, picker, privacy),
    ...createImageApis(drive, loader),
    ...createShow(host, loader, privacy, settings),
    ...createCanvasApis(host, drive),
    ...createNetworkStatus(line),
    ...createRequest(line, queue, timeoutOf),
    ...createTransfer({ line, queue, drive, loader, timeoutOf }),
    cloud: throwingProxy(
      'wx.cloud',
      createCloud({ context, line, queue, drive, loader, timeoutOf }),
    ) as WxCloud,
    ...createDevice(context, privacy),
    ...createRandom(),
    ...createAccount(context),
    ...createLocation(context, privacy, settings),
    ...privacyApis,
    ...settingApis,
    ...subscribe.apis,
    ...scan.apis,
    ...share.apis,
  } satisfies Partial<WechatMiniprogram.Wx>;

  for (const name of Object.keys(apis)) served.add(name);
  const knobs = createKnobs({
    line,
    drive,
    area,
    picker,
    privacy,
    settings,
    presetScan: scan.presetNext,
    forgetSubscriptions: subscribe.forget,
    shareFromMenu: share.shareFromMenu,
    endUpdate: update.end,
  });
  return { apis, knobs };
}
