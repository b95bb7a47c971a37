import type {
  AttendanceDocument,
  AttendanceRecord,
  Correction,
  Reply,
} from '../../cloudfunctions/_store/study/attendance-document';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import type { StoredSitting, StudyDocument } from '../../cloudfunctions/_store/study/studies';
import type { PersonSchedule } from '../../domain/shift/person-schedule';
import { attendanceState, isIn, type Fit, type KeptBy } from '../../domain/study/attendance';
import { keptFromAll } from '../../domain/study/kept';
import { finalAtMs } from '../../domain/study/sitting';
import { fitOf } from '../../domain/study/sitting-fit';
import { dayOfInstant, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../domain/time/local-day';
import { seededRandom, type SeededRandom } from './seeded-random';
import { BY_HAND_REASONS, CORRECTION_REASONS, LEAVE_REASONS } from './topics';

interface Situation {
  readonly study: StudyDocument;
  readonly member: Member;
  readonly fits: readonly Fit[];
  readonly keptBy: KeptBy | null;
  readonly away: 'onLeave' | 'onLoan' | undefined;
  readonly random: SeededRandom;
  readonly nowMs: number;
}

interface Entered {
  readonly reply: Reply | null;
  readonly record: AttendanceRecord | null;
}

/**
 * The line of one person in the register of a study: most of those who can come do, somewhat fewer
 * of the less eager; who has just come off a night or is on leave mostly says so beforehand. Who is
 * awaited has neither answered nor come yet.
 */
export function registerLine(
  study: StudyDocument,
  member: Member,
  schedule: PersonSchedule,
  { nowMs, isAwaited }: { readonly nowMs: number; readonly isAwaited: boolean },
): AttendanceDocument {
  const situation: Situation = {
    study,
    member,
    fits: study.sittings.map((sitting) => fitOf(schedule, sitting)),
    keptBy: keptFromAll(schedule, study.sittings),
    away: awayOf(member, study),
    random: seededRandom('line', study._id, member._id),
    nowMs,
  };
  const entered = study.state === 'published' && !isAwaited ? whatHappens(situation) : nothing;
  const correction = laterCorrection(situation, entered);
  const last = correction?.to ?? entered.record?.state;
  return {
    _id: `${study._id}_${member._id}`,
    studyId: study._id,
    memberId: member._id,
    branchId: study.branchId,
    name: member.name,
    groupId: member.groupId,
    crewId: member.crewHistory.at(-1)?.crewId ?? null,
    studyRevision: study.revision,
    lastCloseAtMs: study.lastCloseAtMs,
    isExpected: true,
    isIn: isIn(last),
    ...entered,
    wrongTyped: {},
    corrections: correction === null ? [] : [correction],
    ...(study.dutyNotedAtMs !== undefined && {
      wasOnDuty: situation.keptBy === 'on-duty',
      wasAsleep: situation.keptBy === 'asleep',
      ...(situation.keptBy === 'away' && { wasAway: true }),
    }),
    version: Number(entered.record !== null) + Number(correction !== null),
    schemaVersion: 1,
  };
}

const nothing: Entered = { reply: null, record: null };

function whatHappens(situation: Situation): Entered {
  const { study, fits, random, away } = situation;
  const free = study.sittings.filter((_, index) => fits[index] === 'free');
  const tired = study.sittings.filter(
    (_, index) => !['free', 'on-duty'].includes(fits[index] ?? ''),
  );
  if (away !== undefined) {
    return random.chance(0.8) ? excused(situation, LEAVE_REASONS[away]) : nothing;
  }
  const first = free[0];
  if (first !== undefined) {
    const chosen = random.chance(0.75) ? first : random.pick(free);
    if (random.chance(diligenceOf(situation.member))) return comes(situation, chosen);
    return random.chance(0.45) ? excused(situation, LEAVE_REASONS.other) : nothing;
  }
  const only = tired[0];
  if (only !== undefined) {
    if (random.chance(0.3)) return comes(situation, only);
    return random.chance(0.6) ? excused(situation, LEAVE_REASONS.tired) : nothing;
  }
  // On duty all the time: a few are relieved for an hour.
  const [sitting] = study.sittings;
  return sitting !== undefined && random.chance(0.05) ? comes(situation, sitting) : nothing;
}

/** Comes if the sitting has begun by now; to one that is still ahead, at most says so. */
function comes(situation: Situation, sitting: StoredSitting): Entered {
  const { random, study, nowMs } = situation;
  const saysSo = random.chance(0.55);
  const repliedAtMs = repliedAt(situation);
  const reply: Reply | null = saysSo
    ? { kind: 'coming', sittingId: sitting.sittingId, atMs: repliedAtMs }
    : null;
  const atMs = arrivalAt(sitting, random);
  if (finalAtMs(study.sittings) > nowMs && sitting.startAtMs > nowMs) {
    return { reply, record: earlyRecord(situation, sitting) };
  }
  return atMs > nowMs
    ? { reply, record: null }
    : { reply, record: recordAt(situation, sitting, atMs) };
}

/** Most in the minutes before the start; where nobody can be late, as they get to it. */
function arrivalAt(
  { opensAtMs, startAtMs, lateAfterAtMs, closesAtMs }: StoredSitting,
  random: SeededRandom,
): number {
  if (lateAfterAtMs === closesAtMs) {
    return opensAtMs + random.between(0, (closesAtMs - opensAtMs) / 2000) * 1000;
  }
  return random.chance(0.06)
    ? lateAfterAtMs + random.between(1, 14) * MS_PER_MINUTE
    : startAtMs - random.between(0, 18 * 60) * 1000;
}

/** A few are there before it starts. */
function earlyRecord(situation: Situation, sitting: StoredSitting): AttendanceRecord | null {
  const { random, nowMs } = situation;
  if (nowMs < sitting.opensAtMs || !random.chance(0.3)) return null;
  const openMinutes = Math.floor((nowMs - sitting.opensAtMs) / MS_PER_MINUTE);
  return recordAt(
    situation,
    sitting,
    nowMs - random.between(0, Math.max(openMinutes, 1)) * MS_PER_MINUTE,
  );
}

function recordAt(
  { study, member, random, nowMs }: Situation,
  { sittingId, lateAfterAtMs }: StoredSitting,
  atMs: number,
): AttendanceRecord {
  const state = atMs >= lateAfterAtMs ? ('late' as const) : ('attended' as const);
  const base = {
    sittingId,
    state,
    way: 'scan' as const,
    atMs,
    claimedAtMs: null,
    markedBy: null,
    reason: null,
    requestId: `demo-${member._id}-${study._id}`,
  };
  const kind = random.next();
  if (kind < 0.02) {
    return {
      ...base,
      way: 'by-hand',
      markedBy: study.createdBy,
      reason: random.pick(BY_HAND_REASONS),
    };
  }
  if (kind < 0.05) return { ...base, way: 'scanned-by-presenter', markedBy: study.createdBy };
  if (kind < 0.17) return { ...base, way: 'typed' };
  const uploadedAtMs = atMs + random.between(40, 50) * MS_PER_MINUTE;
  if (kind < 0.18 && uploadedAtMs <= nowMs) {
    return {
      ...base,
      state: 'to-confirm',
      way: 'offline-scan',
      atMs: uploadedAtMs,
      claimedAtMs: atMs,
    };
  }
  return base;
}

function excused(situation: Situation, reasons: readonly string[]): Entered {
  const atMs = repliedAt(situation);
  const reason = situation.random.pick(reasons);
  return { reply: { kind: 'excused', reason, atMs }, record: null };
}

/** Between publication and the first sitting, and not in the future. */
function repliedAt({ study, random, nowMs }: Situation): number {
  const fromMs = study.publishedAtMs ?? study.createdAtMs;
  const toMs = Math.min(study.firstStartAtMs - MS_PER_HOUR, nowMs);
  return fromMs + Math.floor(random.next() * Math.max(toMs - fromMs, 1));
}

/** Days after the register was final: made up, leave handed in late, or an offline scan confirmed. */
function laterCorrection(
  { study, keptBy, random, member, nowMs }: Situation,
  entered: Entered,
): Correction | null {
  const finalMs = finalAtMs(study.sittings);
  const atMs = finalMs + random.between(6, 60) * MS_PER_HOUR;
  if (study.state !== 'published' || atMs > nowMs) return null;
  const from = attendanceState({ ...entered, corrections: [] }, keptBy, true);
  const entry = {
    from,
    by: study.createdBy,
    atMs,
    requestId: `demo-fix-${member._id}-${study._id}`,
  };
  if (from === 'to-confirm') {
    return { ...entry, to: 'attended', reason: random.pick(CORRECTION_REASONS.confirmed) };
  }
  if (from === 'absent' && random.chance(0.3)) {
    return { ...entry, to: 'made-up', reason: random.pick(CORRECTION_REASONS.madeUp) };
  }
  if (from === 'absent' && random.chance(0.12)) {
    return { ...entry, to: 'excused', reason: random.pick(CORRECTION_REASONS.excused) };
  }
  return null;
}

/** Each person is as eager in every study. */
function diligenceOf(member: Member): number {
  const random = seededRandom('diligence', member._id);
  return random.chance(0.1) ? 0.55 : 0.82 + random.next() * 0.16;
}

/** On leave for the whole study; or it is for a group, and the person works with another crew. */
function awayOf(
  { overrides }: Member,
  { firstStartAtMs, lastCloseAtMs, audience }: StudyDocument,
): 'onLeave' | 'onLoan' | undefined {
  const firstDay = dayOfInstant(firstStartAtMs);
  const dayAfter = dayOfInstant(lastCloseAtMs + MS_PER_DAY);
  const kinds = overrides
    .filter(({ fromDay, toDay }) => fromDay <= firstDay && dayAfter <= toDay)
    .map(({ kind }) => kind);
  if (kinds.includes('leave')) return 'onLeave';
  return kinds.includes('on-loan') && audience.kind === 'groups' ? 'onLoan' : undefined;
}
