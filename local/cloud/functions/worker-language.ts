/**
 * The platform's functions run on Node 18.15 (docs/deployment.md), which lacks what laptops have had since.
 * What is used of it all the same would work here and fail there, in the first call of the first phone.
 * Node's own modules lean on what the language itself got since, so that is left: the compiler knows ES2022 alone.
 */
const younger: [object, string[]][] = [
  [URL, ['canParse', 'parse']],
  [AbortSignal, ['any']],
  [globalThis, ['File', 'WebSocket', 'navigator']],
];

/** Takes away what is younger. */
export function speakPlatformsLanguage(): void {
  for (const [owner, names] of younger) {
    for (const name of names) Reflect.deleteProperty(owner, name);
  }
}
