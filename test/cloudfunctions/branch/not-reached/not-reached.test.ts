import {
  notReachedMessages,
  notReachedPeople,
  officeNotReached,
} from '../../../../contract/branch/not-reached';
import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import { instantOf, localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

const world = useBranchCloud();
const asSecretary = () => phone(world.cloud, 'phone-secretary', 'secretary');
const people = async () => (await asSecretary().get(notReachedPeople, { days: 7 })).people;
const whyOf = async () =>
  (await people()).map(({ memberId, lines }) => [memberId, ...lines.map(({ why }) => why)]);
const hoursAgo = (hours: number) => world.nowMs() - hours * MS_PER_HOUR;
const inCrew = (crewId: string) => ({
  crewHistory: [{ crewId, fromDay: localDay('2024-01-01') }],
});

type Outcomes = Readonly<Record<string, 'sent' | 'inbox-only' | 'no-credit' | 'unknown'>>;

/** An issue of the channel of yesterday, that came to this with each of them 20 hours ago. */
function issue(id: string, outcomes: Outcomes, more: Partial<DeliveryDocument> = {}) {
  const ids = Object.keys(outcomes);
  return aDelivery(id, ids, {
    kind: 'party-issue',
    isMustRead: false,
    page: `packages/channel/issues/issues?channel=party&day=${id}`,
    createdAtMs: hoursAgo(24),
    groups: [aGroup(ids, { atMs: hoursAgo(20), outcomes })],
    ...more,
  });
}

test('says of each person what has not reached them and why, by crew and name', async () => {
  const leave = {
    kind: 'leave',
    leaveKind: 'annual',
    id: 'leave',
    fromDay: localDay('2025-03-01'),
    toDay: localDay('2025-03-08'),
  } as const;
  await plant(world.cloud, {
    members: [
      aMember('alice', { ...inCrew('crew-1'), overrides: [leave] }),
      aMember('bob', { inboxSeenAtMs: hoursAgo(20) }),
    ],
    deliveries: [
      issue('d1', { alice: 'no-credit', bob: 'inbox-only', una: 'inbox-only', pat: 'sent' }),
      issue('d2', { leader: 'inbox-only', inspector: 'no-credit', publicist: 'unknown' }),
    ],
  });
  expect(await people()).toMatchObject([
    {
      memberId: 'alice',
      crewName: 'crew 1',
      lines: [{ why: 'away', untilAtMs: instantOf(localDay('2025-03-08'), 0), count: 1 }],
    },
    { memberId: 'inspector', crewName: null, lines: [{ why: 'no-credit', untilAtMs: null }] },
    { memberId: 'leader', lines: [{ why: 'not-looked', page: expect.stringContaining('day=d2') }] },
    { memberId: 'publicist', lines: [{ why: 'unknown' }] },
    { memberId: 'una', lines: [{ why: 'not-bound', messageId: 'd1', kind: 'party-issue' }] },
  ]);
});

test('who has slept or been on shift since it came owes nothing until the end of that', async () => {
  await plant(world.cloud, {
    members: [aMember('alice', inCrew('crew-4')), aMember('bob', inCrew('crew-5'))],
    deliveries: [
      aDelivery('now', ['alice', 'bob', 'pat'], {
        kind: 'safety',
        createdAtMs: hoursAgo(0.5),
        groups: [aGroup(['alice', 'bob', 'pat'], { atMs: hoursAgo(0.5) })],
      }),
    ],
  });
  const day = localDay('2025-03-05');
  expect(await people()).toMatchObject([
    { memberId: 'alice', lines: [{ why: 'on-duty', untilAtMs: instantOf(day, 14 * 60 + 30) }] },
    { memberId: 'bob', lines: [{ why: 'asleep', untilAtMs: instantOf(day, 16 * 60) }] },
    { memberId: 'pat', lines: [{ why: 'not-acknowledged', untilAtMs: null }] },
  ]);
});

test('what waits for somebody says until when; acknowledged and told in person is reached', async () => {
  const soonAtMs = world.nowMs() + MS_PER_HOUR;
  const ids = ['alice', 'bob', 'pat'];
  await plant(world.cloud, {
    deliveries: [
      aDelivery('must', ids, {
        groups: [aGroup(ids, { atMs: soonAtMs, state: 'pending', outcomes: {} })],
        acks: {
          bob: { atMs: 1, toldBy: { memberId: 'leader', name: 'Leader' } },
          pat: { atMs: 1, toldBy: null },
        },
      }),
    ],
  });
  expect(await people()).toMatchObject([
    { memberId: 'alice', lines: [{ why: 'waits', untilAtMs: soonAtMs }] },
  ]);
});

test('what was taken back, replaced, is a reminder, over or too old is not looked at', async () => {
  const open = { alice: 'inbox-only' } as const;
  await plant(world.cloud, {
    deliveries: [
      issue('taken', open, { cancelledAtMs: 1 }),
      issue('replaced', open, { isSuperseded: true }),
      issue('reminder', open, { reminds: 'x' }),
      issue('old', open, { createdAtMs: hoursAgo(7 * 24 + 1) }),
      issue('foreign', open, { branchId: 'other' }),
      issue('ordinary', open, { kind: 'branch-notice' }),
      issue('document', open, {
        kind: 'document-to-read',
        isMustRead: true,
        deadlineAtMs: hoursAgo(1),
      }),
      issue('study', open, { kind: 'study-published', deadlineAtMs: hoursAgo(1) }),
    ],
  });
  expect(await people()).toEqual([]);
  const month = await asSecretary().get(notReachedPeople, { days: 30 });
  expect(month.people).toMatchObject([{ lines: [{ messageId: 'old' }] }]);
});

test('a must-read that holds is listed however old it is, until it is acknowledged or over', async () => {
  const hoursOf40Days = 40 * 24;
  const old = (id: string, more: Partial<DeliveryDocument> = {}) =>
    issue(
      id,
      { alice: 'sent', bob: 'inbox-only', una: 'inbox-only' },
      {
        kind: 'document-to-read',
        isMustRead: true,
        createdAtMs: hoursAgo(hoursOf40Days),
        deadlineAtMs: world.nowMs() + 100 * MS_PER_DAY,
        acks: { bob: { atMs: 1, toldBy: null } },
        ...more,
      },
    );
  await plant(world.cloud, {
    deliveries: [
      old('document'),
      old('over', { deadlineAtMs: hoursAgo(1) }),
      old('taken', { cancelledAtMs: 1 }),
      old('foreign', { branchId: 'other' }),
      old('invitation', { kind: 'study-published', isMustRead: false }),
    ],
  });
  for (const days of [7, 30] as const) {
    const told = await asSecretary().get(notReachedPeople, { days });
    expect(told.people).toMatchObject([
      { memberId: 'alice', lines: [{ messageId: 'document', why: 'not-acknowledged', count: 1 }] },
      { memberId: 'una', lines: [{ messageId: 'document', why: 'not-bound', count: 1 }] },
    ]);
    const byMessage = await asSecretary().get(notReachedMessages, { days });
    expect(byMessage.messages).toMatchObject([{ messageId: 'document', open: 2 }]);
  }
  const { branches } = await phone(world.cloud, 'phone-office', 'office').get(officeNotReached, {
    days: 30,
  });
  expect(branches.find(({ branchId }) => branchId === 'own')).toMatchObject({ people: 2 });
});

test('who has left or moved is not named', async () => {
  await plant(world.cloud, {
    members: [
      aMember('alice', { branchId: 'other' }),
      aMember('bob', { leftDay: localDay('2025-03-01') }),
    ],
    deliveries: [issue('d1', { alice: 'inbox-only', bob: 'inbox-only' })],
  });
  expect(await whyOf()).toEqual([]);
});

test('who has answered an invitation to a study, or come, has heard of it; of a change only who has since', async () => {
  const startAtMs = world.nowMs() + MS_PER_DAY;
  const study = aStudy('s1', {
    sittings: [aSitting('s1', startAtMs)],
    firstStartAtMs: startAtMs,
    lastCloseAtMs: startAtMs + MS_PER_HOUR,
  });
  const sittingId = study.sittings[0]?.sittingId ?? '';
  const said = (atMs: number) => ({ reply: { kind: 'coming', sittingId, atMs } as const });
  const told = (id: string, kind: 'study-published' | 'study-changed', hours: number) =>
    issue(
      id,
      { alice: 'no-credit', bob: 'no-credit', pat: 'no-credit', leader: 'no-credit' },
      {
        kind,
        createdAtMs: hoursAgo(hours),
        deadlineAtMs: startAtMs,
        about: { kind: 'study', studyId: 's1', startAtMs },
      },
    );
  await plant(world.cloud, {
    studies: [study],
    attendances: [
      { ...aLine(study, aMember('alice')), ...said(hoursAgo(22)) },
      aLine(study, aMember('bob')),
      // Asked again: a change has taken what was said.
      { ...aLine(study, aMember('pat')), decidedAtMs: hoursAgo(22) },
      { ...aLine(study, aMember('leader')), isIn: true },
    ],
    deliveries: [told('published', 'study-published', 24)],
  });
  expect(await whyOf()).toEqual([['bob', 'no-credit']]);
  await plant(world.cloud, { deliveries: [told('changed', 'study-changed', 21)] });
  expect((await people()).map(({ memberId }) => memberId)).toEqual(['alice', 'bob', 'pat']);
  const since = {
    ...aLine(study, aMember('alice')),
    ...said(hoursAgo(22)),
    decidedAtMs: hoursAgo(20),
  };
  await plant(world.cloud, { attendances: [since] });
  expect((await people()).map(({ memberId }) => memberId)).toEqual(['bob', 'pat']);
});

test('lines of a kind and reason are one, with the newest; the counts follow the longest open', async () => {
  await plant(world.cloud, {
    deliveries: [
      issue(
        'd1',
        { alice: 'no-credit' },
        { groups: [aGroup(['alice'], { atMs: hoursAgo(50), outcomes: { alice: 'no-credit' } })] },
      ),
      issue('d2', { alice: 'inbox-only', bob: 'inbox-only' }),
      issue(
        'd3',
        { alice: 'inbox-only' },
        { groups: [aGroup(['alice'], { atMs: hoursAgo(2), outcomes: { alice: 'inbox-only' } })] },
      ),
    ],
  });
  const told = await asSecretary().get(notReachedPeople, { days: 7 });
  expect(told.people[0]?.lines).toMatchObject([
    { why: 'no-credit', count: 1, messageId: 'd1' },
    { why: 'not-looked', count: 2, messageId: 'd3' },
  ]);
  expect(told.counts).toEqual([
    { why: 'no-credit', people: 1 },
    { why: 'not-looked', people: 1 },
  ]);
});

test('by message: who of which crew, for one reason together', async () => {
  await plant(world.cloud, {
    members: [aMember('alice', inCrew('crew-1')), aMember('bob', inCrew('crew-1'))],
    deliveries: [
      issue('d1', { alice: 'inbox-only', bob: 'inbox-only', una: 'inbox-only', pat: 'sent' }),
      issue('reached', { pat: 'sent' }),
    ],
  });
  const told = await asSecretary().get(notReachedMessages, { days: 7 });
  expect(told.total).toBe(1);
  expect(told.messages).toMatchObject([
    {
      messageId: 'd1',
      recipients: 4,
      open: 3,
      lines: [
        { crewName: 'crew 1', why: 'not-looked', count: 2, names: ['Name alice', 'Name bob'] },
        { crewName: null, why: 'not-bound', count: 1, names: ['Name una'] },
      ],
    },
  ]);
});

test('a message counts those who are of the branch now, over all its parts', async () => {
  const until = { isMustRead: true, deadlineAtMs: world.nowMs() + MS_PER_DAY };
  await plant(world.cloud, {
    members: [
      aMember('alice'),
      aMember('bob', { branchId: 'other' }),
      aMember('pat', { leftDay: localDay('2025-03-01') }),
    ],
    deliveries: [
      issue('must', { alice: 'inbox-only', bob: 'inbox-only', pat: 'inbox-only' }, until),
      issue(
        'must-1',
        { una: 'inbox-only', oscar: 'sent' },
        { ...until, messageId: 'must', chunk: 1 },
      ),
    ],
  });
  const { messages } = await asSecretary().get(notReachedMessages, { days: 7 });
  expect(messages).toMatchObject([{ messageId: 'must', recipients: 2, open: 2 }]);
});

test('each look is said once a day to whom it named, and to nobody else', async () => {
  await plant(world.cloud, { deliveries: [issue('d1', { alice: 'inbox-only' })] });
  await people();
  await asSecretary().get(notReachedMessages, { days: 7 });
  await plant(world.cloud, { deliveries: [issue('d2', { bob: 'inbox-only' })] });
  await people();
  const entries = [...world.cloud.engine.collection('audit_entries').all()].map(
    ({ document }) => document,
  );
  expect(entries).toMatchObject([
    { by: { memberId: 'secretary' }, what: { kind: 'saw-not-reached' }, memberIds: ['alice'] },
    { by: { memberId: 'secretary' }, what: { kind: 'saw-not-reached' }, memberIds: ['bob'] },
  ]);
});

test('a line names twelve, and only they are told of the look', async () => {
  const ids = Array.from({ length: 14 }, (_, at) => `m${at + 10}`);
  const outcomes = Object.fromEntries(ids.map((id) => [id, 'inbox-only' as const]));
  await plant(world.cloud, {
    members: ids.map((id) => aMember(id)),
    deliveries: [issue('d1', outcomes)],
  });
  const { messages } = await asSecretary().get(notReachedMessages, { days: 7 });
  const names = ids.slice(0, 12).map((id) => `Name ${id}`);
  expect(messages).toMatchObject([{ open: 14, lines: [{ count: 14, names }] }]);
  const [entry] = [...world.cloud.engine.collection('audit_entries').all()];
  expect(entry?.document).toMatchObject({ memberIds: ids.slice(0, 12) });
});

test('a cursor of another list is refused', async () => {
  for (const action of [notReachedPeople, notReachedMessages]) {
    expect(await asSecretary().call(action, { days: 7, cursor: 'x_1' })).toMatchObject({
      code: 'bad-input',
    });
  }
});
