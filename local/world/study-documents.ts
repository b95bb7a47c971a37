import type { StoredSitting, StudyDocument } from '../../cloudfunctions/_store/study/studies';
import type { PersonSchedule } from '../../domain/shift/person-schedule';
import { finalAtMs, firstStartAtMs, type SittingTimes } from '../../domain/study/sitting';
import { fitOf } from '../../domain/study/sitting-fit';
import {
  addDays,
  dayOfInstant,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
} from '../../domain/time/local-day';
import { demoPeople } from './people';
import { seededRandom } from './seeded-random';
import { chooseSittings } from './sitting-times';
import type { PlannedStudy } from './study-plan';
import { PLACES } from './topics';
import { meetingDays, officeHourBefore } from './workdays';

const ANNOUNCED_BEFORE_MS = 5 * MS_PER_DAY;
/** What is called off was published this much earlier, so that there was time for it. */
const EARLIER_MS = 3 * MS_PER_DAY;
const WRITTEN_WITHIN_MS = 20 * MS_PER_MINUTE;

/** The study as its officer would have made it, with sittings that suit the people it is for. */
export function studyDocument(
  planned: PlannedStudy,
  people: readonly PersonSchedule[],
  nowMs: number,
): StudyDocument {
  const { branch, topic, studyId, state } = planned;
  const officer = demoPeople.find(
    (person) =>
      person.branchId === branch.branchId && person.roles.includes('organisation-officer'),
  );
  if (officer === undefined) throw new Error(`no organisation officer in ${branch.name}`);
  const sittings = timesOf(planned, people, nowMs).map((times, index) =>
    sittingOf(planned, times, index),
  );
  const firstAtMs = firstStartAtMs(sittings);
  const earlierMs = state === 'cancelled' ? EARLIER_MS : 0;
  const publishedAtMs = officeHourBefore(
    Math.min(firstAtMs - ANNOUNCED_BEFORE_MS, nowMs - 20 * MS_PER_HOUR) - earlierMs,
  );
  const revision = { draft: 0, published: 1, cancelled: 2 }[state];
  return {
    _id: studyId,
    branchId: branch.branchId,
    branchName: branch.name,
    topic: topic.topic,
    why: topic.why,
    kind: topic.kind,
    minutes: topic.minutes,
    audience: planned.audience,
    materials:
      topic.reading === undefined
        ? []
        : [
            {
              title: topic.reading.title,
              kind: 'article',
              url: `https://example.com/reading/${topic.kind}`,
              minutes: topic.reading.minutes,
              isMustRead: false,
            },
          ],
    sittings,
    state,
    cancelReason: planned.cancelReason,
    revision,
    settledRevision: revision,
    expected: state === 'draft' ? 0 : people.length,
    firstStartAtMs: firstAtMs,
    lastCloseAtMs: finalAtMs(sittings),
    createdBy: { memberId: officer.memberId, name: officer.name },
    createdAtMs: publishedAtMs - WRITTEN_WITHIN_MS,
    publishedAtMs: state === 'draft' ? null : publishedAtMs,
    ...(state === 'published' && finalAtMs(sittings) <= nowMs && { dutyNotedAtMs: nowMs }),
    lastRequestId: `demo-${studyId}`,
    schemaVersion: 1,
  };
}

function timesOf(
  { openSitting, fromDay, mostSittings, topic }: PlannedStudy,
  people: readonly PersonSchedule[],
  nowMs: number,
): SittingTimes[] {
  const today = dayOfInstant(nowMs);
  if (openSitting === null) {
    return chooseSittings(people, meetingDays(fromDay, today), topic.minutes, mostSittings);
  }
  if (mostSittings === 1) return [openSitting];
  const others = people.filter((person) => fitOf(person, openSitting) !== 'free');
  const days = meetingDays(addDays(today, 1), today);
  return [openSitting, ...chooseSittings(others, days, topic.minutes, mostSittings - 1)];
}

function sittingOf(planned: PlannedStudy, times: SittingTimes, index: number): StoredSitting {
  const random = seededRandom('sitting', planned.studyId, index);
  const sittingId = `${planned.studyId}-${index + 1}`;
  const place = random.pick(PLACES[planned.branch.branchId] ?? []);
  return { sittingId, place, ...times, closedAtMs: null, secret: random.hex(48) };
}
