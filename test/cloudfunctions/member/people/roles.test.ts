import * as fc from 'fast-check';
import { rolesAgree } from '../../../../cloudfunctions/_store/people/roles-agree';
import { memberActions } from '../../../../contract/people/member';
import { ROLES, type Role } from '../../../../contract/roles';
import { aMember } from '../../../builders/documents';
import { plant, snapshot, stored } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { setRoles, changeMember, releaseBinding, branches, invitation } = memberActions;

describe('roles that agree', () => {
  test.each<[readonly Role[], boolean]>([
    [['member'], true],
    [['probationary-member'], true],
    [['member', 'secretary', 'organisation-officer', 'group-leader'], true],
    [['member', 'committee-office'], true],
    [['probationary-member', 'committee-office'], true],
    [['secretary'], false],
    [['member', 'probationary-member'], false],
    [['probationary-member', 'secretary'], false],
    [['probationary-member', 'group-leader'], false],
  ])('%j: %s', (roles, agree) => {
    expect(rolesAgree(roles)).toBe(agree);
  });

  test('always have exactly one standing', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), (roles) => {
        const standings = roles.filter((role) => role.endsWith('member'));
        return !rolesAgree(roles) || standings.length === 1;
      }),
    );
  });
});

describe('giving and taking roles', () => {
  const world = useMemberCloud();

  test('a secretary gives an office, and it counts from the next call on', async () => {
    const alice = world.of('alice');
    expect(await alice.call(invitation, { renew: false })).toMatchObject({ code: 'not-allowed' });
    const given = await world.of('secretary').get(setRoles, {
      memberId: 'alice',
      roles: ['organisation-officer', 'member'],
    });
    expect(given.roles).toEqual(['member', 'organisation-officer']);
    expect((await alice.call(invitation, { renew: false })).ok).toBe(true);
  });

  test('an office that is taken away in mid-session bites at once, in every instance', async () => {
    const office = world.of('office');
    const ask = () => Promise.all(Array.from({ length: 6 }, () => office.call(branches, {})));
    for (const reply of await ask()) expect(reply.ok).toBe(true);
    await plant(world.cloud, { members: [aMember('office', { roles: ['member'] })] });
    for (const reply of await ask()) expect(reply).toMatchObject({ code: 'not-allowed' });
  });

  test.each<[string, Role[]]>([
    ['member and probationary member', ['member', 'probationary-member']],
    ['a probationary secretary', ['probationary-member', 'secretary']],
    ['an office without a standing', ['publicity-officer']],
  ])('%s contradict each other', async (_, roles) => {
    const before = snapshot(world.cloud);
    const reply = await world.of('secretary').call(setRoles, { memberId: 'alice', roles });
    expect(reply).toMatchObject({ code: 'roles-contradict' });
    expect(snapshot(world.cloud)).toBe(before);
  });

  test('a secretary neither gives nor takes the role of the committee office', async () => {
    const secretary = world.of('secretary');
    const before = snapshot(world.cloud);
    for (const input of [
      { memberId: 'alice', roles: ['member', 'committee-office'] as Role[] },
      { memberId: 'office', roles: ['member'] as Role[] },
    ]) {
      expect(await secretary.call(setRoles, input)).toMatchObject({ code: 'not-allowed' });
    }
    expect(snapshot(world.cloud)).toBe(before);
    const byOffice = { memberId: 'oscar', roles: ['member', 'committee-office'] as Role[] };
    expect((await world.of('office').call(setRoles, byOffice)).ok).toBe(true);
  });

  test('nobody of a branch changes anything of who holds that role, or frees their account', async () => {
    const memberId = 'office';
    const roles: Role[] = ['member', 'committee-office', 'secretary'];
    const before = snapshot(world.cloud);
    for (const keeper of ['secretary', 'organiser']) {
      const phone = world.of(keeper);
      const refusals = [
        await phone.call(releaseBinding, { memberId, reason: 'new phone' }),
        await phone.call(changeMember, { memberId, hasLeft: true }),
        await phone.call(changeMember, { memberId, name: 'another' }),
        await phone.call(changeMember, { memberId, staffNumber: 'QY00001' }),
        await phone.call(setRoles, { memberId, roles }),
      ];
      for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'not-allowed' });
    }
    expect(snapshot(world.cloud)).toBe(before);
    await world.of('office').get(setRoles, { memberId, roles });
    await world.of('office').get(changeMember, { memberId, name: 'Another' });
    await world.of('office').get(releaseBinding, { memberId, reason: 'new phone' });
  });

  test('the last secretary stays one until there is another', async () => {
    const secretary = world.of('secretary');
    const resign = { memberId: 'secretary', roles: ['member'] as Role[] };
    expect(await secretary.call(setRoles, resign)).toMatchObject({ code: 'last-secretary' });
    await secretary.get(setRoles, { memberId: 'alice', roles: ['member', 'secretary'] });
    expect((await secretary.call(setRoles, resign)).ok).toBe(true);
    expect(await secretary.call(setRoles, resign)).toMatchObject({ code: 'not-allowed' });
  });

  test('a secretary who has left is none: the one who remains is the last', async () => {
    const second = aMember('second', { roles: ['member', 'secretary'] });
    await plant(world.cloud, { members: [second] });
    await world.of('organiser').get(changeMember, { memberId: 'second', hasLeft: true });
    const resign = { memberId: 'secretary', roles: ['member'] as Role[] };
    expect(await world.of('secretary').call(setRoles, resign)).toMatchObject({
      code: 'last-secretary',
    });
  });

  test('the last of the committee office neither resigns nor leaves until there is another', async () => {
    const office = world.of('office');
    const resign = { memberId: 'office', roles: ['member'] as Role[] };
    const leave = { memberId: 'office', hasLeft: true };
    const before = snapshot(world.cloud);
    expect(await office.call(setRoles, resign)).toMatchObject({ code: 'last-of-office' });
    expect(await office.call(changeMember, leave)).toMatchObject({ code: 'last-of-office' });
    expect(snapshot(world.cloud)).toBe(before);
    await office.get(setRoles, { memberId: 'oscar', roles: ['member', 'committee-office'] });
    expect((await office.call(setRoles, resign)).ok).toBe(true);
  });

  test('of two of the committee office, in different branches, who resign at once one remains', async () => {
    const roles: Role[] = ['member', 'committee-office'];
    await plant(world.cloud, { members: [aMember('oscar', { roles, branchId: 'other' })] });
    const replies = await Promise.all(
      ['office', 'oscar'].map((memberId) =>
        world.of(memberId).call(setRoles, { memberId, roles: ['member'] }),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const left = ['office', 'oscar'].map((id) => stored(world.cloud, 'members', id).roles);
    expect(left.filter((each) => each.includes('committee-office'))).toHaveLength(1);
  });

  test('of two secretaries who resign at once one remains', async () => {
    const roles: Role[] = ['member', 'secretary'];
    await plant(world.cloud, { members: [aMember('second', { roles })] });
    const replies = await Promise.all(
      ['secretary', 'second'].map((memberId) =>
        world.of('office').call(setRoles, { memberId, roles: ['member'] }),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const left = ['secretary', 'second'].map((id) => stored(world.cloud, 'members', id).roles);
    expect(left.filter((each) => each.includes('secretary'))).toHaveLength(1);
  });

  test('somebody who has left gets no roles', async () => {
    await world.of('organiser').get(changeMember, { memberId: 'alice', hasLeft: true });
    const reply = await world
      .of('secretary')
      .call(setRoles, { memberId: 'alice', roles: ['member', 'group-leader'] });
    expect(reply).toMatchObject({ code: 'not-found' });
  });
});
