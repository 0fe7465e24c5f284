import type { StageMessage } from '../../bundle';
import type { Host } from '../host';
import type { Line } from './network/line';

/** Does what the stage round this frame says: network, theme, text size. Others are not listened to. */
export function hearStage(host: Host, line: Line): void {
  window.addEventListener('message', ({ source, origin, data: message }: MessageEvent<unknown>) => {
    if (source !== window.parent || origin !== window.location.origin) return;
    if (isStageMessage(message)) obey(host, line, message);
  });
}

function obey(host: Host, line: Line, message: StageMessage): void {
  switch (message.kind) {
    case 'network':
      return line.setMode(message.mode);
    case 'theme':
      return host.setTheme(message.dark ? 'dark' : 'light');
    case 'font-scale':
      return host.setFontScale(message.scale);
  }
}

function isStageMessage(message: unknown): message is StageMessage {
  const kind = (message as { kind?: unknown } | null)?.kind;
  return kind === 'network' || kind === 'theme' || kind === 'font-scale';
}
