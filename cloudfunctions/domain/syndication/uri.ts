/**
 * The name of a story for the world outside: `urn:xiangxun:<organ>:story:<storyId>`. Centers keep
 * it for ever, so it says nothing that may change; one deployment serves one organ, whose id is
 * `organ`.
 */
const start = 'urn:xiangxun:organ:story:';

export const storyUri = (storyId: string) => `${start}${storyId}`;

/** The story that a uri names; undefined for a uri that is none of ours. */
export function storyIdOf(uri: string): string | undefined {
  const id = uri.startsWith(start) ? uri.slice(start.length) : '';
  return /^[0-9A-Za-z_-]{8,64}$/.test(id) ? id : undefined;
}
