import type { Interval } from '../time/interval';
import type { DaySource } from './day-source';
import type { ShiftKind } from './rotation';

export const PERSON_STATES = ['on-duty', 'resting-after-night', 'asleep', 'free'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Where a piece comes from: the day it lies on, a sleep rule, or the person's own window. */
export type PieceSource =
  | DaySource
  | { readonly kind: 'sleep-rule' }
  | { readonly kind: 'preference' };

/** The shift that a reason speaks of. Instants [shiftStartAtMs, shiftEndAtMs). */
export interface ReasonShift {
  readonly label: string;
  readonly shiftKind: ShiftKind;
  readonly shiftStartAtMs: number;
  readonly shiftEndAtMs: number;
}

/** Why the person is in that state, as a code and the shift it follows from. */
export type PieceReason =
  | ({
      readonly code:
        | 'shift'
        | 'office-hours'
        | 'handover-before'
        | 'handover-after'
        | 'after-night'
        | 'before-early';
    } & ReasonShift)
  | { readonly code: 'night' | 'own-window' | 'off-shift' | 'rest-day' | 'leave' | 'unknown' };

/** A stretch [startAtMs, endAtMs) of a person's time in one state, for one reason. */
export interface Piece extends Interval {
  readonly state: PersonState;
  readonly source: PieceSource;
  readonly reason: PieceReason;
}
