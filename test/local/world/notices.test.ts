import { inboxEntry, isIn } from '../../../cloudfunctions/_deliver/inbox-entry';
import type { DeliveryDocument } from '../../../cloudfunctions/_store/delivery/delivery-document';
import { organisationOf } from '../../../cloudfunctions/_store/people/organisation';
import { quietUntil } from '../../../domain/shift/availability';
import { instantOf, localDay, MS_PER_HOUR, MS_PER_MINUTE } from '../../../domain/time/local-day';
import { demoTour } from '../../../local/world/demo-tour';
import { worldAt, type World } from '../../../local/world/seed-world';

const cases = [
  ...['00:56', '04:30', '08:40', '10:12', '15:59', '17:50', '20:05', '22:42'].map(
    (time) => `2026-03-11 ${time}`,
  ),
  ...['03:17', '15:59'].map((time) => `2026-10-04 ${time}`),
].map((said): [string, number] => {
  const minute = Number(said.slice(11, 13)) * 60 + Number(said.slice(14));
  return [said, instantOf(localDay(said.slice(0, 10)), minute)];
});

describe.each(cases)('the messages at %s', (_, nowMs) => {
  let world: World;
  let tour: ReturnType<typeof demoTour>;
  let organisation: ReturnType<typeof organisationOf>;
  beforeAll(() => {
    world = worldAt(nowMs);
    tour = demoTour(world, nowMs);
    organisation = organisationOf(world.branches, world.rotations);
  });

  const inboxOf = (memberId: string) =>
    world.deliveries
      .filter(
        ({ memberIds, cancelledAtMs }) => cancelledAtMs === null && memberIds.includes(memberId),
      )
      .map((document) => inboxEntry(document, memberId, nowMs))
      .filter((entry) => entry !== null);
  const isPending = ({ groups }: DeliveryDocument) =>
    groups.some(({ state }) => state === 'pending');

  test('name two people for the check-in that is open, and one for whom a message waits', () => {
    expect(tour.checkIn?.opensAtMs).toBeNull();
    expect(tour.quiet?.title).toEqual(expect.any(String));
    const people = [tour.checkIn?.presenter, tour.checkIn?.scanner, tour.quiet?.person];
    expect(new Set(people).size).toBe(3);
  });

  test('came to everybody for at least three reasons', () => {
    for (const { _id } of world.members) {
      const reasons = new Set(inboxOf(_id).map(({ why }) => why.code));
      expect({ _id, reasons: reasons.size >= 3 }).toEqual({ _id, reasons: true });
    }
  });

  test('leave one must-read open for who scans and for who waits, and none for who presents', () => {
    const open = (memberId = '') =>
      inboxOf(memberId).filter(
        (entry) => entry.document.isMustRead && entry.acknowledgedAtMs === null,
      );
    expect(open(tour.checkIn?.scanner)).toHaveLength(1);
    expect(open(tour.quiet?.person)).toHaveLength(1);
    expect(open(tour.checkIn?.presenter)).toHaveLength(0);
  });

  test('have been on the screen of nearly everybody, but not all of who scans', () => {
    const isUnread = ({ _id, inboxSeenAtMs }: World['members'][number]) =>
      inboxOf(_id).some(({ atMs }) => atMs > inboxSeenAtMs);
    const unread = world.members
      .filter(({ account }) => account.startsWith('demo-'))
      .filter(isUnread);
    expect(unread.length).toBeLessThan(world.members.length / 3);
    expect(unread.map(({ _id }) => _id)).toContain(tour.checkIn?.scanner);
  });

  test('reach who is out of reach when they are awake and off shift again, and their phone rings', () => {
    const { person = '', title, untilAtMs = 0 } = tour.quiet ?? {};
    const member = world.members.find(({ _id }) => _id === person)!;
    const waiting = world.deliveries.find((document) => document.title === title)!;
    const group = waiting.groups.find((each) => isIn(each, person))!;
    expect(group).toMatchObject({ state: 'pending', atMs: untilAtMs });
    expect(group.subscribe).toContain(person);
    expect(quietUntil(organisation.scheduleOf(member), nowMs)?.untilAtMs).toBe(untilAtMs);
    expect(member.credits).toEqual({ notice: 1 });
    expect(untilAtMs - nowMs).toBeLessThan(15 * MS_PER_HOUR);
  });

  test('show their sender who has them and who waits', () => {
    const { memberIds, groups } = world.deliveries.find(
      ({ title }) => title === tour.quiet?.title,
    )!;
    const inState = (state: string) =>
      memberIds.filter((id) => groups.some((group) => group.state === state && isIn(group, id)));
    expect(inState('done').length).toBeGreaterThan(0);
    expect(inState('pending').length).toBeGreaterThan(0);
    expect(inState('done').length + inState('pending').length).toBe(memberIds.length);
  });

  test('have reminders that came and reminders that are planned', () => {
    const reminders = world.deliveries.filter(({ kind }) => kind === 'sitting-reminder');
    expect(reminders.some((document) => !isPending(document))).toBe(true);
    expect(reminders.some(isPending)).toBe(true);
  });

  test('wait exactly where their time has not come, and nothing is of the future', () => {
    for (const { createdAtMs, cancelledAtMs, groups, acks } of world.deliveries) {
      expect(createdAtMs).toBeLessThanOrEqual(nowMs);
      for (const { atMs } of Object.values(acks)) expect(atMs).toBeLessThanOrEqual(nowMs);
      if (cancelledAtMs !== null) continue;
      for (const { atMs, state } of groups) {
        // The clock comes by once a minute.
        if (Math.abs(atMs - nowMs) < MS_PER_MINUTE) continue;
        expect({ atMs, state }).toEqual({ atMs, state: atMs > nowMs ? 'pending' : 'done' });
      }
    }
  });

  test('are acknowledged by those only who had them', () => {
    for (const document of world.deliveries) {
      for (const [memberId, { atMs }] of Object.entries(document.acks)) {
        expect(inboxEntry(document, memberId, atMs)).not.toBeNull();
      }
    }
  });
});
