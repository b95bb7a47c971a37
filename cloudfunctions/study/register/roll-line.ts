import type { RollLine } from '../../../contract/study/register';
import {
  isInRegister,
  type AttendanceDocument,
  type AttendanceRecord,
  type Correction,
} from '../../_store/study/attendances';
import { crewIdOn, type Member } from '../../_store/people/members';
import type { StudyDocument } from '../../_store/study/studies';
import { cameAfterMark } from '../../../domain/study/attendance';
import { dayOfInstant } from '../../../domain/time/local-day';
import { cameBy } from './came-by';
import { stateOf } from './line-state';
import { peopleOnHotPath } from './people';
import { shiftAt } from '../person-days';
import { rotasOnHotPath } from '../rotas';
import type { Rotas } from '../../_store/people/organisation';
import { sittingOf } from '../shown-study';

type Entry = RollLine['corrections'][number];

/** What a register is shown with besides its lines. */
export interface RollSetting {
  readonly study: StudyDocument;
  /** The sitting whose day's shifts stand beside the names; null: the day of the first one. */
  readonly sittingId: string | null;
  readonly nowMs: number;
}

/** Lines as the presenter sees them, by name. Lines of people no longer asked are left out, unless they have a record. */
export async function toRollLines(
  setting: RollSetting,
  lines: readonly AttendanceDocument[],
): Promise<RollLine[]> {
  const shown = lines.filter(isInRegister);
  const ids = shown.map((line) => line.memberId);
  const people = await peopleOnHotPath(setting.study.branchId, ids);
  const rotas = await rotasOnHotPath([...people.values()]);
  return shown
    .map((line) => toRollLine(setting, line, people.get(line.memberId), rotas))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || compare(a.memberId, b.memberId));
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
  { study, sittingId, nowMs }: RollSetting,
  line: AttendanceDocument,
  member: Member | undefined,
  rotas: Rotas,
): RollLine {
  const schedule = member === undefined ? null : rotas.scheduleOf(member);
  const sitting = sittingId === null ? undefined : sittingOf(study, sittingId);
  const atMs = sitting?.startAtMs ?? study.firstStartAtMs;
  const crewId = member === undefined ? line.crewId : crewIdOn(member, dayOfInstant(atMs));
  const { record, reply } = line;
  // What an officer has entered stands until one decides: whoever came after it stands beside it.
  const came = cameAfterMark(line) ? record : cameBy(line);
  const excuse = reply?.kind === 'excused' ? reply.reason : null;
  return {
    memberId: line.memberId,
    name: line.name,
    crewName: rotas.crewName(crewId),
    shift: schedule === null ? null : shiftAt(schedule, atMs),
    state: stateOf(line, study, schedule, nowMs),
    sittingId: came?.sittingId ?? null,
    way: came?.way ?? null,
    atMs: came?.atMs ?? null,
    claimedAtMs: came?.claimedAtMs ?? null,
    reason: came === null ? excuse : came.reason,
    markedBy: came?.markedBy?.name ?? null,
    corrections: [...(came === record ? [] : markUnder(record)), ...line.corrections.map(toEntry)],
  };
}

const toEntry = ({ from, to, reason, by, atMs }: Correction): Entry => {
  return { from, to, reason, byName: by.name, atMs };
};

/** The mark over which the person came, as the first of the entries: who, when and why. */
function markUnder(record: AttendanceRecord | null): readonly Entry[] {
  if (record?.way !== 'by-hand' || record.markedBy === null) return [];
  const { state, reason, markedBy, atMs } = record;
  return [{ from: 'expected', to: state, reason, byName: markedBy.name, atMs }];
}

const compare = (a: string, b: string) => (a < b ? -1 : 1);
