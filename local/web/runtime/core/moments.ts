import type { AppMoments, Moments } from '../host';

type Listener = (happening: never) => void;

/** Listeners by moment of the app's life; one that throws does not keep the others from hearing. */
export function createMoments(): Moments {
  const heard = new Map<keyof AppMoments, Listener[]>();
  return {
    on(moment, listener) {
      heard.set(moment, [...(heard.get(moment) ?? []), listener as Listener]);
    },
    off(moment, listener) {
      const left = listener ? (heard.get(moment) ?? []).filter((known) => known !== listener) : [];
      heard.set(moment, left);
    },
    emit(moment, happening) {
      for (const listener of heard.get(moment) ?? []) {
        try {
          // Listeners are kept under the moment they were added for, so the types agree.
          listener(happening as never);
        } catch (error) {
          console.error(error);
        }
      }
    },
  };
}
