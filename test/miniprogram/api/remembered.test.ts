import { hello } from '../../../contract/people/hello';
import { myAttendance } from '../../../contract/study/mine';
import { fetchAndRemember, forgetAllBut, remembered } from '../../../miniprogram/api/remembered';
import { saveDraft } from '../../../miniprogram/state/drafts';
import { noteSeen } from '../../../miniprogram/state/unread';
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

  it('are forgotten but for who is bound when that changes, drafts and outbox aside', async () => {
    phone.answer = () => yes({ me: null, nowMs: 1000 });
    await fetchAndRemember(hello, {});
    phone.answer = () => yes(noAttendance);
    await fetchAndRemember(myAttendance, { month: '2026-03' });
    phone.storage.set('draft:bind', { name: 'x' });
    forgetAllBut(hello, {});
    expect(remembered(hello, {})).toBeDefined();
    expect(remembered(myAttendance, { month: '2026-03' })).toBeUndefined();
    expect(phone.storage.get('draft:bind')).toEqual({ name: 'x' });
  });

  it('make room where storage is full, but for who is bound here', async () => {
    phone.answer = () => yes({ me: null, nowMs: 1000 });
    await fetchAndRemember(hello, {});
    phone.answer = () => yes(noAttendance);
    await fetchAndRemember(myAttendance, { month: '2026-02' });
    phone.room = phone.storage.size;
    await fetchAndRemember(myAttendance, { month: '2026-03' });
    expect(remembered(hello, {})).toBeDefined();
    expect(remembered(myAttendance, { month: '2026-02' })).toBeUndefined();
    expect(remembered(myAttendance, { month: '2026-03' })).toBeDefined();
  });
});

describe('full storage in which nothing can be forgotten', () => {
  it('costs an answer its place, a draft and what was seen, and nobody the page', async () => {
    const phone = holdFakePhone();
    phone.room = 0;
    phone.answer = () => yes(noAttendance);
    expect(await fetchAndRemember(myAttendance, { month: '2026-03' })).toMatchObject({ ok: true });
    saveDraft('bind', { name: 'x' });
    noteSeen(5);
    expect(phone.storage.size).toBe(0);
  });
});
