import { whoLooked } from '../../../../contract/branch/audit';
import { reply } from '../../../../contract/study/mine';
import { markByHand, openLine, roll } from '../../../../contract/study/register';
import { aMember, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld('branch');

/** member-1 of group-1 asked for leave, member-3 of group-2 was entered as on leave by an officer. */
async function onLeave(): Promise<string> {
  const studyId = await world.published();
  const excuse = { kind: 'excused', reason: 'at the doctor' } as const;
  outputOf(await world.phone('member-1').call(reply, { studyId, reply: excuse }));
  const mark = { memberId: 'member-3', state: 'excused', reason: 'a child is ill' } as const;
  outputOf(
    await world.phone('officer').call(markByHand, { studyId, sittingId: 'sitting-1', ...mark }),
  );
  return studyId;
}

async function readBy(callerId: string, studyId: string) {
  const { lines } = outputOf(await world.phone(callerId).call(roll, { studyId }));
  const of = (memberId: string) => lines.find((line) => line.memberId === memberId);
  expect([of('member-1')?.state, of('member-3')?.state]).toEqual(['excused', 'excused']);
  return [of('member-1')?.reason, of('member-3')?.reason];
}

test.each(['secretary', 'officer', 'publicity', 'discipline'])(
  '%s reads why anybody is on leave',
  async (officer) => {
    const roles = { publicity: 'publicity-officer', discipline: 'discipline-officer' } as const;
    for (const [memberId, role] of Object.entries(roles)) {
      await world.plant('members', aMember(memberId, { roles: ['member', role] }));
    }
    expect(await readBy(officer, await onLeave())).toEqual(['at the doctor', 'a child is ill']);
  },
);

test('a group leader reads it of the people of their group, and of others that they are on leave', async () => {
  await world.alter('members', 'leader', { groupId: 'group-1' });
  expect(await readBy('leader', await onLeave())).toEqual(['at the doctor', null]);
});

test('a group leader without a group reads it of nobody', async () => {
  expect(await readBy('leader', await onLeave())).toEqual([null, null]);
});

test('whoever marks by hand reads no more by it than by the roll, and their own reasons stand', async () => {
  const studyId = await onLeave();
  await world.later(minutes(40));
  const mark = { memberId: 'member-2', state: 'late', reason: 'came from a shift' } as const;
  outputOf(
    await world.phone('leader').call(markByHand, { studyId, sittingId: 'sitting-1', ...mark }),
  );
  const { lines } = outputOf(await world.phone('leader').call(roll, { studyId }));
  expect(lines.find(({ memberId }) => memberId === 'member-2')?.reason).toBe('came from a shift');
});

test('nor does a group leader read it in the entries beside a record, where a correction says leave or somebody came', async () => {
  const studyId = await world.published();
  await world.later(minutes(40));
  outputOf(await world.scan('member-2', studyId));
  const officer = world.phone('officer');
  const onSitting = { studyId, sittingId: 'sitting-1' };
  const leave = { state: 'excused', reason: 'a child is ill' } as const;
  outputOf(await officer.call(markByHand, { ...onSitting, ...leave, memberId: 'member-2' }));
  outputOf(await officer.call(markByHand, { ...onSitting, ...leave, memberId: 'member-3' }));
  outputOf(await world.scan('member-3', studyId));
  const back = { state: 'attended', reason: 'came back' } as const;
  outputOf(await officer.call(markByHand, { ...onSitting, ...back, memberId: 'member-3' }));
  const entriesFor = async (callerId: string) => {
    const { lines } = outputOf(await world.phone(callerId).call(roll, { studyId }));
    const of = (memberId: string) =>
      lines.find((line) => line.memberId === memberId)?.corrections.map(({ reason }) => reason);
    return [of('member-2'), of('member-3')];
  };
  expect(await entriesFor('officer')).toEqual([
    ['a child is ill'],
    ['a child is ill', null, 'came back'],
  ]);
  expect(await entriesFor('leader')).toEqual([[''], ['', null, 'came back']]);
});

describe('a phone that opens reasons one by one', () => {
  const openedBy = async (who: string, studyId: string, memberId: string) =>
    outputOf(await world.phone(who).call(openLine, { studyId, memberId })).line;
  const seenOf = async (memberId: string) =>
    outputOf(await world.phone(memberId).call(whoLooked, {})).entries.map(({ byName, what }) => [
      byName,
      what.kind,
    ]);
  const bareRoll = async (who: string, studyId: string) =>
    outputOf(await world.phone(who).call(roll, { studyId, opensReasons: true })).lines;

  test('is told of whom there is one, and no reason; looking at such a roll is no look at anybody', async () => {
    const studyId = await onLeave();
    const lines = await bareRoll('secretary', studyId);
    const having = lines.filter(({ hasReason }) => hasReason === true);
    expect(having.map(({ memberId }) => memberId)).toEqual(['member-1', 'member-3']);
    expect(having.map(({ reason, leave }) => [reason, leave?.reason])).toEqual([
      [null, ''],
      [null, undefined],
    ]);
    expect(lines.filter(({ isLeaveOpen }) => isLeaveOpen === true)).toHaveLength(1);
    expect(await seenOf('member-1')).toEqual([]);
  });

  test('reads what it opens, which stands in the trail of the person once a day', async () => {
    const studyId = await onLeave();
    expect(await openedBy('secretary', studyId, 'member-1')).toMatchObject({
      reason: 'at the doctor',
      leave: { reason: 'at the doctor' },
    });
    expect((await openedBy('secretary', studyId, 'member-3')).reason).toBe('a child is ill');
    await openedBy('secretary', studyId, 'member-1');
    expect(await seenOf('member-1')).toEqual([['secretary', 'saw-leave']]);
    expect(await seenOf('member-3')).toEqual([['secretary', 'saw-leave']]);
    await world.later(minutes(24 * 60));
    await openedBy('secretary', studyId, 'member-1');
    expect(await seenOf('member-1')).toHaveLength(2);
  });

  test('of a group leader reads it of their own group, and leaves no trace where there was nothing to read', async () => {
    await world.alter('members', 'leader', { groupId: 'group-1' });
    const studyId = await onLeave();
    const lines = await bareRoll('leader', studyId);
    const having = lines.filter(({ hasReason }) => hasReason === true);
    expect(having.map(({ memberId }) => memberId)).toEqual(['member-1']);
    // By this a phone knows the leave that it opened from one that is asked anew.
    expect(having[0]).toMatchObject({ leaveAskedAtMs: world.nowMs() });
    expect(await openedBy('leader', studyId, 'member-1')).toMatchObject({
      reason: 'at the doctor',
      leaveAskedAtMs: world.nowMs(),
    });
    expect(lines.find(({ memberId }) => memberId === 'member-3')?.leaveAskedAtMs).toBeUndefined();
    expect((await openedBy('leader', studyId, 'member-3')).reason).toBeNull();
    await openedBy('leader', studyId, 'member-2');
    expect(await seenOf('member-1')).toEqual([['leader', 'saw-leave']]);
    expect(await seenOf('member-3')).toEqual([]);
    expect(await seenOf('member-2')).toEqual([]);
  });

  test('says an officer their own at once', async () => {
    const studyId = await world.published();
    const excuse = { kind: 'excused', reason: 'at the doctor' } as const;
    outputOf(await world.phone('officer').call(reply, { studyId, reply: excuse }));
    const lines = await bareRoll('officer', studyId);
    const own = lines.find(({ memberId }) => memberId === 'officer');
    expect([own?.reason, own?.hasReason]).toEqual(['at the doctor', undefined]);
  });

  test('costs three requests a reason, and two lines that name nobody twice come of two rolls that say all', async () => {
    const studyId = await onLeave();
    const secretary = world.phone('secretary');
    outputOf(await secretary.call(roll, { studyId, opensReasons: true }));
    world.cloud.counts.reset();
    await openedBy('secretary', studyId, 'member-1');
    expect(world.cloud.counts.total).toBe(3);
    outputOf(await secretary.call(roll, { studyId }));
    const excuse = { kind: 'excused', reason: 'a course' } as const;
    outputOf(await world.phone('member-4').call(reply, { studyId, reply: excuse }));
    outputOf(await secretary.call(roll, { studyId }));
    outputOf(await secretary.call(roll, { studyId }));
    for (const memberId of ['member-1', 'member-3', 'member-4']) {
      expect(await seenOf(memberId)).toEqual([['secretary', 'saw-leave']]);
    }
  });
});
