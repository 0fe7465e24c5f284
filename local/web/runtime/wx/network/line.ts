/**
 * The phone's line to the world. Every request of `wx` goes through it, so that a test or the stage can make
 * it weak, cut it, lose an answer, or deliver a request twice.
 */
import type { FrameMessage, NetworkMode } from '../../../bundle';
import { ApiFault } from '../fault';
import { createListeners } from '../listeners';

/** What getNetworkType tells of the line. */
export interface LineState {
  networkType: 'wifi' | '3g' | 'none';
  weakNet: boolean;
  isConnected: boolean;
}

export interface Line {
  mode(): NetworkMode;
  setMode(mode: NetworkMode): void;
  state(): LineState;
  onChange(listener: (state: LineState) => void): void;
  /**
   * Sends by the mode of now; `send` may be run twice, and must stop when its signal says that the
   * line was cut. Rejects with ApiFault when nothing came back.
   */
  carry<T>(send: (cut: AbortSignal) => Promise<T>): Promise<T>;
}

/** errno of a broken line; source: WeChat's list of network errno (600001, "cronet component error"). */
export const LINE_ERRNO = 600001;
/** errno of a request that took too long; source: WeChat's list of common errno (5, "time out"). */
export const TIMEOUT_ERRNO = 5;

/** A weak line: this long until a request leaves, and again until its answer is here. */
export const WEAK_DELAY_MS = 600;
/** A weak line loses every third request: it never reaches the cloud. */
export const WEAK_LOSS_EVERY = 3;

/** The line of a frame, online at first. */
export function createLine(frame: string): Line {
  let mode: NetworkMode = 'online';
  let weakRequests = 0;
  const listeners = createListeners<LineState>();
  const cuts = createCuts();
  const setMode = (next: NetworkMode) => {
    const before = stateOf(mode);
    mode = next;
    if (next === 'offline') cuts.cut();
    const after = stateOf(mode);
    if (JSON.stringify(before) !== JSON.stringify(after)) listeners.emit(after);
    tellStage({ kind: 'network', frame, mode: next });
  };
  const carryWeakly = async <T>(send: () => Promise<T>): Promise<T> => {
    weakRequests += 1;
    const isLost = weakRequests % WEAK_LOSS_EVERY === 0;
    await pause(WEAK_DELAY_MS);
    if (isLost) throw new ApiFault('timeout', { errno: TIMEOUT_ERRNO });
    const answer = await send();
    await pause(WEAK_DELAY_MS);
    if (mode === 'offline') throw disconnected();
    return answer;
  };
  return {
    mode: () => mode,
    setMode,
    state: () => stateOf(mode),
    onChange: listeners.on,
    carry: async (sendOnce) => {
      const send = () => cuts.send(sendOnce);
      switch (mode) {
        case 'offline':
          throw disconnected();
        case 'weak':
          return carryWeakly(send);
        case 'drops-next-answer':
          setMode('online');
          await send();
          throw new ApiFault('errcode:-101 error_msg:net::ERR_CONNECTION_RESET', {
            errno: LINE_ERRNO,
          });
        case 'answers-twice':
          setMode('online');
          await send();
          return send();
        case 'online':
          return send();
      }
    },
  };
}

/** What is under way, and how it ends when the line is cut. */
function createCuts() {
  const underWay = new Set<AbortController>();
  return {
    cut: () => underWay.forEach((sending) => sending.abort()),
    send: async <T>(send: (cut: AbortSignal) => Promise<T>): Promise<T> => {
      const sending = new AbortController();
      underWay.add(sending);
      try {
        return await send(sending.signal);
      } catch (cause) {
        throw sending.signal.aborted ? disconnected() : cause;
      } finally {
        underWay.delete(sending);
      }
    },
  };
}

function disconnected(): ApiFault {
  return new ApiFault('errcode:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', {
    errno: LINE_ERRNO,
  });
}

function stateOf(mode: NetworkMode): LineState {
  if (mode === 'offline') return { networkType: 'none', weakNet: false, isConnected: false };
  if (mode === 'weak') return { networkType: '3g', weakNet: true, isConnected: true };
  return { networkType: 'wifi', weakNet: false, isConnected: true };
}

function tellStage(message: FrameMessage): void {
  if (window.parent !== window) window.parent.postMessage(message, window.location.origin);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
