import type { AttendanceDocument } from '../../../../cloudfunctions/_store/study/attendance-document';
import { peopleToTalkTo } from '../../../../contract/branch/dashboard';
import { localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { aLine, aMember, anUnboundMember, aSitting, aStudy } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

const world = useBranchCloud();
const asSecretary = () => phone(world.cloud, 'phone-secretary', 'secretary');
const told = async () => (await asSecretary().get(peopleToTalkTo, {})).people;
const inCrew = (crewId: string) => [{ crewId, fromDay: localDay('2024-01-01') }];

type Line = Partial<AttendanceDocument>;
const DUTY: Line = { wasOnDuty: true };
const SLEPT: Line = { wasOnDuty: false, wasAsleep: true };
const ABSENT: Line = { wasOnDuty: false };
const CAME: Line = {
  wasOnDuty: false,
  isIn: true,
  record: {
    sittingId: 'x',
    state: 'attended',
    way: 'scan',
    atMs: 1,
    claimedAtMs: null,
    markedBy: null,
    reason: null,
    requestId: 'earlier',
  },
};

/** Studies that closed one day after the other, the last yesterday; lines of each person, oldest first. */
async function plantStudies(people: Readonly<Record<string, readonly Line[]>>): Promise<void> {
  const count = Math.max(...Object.values(people).map((lines) => lines.length));
  for (let at = 0; at < count; at += 1) {
    const startAtMs = world.nowMs() - (count - at) * MS_PER_DAY;
    const sitting = aSitting(`s${at}`, startAtMs);
    const study = aStudy(`s${at}`, {
      sittings: [sitting],
      firstStartAtMs: startAtMs,
      lastCloseAtMs: sitting.closesAtMs,
      dutyNotedAtMs: sitting.closesAtMs,
    });
    const attendances = Object.entries(people).flatMap(([memberId, lines]) => {
      const line = lines[at];
      return line === undefined ? [] : [{ ...aLine(study, aMember(memberId)), ...line }];
    });
    await plant(world.cloud, { studies: [study], attendances });
  }
}

const hoursAgo = (hours: number) => world.nowMs() - hours * MS_PER_HOUR;
/** A notice of two days ago that came to this with each of them. */
function notice(id: string, outcomes: Readonly<Record<string, 'sent' | 'no-credit' | 'failed'>>) {
  const ids = Object.keys(outcomes);
  return aDelivery(id, ids, {
    createdAtMs: hoursAgo(49),
    groups: [aGroup(ids, { atMs: hoursAgo(48), outcomes })],
  });
}

test('names who was absent twice in a row or on duty three times, and nobody else', async () => {
  await plantStudies({
    alice: [CAME, ABSENT, ABSENT],
    bob: [ABSENT, ABSENT, CAME],
    pat: [DUTY, DUTY, DUTY],
    una: [ABSENT, CAME, ABSENT],
  });
  expect(await told()).toMatchObject([
    { memberId: 'alice', streak: { kind: 'absent', count: 2 }, unreached: null },
    { memberId: 'pat', streak: { kind: 'on-duty', count: 3 } },
  ]);
});

test('of absences in a row it is said how many had their leave refused: declined, or asked again and not granted', async () => {
  const asked = { kind: 'excused', reason: 'family', atMs: 1 } as const;
  const by = { memberId: 'officer', name: 'officer' };
  const answer = { verdict: 'declined', reason: 'we vote', by, atMs: 2, requestId: 'no' } as const;
  const declined: Line = { ...ABSENT, reply: { ...asked, answer } };
  const again: Line = { ...ABSENT, reply: { ...asked, needsGrant: true } };
  const granted: Line = { ...ABSENT, reply: asked };
  await plantStudies({ alice: [declined, ABSENT, granted, again], bob: [ABSENT, ABSENT] });
  const [alice, bob] = await told();
  expect(alice?.streak).toEqual({ kind: 'absent', count: 3, refused: 2 });
  expect(bob?.streak).toEqual({ kind: 'absent', count: 2 });
});

test('coming to a study that is still open ends it', async () => {
  await plantStudies({ alice: [ABSENT, ABSENT], bob: [ABSENT, ABSENT] });
  const open = aStudy('open');
  const line = { ...aLine(open, aMember('alice')), ...CAME };
  await plant(world.cloud, {
    studies: [open],
    attendances: [line, aLine(open, aMember('bob'))],
  });
  expect((await told()).map(({ memberId }) => memberId)).toEqual(['bob']);
});

test('who has left or moved is not named, nor who was absent in another branch', async () => {
  await plantStudies({ alice: [ABSENT, ABSENT], bob: [ABSENT, ABSENT], oscar: [ABSENT, ABSENT] });
  await plant(world.cloud, {
    members: [
      aMember('alice', { branchId: 'other' }),
      aMember('bob', { leftDay: localDay('2025-03-01') }),
    ],
  });
  expect(await told()).toEqual([]);
});

test('names whom no notice of the month has reached for a day, and why', async () => {
  await plant(world.cloud, {
    members: [
      aMember('alice', { crewHistory: inCrew('crew-1') }),
      aMember('bob', { inboxSeenAtMs: hoursAgo(47) }),
    ],
    deliveries: [
      notice('one', { alice: 'no-credit', bob: 'no-credit', una: 'no-credit', pat: 'sent' }),
      notice('two', { alice: 'failed', pat: 'sent' }),
    ],
  });
  expect(await told()).toEqual([
    {
      memberId: 'alice',
      name: 'Name alice',
      crewName: 'crew 1',
      streak: null,
      unreached: { notices: 2, because: expect.stringMatching(/no-credit|failed/u) as string },
    },
    {
      memberId: 'una',
      name: 'Name una',
      crewName: null,
      streak: null,
      unreached: { notices: 1, because: 'not-bound' },
    },
  ]);
});

test('what was acknowledged, told in person, taken back, private or of last month counts nothing', async () => {
  const ids = { alice: 'no-credit' } as const;
  const toldBy = { memberId: 'leader', name: 'Leader' };
  await plant(world.cloud, {
    deliveries: [
      { ...notice('acknowledged', ids), acks: { alice: { atMs: 1, toldBy: null } } },
      { ...notice('told', ids), acks: { alice: { atMs: 1, toldBy } } },
      { ...notice('cancelled', ids), cancelledAtMs: hoursAgo(20) },
      { ...notice('superseded', ids), isSuperseded: true },
      { ...notice('swap', ids), kind: 'swap-proposed' },
      { ...notice('reminder', ids), kind: 'sitting-reminder' },
      { ...notice('reminds', ids), reminds: 'acknowledged' },
      { ...notice('released', ids), memberIds: [] },
      { ...notice('february', ids), createdAtMs: hoursAgo(24 * 10) },
      {
        ...notice('today', ids),
        createdAtMs: hoursAgo(3),
        groups: [aGroup(['alice'], { atMs: hoursAgo(2), outcomes: ids })],
      },
    ],
  });
  expect(await told()).toEqual([]);
});

test('somebody with both stands there once', async () => {
  await plantStudies({ alice: [ABSENT, ABSENT] });
  await plant(world.cloud, { deliveries: [notice('one', { alice: 'failed' })] });
  expect(await told()).toMatchObject([
    { memberId: 'alice', streak: { count: 2 }, unreached: { because: 'failed' } },
  ]);
});

test('absences in a row stand first, then who had no sitting, then whom nothing has reached, each with how many', async () => {
  await plantStudies({
    una: [ABSENT, ABSENT, ABSENT],
    pat: [SLEPT, DUTY, SLEPT],
    oscar: [SLEPT, SLEPT, CAME],
  });
  await plant(world.cloud, { deliveries: [notice('one', { alice: 'failed', una: 'failed' })] });
  const { people, counts, total } = await asSecretary().get(peopleToTalkTo, {});
  expect(people.map(({ memberId }) => memberId)).toEqual(['una', 'pat', 'alice']);
  expect([counts, total]).toEqual([{ absent: 1, kept: 1, unreached: 1 }, 3]);
});

test('is four requests, five when it is looked at again, in pages of fifty', async () => {
  const ids = Array.from({ length: 120 }, (_, index) => `n${String(index).padStart(3, '0')}`);
  await plant(world.cloud, {
    members: ids.map((id) => anUnboundMember(id)),
    deliveries: [notice('one', Object.fromEntries(ids.map((id) => [id, 'no-credit' as const])))],
  });
  world.cloud.counts.reset();
  const first = await asSecretary().get(peopleToTalkTo, {});
  expect(world.cloud.counts.total).toBe(4);
  world.cloud.counts.reset();
  await asSecretary().get(peopleToTalkTo, {});
  expect(world.cloud.counts.total).toBe(5);
  expect(first).toMatchObject({ total: 120, nextCursor: '50' });
  const rest = await asSecretary().get(peopleToTalkTo, { cursor: '100' });
  expect(rest.people).toHaveLength(20);
  expect(rest.nextCursor).toBeNull();
});

test('whoever reads the beginning has looked at those who stand there, and at nobody else', async () => {
  await plantStudies({ alice: [ABSENT, ABSENT], una: [ABSENT, ABSENT], pat: [ABSENT, ABSENT] });
  await plant(world.cloud, { deliveries: [notice('one', { bob: 'failed' })] });
  const short = await asSecretary().get(peopleToTalkTo, { isShort: true });
  expect(short).toMatchObject({ total: 4, counts: { absent: 3, unreached: 1 }, nextCursor: '3' });
  const seen = () =>
    [...world.cloud.engine.collection('audit_entries').all()].flatMap(
      ({ document }) => document['memberIds'] as string[],
    );
  expect(short.people.map(({ memberId }) => memberId).sort()).toEqual(['alice', 'pat', 'una']);
  expect(seen().sort()).toEqual(['alice', 'pat', 'una']);
  await told();
  expect(seen().sort()).toEqual(['alice', 'bob', 'pat', 'una']);
});

test('whoever reads it is named once a day to those who stand in it, and to nobody else', async () => {
  await plantStudies({ alice: [ABSENT, ABSENT] });
  await told();
  await plant(world.cloud, { deliveries: [notice('one', { alice: 'failed', bob: 'failed' })] });
  await told();
  await told();
  const entries = [...world.cloud.engine.collection('audit_entries').all()].map(
    ({ document }) => document,
  );
  expect(entries).toMatchObject([
    { by: { memberId: 'secretary' }, what: { kind: 'saw-word' }, memberIds: ['alice'] },
    { by: { memberId: 'secretary' }, what: { kind: 'saw-word' }, memberIds: ['bob'] },
  ]);
});
