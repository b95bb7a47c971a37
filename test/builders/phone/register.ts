import type { OutputOf } from '../../../contract/action';
import type { presenterCodes, roll, RollLine } from '../../../contract/study/register';
import type { Study } from '../../../contract/study/study-shapes';
import { aSitting, NOW_MS } from './study';

type StudySitting = Study['sittings'][number];

/** A sitting as anybody sees it: of tomorrow 14:00 to 14:40. */
export function aPublicSitting(given: Partial<StudySitting> = {}): StudySitting {
  const { startAtMs } = given;
  const { sittingId, place, ...rest } = aSitting(startAtMs === undefined ? {} : { startAtMs });
  const { opensAtMs, lateAfterAtMs, endAtMs, closesAtMs } = rest;
  const times = { startAtMs: rest.startAtMs, opensAtMs, lateAfterAtMs, endAtMs, closesAtMs };
  return { sittingId, place, ...times, closedAtMs: null, ...given };
}

/** A published study of the whole branch with one sitting. */
export function aStudy(given: Partial<Study> = {}): Study {
  return {
    studyId: 'study-1',
    branchId: 'branch-1',
    branchName: '运行支部',
    topic: '支部组织生活怎么开',
    why: null,
    kind: 'theme-day',
    minutes: 40,
    audience: { kind: 'branch' },
    materials: [],
    sittings: [aPublicSitting()],
    state: 'published',
    cancelReason: null,
    revision: 3,
    expected: 35,
    createdByName: '林致远',
    ...given,
  };
}

/** Somebody of the second crew who has not come yet. */
export function aLine(given: Partial<RollLine> = {}): RollLine {
  return {
    memberId: 'member-1',
    name: '周立新',
    crewName: '二值',
    shift: null,
    state: 'expected',
    sittingId: null,
    way: null,
    atMs: null,
    claimedAtMs: null,
    reason: null,
    markedBy: null,
    corrections: [],
    ...given,
  };
}

export function aRoll(given: Partial<OutputOf<typeof roll>> = {}): OutputOf<typeof roll> {
  return { nowMs: NOW_MS, study: aStudy(), isFinal: false, lines: [aLine()], ...given };
}

/** Codes of a sitting that is open, slot by slot from now on. */
export function presenterAnswer(
  given: Partial<OutputOf<typeof presenterCodes>> = {},
): OutputOf<typeof presenterCodes> {
  const { place, startAtMs, opensAtMs, closesAtMs } = aPublicSitting();
  return {
    nowMs: NOW_MS,
    topic: '支部组织生活怎么开',
    place,
    startAtMs,
    opensAtMs,
    closesAtMs,
    slots: [],
    ...given,
  };
}
