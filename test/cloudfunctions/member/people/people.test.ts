import { memberActions } from '../../../../contract/people/member';
import { localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aMember } from '../../../builders/documents';
import { OWN_CODE } from '../../../builders/organisation';
import { plant, snapshot, stored } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { branches, directory, invitation, addMember, changeMember } = memberActions;
const world = useMemberCloud();
const TODAY = localDay('2025-03-05');

const nora = {
  memberId: 'nora-id',
  name: 'Nora',
  staffNumber: 'qy100',
  groupId: 'own-g1',
  crewId: 'crew-2',
  standing: 'member',
} as const;

describe('the directory', () => {
  test('shows the people of the branch with masked numbers and where they belong today', async () => {
    const crewHistory = [
      { crewId: 'crew-1', fromDay: localDay('2024-01-01') },
      { crewId: 'crew-2', fromDay: TODAY },
      { crewId: null, fromDay: localDay('2025-03-06') },
    ];
    await plant(world.cloud, {
      members: [aMember('zoe', { staffNumber: 'QY12345', groupId: 'own-g2', crewHistory })],
    });
    const { branch, groups, people } = await world.of('alice').get(directory, {});
    expect(branch).toEqual({ branchId: 'own', name: 'name of own', memberCount: 12 });
    expect(groups.map(({ name }) => name)).toEqual(['group one', 'group two']);
    expect(people.find(({ memberId }) => memberId === 'zoe')).toEqual({
      memberId: 'zoe',
      name: 'Name zoe',
      maskedStaffNumber: 'Q****45',
      groupName: 'group two',
      crewId: 'crew-2',
      crewName: 'crew 2',
      roles: ['member'],
      isBound: true,
    });
    expect(people.find(({ memberId }) => memberId === 'una')?.isBound).toBe(false);
    expect(people.map(({ memberId }) => memberId)).not.toContain('oscar');
  });

  test('never contains a whole staff number, an account or a secret', async () => {
    const sent = JSON.stringify(await world.of('alice').get(directory, {}));
    expect(sent).not.toMatch(/SECRETARY|ALICE|phone-|secret of/u);
  });

  test('names everybody of a branch of more than a thousand', async () => {
    const crowd = Array.from({ length: 1200 }, (_, index) => aMember(`a-crowd-${index}`));
    await plant(world.cloud, { members: crowd });
    const { branch, people } = await world.of('alice').get(directory, {});
    expect(branch.memberCount).toBe(11 + 1200);
    expect(people.map(({ memberId }) => memberId)).toContain('una');
  });

  test('leaves out who has left', async () => {
    await world.of('organiser').get(changeMember, { memberId: 'bob', hasLeft: true });
    const { people } = await world.of('alice').get(directory, {});
    expect(people.map(({ memberId }) => memberId)).not.toContain('bob');
  });

  test('of a branch that does not exist is not found, also for the committee office', async () => {
    const reply = await world.of('office').call(directory, { branchId: 'nowhere' });
    expect(reply).toMatchObject({ code: 'not-found' });
  });
});

test('the committee office sees every branch with its head count', async () => {
  expect(await world.of('office').get(branches, {})).toEqual({
    branches: [
      { branchId: 'other', name: 'name of other', memberCount: 3 },
      { branchId: 'own', name: 'name of own', memberCount: 11 },
    ],
  });
});

describe('the invitation', () => {
  test('is the present code until it is renewed', async () => {
    const secretary = world.of('secretary');
    const expiresAtMs = TEST_START_MS + 7 * MS_PER_DAY;
    expect(await secretary.get(invitation, { renew: false })).toEqual({
      code: OWN_CODE,
      expiresAtMs,
    });
    await world.cloud.clock.set(TEST_START_MS + MS_PER_DAY);
    const renewed = await secretary.get(invitation, { renew: true });
    expect(renewed.code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/u);
    expect(renewed.code).not.toBe(OWN_CODE);
    expect(renewed.expiresAtMs).toBe(expiresAtMs + MS_PER_DAY);
    expect(await secretary.get(invitation, { renew: false })).toEqual(renewed);
  });

  test('is renewed once by a call that is repeated', async () => {
    const secretary = world.of('secretary');
    const first = await secretary.get(invitation, { renew: true }, { requestId: 'once' });
    const second = await secretary.get(invitation, { renew: true }, { requestId: 'once' });
    expect(second).toEqual(first);
  });

  test('that has expired is shown as it is, so that the officer sees why nobody can bind', async () => {
    await world.cloud.clock.set(TEST_START_MS + 8 * MS_PER_DAY);
    const shown = await world.of('secretary').get(invitation, { renew: false });
    expect(shown).toEqual({ code: OWN_CODE, expiresAtMs: TEST_START_MS + 7 * MS_PER_DAY });
  });
});

describe('adding a member', () => {
  test('puts them in the branch, unbound, from today on', async () => {
    await world.of('organiser').get(addMember, nora);
    expect(stored(world.cloud, 'members', 'nora-id')).toMatchObject({
      name: 'Nora',
      staffNumber: 'QY100',
      branchId: 'own',
      groupId: 'own-g1',
      roles: ['member'],
      crewHistory: [{ crewId: 'crew-2', fromDay: TODAY }],
      account: 'none:nora-id',
      joinedDay: TODAY,
      leftDay: null,
    });
  });

  test('keeps only what is seen of the name, and the staff number as others write it', async () => {
    const typed = { name: '\ufeffNo\u200bra\u202e', staffNumber: '\uff31y-1 00' };
    await world.of('organiser').get(addMember, { ...nora, ...typed });
    const kept = { name: 'Nora', staffNumber: 'QY100' };
    expect(stored(world.cloud, 'members', 'nora-id')).toMatchObject(kept);
    await world.of('organiser').get(changeMember, { memberId: 'una', name: 'U\u3164na Maria' });
    expect(stored(world.cloud, 'members', 'una').name).toBe('Una Maria');
  });

  test('twice with the same call adds one', async () => {
    const organiser = world.of('organiser');
    await organiser.get(addMember, nora);
    const before = snapshot(world.cloud);
    expect(await organiser.get(addMember, nora)).toEqual({ memberId: 'nora-id' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test.each([
    ['a staff number of somebody else', { staffNumber: 'alice' }, 'staff-number-taken'],
    ['an id of somebody else', { memberId: 'alice' }, 'bad-input'],
    ['an id of somebody of another branch', { memberId: 'oscar' }, 'bad-input'],
    ['an unknown crew', { crewId: 'crew-9' }, 'unknown-crew'],
    ['a group of another branch', { groupId: 'other-g1' }, 'unknown-group'],
  ])('with %s is refused and changes nothing', async (_, wrong, code) => {
    const before = snapshot(world.cloud);
    const reply = await world.of('organiser').call(addMember, { ...nora, ...wrong });
    expect(reply).toMatchObject({ ok: false, code });
    expect(snapshot(world.cloud)).toBe(before);
  });
});

describe('adding somebody who has left', () => {
  const leaver = {
    memberId: 'another-id',
    name: 'Name bob',
    staffNumber: 'bob',
    groupId: 'own-g1',
    crewId: 'crew-2',
    standing: 'member',
  } as const;
  const leave = (memberId: string) =>
    world.of('office').get(changeMember, { memberId, hasLeft: true });

  test('brings back the member they were, without the offices they had', async () => {
    await plant(world.cloud, {
      members: [
        aMember('bob', {
          roles: ['member', 'group-leader'],
          crewHistory: [{ crewId: 'crew-1', fromDay: localDay('2024-01-01') }],
        }),
      ],
    });
    await leave('bob');
    expect(await world.of('organiser').get(addMember, leaver)).toEqual({ memberId: 'bob' });
    expect(stored(world.cloud, 'members', 'bob')).toMatchObject({
      branchId: 'own',
      groupId: 'own-g1',
      roles: ['member'],
      crewHistory: [
        { crewId: 'crew-1', fromDay: '2024-01-01' },
        { crewId: 'crew-2', fromDay: TODAY },
      ],
      account: 'none:bob',
      joinedDay: '2024-01-01',
      leftDay: null,
    });
    const before = snapshot(world.cloud);
    expect(await world.of('organiser').get(addMember, leaver)).toEqual({ memberId: 'bob' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('moves them from the branch that they have left', async () => {
    await leave('oscar');
    const oscar = { ...leaver, name: 'Name oscar', staffNumber: 'oscar' };
    expect(await world.of('organiser').get(addMember, oscar)).toEqual({ memberId: 'oscar' });
    expect(stored(world.cloud, 'members', 'oscar')).toMatchObject({
      branchId: 'own',
      joinedDay: TODAY,
      leftDay: null,
    });
  });

  test("under another name is refused: the staff number is somebody else's", async () => {
    await leave('bob');
    const before = snapshot(world.cloud);
    const reply = await world.of('organiser').call(addMember, { ...leaver, name: 'Robert' });
    expect(reply).toMatchObject({ code: 'staff-number-taken' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('is refused while they are in their branch', async () => {
    const before = snapshot(world.cloud);
    const oscar = { ...leaver, name: 'Name oscar', staffNumber: 'oscar' };
    const reply = await world.of('organiser').call(addMember, oscar);
    expect(reply).toMatchObject({ code: 'staff-number-taken' });
    expect(snapshot(world.cloud)).toBe(before);
  });
});
