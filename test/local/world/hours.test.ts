import { organisationOf } from '../../../cloudfunctions/_store/people/organisation';
import { toMyStudy } from '../../../cloudfunctions/study/mine/my-study';
import { availabilityAt } from '../../../domain/shift/availability';
import { nationalCalendar } from '../../../domain/shift/national-calendar';
import { shiftsOf } from '../../../domain/shift/roster-day';
import { fitOf } from '../../../domain/study/sitting-fit';
import {
  addDays,
  dayOfInstant,
  instantOf,
  localDay,
  minuteOfInstant,
  MS_PER_HOUR,
  MS_PER_MINUTE,
} from '../../../domain/time/local-day';
import { memberDocuments } from '../../../local/world/member-documents';
import { branchDocuments, rotationDocuments } from '../../../local/world/organisation';
import { worldAt } from '../../../local/world/seed-world';
import { planStudies } from '../../../local/world/study-plan';
import { asksOf } from '../../../miniprogram/pages/today/asks.view';

/** A whole week, and days on which something is different. */
const WEEK = Array.from({ length: 7 }, (_, index) => addDays(localDay('2026-03-09'), index));
const OTHER_DAYS = [
  ...['2026-01-31', '2026-02-01', '2026-02-14', '2026-02-18', '2026-02-28', '2026-10-01'],
  ...['2026-12-31', '2027-01-01', '2028-02-29', '2031-05-02'],
].map(localDay);
const ODD_MINUTES = [0, 7, 19, 29, 30, 42, 51, 59];

const everyHour = [...WEEK, ...OTHER_DAYS].flatMap((day, dayIndex) =>
  Array.from({ length: 24 }, (_, hour) => {
    const minute = ODD_MINUTES[(dayIndex + hour * 3) % ODD_MINUTES.length] ?? 0;
    return instantOf(day, hour * 60 + minute);
  }),
);

/** Hours at which something else is open, is waited for, or is slept through; also on a holiday. */
const oddInstants = [
  ...['00:56', '03:17', '06:58', '08:05', '10:12', '13:40', '17:50', '19:28', '22:42'].map((time) =>
    instantOf(localDay('2026-03-11'), minutesOf(time)),
  ),
  ...['04:30', '10:12', '22:42'].map((time) => instantOf(localDay('2026-10-01'), minutesOf(time))),
];

const said = (atMs: number) =>
  `${dayOfInstant(atMs)} ${Math.floor(minuteOfInstant(atMs) / 60)}:${minuteOfInstant(atMs) % 60}`;
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
const isBetween = (minute: number, from: string, to: string) =>
  minutesOf(from) <= minute && minute <= minutesOf(to);

const worlds = new Map<number, ReturnType<typeof worldAt>>();
function world(nowMs: number) {
  const known = worlds.get(nowMs) ?? worldAt(nowMs);
  worlds.set(nowMs, known);
  return known;
}

/** As they are all through a day. */
const peopleOfDay = new Map<string, ReturnType<typeof scheduledAt>>();
function scheduled(nowMs: number) {
  const day = dayOfInstant(nowMs);
  const known = peopleOfDay.get(day) ?? scheduledAt(nowMs);
  peopleOfDay.set(day, known);
  return known;
}

function scheduledAt(nowMs: number) {
  const organisation = organisationOf(branchDocuments(nowMs), rotationDocuments());
  return memberDocuments(nowMs).map((member) => ({
    member,
    schedule: organisation.scheduleOf(member),
  }));
}

test('at every hour one sitting is open, and starts soon or goes on', () => {
  const wrong = everyHour.filter((nowMs) => {
    const open = planStudies(nowMs).flatMap(({ openSitting }) => openSitting ?? []);
    return !(
      open.length === 1 &&
      open.every(
        ({ opensAtMs, startAtMs, closesAtMs }) =>
          opensAtMs <= nowMs && nowMs < closesAtMs && startAtMs - nowMs <= 40 * MS_PER_MINUTE,
      )
    );
  });
  expect(wrong.map(said)).toEqual([]);
});

test('a whole branch is called together on working days at hours of the day only', () => {
  for (const nowMs of everyHour) {
    for (const { audience, openSitting } of planStudies(nowMs)) {
      if (openSitting === null || audience.kind !== 'branch') continue;
      const { startAtMs } = openSitting;
      expect({
        at: said(nowMs),
        isWorkday: nationalCalendar.isWorkday(dayOfInstant(startAtMs)) !== false,
        isByDay: isBetween(minuteOfInstant(startAtMs), '08:30', '19:30'),
      }).toEqual({ at: said(nowMs), isWorkday: true, isByDay: true });
    }
  }
});

test('at night and on days off it is the sitting of a crew that met awake before its shift', () => {
  let crews = 0;
  for (const nowMs of everyHour) {
    const people = scheduled(nowMs);
    for (const { audience, openSitting } of planStudies(nowMs)) {
      if (openSitting === null || audience.kind !== 'groups') continue;
      crews += 1;
      const crew = people.filter(
        ({ member }) =>
          audience.groupIds.includes(member.groupId ?? '') && member.overrides.length === 0,
      );
      expect(crew.length).toBeGreaterThan(4);
      for (const { schedule } of crew) {
        const day = dayOfInstant(openSitting.startAtMs);
        const shifts = shiftsOf(schedule, day, addDays(day, 1));
        expect({
          at: said(nowMs),
          fit: fitOf(schedule, openSitting),
          isAwake: availabilityAt(schedule, nowMs).state !== 'asleep',
          isBeforeShift: shifts.some(
            ({ startAtMs, endAtMs }) =>
              openSitting.endAtMs <= startAtMs && openSitting.closesAtMs <= endAtMs,
          ),
        }).toEqual({ at: said(nowMs), fit: 'free', isAwake: true, isBeforeShift: true });
      }
    }
  }
  expect(crews).toBeGreaterThan(everyHour.length / 4);
});

test('everything else meets on working days between eight and twenty', () => {
  for (const day of OTHER_DAYS.filter((_, index) => index % 2 === 1)) {
    const nowMs = instantOf(day, minutesOf('22:42'));
    for (const { _id, sittings } of world(nowMs).studies) {
      if (_id === 'yx-open-now') continue;
      for (const { startAtMs } of sittings) {
        expect({
          _id,
          at: said(startAtMs),
          isWorkday: nationalCalendar.isWorkday(dayOfInstant(startAtMs)) !== false,
          isByDay: isBetween(minuteOfInstant(startAtMs), '08:00', '20:00'),
        }).toMatchObject({ isWorkday: true, isByDay: true });
      }
    }
  }
});

test('is there also where a reminder comes while somebody waits for another message', () => {
  const nowMs = instantOf(localDay('2026-12-01'), minutesOf('15:30'));
  expect(world(nowMs).deliveries.length).toBeGreaterThan(0);
});

test('nobody writes to a branch at night', () => {
  for (const nowMs of oddInstants) {
    const { studies, deliveries } = world(nowMs);
    for (const { publishedAtMs } of studies) {
      const minute = minuteOfInstant(publishedAtMs ?? nowMs);
      if (publishedAtMs !== null) expect(isBetween(minute, '08:00', '17:30')).toBe(true);
    }
    for (const { createdAtMs, title } of deliveries) {
      const isByDay = isBetween(minuteOfInstant(createdAtMs), '08:00', '20:00');
      expect({ title, at: said(createdAtMs), isByDay }).toMatchObject({ isByDay: true });
    }
  }
});

test('no card calls anybody to a check-in that is hours away, or that is none of theirs', () => {
  let calls = 0;
  for (const nowMs of oddInstants) {
    const { studies, attendances, members, branches, rotations } = world(nowMs);
    const organisation = organisationOf(branches, rotations);
    const studyOf = new Map(studies.map((study) => [study._id, study]));
    for (const member of members) {
      const schedule = organisation.scheduleOf(member);
      const mine = attendances
        .filter(({ memberId, lastCloseAtMs }) => memberId === member._id && lastCloseAtMs > nowMs)
        .map((line) => ({ line, study: studyOf.get(line.studyId)! }))
        .map((each) => toMyStudy(each, schedule, nowMs, { knowsAsleep: true }));
      for (const { act, sittingId, badge } of asksOf(mine, [], [], nowMs)) {
        if (act !== 'check-in') continue;
        calls += 1;
        const sitting = mine
          .flatMap(({ sittings }) => sittings)
          .find((each) => each.sittingId === sittingId)!;
        expect({
          at: said(nowMs),
          badge: badge?.text,
          isSoon: sitting.startAtMs - nowMs <= 40 * MS_PER_MINUTE,
          isNotLongOver: nowMs - sitting.endAtMs < 7 * MS_PER_HOUR,
          isAwake: availabilityAt(schedule, nowMs).state !== 'asleep',
        }).toMatchObject({ isSoon: true, isNotLongOver: true, isAwake: true });
      }
    }
  }
  expect(calls).toBeGreaterThan(oddInstants.length);
});
