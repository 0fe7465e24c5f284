import type { WxContext } from './context';
import type { Drive } from './files/drive';
import type { FilePicker } from './media/file-picker';
import { pictureExtension } from './media/picture';
import { exchange, TIMEOUT_MS } from './network/exchange';
import type { Line } from './network/line';
import type { Privacy } from './person/privacy';

interface OpenTypeParts {
  drive: Drive;
  picker: FilePicker;
  privacy: Privacy;
  line: Line;
}

/** `<button open-type>`s that ask something of the phone itself. */
export function serveOpenTypes(
  { host, frame }: WxContext,
  { drive, picker, privacy, line }: OpenTypeParts,
): void {
  host.serveOpenType('chooseAvatar', async () => {
    await privacy.require('chooseAvatar');
    const [file] = await picker.pick({ accept: 'image/*', count: 1 }).catch(() => []);
    if (!file) return null;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const avatarUrl = drive.keepTemporarily(bytes, pictureExtension(file, file.name));
    return { event: 'chooseavatar', detail: { avatarUrl } };
  });
  host.serveOpenType('getPhoneNumber', async () => {
    await privacy.require('getPhoneNumber');
    return { event: 'getphonenumber', detail: await phoneNumberCode(frame, line) };
  });
}

/**
 * The code that a function exchanges for the number at WeChat's server API. The cloud's stand-in gives
 * one for the persona; a visitor without a number is refused as in WeChat.
 */
async function phoneNumberCode({ cloud, openid }: WxContext['frame'], line: Line) {
  const refused = { errMsg: 'getPhoneNumber:fail user deny' };
  if (openid === undefined) return refused;
  const headers = { 'x-openid': openid };
  const request = { url: `${cloud}/phone-code`, method: 'POST', headers, timeoutMs: TIMEOUT_MS };
  const answer = await line.carry((cut) => exchange({ ...request, cut })).catch(() => undefined);
  if (answer?.statusCode !== 200) return refused;
  // The cloud's answer.
  const { code } = JSON.parse(new TextDecoder().decode(answer.body)) as { code: string };
  return { errMsg: 'getPhoneNumber:ok', code };
}
