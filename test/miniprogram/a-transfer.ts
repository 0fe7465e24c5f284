/** WeChat's upload or download as a test sees it: it is told how far it got and how it ended. */
export interface Transfer<Option> {
  /** What it was begun with. */
  option: Option;
  tell(progress: { progress: number }): void;
  aborts: number;
}

/** What `wx` begins a transfer by, and the transfer that was begun. */
export function aTransfer<Option>(): {
  begin: (option: Option) => object;
  transfer: Transfer<Option>;
} {
  // Filled in once it is begun.
  const transfer = { aborts: 0 } as Transfer<Option>;
  const begin = (option: Option) => {
    transfer.option = option;
    return {
      abort: () => (transfer.aborts += 1),
      onProgressUpdate: (listener: Transfer<Option>['tell']) => (transfer.tell = listener),
    };
  };
  return { begin, transfer };
}
