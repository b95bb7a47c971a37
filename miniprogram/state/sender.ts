import { onReached } from '../api/client';
import { WAITING_TEXT } from '../text/waiting';
import { nowMs } from './clock';
import { whoIsHere } from './me';

/** After a fault of ours the next try is so much later. */
const PAUSE_MS = 60_000;

interface Work {
  /** Ids of what waits, in the order in which it goes. */
  readonly waiting: () => readonly string[];
  /** Whether the next may be tried. */
  readonly sendOne: (id: string) => Promise<boolean>;
}

/**
 * Sends what waits on the phone, one after the other, whenever something may have changed: the network,
 * the app, an answer of a function. What finds no network, or a fault of ours, stays and is tried again.
 */
export function newSender({ waiting, sendOne }: Work) {
  const listeners = new Set<() => void>();
  let isSending = false;
  let notBeforeMs = 0;
  let problem = '';

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const send = async (): Promise<void> => {
    if (isSending || nowMs() < notBeforeMs) return;
    isSending = true;
    try {
      // Whose it is decides what goes. Nobody says: there is no network.
      const isHeard = (await whoIsHere()) !== undefined;
      if (!isHeard) problem = WAITING_TEXT.offline;
      for (const id of isHeard ? waiting() : []) {
        if (!(await sendOne(id))) break;
      }
    } finally {
      isSending = false;
      tell();
    }
  };
  /** At once, whatever failed before. */
  const sendNow = async (): Promise<void> => {
    notBeforeMs = 0;
    await send();
  };
  const pause = (): void => {
    notBeforeMs = nowMs() + PAUSE_MS;
  };

  return {
    /** Tells a page, while it is shown, that something has changed about what waits. Returns how to stop. */
    onChanged: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Why what waits has not gone yet, and what becomes of it; '' before the first try. */
    because: (): string => problem,
    /** What became of a try, for the person who waits on the page. */
    note(text: string): void {
      problem = text;
    },
    /** Whether it is not refused, only not there yet; then that is told of what waits. */
    isToWait(code: string): boolean {
      if (code === 'internal' || code === 'no-reply') pause();
      const texts: Readonly<Record<string, string>> = WAITING_TEXT;
      problem = texts[code] ?? '';
      return problem !== '';
    },
    tell,
    pause,
    sendNow,
    /** For the script that the app loads where something waits. */
    startByItself(): void {
      wx.onNetworkStatusChange(({ isConnected }) => {
        if (isConnected) void sendNow();
      });
      wx.onAppShow(() => void send());
      onReached(() => void send());
      void send();
    },
  };
}
