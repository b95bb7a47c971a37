import type { PlaceChoices } from '../../../../contract/people/keeping';
import type { Me } from '../../../../contract/people/hello';
import type { Person } from '../../../../contract/people/member';
import type { Role } from '../../../../contract/roles';
import { localDay } from '../../../../domain/time/local-day';
import type { MemberRecord } from '../../../../miniprogram/packages/branch-office/member/edit';

export const choices: PlaceChoices = {
  branchName: '运行支部',
  groups: [
    { groupId: 'g1', name: '第一党小组' },
    { groupId: 'g2', name: '第二党小组' },
  ],
  crews: [
    { crewId: 'days', name: '长白班', rotationName: '长白班' },
    { crewId: 'c1', name: '一值', rotationName: '主厂房' },
    { crewId: 'c2', name: '二值', rotationName: '主厂房' },
  ],
};

export const aPerson = (given: Partial<Person> = {}): Person => ({
  memberId: 'm2',
  name: '许安康',
  maskedStaffNumber: 'Q****55',
  groupName: '第一党小组',
  crewId: 'c1',
  crewName: '一值',
  roles: ['member'],
  isBound: true,
  ...given,
});

/** 许安康 of the first group and the first crew, as of Wednesday 2026-03-11. */
export const aRecord = (
  given: Partial<MemberRecord> = {},
  person: Partial<Person> = {},
): MemberRecord => ({
  person: aPerson(person),
  branchId: 'b1',
  groupId: 'g1',
  today: localDay('2026-03-11'),
  nextCrews: [],
  joinedDay: localDay('2020-07-01'),
  leftDay: null,
  choices,
  ...given,
});

export const meWith = (...roles: Role[]): Me => ({
  memberId: 'm1',
  name: '顾守成',
  branchId: 'b1',
  branchName: '运行支部',
  groupName: null,
  crewName: null,
  roles,
});
