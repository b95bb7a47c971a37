import { SLOT_MS } from '../../../domain/study/check-in-code';

/** One stretch of the rotating code, as the server hands it out ahead of time. */
export interface Slot {
  readonly startAtMs: number;
  readonly payload: string;
  readonly digits?: string;
}

/** The slot whose fifteen seconds contain the instant, or undefined when none was handed out for it. */
export function slotAt(slots: readonly Slot[], nowMs: number): Slot | undefined {
  return slots.find((slot) => slot.startAtMs <= nowMs && nowMs < slot.startAtMs + SLOT_MS);
}

/** Whole seconds the slot is still shown, 15 down to 1. */
export function secondsLeft(slot: Slot, nowMs: number): number {
  return Math.max(1, Math.ceil((slot.startAtMs + SLOT_MS - nowMs) / 1000));
}

/** Whether fewer than `keep` slots lie ahead, so that more have to be fetched before they run out. */
export function isRunningLow(slots: readonly Slot[], nowMs: number, keep = 4): boolean {
  return slots.filter((slot) => slot.startAtMs > nowMs).length < keep;
}

/** Slots that still matter, ordered, each start once; what came later from the server wins. */
export function mergeSlots(
  kept: readonly Slot[],
  fresh: readonly Slot[],
  nowMs: number,
): readonly Slot[] {
  const byStart = new Map<number, Slot>();
  for (const slot of [...kept, ...fresh]) {
    if (slot.startAtMs + SLOT_MS > nowMs) byStart.set(slot.startAtMs, slot);
  }
  return [...byStart.values()].sort((a, b) => a.startAtMs - b.startAtMs);
}

/** '482917' as people read it aloud: '482 917'; longer ones in halves too. */
export function spacedDigits(digits: string): string {
  const half = Math.ceil(digits.length / 2);
  return `${digits.slice(0, half)} ${digits.slice(half)}`;
}
