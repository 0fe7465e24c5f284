import { isToken, mayManageCodes } from '../../domain/code/code';
import { refused, type QueryHandler } from '../handler';

/** The page that every code opens; it is in every picture, so it can never move. */
const page = 'pages/code/code';

/** `code.picture`: WeChat's picture of a code, drawn once and then kept. */
export const pictureCodeHandler: QueryHandler<'code.picture'> = async ({ token }, scene) => {
  const { store, wechat } = scene;
  const [asker, code] = await Promise.all([
    scene.person(),
    isToken(token) ? store.readCode(token) : undefined,
  ]);
  if (!asker) return refused('not_bound');
  if (!code || !mayManageCodes(asker, code, scene.on)) return refused('not_found');
  const kept = await store.linkCodePicture(token);
  if (kept !== null) return { ok: true, value: { url: kept } };
  const picture = await wechat.drawCode({ page, scene: token });
  if (!picture) return refused('picture_unavailable');
  await store.keepCodePicture(token, picture);
  const url = await store.linkCodePicture(token);
  return url === null ? refused('picture_unavailable') : { ok: true, value: { url } };
};
