import { keepingActions } from '../../../../contract/people/keeping';
import { memberActions } from '../../../../contract/people/member';
import { localDay } from '../../../../domain/time/local-day';
import { aBranch, aMember, aRotation } from '../../../builders/documents';
import { plant, snapshot, stored } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { placeChoices, memberRecord, saveBranch } = keepingActions;
const { addMember, changeMember, branches } = memberActions;
const world = useMemberCloud();
const TODAY = localDay('2025-03-05');

describe('what a member can be put into', () => {
  test('has groups and crews in which nobody is, crews with their newest rotation', async () => {
    await plant(world.cloud, {
      rotations: [
        aRotation(),
        aRotation({
          _id: 'rotation-2',
          name: 'boiler house',
          crews: [
            { crewId: 'crew-5', name: 'crew 5', offset: 0 },
            { crewId: 'crew-a', name: 'crew a', offset: 1 },
          ],
          savedAtMs: 1,
        }),
      ],
    });
    const choices = await world.of('organiser').get(placeChoices, {});
    expect(choices.branchName).toBe('name of own');
    expect(choices.groups.map(({ name }) => name)).toEqual(['group one', 'group two']);
    expect(choices.crews.map(({ crewId, rotationName }) => [crewId, rotationName])).toEqual([
      ['crew-1', 'main plant'],
      ['crew-2', 'main plant'],
      ['crew-3', 'main plant'],
      ['crew-4', 'main plant'],
      ['crew-5', 'boiler house'],
      ['crew-a', 'boiler house'],
    ]);
  });

  test('costs three requests: the caller, branches, rotations', async () => {
    world.cloud.counts.reset();
    await world.of('organiser').get(placeChoices, {});
    expect(world.cloud.counts.total).toBe(3);
  });
});

describe('the record of a member', () => {
  const crew = (crewId: string | null, fromDay: string) => ({ crewId, fromDay: localDay(fromDay) });

  test('says where they are today and which crews are to come', async () => {
    const crewHistory = [
      crew('crew-1', '2024-01-01'),
      crew('crew-2', '2025-04-01'),
      crew(null, '2025-05-01'),
    ];
    await plant(world.cloud, { members: [aMember('zoe', { groupId: 'own-g2', crewHistory })] });
    const record = await world.of('secretary').get(memberRecord, { memberId: 'zoe' });
    expect(record).toMatchObject({
      person: { name: 'Name zoe', crewName: 'crew 1', groupName: 'group two' },
      groupId: 'own-g2',
      today: TODAY,
      nextCrews: [
        { crewName: 'crew 2', fromDay: '2025-04-01' },
        { crewName: null, fromDay: '2025-05-01' },
      ],
      joinedDay: '2024-01-01',
      leftDay: null,
    });
    expect(JSON.stringify(record)).not.toMatch(/ZOE|phone-|secret of/u);
  });

  test('is there after they have left', async () => {
    const organiser = world.of('organiser');
    await organiser.get(changeMember, { memberId: 'bob', hasLeft: true });
    const record = await organiser.get(memberRecord, { memberId: 'bob' });
    expect(record).toMatchObject({ leftDay: TODAY, person: { isBound: false } });
  });

  test('costs four requests', async () => {
    world.cloud.counts.reset();
    await world.of('organiser').get(memberRecord, { memberId: 'bob' });
    expect(world.cloud.counts.total).toBe(4);
  });
});

describe('branches and groups', () => {
  const own = { branchId: 'own', name: 'name of own', groups: [], removedGroupIds: [] };

  test('the committee office makes a branch, and people are put into its groups', async () => {
    const office = world.of('office');
    const made = { ...own, branchId: 'new', name: 'repairs' };
    const groups = [{ groupId: 'new-g1', name: 'turbines' }];
    await office.get(saveBranch, { ...made, groups });
    const before = snapshot(world.cloud);
    await office.get(saveBranch, { ...made, groups });
    expect(snapshot(world.cloud)).toBe(before);
    await office.get(addMember, {
      branchId: 'new',
      memberId: 'nora-id',
      name: 'Nora',
      staffNumber: 'QY100',
      groupId: 'new-g1',
      crewId: null,
      standing: 'member',
    });
    expect((await office.get(branches, {})).branches).toContainEqual({
      branchId: 'new',
      name: 'repairs',
      memberCount: 1,
    });
  });

  test('a group is added, another one renamed, and those not named stay', async () => {
    const groups = [
      { groupId: 'own-g2', name: 'second shift' },
      { groupId: 'own-g3', name: 'group three' },
    ];
    await world.of('organiser').get(saveBranch, { ...own, groups });
    expect(stored(world.cloud, 'branches', 'own').groups).toEqual([
      { groupId: 'own-g1', name: 'group one' },
      ...groups,
    ]);
  });

  test('names that were kept with what nobody sees are the names that are seen', async () => {
    const group = { groupId: 'own-g1', name: 'tur\u200bbines' };
    await plant(world.cloud, {
      branches: [aBranch('own', { name: '\ufeffname of own', groups: [group] })],
    });
    const save = (name: string) =>
      world.of('secretary').call(saveBranch, { ...own, groups: [{ groupId: 'own-g2', name }] });
    expect(await save('turbines')).toMatchObject({ ok: false, code: 'name-taken' });
    expect(await save('boilers')).toMatchObject({ ok: true });
    expect(stored(world.cloud, 'branches', 'own').name).toBe('name of own');
  });

  test('a group in which nobody is can go, another one cannot', async () => {
    await plant(world.cloud, { members: [aMember('zoe', { groupId: 'own-g1' })] });
    const remove = (groupId: string) =>
      world.of('secretary').call(saveBranch, { ...own, removedGroupIds: [groupId] });
    expect(await remove('own-g1')).toMatchObject({
      code: 'group-not-empty',
      detail: { name: 'group one' },
    });
    expect((await remove('own-g2')).ok).toBe(true);
    expect(stored(world.cloud, 'branches', 'own').groups).toHaveLength(1);
  });

  test.each([
    ['the name of another branch', 'office', { name: 'name of other' }, 'name-taken'],
    ['another name, by its secretary', 'secretary', { name: 'mine' }, 'not-allowed'],
    ['a branch that is not there, by a secretary', 'secretary', { branchId: 'x' }, 'not-found'],
    [
      'two groups of one name',
      'secretary',
      { groups: [{ groupId: 'own-g3', name: 'group one' }] },
      'name-taken',
    ],
    [
      'more groups than a branch can have',
      'secretary',
      {
        groups: Array.from({ length: 29 }, (_, at) => ({ groupId: `more-${at}`, name: `${at}` })),
      },
      'too-many-groups',
    ],
  ])('%s is refused and changes nothing', async (_, who, wrong, code) => {
    const before = snapshot(world.cloud);
    const reply = await world.of(who).call(saveBranch, { ...own, ...wrong });
    expect(reply).toMatchObject({ ok: false, code });
    expect(snapshot(world.cloud)).toBe(before);
  });
});
