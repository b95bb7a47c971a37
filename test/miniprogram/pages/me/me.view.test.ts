import type { Me } from '../../../../contract/people/hello';
import { toView } from '../../../../miniprogram/pages/me/me.view';

const aMe = (given: Partial<Me> = {}): Me => ({
  memberId: 'm1',
  name: '顾守成',
  branchId: 'b1',
  branchName: '运行支部',
  groupName: '二值党小组',
  crewName: '二值',
  roles: ['member'],
  ...given,
});

describe('my own page', () => {
  it('says who I am and where I belong', () => {
    expect(toView(aMe({ roles: ['member', 'organisation-officer'] }), true)).toMatchObject({
      kind: 'content',
      initial: '顾',
      place: '运行支部 · 二值党小组 · 二值',
      roles: '党员、组织委员',
    });
  });

  it('leaves out a group or crew that I have not', () => {
    expect(toView(aMe({ groupName: null, crewName: null }), true)).toMatchObject({
      place: '运行支部',
    });
  });

  it.each([
    ['organisation-officer', true],
    ['secretary', true],
    ['committee-office', true],
    ['publicity-officer', false],
    ['group-leader', false],
    ['member', false],
  ] as const)('shows the invitation code to a %s: %s', (role, canInvite) => {
    expect(toView(aMe({ roles: ['member', role] }), true)).toMatchObject({ canInvite });
  });

  it('invites a guest to bind, waits for the first answer, and says so when none came', () => {
    expect(toView(null, true)).toEqual({ kind: 'guest' });
    expect(toView(undefined, false)).toEqual({ kind: 'loading' });
    expect(toView(undefined, true)).toMatchObject({ kind: 'error' });
  });
});
