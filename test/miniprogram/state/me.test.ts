import { knownMe, refreshMe } from '../../../miniprogram/state/me';
import { holdFakePhone, noNetwork, yes, type FakePhone } from '../fake-phone';

const aMe = (memberId: string) => ({
  memberId,
  name: '顾守成',
  branchId: 'b1',
  branchName: '运行支部',
  groupName: null,
  crewName: null,
  roles: ['member'],
});

describe('who is bound on this phone', () => {
  let phone: FakePhone;
  const answerWith = (me: unknown) => {
    phone.answer = () => yes({ me, nowMs: 1000 });
  };
  beforeEach(async () => {
    phone = holdFakePhone();
    answerWith(aMe('m1'));
    await refreshMe();
    phone.storage.set('seen:study.today:{}', { atMs: 1, output: {} });
    phone.storage.set('outbox', [{}]);
  });

  it('is kept while nobody answers, with everything the phone holds', async () => {
    phone.answer = noNetwork;
    expect((await refreshMe())?.memberId).toBe('m1');
    expect(phone.storage.has('seen:study.today:{}')).toBe(true);
    expect(phone.storage.has('outbox')).toBe(true);
  });

  it.each([
    ['released', null],
    ['bound to somebody else', aMe('m2')],
  ])('takes along what the phone holds when the account is %s', async (_, me) => {
    answerWith(me);
    await refreshMe();
    expect([...phone.storage.keys()]).toEqual(['seen:member.hello:{}']);
    expect(knownMe()).toEqual(me);
  });
});
