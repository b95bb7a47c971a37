/** As long as the second of two quick taps takes to come, and as far as a finger may go between them. */
const SECOND_TAP_MS = 500;
const SPOT_PX = 30;

type Spot = Pick<WechatMiniprogram.TouchDetail, 'clientX' | 'clientY'>;

/** What is told of a tap; an event of a component tells of no finger. */
export interface Tap {
  readonly type: string;
  readonly changedTouches?: readonly Spot[];
}

/** Where the last tap was that did something, while the second of two may still come. */
let acted: Spot | undefined;

/**
 * Whether a tap is the second of two quick ones at one spot: it was meant for what lay there before the
 * first. Every handler of a tap begins with it but those of test/miniprogram/second-tap.test.ts. By a timer,
 * since the times that events tell are those of each page for itself. docs/rules.md#R-361
 */
export function isSecondTap(tap?: Tap): boolean {
  const spot = tap?.changedTouches?.[0];
  if (spot === undefined) return false;
  if (acted !== undefined && isNear(acted, spot)) return true;
  acted = spot;
  setTimeout(() => {
    if (acted === spot) acted = undefined;
  }, SECOND_TAP_MS);
  return false;
}

const isNear = (one: Spot, other: Spot): boolean =>
  Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) < SPOT_PX;
