import { hello } from '../../../contract/people/member';
import { myAttendance } from '../../../contract/study/mine';
import { fetchAndRemember, forgetAll, remembered } from '../../../miniprogram/api/remembered';
import { holdFakePhone, no, yes, type FakePhone } from '../fake-phone';

const noAttendance = {
  entries: [],
  raw: { attended: 0, asked: 0 },
  fair: { attended: 0, couldAttend: 0 },
  minutesAsked: 0,
};

describe('answers of earlier visits', () => {
  let phone: FakePhone;
  beforeEach(() => {
    phone = holdFakePhone();
  });

  it('are unknown before the first answer', () => {
    expect(remembered(hello, {})).toBeUndefined();
  });

  it('are shown again, with when they were given', async () => {
    phone.answer = () => yes({ me: null, nowMs: 1_772_000_000_000 });
    await fetchAndRemember(hello, {});
    const kept = remembered(hello, {});
    expect(kept?.output).toEqual({ me: null, nowMs: 1_772_000_000_000 });
    expect(kept?.atMs).toBeGreaterThanOrEqual(1_772_000_000_000);
  });

  it('belong to the question: another month is another answer', async () => {
    phone.answer = () => yes(noAttendance);
    await fetchAndRemember(myAttendance, { month: '2026-03' });
    expect(remembered(myAttendance, { month: '2026-03' })).toBeDefined();
    expect(remembered(myAttendance, { month: '2026-02' })).toBeUndefined();
  });

  it('stay as they were when a call fails or is refused', async () => {
    phone.answer = () => yes({ me: null, nowMs: 1000 });
    await fetchAndRemember(hello, {});
    phone.answer = () => no('internal');
    await fetchAndRemember(hello, {});
    expect(remembered(hello, {})?.output.nowMs).toBe(1000);
  });

  it('of another shape, from an older version, count as unknown', () => {
    phone.storage.set('seen:member.hello:{}', { atMs: 1, output: { who: 'x' } });
    expect(remembered(hello, {})).toBeUndefined();
  });

  it('are bounded: the oldest of more than forty is forgotten', async () => {
    for (let index = 0; index < 41; index += 1) {
      const year = 2000 + index;
      phone.answer = () => yes(noAttendance);
      jest.spyOn(Date, 'now').mockReturnValue(index);
      await fetchAndRemember(myAttendance, { month: `${year}-01` });
    }
    jest.restoreAllMocks();
    expect(phone.storage.size).toBe(40);
    expect(remembered(myAttendance, { month: '2000-01' })).toBeUndefined();
    expect(remembered(myAttendance, { month: '2001-01' })).toBeDefined();
  });

  it('are all forgotten when the person leaves, drafts and outbox aside', async () => {
    phone.answer = () => yes({ me: null, nowMs: 1000 });
    await fetchAndRemember(hello, {});
    phone.storage.set('draft:bind', { name: 'x' });
    forgetAll();
    expect([...phone.storage.keys()]).toEqual(['draft:bind']);
  });
});
