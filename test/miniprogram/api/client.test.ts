import { hello } from '../../../contract/people/hello';
import { bind } from '../../../contract/people/member';
import { reply } from '../../../contract/study/mine';
import { call, onRefused, tellWhoIsBound } from '../../../miniprogram/api/client';
import { nowMs } from '../../../miniprogram/state/clock';
import { holdFakePhone, no, yes, type FakePhone } from '../fake-phone';

const binding = {
  name: '周宁',
  staffNumber: 'A100',
  invitationCode: 'ABC123',
  agreedPrivacyVersion: 1 as const,
};

describe('a call of a function', () => {
  let phone: FakePhone;
  beforeEach(() => {
    phone = holdFakePhone();
  });

  it('carries the action, its input, a request id and the version of this package', async () => {
    phone.answer = () => yes({ me: null, nowMs: 1000 });
    await call(hello, {});
    expect(phone.calls).toEqual([
      {
        name: 'member',
        data: { action: 'hello', input: {}, requestId: expect.any(String), clientVersion: '1.2.3' },
      },
    ]);
    expect(phone.calls[0]!.data['requestId']).toMatch(/^[A-Za-z0-9-]{8,64}$/);
  });

  it('says who is believed to be bound here, once that is known', async () => {
    phone.answer = () => yes({ me: null, nowMs: 1000 });
    let bound: string | undefined = 'm1';
    tellWhoIsBound(() => bound);
    await call(hello, {});
    bound = undefined;
    await call(hello, {});
    expect(phone.calls.map(({ data }) => data['boundAs'])).toEqual(['m1', undefined]);
    expect(phone.calls[1]?.data).not.toHaveProperty('boundAs');
  });

  it('has a new request id each time, and the given one when it is a repetition', async () => {
    phone.answer = () => yes({ me: null, nowMs: 1000 });
    await call(hello, {});
    await call(hello, {});
    await call(hello, {}, 'again-1');
    const ids = phone.calls.map(({ data }) => data['requestId']);
    expect(new Set(ids).size).toBe(3);
    expect(ids[2]).toBe('again-1');
  });

  it.each([
    ['not-bound', 1],
    ['not-allowed', 1],
    ['not-found', 0],
  ])('refused with %s tells the app to ask who is bound %i times', async (code, times) => {
    const heard = jest.fn();
    onRefused(heard);
    phone.answer = () => no(code);
    await call(reply, { studyId: 's1', reply: { kind: 'none' } });
    expect(heard).toHaveBeenCalledTimes(times);
  });

  it('gives the parsed output of a good answer', async () => {
    phone.answer = () => yes({ me: null, nowMs: 1000 });
    expect(await call(hello, {})).toEqual({ ok: true, output: { me: null, nowMs: 1000 } });
  });

  it('learns the time of the server from an answer', async () => {
    const ahead = Date.now() + 3_600_000;
    phone.answer = () => yes({ me: null, nowMs: ahead });
    await call(hello, {});
    expect(nowMs()).toBeGreaterThanOrEqual(ahead);
    expect(nowMs()).toBeLessThan(ahead + 60_000);
  });

  it('hands a refusal on with its detail', async () => {
    phone.answer = () => no('too-many-tries', { untilAtMs: 5 });
    expect(await call(bind, binding)).toMatchObject({
      ok: false,
      code: 'too-many-tries',
      detail: { untilAtMs: 5 },
    });
  });

  it('keeps the request id of an internal error for the person to tell', async () => {
    phone.answer = () => no('internal');
    expect(await call(hello, {}, 'id-7')).toMatchObject({ code: 'internal', requestId: 'id-7' });
  });

  it.each([
    ['a code of another action', no('typing-locked'), 'unknown-refusal'],
    ['a code nobody knows', no('moon-too-bright'), 'unknown-refusal'],
    ['an answer without a shape', 'ok', 'no-reply'],
    ['no result at all', undefined, 'no-reply'],
    ['an output that does not fit', yes({ me: 'zhou' }), 'unreadable-reply'],
  ])('tells %s from the others', async (_, result, code) => {
    phone.answer = () => result;
    expect(await call(hello, {})).toMatchObject({ ok: false, code });
  });

  it.each([
    ['cloud.callFunction:fail request:fail ', 'offline'],
    ['cloud.callFunction:fail Error: errCode: -404012 polling exceed max timeout retry', 'timeout'],
    ['request:fail timeout', 'timeout'],
    ['cloud.callFunction:fail errCode: -604102 function timeout', 'timeout'],
  ])('tells from "%s" that it is %s', async (errMsg, code) => {
    phone.answer = () => {
      throw Object.assign(new Error(errMsg), { errMsg });
    };
    const answer = { studyId: 's', reply: { kind: 'none' as const } };
    expect(await call(reply, answer)).toMatchObject({ ok: false, code });
  });
});
