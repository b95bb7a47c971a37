import { isOnLeave } from '../../../domain/study/leave';
import { isAsked } from '../../../domain/people/audience';
import { isSamePlace, sittingsTaking, type OwnAnswer } from '../../../domain/study/other-sittings';
import { closingAtMs } from '../../../domain/study/sitting';
import { intersects, type Interval } from '../../../domain/time/interval';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Member } from '../people/member-document';
import type { Rotas } from '../people/organisation';
import { personOn } from '../people/person-on';
import type { AttendanceDocument } from './attendance-document';
import { attendances } from './attendances';
import { studies, type StudyDocument } from './studies';

/** A sitting of another study, with what it is called. */
export interface OtherSitting extends Interval {
  readonly sittingId: string;
  readonly studyId: string;
  readonly place: string;
  readonly topic: string;
  readonly branchId: string;
  readonly branchName: string;
}

/** What else is held in some time: takes people and rooms. docs/rules.md#R-148 */
export interface OtherSittings {
  /** Those that take a member's time, for all members of one rota and one set of answers the same list. */
  of(member: Member): readonly OtherSitting[];
  at(place: string): readonly OtherSitting[];
}

export interface OtherStudies {
  readonly studies: readonly StudyDocument[];
  /** Of people who have said something to one of them, or been in it. */
  readonly answered: readonly AttendanceDocument[];
  readonly interval: Interval;
}

/**
 * What else a branch holds in an interval, and what anybody holds at these places.
 * One request; one more where there is something.
 * @param studyId the study itself, which is no other
 */
export async function readOtherStudies(
  branchId: string,
  places: readonly string[],
  interval: Interval,
  studyId?: string,
): Promise<OtherStudies> {
  const found = await studies.publishedDuring(branchId, places, interval);
  const others = found.filter(({ _id }) => _id !== studyId);
  const own = others.filter((study) => study.branchId === branchId).map(({ _id }) => _id);
  const answered = own.length === 0 ? [] : await attendances.answered(own);
  return { studies: others, answered, interval };
}

export function otherSittings(
  { studies: others, answered, interval }: OtherStudies,
  { scheduleOf }: Pick<Rotas, 'scheduleOf'>,
  nowMs: number,
): OtherSittings {
  const day = dayOfInstant(nowMs);
  const lines = new Map(answered.map((line) => [line._id, line]));
  const all = others.map((study) => ({ study, sittings: sittingsOf(study) }));
  const during = (sittings: readonly OtherSitting[]) =>
    sittings
      .filter((sitting) => intersects(sitting, interval))
      .sort((a, b) => a.startAtMs - b.startAtMs);
  const known = new Map<string, readonly OtherSitting[]>();
  return {
    of(member) {
      const asked = all
        .filter(({ study }) => isAsked(study, personOn(member, day), day))
        .map(({ study, sittings }) => {
          const line = lines.get(`${study._id}_${member._id}`);
          return { sittings, answer: answerOf(line, sittings), studyId: study._id };
        });
      const { crewHistory, overrides, sleepPreference } = member;
      const answers = asked.map(({ studyId, answer }) => [studyId, answer]);
      const key = JSON.stringify([crewHistory, overrides, sleepPreference, answers]);
      const same = known.get(key);
      if (same !== undefined) return same;
      const schedule = scheduleOf(member);
      const taking = during(
        asked.flatMap(({ sittings, answer }) => sittingsTaking(schedule, sittings, answer)),
      );
      known.set(key, taking);
      return taking;
    },
    at: (place) =>
      during(all.flatMap(({ sittings }) => sittings)).filter((sitting) =>
        isSamePlace(sitting.place, place),
      ),
  };
}

/** But for those that were closed before they began: they are not held. */
function sittingsOf(study: StudyDocument): readonly OtherSitting[] {
  const { _id, topic, branchId, branchName } = study;
  return study.sittings
    .filter((sitting) => closingAtMs(sitting) > sitting.startAtMs)
    .map(({ sittingId, startAtMs, endAtMs, place }) => ({
      ...{ sittingId, startAtMs, endAtMs, place },
      ...{ studyId: _id, topic, branchId, branchName },
    }));
}

/** What was entered outweighs what was said; a choice that is no more is none. */
function answerOf(
  line: AttendanceDocument | undefined,
  sittings: readonly OtherSitting[],
): OwnAnswer {
  const { reply = null, record = null, isIn = false } = line ?? {};
  const sittingId =
    isIn && record !== null
      ? record.sittingId
      : reply?.kind === 'coming'
        ? reply.sittingId
        : undefined;
  const isThere = sittings.some((sitting) => sitting.sittingId === sittingId);
  if (sittingId !== undefined && isThere) return { kind: 'chosen', sittingId };
  return isOnLeave(reply) ? { kind: 'not-coming' } : { kind: 'none' };
}
