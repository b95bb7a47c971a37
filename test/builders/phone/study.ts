import type { ShiftOfDay } from '../../../contract/roster/shift';
import type { MyStudy } from '../../../contract/study/study-shapes';
import { addDays, instantOf, localDay, type LocalDay } from '../../../domain/time/local-day';

/** The Wednesday of the design pictures, 10:12 in Shanghai. */
const WEDNESDAY = localDay('2026-03-11');
export const NOW_MS = at('10:12');

/** An instant of a day in Shanghai; without a day of WEDNESDAY. */
export function at(time: string, day: LocalDay = WEDNESDAY): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return instantOf(day, Number(hour) * 60 + Number(minute));
}

export const dayAfter = (count: number): LocalDay => addDays(WEDNESDAY, count);

const PATTERN = [
  { label: 'back-night', kind: 'night', startMinute: 120, endMinute: 480 },
  { label: 'rest', kind: 'rest', startMinute: null, endMinute: null },
  { label: 'front-night', kind: 'evening', startMinute: 1200, endMinute: 1560 },
  { label: 'middle', kind: 'evening', startMinute: 840, endMinute: 1200 },
  { label: 'early', kind: 'day', startMinute: 480, endMinute: 840 },
] as const;

/** Fourteen days of the second crew of the pictures: Wednesday is its back night. */
export function fiveCrewDays(): ShiftOfDay[] {
  return Array.from({ length: 14 }, (_, index) => ({
    ...PATTERN[index % PATTERN.length]!,
    day: dayAfter(index),
    override: null,
  }));
}

type Sitting = MyStudy['sittings'][number];

/** A sitting of tomorrow 14:00 to 14:40, when the person is free. */
export function aSitting(given: Partial<Sitting> = {}): Sitting {
  const startAtMs = given.startAtMs ?? at('14:00', dayAfter(1));
  return {
    sittingId: 'sitting-1',
    place: '集控楼二楼会议室',
    startAtMs,
    endAtMs: startAtMs + 40 * 60_000,
    opensAtMs: startAtMs - 15 * 60_000,
    lateAfterAtMs: startAtMs + 5 * 60_000,
    closesAtMs: startAtMs + 40 * 60_000,
    fit: 'free',
    shift: fiveCrewDays()[1] ?? null,
    ...given,
  };
}

/** A study that nobody has answered yet. */
export function aMyStudy(given: Partial<MyStudy> = {}): MyStudy {
  return {
    studyId: 'study-1',
    topic: '支部组织生活怎么开',
    kind: 'theme-day',
    minutes: 40,
    isCancelled: false,
    cancelReason: null,
    state: 'expected',
    atMs: null,
    chosenSittingId: null,
    repliedAtMs: null,
    excuseReason: null,
    sittings: [aSitting()],
    ...given,
  };
}
