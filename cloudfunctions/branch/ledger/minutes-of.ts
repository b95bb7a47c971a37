import type { Minutes } from '../../../contract/branch/minutes';
import { outcomeOf, type Outcome } from '../../../domain/branch/outcome';
import { markedState, stateAsNoted, tookPart, wasThere } from '../../../domain/study/attendance';
import { heldSittings } from '../../../domain/study/sitting';
import { stateFor } from '../../_kit/state-for-phone';
import { cameBy } from '../../_store/study/came-by';
import { meetingMinutes, type MinutesDocument } from '../../_store/branch/minutes';
import { isInRegister, type AttendanceDocument } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { studies, type StudyDocument } from '../../_store/study/studies';

interface Phone {
  readonly knowsAsleep: boolean;
  readonly readsLeniently: boolean;
}

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
  phone: Phone,
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
  const several = sittingsOf(isCancelled ? held : sittings, isDecided ? lines : []);
  const shown = {
    nowMs,
    topic,
    kind,
    branchName,
    startAtMs,
    places: [...new Set(sittings.map(({ place }) => place))],
    ...(phone.readsLeniently && several.length > 1 && { sittings: several }),
    hasBegun: isCancelled ? held.length > 0 : startAtMs <= nowMs,
    register: isDecided ? registerOf(lines, phone) : null,
    revision: stored?.revision ?? 0,
    written: newest ?? null,
    earlier,
  };
  return { study, stored, lines, shown };
}

/** Names by what a final register says of them; each stands in one place. */
function registerOf(lines: readonly AttendanceDocument[], phone: Phone) {
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

/** By start, each with who was there, by name; by what they came to, as the register has it. */
function sittingsOf(
  sittings: readonly StudyDocument['sittings'][number][],
  lines: readonly AttendanceDocument[],
): NonNullable<Minutes['sittings']> {
  const came = lines.filter((line) => wasThere(markedState(line)));
  return [...sittings]
    .sort((a, b) => a.startAtMs - b.startAtMs)
    .map(({ sittingId, startAtMs, place }) => ({
      startAtMs,
      place,
      came: came.filter((line) => cameBy(line)?.sittingId === sittingId).map(({ name }) => name),
    }));
}

/** To a phone without a word for it, a make-up leaves the line as it was: it puts nobody in the room. docs/rules.md#R-103 */
function outcomeFor(phone: Phone, line: AttendanceDocument): Outcome {
  const outcome = outcomeOf(stateFor(phone, stateAsNoted(line)));
  if (outcome !== 'made-up' || phone.knowsAsleep) return outcome;
  const corrections = line.corrections.filter(({ to }) => to !== 'made-up');
  return outcomeOf(stateFor(phone, stateAsNoted({ ...line, makeUp: {}, corrections })));
}
