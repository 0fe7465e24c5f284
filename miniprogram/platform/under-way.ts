let underWay = 0;

/** Counts what is being sent until it has ended, either way. */
export async function whileSending<T>(sending: Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await sending;
  } finally {
    underWay -= 1;
  }
}

/** Is a file or a change on its way to the cloud? */
export const isSending = (): boolean => underWay > 0;
