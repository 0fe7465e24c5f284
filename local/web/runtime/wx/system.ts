import { api } from './api';
import { createListeners } from './listeners';
import type { WxContext } from './context';

/** Base library whose behaviour is followed; the version that miniprogram-api-typings describes. */
const SDK_VERSION = '3.8.0';
const WECHAT_VERSION = '8.0.57';
/** WeChat's standard text size in px, which a scale of 1 stands for. */
const STANDARD_FONT_PX = 17;
/** The capsule at the top right, CSS px; as DevTools shows it on a phone 390 wide. */
const CAPSULE = { width: 87, height: 32, marginRight: 7, marginTop: 4 };

/** What WeChat tells of itself, the phone and the window. */
export function createSystem({ host }: WxContext) {
  const getWindowInfo = (): WechatMiniprogram.WindowInfo => {
    const { safeArea, ...sizes } = host.windowSizes();
    const width = safeArea.right - safeArea.left;
    const height = safeArea.bottom - safeArea.top;
    const screenTop = sizes.screenHeight - sizes.windowHeight;
    return { ...sizes, screenTop, safeArea: { ...safeArea, width, height } };
  };
  const getAppBaseInfo = (): WechatMiniprogram.AppBaseInfo => ({
    SDKVersion: SDK_VERSION,
    version: WECHAT_VERSION,
    language: 'zh_CN',
    enableDebug: false,
    PCKernelVersion: '',
    host: { appId: '', env: 'WeChat' } as unknown as WechatMiniprogram.AppBaseInfoHost, // WeChat gives these two
    fontSizeScaleFactor: host.fontScale(),
    fontSizeSetting: STANDARD_FONT_PX * host.fontScale(),
    theme: host.theme(),
  });
  const systemInfo = (): WechatMiniprogram.SystemInfo => ({
    ...getWindowInfo(),
    ...withoutBase(getAppBaseInfo()),
    ...deviceInfo(),
    ...systemSetting(),
    ...PERMISSIONS,
    fontSizeSetting: STANDARD_FONT_PX * host.fontScale(),
  });
  return {
    getWindowInfo,
    getAppBaseInfo,
    getDeviceInfo: deviceInfo,
    getSystemSetting: systemSetting,
    getAppAuthorizeSetting: authorizeSetting,
    getSystemInfoSync: systemInfo,
    getSystemInfo: api('getSystemInfo', systemInfo),
    getSystemInfoAsync: api('getSystemInfoAsync', systemInfo),
    getMenuButtonBoundingClientRect: () => capsule(host.windowSizes()),
    onMenuButtonBoundingClientRectWeightChange: () => undefined,
    offMenuButtonBoundingClientRectWeightChange: () => undefined,
    getAccountInfoSync: (): WechatMiniprogram.AccountInfo => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
      plugin: { appId: '', version: '' },
    }),
    ...createKeyboard(),
  };
}

/** Physical keys (WeChat for PC) and the height of the soft keyboard. */
function createKeyboard() {
  const down = createListeners<WechatMiniprogram.OnKeyDownListenerResult>();
  const up = createListeners<WechatMiniprogram.OnKeyDownListenerResult>();
  const height = createListeners<WechatMiniprogram.OnKeyboardHeightChangeListenerResult>();
  const keyOf = (event: KeyboardEvent) => ({
    key: event.key,
    code: event.code,
    // The typings say string; an empty one is as false as the boolean that a keyboard gives.
    altKey: event.altKey ? 'true' : '',
    shiftKey: event.shiftKey ? 'true' : '',
    timeStamp: event.timeStamp,
  });
  window.addEventListener('keydown', (event) => down.emit(keyOf(event)));
  window.addEventListener('keyup', (event) => up.emit(keyOf(event)));
  // A phone's browser shrinks the visible part of the page by its keyboard; a PC's never does.
  let lastHeight = 0;
  window.visualViewport?.addEventListener('resize', () => {
    const now = Math.max(0, Math.round(window.innerHeight - (window.visualViewport?.height ?? 0)));
    if (now !== lastHeight) height.emit({ height: now });
    lastHeight = now;
  });
  return {
    onKeyDown: down.on,
    offKeyDown: down.off,
    onKeyUp: up.on,
    offKeyUp: up.off,
    onKeyboardHeightChange: height.on,
    offKeyboardHeightChange: height.off,
    hideKeyboard: api('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }),
  };
}

function deviceInfo(): WechatMiniprogram.DeviceInfo {
  // WeChat for PC is told from a phone by its platform; a frame as wide as a PC is taken for one.
  const isDesktop = window.innerWidth >= 900;
  return {
    platform: isDesktop ? 'windows' : 'devtools',
    system: isDesktop ? 'Windows 10 x64' : 'iOS 17.0',
    brand: 'web',
    model: 'browser',
    benchmarkLevel: -2,
    abi: '',
    deviceAbi: '',
    cpuType: '',
    memorySize: '',
  };
}

function systemSetting(): WechatMiniprogram.SystemSetting {
  return {
    bluetoothEnabled: false,
    locationEnabled: 'geolocation' in navigator,
    wifiEnabled: true,
    deviceOrientation: window.innerWidth > window.innerHeight ? 'landscape' : 'portrait',
  };
}

function authorizeSetting(): WechatMiniprogram.AppAuthorizeSetting {
  return {
    albumAuthorized: 'authorized',
    bluetoothAuthorized: 'not determined',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
    locationReducedAccuracy: false,
    microphoneAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
    notificationAlertAuthorized: 'authorized',
    notificationBadgeAuthorized: 'authorized',
    notificationSoundAuthorized: 'authorized',
    phoneCalendarAuthorized: 'not determined',
  };
}

const PERMISSIONS = {
  albumAuthorized: true,
  cameraAuthorized: true,
  locationAuthorized: true,
  locationReducedAccuracy: false,
  microphoneAuthorized: true,
  notificationAuthorized: true,
  notificationAlertAuthorized: true,
  notificationBadgeAuthorized: true,
  notificationSoundAuthorized: true,
  phoneCalendarAuthorized: false,
};

// getSystemInfo lacks the newer members of getAppBaseInfo.
function withoutBase(info: WechatMiniprogram.AppBaseInfo) {
  const { SDKVersion, version, language, enableDebug, host, theme } = info;
  return { SDKVersion, version, language, enableDebug, theme, host };
}

function capsule({
  windowWidth,
  statusBarHeight,
}: {
  windowWidth: number;
  statusBarHeight: number;
}) {
  const { width, height, marginRight, marginTop } = CAPSULE;
  const right = windowWidth - marginRight;
  const top = statusBarHeight + marginTop;
  return { width, height, top, right, left: right - width, bottom: top + height };
}
