import { memberActions } from '../../../../contract/people/member';
import { addDays, localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aMember } from '../../../builders/documents';
import { OWN_CODE } from '../../../builders/organisation';
import { plant, snapshot, stored } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { hello, changeMember } = memberActions;
const world = useMemberCloud();
const TODAY = localDay('2025-03-05');

describe('changing a member', () => {
  test('a crew counts from its day on and replaces what was planned for later', async () => {
    const organiser = world.of('organiser');
    const crew = (crewId: string | null, day: string) =>
      organiser.get(changeMember, { memberId: 'bob', crew: { crewId, fromDay: localDay(day) } });
    await crew('crew-1', '2025-01-01');
    await crew('crew-2', '2025-04-01');
    await crew('crew-3', '2025-03-05');
    expect(stored(world.cloud, 'members', 'bob').crewHistory).toEqual([
      { crewId: 'crew-1', fromDay: '2025-01-01' },
      { crewId: 'crew-3', fromDay: '2025-03-05' },
    ]);
    expect((await world.of('bob').get(hello, {})).me?.crewName).toBe('crew 3');
  });

  test('of two to whom the same staff number is given at once one gets it', async () => {
    const give = (memberId: string) =>
      world.of('organiser').call(changeMember, { memberId, staffNumber: 'N77' });
    const replies = await Promise.all([give('alice'), give('bob')]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'staff-number-taken' });
  });

  test.each([
    ['an unknown crew', { crew: { crewId: 'crew-9', fromDay: TODAY } }, 'unknown-crew'],
    ['a group of another branch', { groupId: 'other-g1' }, 'unknown-group'],
    ['the staff number of somebody else', { staffNumber: 'oscar' }, 'staff-number-taken'],
  ])('to %s is refused and changes nothing', async (_, wrong, code) => {
    const before = snapshot(world.cloud);
    const reply = await world.of('organiser').call(changeMember, { memberId: 'bob', ...wrong });
    expect(reply).toMatchObject({ ok: false, code });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('a change to the crew that they are in anyway only drops what was planned', async () => {
    const crew = (crewId: string, day: string) => ({ crewId, fromDay: localDay(day) });
    const crewHistory = [crew('crew-1', '2024-01-01'), crew('crew-2', '2025-04-01')];
    await plant(world.cloud, { members: [aMember('bob', { crewHistory })] });
    const back = { memberId: 'bob', crew: crew('crew-1', '2025-03-20') };
    await world.of('organiser').get(changeMember, back);
    expect(stored(world.cloud, 'members', 'bob').crewHistory).toEqual([
      crew('crew-1', '2024-01-01'),
    ]);
  });

  test('of many changes of crew the latest are kept, and the member stays readable', async () => {
    const crewHistory = Array.from({ length: 60 }, (_, at) => ({
      crewId: `crew-${(at % 2) + 1}`,
      fromDay: addDays(localDay('2024-01-01'), at),
    }));
    await plant(world.cloud, { members: [aMember('bob', { crewHistory })] });
    const change = { memberId: 'bob', crew: { crewId: 'crew-3', fromDay: TODAY } };
    await world.of('organiser').get(changeMember, change);
    expect(stored(world.cloud, 'members', 'bob').crewHistory).toHaveLength(60);
    expect((await world.of('bob').get(hello, {})).me?.crewName).toBe('crew 3');
  });

  test('a slip in name or staff number is mended, and the person binds with what is right', async () => {
    const mend = { memberId: 'una', name: 'Una Maria', staffNumber: 'qy77' };
    await world.of('organiser').get(changeMember, mend);
    const { me } = await world.guest().get(memberActions.bind, {
      name: 'Una Maria',
      staffNumber: 'QY77',
      invitationCode: OWN_CODE,
      agreedPrivacyVersion: 1,
    });
    expect(me.memberId).toBe('una');
  });

  test('a probationary member becomes a full one, by the organisation officer', async () => {
    const standing = (to: 'member' | 'probationary-member', memberId = 'pat') =>
      world.of('organiser').call(changeMember, { memberId, standing: to });
    expect((await standing('member')).ok).toBe(true);
    expect(stored(world.cloud, 'members', 'pat').roles).toEqual(['member']);
    expect((await standing('probationary-member')).ok).toBe(true);
    expect(stored(world.cloud, 'members', 'pat').roles).toEqual(['probationary-member']);
  });

  test('who holds an office cannot become a probationary member', async () => {
    const before = snapshot(world.cloud);
    const standing = { memberId: 'leader', standing: 'probationary-member' } as const;
    const reply = await world.of('organiser').call(changeMember, standing);
    expect(reply).toMatchObject({ code: 'roles-contradict' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('a change of standing leaves every office as it is', async () => {
    const standing = { memberId: 'office', standing: 'probationary-member' } as const;
    await world.of('office').get(changeMember, standing);
    expect(stored(world.cloud, 'members', 'office').roles).toEqual([
      'probationary-member',
      'committee-office',
    ]);
  });

  test('the last secretary cannot leave the branch', async () => {
    const leaving = { memberId: 'secretary', hasLeft: true };
    const reply = await world.of('organiser').call(changeMember, leaving);
    expect(reply).toMatchObject({ code: 'last-secretary' });
    expect(stored(world.cloud, 'members', 'secretary').leftDay).toBeNull();
  });

  test('who leaves is freed from account and offices, and comes back without them', async () => {
    const move = (hasLeft: boolean) =>
      world.of('organiser').get(changeMember, { memberId: 'leader', hasLeft });
    await move(true);
    const plain = { roles: ['member'], account: 'none:leader' };
    expect(stored(world.cloud, 'members', 'leader')).toMatchObject({ ...plain, leftDay: TODAY });
    await move(false);
    expect(stored(world.cloud, 'members', 'leader')).toMatchObject({ ...plain, leftDay: null });
  });

  test('leaving twice keeps the first day', async () => {
    const organiser = world.of('organiser');
    await organiser.get(changeMember, { memberId: 'bob', hasLeft: true });
    await world.cloud.clock.set(TEST_START_MS + 3 * MS_PER_DAY);
    await organiser.get(changeMember, { memberId: 'bob', hasLeft: true });
    expect(stored(world.cloud, 'members', 'bob').leftDay).toBe(TODAY);
  });
});
