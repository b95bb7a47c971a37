import { checkIn, reply } from '../../../contract/study/mine';
import {
  keptWrites,
  onDelivered,
  sendOrKeep,
  sendWaiting,
  type Delivered,
} from '../../../miniprogram/api/outbox';
import { emptyOutbox, waitingWrites } from '../../../miniprogram/api/waiting-writes';
import { holdFakePhone, no, noNetwork, yes, type FakePhone } from '../fake-phone';
import { startedOutbox, type StartedOutbox } from './started-outbox';

const coming = (studyId: string) => ({
  studyId,
  reply: { kind: 'coming' as const, sittingId: 'a' },
});
const checkedIn = {
  studyId: 's1',
  sittingId: 'a',
  topic: '党课',
  place: '会议室',
  state: 'to-confirm',
  atMs: 1,
  wasIn: false,
};

describe('the outbox', () => {
  let phone: FakePhone;
  beforeEach(() => {
    phone = holdFakePhone();
  });

  it('sends at once when there is a network, and keeps nothing', async () => {
    phone.answer = () => no('sitting-over');
    const result = await sendOrKeep(reply, coming('s1'), '党课');
    expect(result).toMatchObject({ ok: false, code: 'sitting-over' });
    expect(waitingWrites()).toEqual([]);
  });

  it('keeps a write that found no network, with the request id of its first try', async () => {
    expect(await sendOrKeep(reply, coming('s1'), '党课')).toEqual({
      ok: 'kept',
      waitsFor: 'network',
    });
    expect(waitingWrites()).toMatchObject([
      {
        action: 'reply',
        input: coming('s1'),
        title: '党课',
        requestId: phone.calls[0]!.data['requestId'],
      },
    ]);
  });

  it('keeps of several answers to one study the last', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    await sendOrKeep(reply, coming('s2'), '主题党日');
    const excused = { studyId: 's1', reply: { kind: 'excused' as const, reason: '看病' } };
    await sendOrKeep(reply, excused, '党课');
    expect(waitingWrites().map(({ input }) => input)).toEqual([coming('s2'), excused]);
  });

  it('does not send a kept answer after a later one that found its way', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    phone.calls.length = 0;
    let sendingMeanwhile: Promise<void> | undefined;
    phone.answer = () => {
      sendingMeanwhile ??= sendWaiting();
      return yes({ mine: null });
    };
    await sendOrKeep(reply, { studyId: 's1', reply: { kind: 'none' } }, '党课');
    await sendingMeanwhile;
    await sendWaiting();
    expect(phone.calls.map(({ data }) => data['input'])).toEqual([
      { studyId: 's1', reply: { kind: 'none' } },
    ]);
    expect(waitingWrites()).toEqual([]);
  });

  it('still sends a kept answer when a later one was refused: it is the last that may stand', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    phone.answer = () => no('too-late-to-excuse');
    const excused = { studyId: 's1', reply: { kind: 'excused' as const, reason: '看病' } };
    expect(await sendOrKeep(reply, excused, '党课')).toMatchObject({ ok: false });
    expect(waitingWrites().map(({ input }) => input)).toEqual([coming('s1')]);
  });

  it('has a kept answer still when the app ends before a later one is answered', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    let kept: unknown;
    phone.answer = () => {
      kept = waitingWrites().map(({ input }) => input);
      return noNetwork();
    };
    await sendOrKeep(reply, { studyId: 's1', reply: { kind: 'none' } }, '党课');
    expect(kept).toEqual([coming('s1')]);
  });

  it('keeps a write whose answer did not come in time: repeating it changes nothing twice', async () => {
    phone.answer = () => {
      throw new Error('request:fail timeout');
    };
    expect(await sendOrKeep(reply, coming('s1'), '党课')).toMatchObject({ ok: 'kept' });
    phone.answer = () => no('already-in');
    await sendWaiting();
    const [first, second] = phone.calls;
    expect(second!.data['requestId']).toBe(first!.data['requestId']);
  });

  it('sends a claim in place of the input when it is given one', async () => {
    const scan = { way: 'scan' as const, payload: 'QF' };
    await sendOrKeep(checkIn, scan, '党课', { ...scan, claimedAtMs: 77 });
    expect(phone.calls[0]!.data['input']).toEqual(scan);
    phone.answer = () => yes(checkedIn);
    await sendWaiting();
    expect(phone.calls[1]!.data['input']).toEqual({ ...scan, claimedAtMs: 77 });
  });

  it('sends what waits in order, one at a time, and tells what became of each', async () => {
    for (const id of ['s1', 's2', 's3']) await sendOrKeep(reply, coming(id), id);
    phone.calls.length = 0;
    const told: Delivered[] = [];
    const stop = onDelivered((delivered) => told.push(...delivered));
    phone.answer = () => no('sitting-over');
    await sendWaiting();
    stop();
    expect(phone.calls.map(({ data }) => (data['input'] as { studyId: string }).studyId)).toEqual([
      's1',
      's2',
      's3',
    ]);
    expect(told.map(({ waiting, result }) => [waiting.title, result.ok])).toEqual([
      ['s1', false],
      ['s2', false],
      ['s3', false],
    ]);
    expect(waitingWrites()).toEqual([]);
  });

  it('stops at the first that finds no network, and keeps it and the rest', async () => {
    for (const id of ['s1', 's2', 's3']) await sendOrKeep(reply, coming(id), id);
    let left = 1;
    phone.answer = () => (left-- > 0 ? no('sitting-over') : noNetwork());
    await sendWaiting();
    expect(waitingWrites().map(({ title }) => title)).toEqual(['s2', 's3']);
  });

  it('counts a write as done whose answer this version cannot read', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    const told: Delivered[] = [];
    const stop = onDelivered((delivered) => told.push(...delivered));
    phone.answer = () => yes({ shape: 'of a newer function' });
    await sendWaiting();
    stop();
    expect(told.map(({ result }) => result.ok)).toEqual([true]);
    expect(waitingWrites()).toEqual([]);
  });

  it('keeps what waits while this version is too old to be answered', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    phone.answer = () => no('update-needed');
    expect(await sendOrKeep(reply, coming('s2'), '党课')).toEqual({
      ok: 'kept',
      waitsFor: 'update',
    });
    await sendWaiting();
    expect(keptWrites()).toEqual({ count: 2, waitsFor: 'update', ofNewer: 0 });
    expect(phone.modals).toHaveLength(1);
    phone.answer = () => no('already-in');
    await sendWaiting();
    expect(waitingWrites()).toEqual([]);
  });

  it('sends each write once when recovery is noticed twice at the same time', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    phone.calls.length = 0;
    phone.answer = () => no('sitting-over');
    await Promise.all([sendWaiting(), sendWaiting()]);
    expect(phone.calls).toHaveLength(1);
  });

  it('survives a restart: what waits is in storage', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    const { storage } = phone;
    phone = holdFakePhone();
    for (const [key, value] of storage) phone.storage.set(key, value);
    expect(waitingWrites()).toHaveLength(1);
  });

  it('is bounded: the write after the fiftieth is told that it did not go out', async () => {
    for (let index = 0; index < 50; index += 1) await sendOrKeep(reply, coming(`s${index}`), 'x');
    expect(await sendOrKeep(reply, coming('s50'), 'x')).toMatchObject({
      ok: false,
      code: 'offline',
    });
    expect(waitingWrites()).toHaveLength(50);
  });

  it('forgets everything when the person leaves, and takes damaged storage for nothing', async () => {
    await sendOrKeep(reply, coming('s1'), '党课');
    emptyOutbox();
    expect(waitingWrites()).toEqual([]);
    phone.storage.set('outbox', [{ action: 'format-disk' }]);
    expect(waitingWrites()).toEqual([]);
  });
});

describe('an outbox in which a newer version kept something', () => {
  const vote = { action: 'vote', input: { ballotId: 'b' }, requestId: 'r-0', madeAtMs: 1 };
  let phone: FakePhone;
  let outbox: StartedOutbox;
  beforeEach(() => {
    phone = holdFakePhone();
    phone.storage.set('outbox', [vote]);
    outbox = startedOutbox();
  });

  it('counts it, and keeps what is made now behind it', async () => {
    await outbox.sendOrKeep(reply, coming('s1'), '党课');
    expect(outbox.keptWrites()).toEqual({ count: 1, waitsFor: 'network', ofNewer: 1 });
    expect(phone.storage.get('outbox')).toEqual([vote, expect.objectContaining({ title: '党课' })]);
  });

  it('sends what it can read, in order, and leaves the rest untouched where it stands', async () => {
    await outbox.sendOrKeep(reply, coming('s1'), 's1');
    const poll = { kind: 'of another shape' };
    phone.storage.set('outbox', [...(phone.storage.get('outbox') as unknown[]), poll]);
    await outbox.sendOrKeep(reply, coming('s2'), 's2');
    phone.calls.length = 0;
    phone.answer = () => no('sitting-over');
    await outbox.sendWaiting();
    expect(phone.calls.map(({ data }) => (data['input'] as { studyId: string }).studyId)).toEqual([
      's1',
      's2',
    ]);
    expect(phone.storage.get('outbox')).toEqual([vote, poll]);
  });

  it('is forgotten with everything else when the person leaves', () => {
    outbox.emptyOutbox();
    expect(outbox.keptWrites()).toMatchObject({ count: 0, ofNewer: 0 });
  });
});
