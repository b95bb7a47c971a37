import { attendanceState, wasThere, type KeptBy, type RegisterLine } from '../../study/attendance';

/** Why something is in no sum of a person. docs/rules.md#R-187 */
export const LEFT_OUT_CAUSES = [
  'on-duty',
  'asleep',
  'on-leave',
  'away',
  /** Only an offline scan speaks for the person. */
  'to-confirm',
  /** A make-up that is still open. */
  'still-open',
  /** A message that came to the person after the month. */
  'not-reached',
] as const;
export type LeftOutCause = (typeof LEFT_OUT_CAUSES)[number];

export type Chance =
  | { readonly kind: 'came' }
  | { readonly kind: 'missed' }
  | { readonly kind: 'left-out'; readonly why: LeftOutCause };

/**
 * What a final line is to its person's assessment. Who was in has come, whatever the rota says; whom
 * duty, sleep or being away kept from every sitting (`keptBy`), or who was on leave that was asked for
 * before, had no chance. As a make-up opens for the same people, that is their chance. docs/rules.md#R-187
 */
export function chanceOfLine(
  line: RegisterLine,
  keptBy: KeptBy | null,
  leave: 'none' | 'throughout',
): Chance {
  const state = attendanceState(line, keptBy, true);
  if (wasThere(state)) return { kind: 'came' };
  if (state === 'to-confirm') return { kind: 'left-out', why: 'to-confirm' };
  if (keptBy === 'away') return { kind: 'left-out', why: 'away' };
  if (leave === 'throughout') return { kind: 'left-out', why: 'on-leave' };
  if (state === 'on-duty' || keptBy === 'on-duty') return { kind: 'left-out', why: 'on-duty' };
  if (state === 'excused') return { kind: 'left-out', why: 'on-leave' };
  const wasAsleep = state === 'asleep' || keptBy === 'asleep';
  return wasAsleep ? { kind: 'left-out', why: 'asleep' } : { kind: 'missed' };
}
