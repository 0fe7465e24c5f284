/** Undefined for what is no URL. `URL.canParse` is younger than the Node that functions run on. */
export function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
