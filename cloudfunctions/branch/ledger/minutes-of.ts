import type { Minutes } from '../../../contract/branch/minutes';
import { outcomeOf, type Outcome } from '../../../domain/branch/outcome';
import { stateAsNoted, tookPart } from '../../../domain/study/attendance';
import { heldSittings } from '../../../domain/study/sitting';
import { stateFor } from '../../_kit/state-for-phone';
import { meetingMinutes, type MinutesDocument } from '../../_store/branch/minutes';
import { isInRegister, type AttendanceDocument } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { studies, type StudyDocument } from '../../_store/study/studies';

interface Found {
  readonly study: StudyDocument;
  readonly stored: MinutesDocument | null;
  /** Who stands in the register. */
  readonly lines: readonly AttendanceDocument[];
  readonly shown: Minutes;
}

/** What is known of a meeting, for the phone that asks: three requests at once; null: there is none. */
export async function minutesOf(
  studyId: string,
  nowMs: number,
  phone: Parameters<typeof stateFor>[0],
): Promise<Found | null> {
  const [study, stored, all] = await Promise.all([
    studies.byId(studyId),
    meetingMinutes.ofStudy(studyId),
    attendances.ofStudy(studyId),
  ]);
  if (study === null || study.publishedAtMs === null) return null;
  const isCancelled = study.state === 'cancelled';
  const held = heldSittings(study.sittings);
  const lines = all
    .filter((line) => isInRegister(line) && (!isCancelled || tookPart(line, held)))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  const { topic, kind, branchName, firstStartAtMs: startAtMs, sittings, dutyNotedAtMs } = study;
  const [newest, ...earlier] = (stored?.versions ?? []).map(({ by, ...version }) => ({
    ...version,
    byName: by.name,
  }));
  const isDecided = isCancelled || dutyNotedAtMs !== undefined;
  const shown = {
    nowMs,
    topic,
    kind,
    branchName,
    startAtMs,
    places: [...new Set(sittings.map(({ place }) => place))],
    hasBegun: isCancelled ? held.length > 0 : startAtMs <= nowMs,
    register: isDecided ? registerOf(lines, phone) : null,
    revision: stored?.revision ?? 0,
    written: newest ?? null,
    earlier,
  };
  return { study, stored, lines, shown };
}

/** Names by what a final register says of them; each stands in one place. */
function registerOf(lines: readonly AttendanceDocument[], phone: Parameters<typeof stateFor>[0]) {
  const of = (outcome: Outcome) =>
    lines.filter((line) => outcomeFor(phone, line) === outcome).map(({ name }) => name);
  return {
    asked: lines.length,
    came: of('came'),
    ...(phone.knowsAsleep && { madeUp: of('made-up') }),
    onLeave: of('on-leave'),
    onDuty: of('on-duty'),
    asleep: of('asleep'),
    missed: of('missed'),
    toConfirm: of('to-confirm'),
  };
}

/** To a phone without a word for it, a make-up leaves the line as it was: it puts nobody in the room. docs/rules.md#R-103 */
function outcomeFor(phone: Parameters<typeof stateFor>[0], line: AttendanceDocument): Outcome {
  const outcome = outcomeOf(stateFor(phone, stateAsNoted(line)));
  if (outcome !== 'made-up' || phone.knowsAsleep) return outcome;
  const corrections = line.corrections.filter(({ to }) => to !== 'made-up');
  return outcomeOf(stateFor(phone, stateAsNoted({ ...line, makeUp: {}, corrections })));
}
