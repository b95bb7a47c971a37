import type { Delivered } from '../../../../miniprogram/api/outbox';
import { deliveredText } from '../../../../miniprogram/packages/study/delivered';
import { keepLeaveWords, leaveWords } from '../../../../miniprogram/packages/study/leave-words';
import { NOW_MS } from '../../../builders/phone/study';
import { holdFakePhone } from '../../fake-phone';

const REASON = '陪家人看病';
const waiting = (reply: object): Delivered['waiting'] => ({
  action: 'reply',
  input: { studyId: 's1', reply },
  requestId: 'r-1',
  madeAtMs: NOW_MS,
  title: '党课',
});
const excused = waiting({ kind: 'excused', reason: REASON });
const refused = (code: string) => ({ ok: false as const, code, detail: {}, requestId: 'r-1' });

beforeEach(() => {
  holdFakePhone();
  keepLeaveWords('s1', { reason: REASON, problem: '' });
});

it('words of leave that waited and were refused for their words stay, with the reason', () => {
  const told = deliveredText({ waiting: excused, result: refused('words-refused') });
  expect(told?.content).toMatch(/你写的还在，打开这次学习，点“请假”就能改。$/u);
  expect(leaveWords('s1').reason).toBe(REASON);
  expect(leaveWords('s1').problem).toMatch('微信的检查');
});

it.each([{ ok: true as const, output: {} }, refused('study-cancelled')])(
  'once they are taken, or asked for no more, nothing is left of them: %j',
  (result) => {
    deliveredText({ waiting: excused, result });
    expect(leaveWords('s1')).toEqual({ reason: '', problem: '' });
  },
);

it('another answer that waited leaves them', () => {
  const coming = waiting({ kind: 'coming', sittingId: 'a' });
  deliveredText({ waiting: coming, result: refused('sitting-over') });
  expect(leaveWords('s1').reason).toBe(REASON);
});
