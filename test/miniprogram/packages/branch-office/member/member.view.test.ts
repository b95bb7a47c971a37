import type { OutputOf } from '../../../../../contract/action';
import type { directory, Me, Person } from '../../../../../contract/people/member';
import type { Role } from '../../../../../contract/roles';
import {
  roleChoices,
  toView,
  withRole,
} from '../../../../../miniprogram/packages/branch-office/member/member.view';

const aPerson = (given: Partial<Person> = {}): Person => ({
  memberId: 'm2',
  name: '许安康',
  maskedStaffNumber: 'Q****55',
  groupName: null,
  crewId: null,
  crewName: null,
  roles: ['member'],
  isBound: true,
  ...given,
});

const meWith = (...roles: Role[]): Me => ({
  memberId: 'm1',
  name: '顾守成',
  branchId: 'b1',
  branchName: '运行支部',
  groupName: null,
  crewName: null,
  roles,
});

function viewFor(me: Me, person = aPerson()) {
  const output: OutputOf<typeof directory> = {
    branch: { branchId: 'b1', name: '运行支部', memberCount: 1 },
    groups: [],
    people: [person],
  };
  return toView({ kind: 'known', output, asOfAtMs: null }, 'm2', me);
}

describe('the card of a member', () => {
  it.each([
    ['secretary', true, true],
    ['committee-office', true, true],
    ['organisation-officer', true, false],
    ['publicity-officer', false, false],
    ['member', false, false],
  ] as const)(
    'offers a %s to release: %s, to change roles: %s',
    (role, canRelease, canSetRoles) => {
      expect(viewFor(meWith('member', role))).toMatchObject({ canRelease, canSetRoles });
    },
  );

  it('offers no release of somebody who is not bound', () => {
    expect(viewFor(meWith('secretary'), aPerson({ isBound: false }))).toMatchObject({
      canRelease: false,
    });
  });

  it('says so when the person is not in the roster any more', () => {
    expect(viewFor(meWith('secretary'), aPerson({ memberId: 'm9' }))).toMatchObject({
      kind: 'empty',
    });
  });
});

describe('choosing roles', () => {
  it('offers the committee office only to the committee office, or where it is already', () => {
    const offered = (me: Me, roles: readonly Role[]) =>
      roleChoices(roles, me).map(({ role }) => role);
    expect(offered(meWith('secretary'), ['member'])).not.toContain('committee-office');
    expect(offered(meWith('committee-office'), ['member'])).toContain('committee-office');
    expect(offered(meWith('secretary'), ['member', 'committee-office'])).toContain(
      'committee-office',
    );
  });

  it('lets member and probationary member take the place of each other', () => {
    expect(withRole(['member', 'secretary'], 'probationary-member')).toEqual([
      'probationary-member',
      'secretary',
    ]);
    expect(withRole(['member'], 'member')).toEqual(['member']);
  });

  it('adds an office, and takes it away when tapped again', () => {
    const added = withRole(['member'], 'secretary');
    expect(added).toEqual(['member', 'secretary']);
    expect(withRole(added, 'secretary')).toEqual(['member']);
  });
});
