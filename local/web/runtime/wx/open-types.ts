import type { WxContext } from './context';
import type { Drive } from './files/drive';
import type { FilePicker } from './media/file-picker';
import { pictureExtension } from './media/picture';
import type { Privacy } from './person/privacy';

/** `<button open-type>`s that ask something of the phone itself. */
export function serveOpenTypes(
  { host, frame }: WxContext,
  { drive, picker, privacy }: { drive: Drive; picker: FilePicker; privacy: Privacy },
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
    return { event: 'getphonenumber', detail: await phoneNumberCode(frame) };
  });
}

/**
 * The code that a function exchanges for the number at WeChat's server API. The cloud's stand-in gives
 * one for the persona; a visitor without a number is refused as in WeChat.
 */
async function phoneNumberCode({ cloud, openid }: WxContext['frame']) {
  const refused = { errMsg: 'getPhoneNumber:fail user deny' };
  if (openid === undefined) return refused;
  const response = await fetch(`${cloud}/phone-code`, {
    method: 'POST',
    headers: { 'x-openid': openid },
  }).catch(() => undefined);
  if (!response?.ok) return refused;
  const { code } = (await response.json()) as { code: string }; // the cloud's answer
  return { errMsg: 'getPhoneNumber:ok', code };
}
