import { noteMakeUp } from '../../../contract/study/make-up';
import { checkIn, reply } from '../../../contract/study/mine';
import { sendOrKeep } from '../../../miniprogram/api/outbox';
import { handedInPages, waitingReplies } from '../../../miniprogram/state/waiting-answers';
import { holdFakePhone, noNetwork } from '../fake-phone';

const PAYLOAD = 'QF1.study-1.sitting-1.1k2m3n.0123456789abcdef0123';

beforeEach(() => {
  holdFakePhone().answer = noNetwork;
});

test('a scan that waits in the phone is known by its study, with when it was made', async () => {
  await sendOrKeep(checkIn, { way: 'scan', payload: PAYLOAD, claimedAtMs: 1 }, '党课');
  const [[studyId, { reply: scanned, madeAtMs }]] = [...waitingReplies()] as [
    [string, { reply: object; madeAtMs: number }],
  ];
  expect([studyId, scanned]).toEqual(['study-1', { kind: 'scanned' }]);
  expect(madeAtMs).toBeGreaterThan(0);
});

test('an answer to a study that waits is known by it', async () => {
  const coming = { kind: 'coming', sittingId: 'a' } as const;
  await sendOrKeep(reply, { studyId: 's1', reply: coming }, '党课');
  expect(waitingReplies().get('s1')?.reply).toEqual(coming);
});

test('a make-up whose last words wait is asked for on its page no more', async () => {
  await sendOrKeep(noteMakeUp, { studyId: 's1', text: 'w'.repeat(60) }, '党课');
  expect([...handedInPages()]).toEqual(['packages/study/make-up/make-up?studyId=s1']);
});
