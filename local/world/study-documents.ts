import type { StoredSitting, StudyDocument } from '../../cloudfunctions/_store/study/studies';
import type { PersonSchedule } from '../../domain/shift/person-schedule';
import { finalAtMs, firstStartAtMs, type SittingTimes } from '../../domain/study/sitting';
import { fitOf } from '../../domain/study/sitting-fit';
import { addDays, dayOfInstant, MS_PER_DAY, MS_PER_HOUR } from '../../domain/time/local-day';
import { demoPeople } from './people';
import { seededRandom } from './seeded-random';
import { chooseSittings, sittingOpenAt } from './sitting-times';
import type { PlannedStudy } from './study-plan';
import { PLACES } from './topics';

const ANNOUNCED_BEFORE_MS = 5 * MS_PER_DAY;

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
  const publishedAtMs = Math.min(firstAtMs - ANNOUNCED_BEFORE_MS, nowMs - 20 * MS_PER_HOUR);
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
    createdAtMs: publishedAtMs - MS_PER_HOUR,
    publishedAtMs: state === 'draft' ? null : publishedAtMs,
    lastRequestId: `demo-${studyId}`,
    schemaVersion: 1,
  };
}

function timesOf(
  { isOpenNow, fromDay, mostSittings, topic }: PlannedStudy,
  people: readonly PersonSchedule[],
  nowMs: number,
): SittingTimes[] {
  if (!isOpenNow) return chooseSittings(people, fromDay, topic.minutes, mostSittings);
  const open = sittingOpenAt(nowMs, topic.minutes);
  const others = people.filter((person) => fitOf(person, open) !== 'free');
  const nextDay = addDays(dayOfInstant(open.startAtMs), 1);
  return [open, ...chooseSittings(others, nextDay, topic.minutes, mostSittings - 1)];
}

function sittingOf(planned: PlannedStudy, times: SittingTimes, index: number): StoredSitting {
  const random = seededRandom('sitting', planned.studyId, index);
  const sittingId = `${planned.studyId}-${index + 1}`;
  const place = random.pick(PLACES[planned.branch.branchId] ?? []);
  return { sittingId, place, ...times, closedAtMs: null, secret: random.hex(48) };
}
