import { ROSTER_KEEPERS } from '../../../contract/roles';
import { watchGate, type Gate } from '../../../miniprogram/state/gate';
import { refreshMe } from '../../../miniprogram/state/me';
import { holdFakePhone, noNetwork, yes, type FakePhone } from '../fake-phone';

const withRoles = (...roles: string[]) => ({
  memberId: 'm1',
  name: '顾守成',
  branchId: 'b1',
  branchName: '运行支部',
  groupName: null,
  crewName: null,
  roles,
});

describe('a form of an office, when it is opened', () => {
  let phone: FakePhone;
  const answerWith = (me: unknown) => {
    phone.answer = () => yes({ me, nowMs: 1000 });
  };
  const kindsShown = async () => {
    const gates: Gate[] = [];
    await watchGate(ROSTER_KEEPERS, (gate) => gates.push(gate));
    return gates.map(({ kind }) => kind);
  };
  beforeEach(() => {
    phone = holdFakePhone();
  });

  it('is shown to who holds the office', async () => {
    answerWith(withRoles('member', 'secretary'));
    await refreshMe();
    expect(await kindsShown()).toEqual(['content', 'content']);
  });

  it('tells a guest to bind, and a member that it is not theirs', async () => {
    answerWith(null);
    await refreshMe();
    expect(await kindsShown()).toEqual(['guest', 'guest']);
    answerWith(withRoles('member'));
    expect((await kindsShown()).at(-1)).toBe('not-yours');
  });

  it('goes by what is so now when the office was taken or given since', async () => {
    answerWith(withRoles('secretary'));
    await refreshMe();
    answerWith(withRoles('member'));
    expect(await kindsShown()).toEqual(['content', 'not-yours']);
    answerWith(withRoles('secretary'));
    expect(await kindsShown()).toEqual(['not-yours', 'content']);
  });

  it('keeps nobody out while nothing is known and nobody answers', async () => {
    phone.answer = noNetwork;
    expect(await kindsShown()).toEqual(['content', 'content']);
  });
});
