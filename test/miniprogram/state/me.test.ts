import { contests } from '../../../contract/content/contest';
import { call } from '../../../miniprogram/api/client';
import { knownMe, refreshMe, whoIsHere } from '../../../miniprogram/state/me';
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

describe('an answer that comes before it is known who reads', () => {
  let phone: FakePhone;
  /** Answers to hello and to others, in the order in which they are let out. */
  let letOut: Record<'hello' | 'others', () => void>;
  const seen: string[] = [];
  beforeEach(() => {
    phone = holdFakePhone();
    seen.length = 0;
    letOut = { hello: () => undefined, others: () => undefined };
    phone.answer = ({ action }) =>
      new Promise((done) => {
        const isHello = action === 'hello';
        const other = { nowMs: 1000, branchId: 'b1', canWrite: false, rows: [], nextCursor: null };
        const output = isHello ? { me: aMe('m1'), nowMs: 1000 } : other;
        letOut[isHello ? 'hello' : 'others'] = () => done(yes(output));
      });
  });
  const askOther = () => call(contests, {}).then(() => seen.push(knownMe()?.memberId ?? 'nobody'));

  it('is given once that is known', async () => {
    const asked = refreshMe();
    const other = askOther();
    letOut.others();
    await nextTask();
    expect(seen).toEqual([]);
    letOut.hello();
    await Promise.all([asked, other]);
    expect(seen).toEqual(['m1']);
  });

  it('is given although nobody says who reads', async () => {
    const { answer } = phone;
    phone.answer = (data) => (data['action'] === 'hello' ? noNetwork() : answer(data));
    void refreshMe();
    const other = askOther();
    letOut.others();
    await other;
    expect(seen).toEqual(['nobody']);
  });

  it('asks who reads once, however many pages wish to know', async () => {
    const asked = Promise.all([refreshMe(), whoIsHere(), whoIsHere()]);
    letOut.hello();
    await asked;
    expect(phone.calls).toHaveLength(1);
    await whoIsHere();
    expect(phone.calls).toHaveLength(1);
  });
});

const nextTask = () => new Promise((done) => setImmediate(done));
