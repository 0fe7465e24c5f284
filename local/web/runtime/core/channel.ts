/** WeChat's EventChannel between an opener and the page it opened. */
export interface EventChannel {
  on(name: string, listener: (...values: unknown[]) => void): void;
  once(name: string, listener: (...values: unknown[]) => void): void;
  off(name: string, listener?: (...values: unknown[]) => void): void;
  emit(name: string, ...values: unknown[]): void;
}

type Listener = (...values: unknown[]) => void;

/** A new event channel; listeners are called in the order they were added. */
export function createChannel(listeners: Record<string, Listener> = {}): EventChannel {
  const heard = new Map<string, Listener[]>();
  const channel: EventChannel = {
    on(name, listener) {
      heard.set(name, [...(heard.get(name) ?? []), listener]);
    },
    once(name, listener) {
      const wrapped: Listener = (...values) => {
        channel.off(name, wrapped);
        listener(...values);
      };
      channel.on(name, wrapped);
    },
    off(name, listener) {
      const left = listener ? (heard.get(name) ?? []).filter((known) => known !== listener) : [];
      heard.set(name, left);
    },
    emit(name, ...values) {
      for (const listener of heard.get(name) ?? []) listener(...values);
    },
  };
  for (const [name, listener] of Object.entries(listeners)) channel.on(name, listener);
  return channel;
}
