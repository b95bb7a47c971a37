import type { Me } from '../../../contract/people/hello';

/** A member of the branch that the documents of these builders are of. */
export const aMe = (me: Partial<Me> = {}): Me => ({
  memberId: 'me',
  name: '我',
  branchId: 'yunxing',
  branchName: '运行支部',
  groupName: null,
  crewName: null,
  roles: ['member'],
  ...me,
});

/** Of the committee office, from a branch of their own. */
export const ofOffice = (): Me => aMe({ branchId: 'jiguan', roles: ['committee-office'] });
