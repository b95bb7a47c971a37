import {
  keepAnswer,
  keptAnswers,
  sendAnswers,
} from '../../../../miniprogram/packages/contest/kept-answers';
import { holdFakePhone, no, yes, type FakePhone } from '../../fake-phone';

const CONTEST = 'contest';
let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

const answer = (questionId: string, atMs: number, chosen = 'a') => {
  return { questionId, chosen: [chosen], atMs };
};
const heard = () => yes({ nowMs: 1, answers: [], result: null });
const sent = () => phone.calls.at(-1)?.data['input'];

test('an answer stays in the phone until the server has it, of one question the later', async () => {
  keepAnswer(CONTEST, answer('one', 1));
  keepAnswer(CONTEST, answer('one', 2, 'b'));
  expect(await sendAnswers(CONTEST, false)).toMatchObject({ ok: false, code: 'offline' });
  expect(keptAnswers(CONTEST)).toEqual([answer('one', 2, 'b')]);
  phone.answer = heard;
  await sendAnswers(CONTEST, true);
  expect(sent()).toEqual({
    contestId: CONTEST,
    answers: [answer('one', 2, 'b')],
    isHandedIn: true,
  });
  expect(keptAnswers(CONTEST)).toEqual([]);
});

test('what is answered while others are on their way stays for the next time', async () => {
  keepAnswer(CONTEST, answer('one', 1));
  phone.answer = () => {
    keepAnswer(CONTEST, answer('one', 2, 'b'));
    keepAnswer(CONTEST, answer('two', 2));
    return heard();
  };
  await sendAnswers(CONTEST, false);
  expect(keptAnswers(CONTEST)).toEqual([answer('one', 2, 'b'), answer('two', 2)]);
});

test.each([
  ['contest-over', 0],
  ['contest-called-off', 0],
  ['handed-in', 0],
  ['internal', 1],
])('after %s so many are kept: %d', async (code, count) => {
  keepAnswer(CONTEST, answer('one', 1));
  phone.answer = () => no(code);
  expect(await sendAnswers(CONTEST, false)).toMatchObject({ ok: false, code });
  expect(keptAnswers(CONTEST)).toHaveLength(count);
});

test('another contest has answers of its own', () => {
  keepAnswer(CONTEST, answer('one', 1));
  expect(keptAnswers('another')).toEqual([]);
});
