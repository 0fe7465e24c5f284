import { createListeners } from './listeners';

/** How the loading of a new version ended, as a test has it. */
export type UpdateEnd = 'ready' | 'failed';

/** A page from a server is always the newest: there is no new version, unless a test says so. */
export function createUpdate() {
  const ready = createListeners<void>();
  const failed = createListeners<void>();
  let isReady = false;
  const manager: WechatMiniprogram.UpdateManager = {
    onCheckForUpdate: (listener) =>
      void Promise.resolve().then(() => listener({ hasUpdate: false })),
    onUpdateReady: (listener) => ready.on(() => listener({ errMsg: '' })),
    onUpdateFailed: (listener) => failed.on(() => listener({ errMsg: '' })),
    // WeChat starts anew only where a new version is on board.
    applyUpdate: () => {
      if (isReady) window.location.reload();
    },
  };
  return {
    apis: { getUpdateManager: () => manager },
    end: (how: UpdateEnd) => {
      isReady ||= how === 'ready';
      (how === 'ready' ? ready : failed).emit();
    },
  };
}
