import { reply } from '../../../../contract/study/mine';
import { markByHand, roll } from '../../../../contract/study/register';
import { aMember, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld();

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
