/**
 * Pages of a list, put one behind the other. What a newer reading has overtaken is dropped, and a page
 * is asked for once however often the end of the list is reached.
 */

export interface Paging<Question, Item, Answer> {
  items(): Item[];
  /** Whether something follows that is not on its way yet. */
  hasMore(): boolean;
  /**
   * Reads from the start; undefined when another reading began meanwhile. When it fails, what was read
   * under the same question stays.
   */
  readFirst(question: Question): Promise<Answer | undefined>;
  /** Reads on; undefined when there is nothing to read, or it was overtaken. */
  readMore(): Promise<Answer | undefined>;
}

type Answer<Value, Failed> = { ok: true; value: Value } | Failed;

/** A list of which nothing was read; `after` of its call is null at the start, and at the end. */
export function createPaging<
  Input extends { after: unknown },
  Value extends { after: unknown },
  Failed extends { ok: false },
  Item,
>(
  list: (input: Input) => Promise<Answer<Value, Failed>>,
  itemsOf: (value: Value) => Item[],
): Paging<Omit<Input, 'after'>, Item, Answer<Value, Failed>> {
  let question: Omit<Input, 'after'> | undefined;
  let items: Item[] = [];
  let after: unknown = null;
  let newest: object | undefined;

  async function read(from: unknown): Promise<Answer<Value, Failed> | undefined> {
    const mine = (newest = {});
    // A question and where to go on are the whole input.
    const reply = await list({ ...question, after: from } as Input);
    if (newest !== mine) return undefined;
    newest = undefined;
    if (reply.ok) {
      items = [...(from === null ? [] : items), ...itemsOf(reply.value)];
      after = reply.value.after;
    }
    return reply;
  }

  const hasMore = (): boolean => after !== null && newest === undefined;
  return {
    items: () => items,
    hasMore,
    readFirst(asked) {
      if (JSON.stringify(asked) !== JSON.stringify(question)) {
        items = [];
        after = null;
      }
      question = asked;
      return read(null);
    },
    readMore: async () => (hasMore() ? read(after) : undefined),
  };
}
