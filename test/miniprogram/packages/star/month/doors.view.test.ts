import type { Role } from '../../../../../contract/roles';
import { assessmentDoors } from '../../../../../miniprogram/packages/star/month/doors.view';
import { aMe } from '../../../../builders/phone/me';

const doorsOf = (...roles: readonly Role[]) =>
  assessmentDoors(aMe({ roles: [...roles] }), '').map(({ text }) => text);

test('everybody has a door to their own sheet, whoever assesses one to those of others', () => {
  expect(doorsOf('member')).toEqual(['我的考核表']);
  expect(doorsOf('member', 'publicity-officer')).toEqual(['我的考核表']);
  expect(doorsOf('member', 'group-leader')).toEqual(['我的考核表', '考核']);
});

test('the organisation officer, who stands in for the secretary’s sheet, finds it', () => {
  expect(doorsOf('member', 'organisation-officer')).toEqual(['我的考核表', '考核']);
});
