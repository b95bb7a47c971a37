import { reply } from '../../../contract/study/mine';
import { sendOrKeep, sendWaiting, type Delivered } from '../../../miniprogram/api/outbox';
import { waitingWrites } from '../../../miniprogram/api/waiting-writes';
import { learnServerTime } from '../../../miniprogram/state/clock';
import { holdFakePhone, no, noNetwork, yes, type FakePhone } from '../fake-phone';
import { startedOutbox, type StartedOutbox } from './started-outbox';

const coming = (studyId: string) => ({
  studyId,
  reply: { kind: 'coming' as const, sittingId: 'a' },
});

describe('decisions that wait', () => {
  let phone: FakePhone;
  beforeEach(() => {
    phone = holdFakePhone();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const decisions = () =>
    phone.calls.map(({ data }) => (data['input'] as { decidedAtMs?: number }).decidedAtMs);
  const none = { studyId: 's1', reply: { kind: 'none' as const } };

  it('of a phone that never heard the time say nothing of when they were made', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    expect(decisions()).toEqual([undefined]);
  });

  it('say when they were made by the corrected clock, also when they go out later', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(5_000_000);
    learnServerTime({ nowMs: 4_000_000 });
    await sendOrKeep(reply, coming('s1'), '党课');
    clock.mockReturnValue(9_000_000);
    phone.answer = () => no('decided-since');
    await sendWaiting();
    expect(decisions()).toEqual([4_000_000, 4_000_000]);
  });

  it('follow each other on one phone even when its clock is set back between them', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(5_000_000);
    learnServerTime({ nowMs: 4_500_000 });
    await sendOrKeep(reply, coming('s1'), '党课');
    learnServerTime({ nowMs: 4_400_000 });
    await sendOrKeep(reply, none, '党课');
    expect(decisions()).toEqual([4_500_000, 4_500_001]);
  });
});

describe('a decision whose answer this version cannot read', () => {
  const excused = { studyId: 's1', reply: { kind: 'excused' as const, reason: '看病' } };
  const decide = () => sendOrKeep(reply, excused, '党课');
  const waiting = () => waitingWrites().map(({ input }) => input);
  let phone: FakePhone;
  beforeEach(async () => {
    phone = holdFakePhone();
    await sendOrKeep(reply, coming('s1'), '党课');
  });

  it('takes the place of the kept one when it was done', async () => {
    phone.answer = () => yes({ shape: 'of a newer function' });
    expect(await decide()).toMatchObject({ code: 'unreadable-reply' });
    expect(waiting()).toEqual([]);
  });

  it('leaves the kept one when it was refused, for whatever reason', async () => {
    phone.answer = () => no('too-near-the-start');
    expect(await decide()).toMatchObject({ code: 'unknown-refusal' });
    expect(waiting()).toMatchObject([coming('s1')]);
  });

  it.each([undefined, 'ok', { errCode: -1 }])(
    'is itself kept in that place when %j came, which is no answer',
    async (result) => {
      phone.answer = () => result;
      expect(await decide()).toEqual({ ok: 'kept', waitsFor: 'mending' });
      expect(waiting()).toMatchObject([excused]);
    },
  );
});

describe('a waiting write that meets a fault of ours', () => {
  const MINUTE_MS = 60_000;
  let phone: FakePhone;
  let outbox: StartedOutbox;
  let told: Delivered[];
  let clockMs: number;
  beforeEach(async () => {
    phone = holdFakePhone();
    outbox = startedOutbox();
    told = [];
    clockMs = 1_773_000_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => clockMs);
    outbox.onDelivered((delivered) => told.push(...delivered));
    await outbox.sendOrKeep(reply, coming('s1'), 's1');
    phone.calls.length = 0;
    phone.answer = () => no('internal');
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is kept, counted and said to wait for us, and not tried again at once', async () => {
    await outbox.sendWaiting();
    await outbox.sendWaiting();
    expect(phone.calls).toHaveLength(1);
    expect(outbox.keptWrites()).toEqual({ count: 1, waitsFor: 'mending', ofNewer: 0 });
    expect(told).toEqual([]);
  });

  it('holds up nothing that waits behind it', async () => {
    phone.answer = noNetwork;
    await outbox.sendOrKeep(reply, coming('s2'), 's2');
    phone.answer = ({ input }) =>
      (input as { studyId: string }).studyId === 's1' ? no('internal') : no('sitting-over');
    await outbox.sendWaiting();
    expect(told.map(({ waiting }) => waiting.title)).toEqual(['s2']);
    expect(outbox.waitingWrites().map(({ title }) => title)).toEqual(['s1']);
  });

  it('goes out once we have mended it, with the request id of its first try', async () => {
    const { requestId } = outbox.waitingWrites()[0]!;
    await outbox.sendWaiting();
    clockMs += MINUTE_MS;
    phone.answer = () => yes({ mine: null });
    await outbox.sendWaiting();
    expect(phone.calls.map(({ data }) => data['requestId'])).toEqual([requestId, requestId]);
    expect(told.map(({ result }) => result.ok)).toEqual([true]);
    expect(outbox.waitingWrites()).toEqual([]);
  });

  it.each([
    ['internal', no('internal')],
    ['no-reply', undefined],
  ])('is given up, and told, after five tries over seven hours: %s', async (code, result) => {
    phone.answer = () => result;
    for (const minutes of [1, 10, 60, 360]) {
      await outbox.sendWaiting();
      clockMs += minutes * MINUTE_MS - 1;
      await outbox.sendWaiting();
      expect(told).toEqual([]);
      clockMs += 1;
    }
    await outbox.sendWaiting();
    expect(phone.calls).toHaveLength(5);
    expect(told).toMatchObject([{ result: { ok: false, code } }]);
    expect(outbox.waitingWrites()).toEqual([]);
  });

  it('is due when the clock by which it was put off has been set back', async () => {
    await outbox.sendWaiting();
    clockMs -= 24 * 60 * MINUTE_MS;
    await outbox.sendWaiting();
    expect(phone.calls).toHaveLength(2);
  });
});

describe('an outbox in full storage', () => {
  let phone: FakePhone;
  beforeEach(() => {
    phone = holdFakePhone();
    phone.storage.set('seen:study.today:{}', { atMs: 1, output: {} });
    phone.storage.set('draft:bind', { name: 'x' });
  });

  it('takes the place of what is remembered, never of a draft', async () => {
    phone.room = 2;
    expect(await sendOrKeep(reply, coming('s1'), '党课')).toMatchObject({ ok: 'kept' });
    expect([...phone.storage.keys()]).toEqual(['draft:bind', 'outbox']);
  });

  it('refuses as when it is full itself where there is nothing to forget', async () => {
    phone.room = 1;
    expect(await sendOrKeep(reply, coming('s1'), '党课')).toMatchObject({ code: 'offline' });
    expect(waitingWrites()).toEqual([]);
  });

  it('sends nothing twice when storage takes not even the shorter list', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    phone.calls.length = 0;
    phone.refusesChanges = true;
    phone.answer = () => no('sitting-over');
    await sendWaiting();
    await sendWaiting();
    expect(phone.calls).toHaveLength(1);
    expect(waitingWrites()).toEqual([]);
  });
});
