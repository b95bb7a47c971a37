import { aShownContest } from '../../../../builders/phone/contests';
import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { addToWx } from '../../../fake-phone';
import { holdPage, tapAtOneSpot } from '../../../held-page';

const loadAnswer = () => import('../../../../../miniprogram/packages/contest/answer/answer');

test('the second of two quick taps on 下一题 leaves no question behind', async () => {
  const later: (() => void)[] = [];
  const { page } = await holdPage(loadAnswer, { contestId: 'contest-1' });
  addToWx({ pageScrollTo: () => undefined });
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void) => {
    later.push(run);
  }) as typeof setTimeout);
  const contest = aShownContest();
  const [first] = contest.questions;
  const third = { ...first, questionId: 'three' };
  const questions = [...contest.questions, third];
  page.self['state'] = { contest: { ...contest, questions }, answers: [], index: 0, waiting: 0 };
  const index = () => (page.self['state'] as { index: number }).index;
  await page.does('onNextTap', tapAtOneSpot);
  await page.does('onNextTap', tapAtOneSpot);
  expect(index()).toBe(1);
  for (const run of later) run();
  await page.does('onNextTap', tapAtOneSpot);
  expect(index()).toBe(2);
});
