import { dayOfInstant, MS_PER_MINUTE } from '../../domain/time/local-day';
import { nowMs } from './clock';

/** What a page does as time passes while it is the one on the screen. */
interface Follower {
  /** Draws what is known as it is now, every minute; asks nothing of the server. */
  readonly redraw: () => void;
  /** Asks anew: another day has begun, or the phone's clock was moved. */
  readonly reload: () => void;
}

const TICK_MS = 1000;
/** A timer may be this late before it is the clock that was moved. */
const MOVED_MS = MS_PER_MINUTE;

let followed: (Follower & { readonly page: object }) | undefined;
let lastAtMs = 0;
let lastOwnMs = 0;
let isTicking = false;

/**
 * Keeps a page that speaks of now true while it is open; called in its `onShow`, which also draws it
 * anew. One page follows at a time: the one shown last, and only while it lies on top.
 */
export function followClock(page: object, follower: Follower): void {
  followed = { page, ...follower };
  lastAtMs = nowMs();
  lastOwnMs = Date.now();
  if (isTicking) return;
  isTicking = true;
  setInterval(tick, TICK_MS);
}

function tick(): void {
  const [beforeMs, beforeOwnMs] = [lastAtMs, lastOwnMs];
  lastAtMs = nowMs();
  lastOwnMs = Date.now();
  if (followed === undefined || getCurrentPages().at(-1) !== followed.page) return;
  const isMoved = Math.abs(lastOwnMs - beforeOwnMs - TICK_MS) > MOVED_MS;
  if (isMoved || dayOfInstant(lastAtMs) !== dayOfInstant(beforeMs)) followed.reload();
  else if (minuteNumber(lastAtMs) !== minuteNumber(beforeMs)) followed.redraw();
}

const minuteNumber = (atMs: number): number => Math.floor(atMs / MS_PER_MINUTE);
