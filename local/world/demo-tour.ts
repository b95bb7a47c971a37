import { isBound, type Member } from '../../cloudfunctions/_store/people/member-document';
import { organisationOf, type Organisation } from '../../cloudfunctions/_store/people/organisation';
import type { DeliveryDocument } from '../../cloudfunctions/_store/delivery/delivery-document';
import type { AttendanceDocument } from '../../cloudfunctions/_store/study/attendance-document';
import type { StoredSitting, StudyDocument } from '../../cloudfunctions/_store/study/studies';
import { quietUntil } from '../../domain/shift/availability';
import { closingAtMs } from '../../domain/study/sitting';
import type { DeskTour } from '../preview/desk/desk-answer';
import { scannersOf } from './scanners';
import type { KeptWorld } from './kept-world';

type CheckIn = NonNullable<DeskTour['checkIn']>;
type Quiet = NonNullable<DeskTour['quiet']>;

/** What to try first with what is kept, as it stands at `nowMs`. */
export function demoTour(kept: KeptWorld, nowMs: number): DeskTour {
  const organisation = organisationOf(kept.branches, kept.rotations);
  const checkIn = checkInOf(kept, organisation, nowMs);
  const presenter = kept.members.find(({ _id }) => _id === checkIn?.presenter);
  const others = kept.members.filter(
    (member) =>
      isPlain(member) &&
      member._id !== checkIn?.scanner &&
      (presenter === undefined || member.branchId === presenter.branchId),
  );
  return { checkIn, quiet: quietOf(others, kept.deliveries, organisation, nowMs) };
}

const isPlain = (member: Member): boolean => isBound(member) && member.roles.join() === 'member';

/** The sitting that is open, or opens next, with somebody who can scan its code. */
function checkInOf(kept: KeptWorld, organisation: Organisation, nowMs: number): CheckIn | null {
  const ahead = kept.studies
    .filter(({ state }) => state === 'published')
    .flatMap((study) => study.sittings.map((sitting) => ({ study, sitting })))
    .filter(({ sitting }) => closingAtMs(sitting) > nowMs)
    .sort((a, b) => a.sitting.opensAtMs - b.sitting.opensAtMs);
  for (const { study, sitting } of ahead) {
    const atMs = Math.max(nowMs, sitting.opensAtMs);
    const scanner = scannersOf(awaited(study, sitting, kept, organisation), sitting, atMs)[0];
    if (scanner === undefined) continue;
    const [presenter, presentsAs] = presenterOf(study, scanner.member, kept.members);
    if (presenter === undefined) continue;
    return {
      presenter: presenter._id,
      presentsAs,
      scanner: scanner.member._id,
      topic: study.topic,
      opensAtMs: sitting.opensAtMs > nowMs ? sitting.opensAtMs : null,
    };
  }
  return null;
}

/** Those who are not in, and have neither asked for leave nor chosen another sitting. */
function awaited(
  study: StudyDocument,
  sitting: StoredSitting,
  { attendances, members }: KeptWorld,
  organisation: Organisation,
) {
  const isAwaited = ({ studyId, isExpected, record, reply }: AttendanceDocument) =>
    studyId === study._id &&
    isExpected &&
    record === null &&
    (reply === null || (reply.kind === 'coming' && reply.sittingId === sitting.sittingId));
  const ids = new Set(attendances.filter(isAwaited).map(({ memberId }) => memberId));
  return members
    .filter(({ _id }) => ids.has(_id))
    .map((member) => ({ member, schedule: organisation.scheduleOf(member) }));
}

/** The leader where a group meets, else the secretary. */
function presenterOf(
  { audience, branchId }: StudyDocument,
  { groupId }: Member,
  members: readonly Member[],
): readonly [Member | undefined, CheckIn['presentsAs']] {
  const isOfGroup = audience.kind === 'groups';
  const presentsAs = isOfGroup ? 'group-leader' : 'secretary';
  const presenter = members.find(
    (member) =>
      isBound(member) &&
      member.branchId === branchId &&
      member.roles.includes(presentsAs) &&
      (!isOfGroup || member.groupId === groupId),
  );
  return [presenter, presentsAs];
}

const AFTER_SHIFT: readonly string[] = ['shift', 'handover-before', 'handover-after'];

/** Whose phone will ring, else whoever a message waits for, else anybody out of reach. */
function quietOf(
  people: readonly Member[],
  deliveries: readonly DeliveryDocument[],
  organisation: Organisation,
  nowMs: number,
): Quiet | null {
  const outOfReach = new Map(
    people.flatMap((member): [string, Omit<Quiet, 'person' | 'title'>][] => {
      const quiet = quietUntil(organisation.scheduleOf(member), nowMs);
      if (quiet === null) return [];
      const { untilAtMs, reason, now } = quiet;
      const state = now.state === 'on-duty' ? 'on-duty' : 'resting';
      const after = AFTER_SHIFT.includes(reason.code) ? 'shift' : 'sleep';
      return [[member._id, { state, after, untilAtMs }]];
    }),
  );
  const waiting = deliveries
    .filter(({ cancelledAtMs, isSuperseded }) => cancelledAtMs === null && !isSuperseded)
    .flatMap(({ title, groups }) =>
      groups
        .filter(({ state, atMs }) => state === 'pending' && atMs > nowMs)
        .flatMap(({ atMs, subscribe, inboxOnly }) => [
          ...subscribe.map((person) => ({ person, rings: true, title, atMs })),
          ...inboxOnly.map(({ memberId }) => ({ person: memberId, rings: false, title, atMs })),
        ]),
    )
    // What comes only days later waits for its own time, not for the person.
    .filter(({ person, atMs }) => atMs === outOfReach.get(person)?.untilAtMs)
    .sort((a, b) => Number(b.rings) - Number(a.rings) || a.atMs - b.atMs);
  for (const { person, title } of waiting) {
    const quiet = outOfReach.get(person);
    if (quiet !== undefined) return { person, title, ...quiet };
  }
  const [someone] = outOfReach;
  return someone === undefined ? null : { person: someone[0], title: null, ...someone[1] };
}
