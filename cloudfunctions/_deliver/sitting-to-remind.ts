import type { PersonSchedule } from '../../domain/shift/person-schedule';
import { isOnLeave } from '../../domain/study/leave';
import { fitOf } from '../../domain/study/sitting-fit';
import { MS_PER_HOUR } from '../../domain/time/local-day';
import type { Reply } from '../_store/study/attendance-document';
import type { StoredSitting, StudyDocument } from '../_store/study/studies';
import { sittingOf } from '../_store/study/parts-of-study';

/** A reminder may come from here on before a sitting. docs/rules.md#R-55 */
export const REMIND_BEFORE_MS = 12 * MS_PER_HOUR;

/**
 * The sitting that a person is reminded of: the one they come to, else the first ahead that meets
 * neither their duty nor their sleep. None for who is on leave. docs/rules.md#R-105
 */
export function sittingToRemind(
  study: StudyDocument,
  schedule: PersonSchedule,
  reply: Reply | null,
  nowMs: number,
): StoredSitting | undefined {
  if (isOnLeave(reply)) return undefined;
  const chosen = reply?.kind === 'coming' ? sittingOf(study, reply.sittingId) : undefined;
  if (chosen !== undefined) return chosen;
  return [...study.sittings]
    .filter(({ startAtMs }) => startAtMs > nowMs)
    .sort((a, b) => a.startAtMs - b.startAtMs)
    .find((sitting) => ['free', 'unknown'].includes(fitOf(schedule, sitting)));
}

/** Whether it is early enough for a reminder besides what the person hears or says just now. */
export function canBeReminded({ startAtMs }: StoredSitting, nowMs: number): boolean {
  return startAtMs - REMIND_BEFORE_MS > nowMs;
}
