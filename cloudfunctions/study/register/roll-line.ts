import type { GoneFromRoll, RollLine } from '../../../contract/study/register';
import {
  isInRegister,
  type AttendanceDocument,
  type AttendanceRecord,
  type Correction,
} from '../../_store/study/attendance-document';
import { crewIdOn, type Member } from '../../_store/people/member-document';
import type { StudyDocument } from '../../_store/study/studies';
import {
  cameAfterMark,
  isIn,
  markedState,
  stateInSitting,
  type AttendanceState,
} from '../../../domain/study/attendance';
import { keptFrom } from '../../../domain/study/kept';
import type { Interval } from '../../../domain/time/interval';
import { dayOfInstant } from '../../../domain/time/local-day';
import { lineToShow } from './line-or-new';
import type { Caller } from '../../_kit/context';
import { stateFor } from '../../_kit/state-for-phone';
import { hasReasonOfLeave, seesReasons } from './sees-reasons';
import { cameBy } from '../../_store/study/came-by';
import { isLeaveOpen, leaveShown } from './leave-shown';
import { goneOf, isGone, isOfItsBranch } from './gone';
import { comingTo } from './coming-to';
import { stateOf } from '../../_store/study/line-state';
import { peopleOnHotPath } from './people';
import { shiftShownDuring } from '../person-days';
import { rotasOnHotPath } from '../rotas';
import type { Rotas } from '../../_store/people/organisation';
import { isFinal, sittingOf } from '../../_store/study/parts-of-study';

type Entry = RollLine['corrections'][number] & {
  readonly from: AttendanceState;
  readonly to: AttendanceState;
};

/** What a register is shown with besides its lines. */
export interface RollSetting {
  readonly study: StudyDocument;
  /** The sitting during which people's shifts stand beside the names; null: the first one. */
  readonly sittingId: string | null;
  /** Whether people are shown as they stand to that sitting while the register is open. docs/rules.md#R-71 */
  readonly isBySitting?: boolean;
  readonly nowMs: number;
  /** Who reads it: reasons of leave are not for everybody. docs/rules.md#R-74 */
  readonly caller: Caller;
  /** Whether the reasons of leave that the caller may know are said. docs/rules.md#R-152 */
  readonly saysReasons?: boolean;
  /** Whether leave is shown with its answer, to who may answer it. docs/rules.md#R-105 */
  readonly showsLeave?: boolean;
  /**
   * Whether the phone reads what came after 0.1.0: claims with how many others came by the same code
   * (docs/rules.md#R-37), and make-ups.
   */
  readonly isLenient?: boolean;
  /** Of the phone; a sheet says what is so. */
  readonly knowsAsleep?: boolean;
}

/**
 * Lines as the presenter sees them, by name. Lines of people no longer asked are left out, unless they
 * have a record; while the register is open, who belongs to the audience since is in it. Who left the
 * branch with nothing entered stands beside them. docs/rules.md#R-362
 */
export async function toRollLines(
  setting: RollSetting,
  lines: readonly AttendanceDocument[],
): Promise<{ readonly lines: RollLine[]; readonly gone: GoneFromRoll[] }> {
  const { study, nowMs } = setting;
  const known = lines.filter((line) => isInRegister(line) || line.goneAtMs !== undefined);
  const people = await peopleOnHotPath(
    study.branchId,
    known.map((line) => line.memberId),
  );
  const isOfGone = (line: AttendanceDocument) =>
    isGone(line, study, people.get(line.memberId), nowMs);
  const listed = known.filter((line) => isInRegister(line) && !isOfGone(line));
  const shown = isOpen(study, nowMs)
    ? [...listed, ...joinedSince(setting, people.values(), listed, known)]
    : listed;
  const isShown = new Set(shown.map(({ memberId }) => memberId));
  const rotas = await rotasOnHotPath([...people.values()]);
  const codeOf = setting.isLenient === true ? codesOf(shown) : () => undefined;
  return {
    lines: shown
      .map((line) => ({
        ...toRollLine(setting, line, people.get(line.memberId), rotas),
        ...codeOf(line),
      }))
      .sort(byName),
    gone: known
      .filter((line) => isOfGone(line) && !isShown.has(line.memberId))
      .map(({ memberId, name, crewId }) => ({
        memberId,
        name,
        crewName: rotas.crewName(crewId),
        gone: goneOf(study, people.get(memberId)),
      }))
      .sort(byName),
  };
}

/** As toRollLines, for one line that is shown in any case. */
export async function toOneRollLine(
  setting: RollSetting,
  line: AttendanceDocument,
): Promise<RollLine> {
  const people = await peopleOnHotPath(setting.study.branchId, [line.memberId]);
  const rotas = await rotasOnHotPath([...people.values()]);
  return toRollLine(setting, line, people.get(line.memberId), rotas);
}

function toRollLine(
  setting: RollSetting,
  line: AttendanceDocument,
  member: Member | undefined,
  rotas: Rotas,
): RollLine {
  const { study, sittingId, isBySitting, nowMs, caller, showsLeave, isLenient } = setting;
  const shownAs = (state: AttendanceState) =>
    stateFor({ knowsAsleep: setting.knowsAsleep ?? true }, state);
  const schedule = member === undefined ? null : rotas.scheduleOf(member);
  const sitting = sittingId === null ? undefined : sittingOf(study, sittingId);
  const during = sitting ?? firstSittingOf(study);
  const crewId =
    member === undefined ? line.crewId : crewIdOn(member, dayOfInstant(during.startAtMs));
  const { record, reply } = line;
  const shown = isBySitting === true && isOpen(study, nowMs) ? sitting : undefined;
  const coming = shown === undefined ? null : comingTo(line, study, nowMs);
  const isComing = reply?.kind === 'coming';
  // What an officer has entered stands until one decides: whoever came after it stands beside it.
  const came = cameAfterMark(line) ? record : cameBy(line);
  const leave = reply?.kind === 'excused' ? reply : null;
  const mayKnow = seesReasons(caller, (member ?? line).groupId);
  const says = line.memberId === caller.memberId || (mayKnow && setting.saysReasons === true);
  const reason = came === null ? (leave?.reason ?? null) : came.reason;
  const entries = [
    ...(came === record ? [] : markUnder(record)),
    ...line.corrections.map(toEntry),
  ].map((entry) => ({ ...entry, from: shownAs(entry.from), to: shownAs(entry.to) }));
  const isOfLeave = record === null || record.state === 'excused';
  return {
    memberId: line.memberId,
    name: line.name,
    crewName: rotas.crewName(crewId),
    shift: schedule === null ? null : shiftShownDuring(schedule, during),
    state: shownAs(
      shown === undefined
        ? stateOf(line, study, schedule, nowMs)
        : stateInSitting(
            // Who missed the sitting that they chose is missing from those that are left.
            isComing && coming === null ? { ...line, reply: null } : line,
            schedule === null ? null : keptFrom(schedule, shown),
          ),
    ),
    sittingId: came?.sittingId ?? coming,
    way: came?.way ?? null,
    atMs: came?.atMs ?? null,
    claimedAtMs: came?.claimedAtMs ?? null,
    reason: isOfLeave && !says ? null : reason,
    ...(isLenient === true && mayKnow && !says && hasReasonOfLeave(line) && { hasReason: true }),
    ...(isLenient === true && mayKnow && leave !== null && { leaveAskedAtMs: leave.atMs }),
    ...(showsLeave === true &&
      leave !== null && {
        leave: { ...leaveShown(leave), reason: says ? leave.reason : '', askedAtMs: leave.atMs },
      }),
    ...(isLenient === true && isLeaveOpen(line, study, nowMs) && { isLeaveOpen: true }),
    markedBy: came?.markedBy?.name ?? null,
    corrections: says ? entries : entries.map(withoutLeave),
    ...(isLenient === true && makeUpOf(line)),
  };
}

/** What is left to make up, or was; nothing of who was entered as in since. */
function makeUpOf(line: AttendanceDocument): Pick<RollLine, 'makeUp'> {
  const { makeUp } = line;
  if (makeUp === undefined) return {};
  const { untilAtMs, doneAtMs = null } = makeUp;
  return doneAtMs === null && isIn(markedState(line)) ? {} : { makeUp: { untilAtMs, doneAtMs } };
}

/** Of each claim whose slot is known: the slot, and how many others are there by the same. */
function codesOf(lines: readonly AttendanceDocument[]) {
  const counts = new Map<string, number>();
  const keyOf = ({ sittingId, slotAtMs }: AttendanceRecord) => `${sittingId} ${slotAtMs ?? ''}`;
  for (const { record } of lines) {
    if (record?.slotAtMs === undefined) continue;
    counts.set(keyOf(record), (counts.get(keyOf(record)) ?? 0) + 1);
  }
  return ({ record }: AttendanceDocument): Pick<RollLine, 'code'> | undefined => {
    if (record?.slotAtMs === undefined) return undefined;
    const others = (counts.get(keyOf(record)) ?? 1) - 1;
    return { code: { shownAtMs: record.slotAtMs, others } };
  };
}

function joinedSince(
  { study, nowMs }: RollSetting,
  people: Iterable<Member>,
  listed: readonly AttendanceDocument[],
  known: readonly AttendanceDocument[],
): AttendanceDocument[] {
  const ids = new Set(listed.map(({ memberId }) => memberId));
  const before = new Map(known.map((line) => [line.memberId, line]));
  return [...people]
    .filter((member) => !ids.has(member._id) && isOfItsBranch(member, study))
    .flatMap((member) => lineToShow(study, before.get(member._id) ?? null, member, nowMs) ?? []);
}

const isOpen = (study: StudyDocument, nowMs: number): boolean =>
  study.state === 'published' && !isFinal(study, nowMs);

const toEntry = ({ from, to, reason, by, atMs }: Correction): Entry => {
  return { from, to, reason, byName: by.name, atMs };
};

const saysWhyOnLeave = ({ to, reason }: Entry): boolean => to === 'excused' && reason !== null;

/** Who entered leave and when, but not why; null would say that the person came. docs/rules.md#R-74 */
const withoutLeave = (entry: Entry): Entry =>
  saysWhyOnLeave(entry) ? { ...entry, reason: '' } : entry;

/** The mark over which the person came, as the first of the entries: who, when and why. */
function markUnder(record: AttendanceRecord | null): readonly Entry[] {
  if (record?.way !== 'by-hand' || record.markedBy === null) return [];
  const { state, reason, markedBy, atMs } = record;
  return [{ from: 'expected', to: state, reason, byName: markedBy.name, atMs }];
}

/** Just its start where nothing else is known of it. */
function firstSittingOf({ firstStartAtMs, sittings }: StudyDocument): Interval {
  const first = sittings.find(({ startAtMs }) => startAtMs === firstStartAtMs);
  return first ?? { startAtMs: firstStartAtMs, endAtMs: firstStartAtMs + 1 };
}

interface Named {
  readonly name: string;
  readonly memberId: string;
}
const byName = (a: Named, b: Named): number =>
  a.name.localeCompare(b.name, 'zh-CN') || (a.memberId < b.memberId ? -1 : 1);
