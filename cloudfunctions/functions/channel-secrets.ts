import type { SyndicationChannel } from '../domain/syndication/channel';
import { unseal } from '../kernel/secrets';

/** A channel's secrets in clear, the current one first; the former one while it still holds. */
export function secretsOf(
  { _id, secret, formerSecret }: Pick<SyndicationChannel, '_id' | 'secret' | 'formerSecret'>,
  at: number,
): string[] {
  const former = formerSecret && formerSecret.until > at ? [formerSecret.secret] : [];
  return [...(secret === null ? [] : [secret]), ...former].map((sealed) => unseal(sealed, _id));
}
