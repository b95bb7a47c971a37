import { answerMakeUp, noteMakeUp } from '../../../../contract/study/make-up';
import { sendOrKeep, sendWaiting } from '../../../../miniprogram/api/outbox';
import { answersKept, wordsKept } from '../../../../miniprogram/packages/study/answers-kept';
import { holdFakePhone, yes, type FakePhone } from '../../fake-phone';

const WORDS = '我们值上动火前先看风向，再把周围的油布收走，监护人站上风口。'.repeat(2);
const note = (studyId: string) =>
  sendOrKeep(noteMakeUp, { studyId, text: WORDS, decidedAtMs: 5 }, '安全培训');

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

it('words that end a make-up wait for a network, with when they were handed in, and go once', async () => {
  expect(await note('s1')).toEqual({ ok: 'kept', waitsFor: 'network' });
  expect([wordsKept('s1'), wordsKept('s2')]).toEqual([WORDS, '']);
  phone.answer = () => yes({ doneAtMs: 6, minutes: 40 });
  await sendWaiting();
  await sendWaiting();
  const sent = phone.calls.map(({ data }) => [data['requestId'], data['input']]);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[1]?.[1]).toEqual({ studyId: 's1', text: WORDS, decidedAtMs: 5 });
  expect(wordsKept('s1')).toBe('');
});

it('an answer that waits is none of the words', async () => {
  const answer = { studyId: 's1', questionId: 'q1', chosen: ['a'] };
  await sendOrKeep(answerMakeUp, answer, '安全培训');
  expect([answersKept('s1'), wordsKept('s1')]).toEqual([['q1'], '']);
});
